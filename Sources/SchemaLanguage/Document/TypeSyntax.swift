/// A column's type as it was written: `decimal(10,2) unsigned?`.
///
/// The name is lower-case unless it may be the name of an enumeration. Which types there are, and what their arguments
/// may be, is decided when the graph is made.
public struct TypeSyntax: Hashable, Sendable {
  /// One thing between the parentheses.
  public enum Argument: Hashable, Sendable {
    /// A bare number.
    case number(UInt64)
    /// A member of `enum(…)` or `set(…)`, bare or in single quotes, its `''` undone.
    case text(String)
  }

  /// The words before the parentheses, with one space between them: `decimal`, `double precision`, `Status`.
  public var name: String
  /// What stands between the parentheses; `nil` without parentheses.
  public var arguments: [Argument]?
  /// Whether `unsigned` follows.
  public var isUnsigned = false
  /// Whether `zerofill` follows.
  public var isZerofill = false
  /// The number of `srid`.
  public var srid: UInt32?
  /// Whether it ends with `?`.
  public var isNullable = false

  /// The type `name`.
  public init(name: String, arguments: [Argument]? = nil) {
    self.name = name
    self.arguments = arguments
  }
}
