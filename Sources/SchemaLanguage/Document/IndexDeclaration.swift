public import Diagnostics

/// One entry of `indexes`.
public struct IndexDeclaration: Sendable {
  /// What the index is for.
  public enum Kind: String, CaseIterable, Sendable {
    /// `type: fulltext`.
    case fulltext
    /// `type: spatial`.
    case spatial
    /// `type: hash`: USING HASH, where the engine has it.
    case hash
    /// `type: btree`: USING BTREE, spelt out.
    case btree
  }

  /// Where it was written.
  public var range: SourceRange
  /// `name`; made from the columns unless said.
  public var name: Located<String>?
  /// `columns`, at least one.
  public var parts: [IndexPartDeclaration]
  /// `unique`.
  public var isUnique = false
  /// `type`; `nil` for an ordinary index.
  public var kind: Located<Kind>?
  /// `parser`: the full-text parser plugin.
  public var parser: Located<String>?
  /// `invisible`.
  public var isInvisible = false
  /// `comment`.
  public var comment: Located<String>?
  /// `keyBlockSize`, in KiB.
  public var keyBlockSize: Located<UInt64>?

  /// An index over `parts`.
  public init(range: SourceRange, parts: [IndexPartDeclaration]) {
    self.range = range
    self.parts = parts
  }
}

/// One part of an index or of a primary key.
public struct IndexPartDeclaration: Sendable {
  /// What is indexed.
  public enum Content: Sendable {
    /// A column, by the name it is declared by.
    case column(Located<String>)
    /// An SQL expression.
    case expression(Located<String>)
  }

  /// What is indexed.
  public var content: Content
  /// `length`: how much of the column is indexed, in characters (bytes for a binary type).
  public var length: Located<UInt64>?
  /// `order: desc`.
  public var isDescending = false

  /// A part that indexes `content`.
  public init(_ content: Content) { self.content = content }
}
