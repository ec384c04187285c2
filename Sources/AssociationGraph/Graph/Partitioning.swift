public import Diagnostics
public import SchemaLanguage

/// PARTITION BY of a table (Reference Manual, "Partitioning").
public struct Partitioning: Sendable {
  /// What of a row decides on its partition.
  public enum Function: Hashable, Sendable {
    /// An SQL expression, without the parentheses around it.
    case expression(String)
    /// An expression that is nothing but the column at this position.
    case column(Int)
    /// The values of the columns at these positions, the first one first: KEY, RANGE COLUMNS, LIST COLUMNS.
    case columns([Int])
  }

  /// HASH, KEY, RANGE or LIST.
  public var method: PartitionDeclaration.Method
  /// What it looks at.
  public var function: Function
  /// How many partitions HASH or KEY has; `nil` for one.
  public var count: UInt64?
  /// The partitions of RANGE or LIST, in the order written.
  public var partitions: [Partition] = []
  /// Where the function was written.
  public var declaredAt: SourceRange

  /// Partitions by `method` that looks at `function`.
  public init(method: PartitionDeclaration.Method, function: Function, declaredAt: SourceRange) {
    self.method = method
    self.function = function
    self.declaredAt = declaredAt
  }

  /// The positions of the columns that are looked at; `nil` for an expression.
  public var columns: [Int]? {
    switch function {
    case .expression: nil
    case .column(let position): [position]
    case .columns(let positions): positions
    }
  }
}

/// One partition of RANGE or LIST.
public struct Partition: Hashable, Sendable {
  /// Its name.
  public var name: String
  /// For RANGE the one bound that its rows stay below, for LIST each of the values that it holds. Each has as many parts as
  /// the function has columns, one for an expression.
  public var bounds: [[PartitionBound]]
  /// Where the name was written.
  public var declaredAt: SourceRange

  /// The partition `name` of `bounds`.
  public init(name: String, bounds: [[PartitionBound]], declaredAt: SourceRange) {
    self.name = name
    self.bounds = bounds
    self.declaredAt = declaredAt
  }
}

/// What a partition's rows are compared with.
public enum PartitionBound: Hashable, Sendable {
  /// A value in the column's type; of an expression, a whole number.
  case value(Value)
  /// MAXVALUE, above all values.
  case maximum
}
