/// A place in a text as editors show it.
public struct SourceLocation: Hashable, Sendable {
  /// The line, from 1.
  public var line: Int
  /// The column, from 1, in Unicode scalars. A byte that is not part of valid UTF-8 counts as one.
  public var column: Int

  /// The place `line`:`column`, both from 1.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}
