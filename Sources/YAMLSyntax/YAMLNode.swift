public import Diagnostics

/// A value in a YAML file, or a key: a light view of the tree that ``parseYAML(_:in:diagnostics:)`` gives.
///
/// Aliases are followed: the alias `*name` reads as the node that it repeats, and stands where it is written. Merge
/// keys `<<` are replaced by the entries that they bring.
public struct YAMLNode: Sendable {
  /// The three kinds of nodes.
  public enum Kind: Hashable, Sendable {
    /// Text.
    case scalar
    /// A list.
    case sequence
    /// Entries of a key and a value each.
    case mapping
  }

  private let tree: YAMLTree
  /// The record with the content, which is no alias.
  private let index: UInt32
  /// The alias through which the node was reached, the outermost if there are several; or ``NodeTable/none``.
  private let alias: UInt32

  /// The node of `tree` at `index`, which may be an alias, reached through `alias` or ``NodeTable/none``.
  init(_ tree: YAMLTree, at index: UInt32, through alias: UInt32) {
    self.tree = tree
    let target = tree.nodes.resolved(index)
    self.index = target
    self.alias = target != index && alias == NodeTable.none ? index : alias
  }

  private var content: NodeTable.Content { tree.nodes.content(of: index) }

  /// The kind of node.
  public var kind: Kind {
    switch content {
    case .written, .decoded, .alias: .scalar
    case .sequence: .sequence
    case .mapping, .relisted: .mapping
    }
  }

  /// Where the node is written, quotes and brackets included, anchor and tag not.
  ///
  /// Exact to the byte. A list or mapping without brackets ends with its last element. An empty value is an empty range
  /// behind its `:`, `-` or key. A node that was reached through an alias has the range of that alias.
  public var range: SourceRange { range(of: alias == NodeTable.none ? index : alias) }

  /// Where the content of a node that was reached through an alias is really written; `nil` for other nodes.
  public var definition: SourceRange? { alias == NodeTable.none ? nil : range(of: index) }

  private func range(of index: UInt32) -> SourceRange {
    let range = tree.nodes.range(of: index)
    return SourceRange(file: tree.file, lower: range.lowerBound, upper: range.upperBound)
  }

  /// The explicit tag, if one is written.
  public var tag: YAMLTag? { tree.nodes.tag(of: index) }

  // MARK: Scalars

  /// A scalar's content as YAML reads it: without quotes, escapes resolved, lines folded. Empty for other kinds.
  public var text: String { withTextBytes { String(decoding: $0, as: UTF8.self) } }

  /// Calls `body` with the UTF-8 of ``text``, which is valid only until `body` returns, without making a `String`.
  public func withTextBytes<Result, Failure: Error>(
    _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    // Not by way of an array of its own, which would have to be counted.
    switch content {
    case .written(let place):
      try tree.source.withUnsafeBufferPointer { source throws(Failure) in
        try body(UnsafeBufferPointer(rebasing: source[Int(place.lowerBound)..<Int(place.upperBound)]))
      }
    case .decoded(let place):
      try tree.nodes.decoded.withUnsafeBufferPointer { decoded throws(Failure) in
        try body(UnsafeBufferPointer(rebasing: decoded[Int(place.lowerBound)..<Int(place.upperBound)]))
      }
    case .sequence, .mapping, .relisted, .alias:
      try body(UnsafeBufferPointer(start: nil, count: 0))
    }
  }

  /// Whether the scalar is written bare: without quotes, not as a block scalar, and without the tag `!!str`.
  ///
  /// Only such a scalar may be read as something other than text where both are possible.
  public var isPlain: Bool { tree.nodes.isPlain(index) && tag != .string }

  /// Whether the scalar is YAML's null: bare and empty, `~`, `null`, `Null` or `NULL`, or with the tag `!!null`.
  public var isNull: Bool {
    let tag = tag
    if tag == .null { return true }
    guard isPlain, tag == nil else { return false }
    return withTextBytes { bytes in
      switch bytes.count {
      case 0: return true
      case 1: return bytes[0] == UInt8(ascii: "~")
      case 4:
        return bytes.elementsEqual("null".utf8) || bytes.elementsEqual("Null".utf8) || bytes.elementsEqual("NULL".utf8)
      default: return false
      }
    }
  }

  // MARK: Collections

  /// The number of elements of a sequence or of entries of a mapping; 0 for a scalar.
  public var count: Int {
    switch content {
    case .written, .decoded, .alias: 0
    case .sequence(_, let count), .mapping(_, let count): Int(count)
    case .relisted(_, let list): tree.nodes.lists[Int(list)].count
    }
  }

  /// The elements of a sequence, in the order written; empty for other kinds.
  public var elements: YAMLElements {
    guard case .sequence(let end, let count) = content else {
      return YAMLElements(tree: tree, alias: alias, positions: 0..<0, count: 0)
    }
    return YAMLElements(tree: tree, alias: alias, positions: index + 1..<end, count: Int(count))
  }

  /// The entries of a mapping, in the order written, those of a merge key in its place; empty for other kinds.
  public var entries: YAMLEntries {
    switch content {
    case .mapping(let end, let count):
      YAMLEntries(tree: tree, alias: alias, isRelisted: false, positions: index + 1..<end, count: Int(count))
    case .relisted(_, let list):
      YAMLEntries(
        tree: tree, alias: alias, isRelisted: true, positions: tree.nodes.lists[Int(list)],
        count: tree.nodes.lists[Int(list)].count)
    case .written, .decoded, .sequence, .alias:
      YAMLEntries(tree: tree, alias: alias, isRelisted: false, positions: 0..<0, count: 0)
    }
  }
}
