/// The elements of a sequence, made one by one as they are asked for.
public struct YAMLElements: Collection, Sendable {
  /// A position in the sequence.
  public struct Index: Comparable, Sendable {
    let position: UInt32

    /// Whether `left` stands in front of `right`.
    public static func < (left: Index, right: Index) -> Bool { left.position < right.position }
  }

  let tree: YAMLTree
  let alias: UInt32
  let positions: Range<UInt32>

  /// The number of elements, known without counting.
  public let count: Int

  /// The first element's position.
  public var startIndex: Index { Index(position: positions.lowerBound) }

  /// The position behind the last element.
  public var endIndex: Index { Index(position: positions.upperBound) }

  /// The position of the next element.
  public func index(after index: Index) -> Index { Index(position: tree.nodes.end(of: index.position)) }

  /// The element at `index`.
  public subscript(index: Index) -> YAMLNode { YAMLNode(tree, at: index.position, through: alias) }
}
