public import Diagnostics

/// `partition` of a model: how the server spreads the table's rows.
public struct PartitionDeclaration: Sendable {
  /// By what the partition of a row is found.
  public enum Method: Hashable, Sendable {
    /// `hash`: a number, divided by the count.
    case hash
    /// `key`: a hash of columns that the server makes.
    case key
    /// `range`: the first partition whose bound lies above.
    case range
    /// `list`: the partition that lists the value.
    case list
  }

  /// What of a row the method looks at.
  public enum Function: Sendable {
    /// An SQL expression that gives a whole number.
    case expression(Located<String>)
    /// Columns, at least one, by the names they are declared by; the list was written at the range.
    case columns([Located<String>], SourceRange)
  }

  /// The method.
  public var method: Method
  /// What it looks at.
  public var function: Function
  /// `count`, for `hash` and `key`.
  public var count: Located<UInt64>?
  /// `parts`, for `range` and `list`; at least one there, in the order written.
  public var parts: [PartitionPartDeclaration] = []

  /// Partitions by `method`, which looks at `function`.
  public init(method: Method, function: Function) {
    self.method = method
    self.function = function
  }
}

/// One entry of `parts`.
public struct PartitionPartDeclaration: Sendable {
  /// The partition's name.
  public var name: Located<String>
  /// What it holds, as it was written: a bound for `range`, a list for `list`.
  public var value: ValueSyntax

  /// The partition `name` of `value`.
  public init(name: Located<String>, value: ValueSyntax) {
    self.name = name
    self.value = value
  }
}
