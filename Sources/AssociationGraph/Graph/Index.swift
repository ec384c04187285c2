public import Diagnostics
public import SchemaLanguage

/// A unique or plain index of a table.
public struct Index: Sendable {
  /// Its name.
  public var name: String
  /// Its parts in order, at least one.
  public var parts: [IndexPart]
  /// Whether it is UNIQUE.
  public var isUnique: Bool
  /// FULLTEXT, SPATIAL, USING …; `nil` for an ordinary one.
  public var kind: IndexDeclaration.Kind?
  /// WITH PARSER.
  public var parser: String?
  /// Whether the optimizer ignores it.
  public var isInvisible = false
  /// COMMENT.
  public var comment: String?
  /// KEY_BLOCK_SIZE in KiB.
  public var keyBlockSize: UInt64?
  /// Where it was written.
  public var declaredAt: SourceRange

  /// An index over `parts`.
  public init(name: String, parts: [IndexPart], isUnique: Bool, declaredAt: SourceRange) {
    self.name = name
    self.parts = parts
    self.isUnique = isUnique
    self.declaredAt = declaredAt
  }

  /// The positions of its columns if all parts are whole columns, else `nil`.
  public var wholeColumns: [Int]? {
    var columns: [Int] = []
    for part in parts {
      guard let column = part.column, part.length == nil else { return nil }
      columns.append(column)
    }
    return columns
  }
}

/// One part of an index or a primary key.
public struct IndexPart: Hashable, Sendable {
  /// What is indexed.
  public enum Content: Hashable, Sendable {
    /// The column at this position of the table.
    case column(Int)
    /// An SQL expression, without the parentheses around it.
    case expression(String)
  }

  /// What is indexed.
  public var content: Content
  /// How much of the column, in characters (bytes for a binary type); `nil` for all of it.
  public var length: UInt64?
  /// DESC.
  public var isDescending: Bool

  /// A part that indexes `content`.
  public init(_ content: Content, length: UInt64? = nil, isDescending: Bool = false) {
    self.content = content
    self.length = length
    self.isDescending = isDescending
  }

  // Never inlined: the optimizer of Swift 6.3.1 crashes where it is ("Found ownership error", CopyPropagation).
  /// The column's position; `nil` for an expression.
  @inline(never)
  public var column: Int? {
    switch content {
    case .column(let position): position
    case .expression: nil
    }
  }
}
