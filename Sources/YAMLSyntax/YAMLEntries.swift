/// One entry of a mapping.
public struct YAMLEntry: Sendable {
  /// The key, always a scalar.
  public let key: YAMLNode
  /// The value; an empty scalar where none is written.
  public let value: YAMLNode
}

/// The entries of a mapping, made one by one as they are asked for.
///
/// No key stands in it twice. But where YAML has cut a bare value at its commas, `{ a: decimal(10,2), b: decimal(12,2) }`,
/// the parts `2)` are kept as they were read: keys without values behind the entry to which they belong.
public struct YAMLEntries: Collection, Sendable {
  /// A position in the mapping.
  public struct Index: Comparable, Sendable {
    let position: UInt32

    /// Whether `left` stands in front of `right`.
    public static func < (left: Index, right: Index) -> Bool { left.position < right.position }
  }

  let tree: YAMLTree
  let alias: UInt32
  /// Whether positions count in ``NodeTable/entries``; otherwise they are records of keys.
  let isRelisted: Bool
  let positions: Range<UInt32>

  /// The number of entries, known without counting.
  public let count: Int

  /// The same entries, for one thread of several: every node counts who holds its tree, and threads that count on one counter
  /// wait for each other.
  public var forOneThread: YAMLEntries {
    YAMLEntries(tree: tree.copy, alias: alias, isRelisted: isRelisted, positions: positions, count: count)
  }

  /// The first entry's position.
  public var startIndex: Index { Index(position: positions.lowerBound) }

  /// The position behind the last entry.
  public var endIndex: Index { Index(position: positions.upperBound) }

  /// The position of the next entry.
  public func index(after index: Index) -> Index {
    // A key is a scalar: its value is the next record.
    Index(position: isRelisted ? index.position + 1 : tree.nodes.end(of: index.position + 1))
  }

  /// The entry at `index`.
  public subscript(index: Index) -> YAMLEntry {
    guard isRelisted else {
      return YAMLEntry(
        key: YAMLNode(tree, at: index.position, through: alias),
        value: YAMLNode(tree, at: index.position + 1, through: alias))
    }
    let entry = tree.nodes.entries[Int(index.position)]
    let origin = alias == NodeTable.none ? entry.alias : alias
    return YAMLEntry(
      key: YAMLNode(tree, at: entry.key, through: origin), value: YAMLNode(tree, at: entry.value, through: origin))
  }
}
