public import Diagnostics

/// One entry of `queries`.
public struct QueryDeclaration: Sendable {
  /// The query's name.
  public var name: Located<String>
  /// `from`: the model's name.
  public var from: Located<String>
  /// `include`.
  public var includes: [IncludeDeclaration] = []
  /// `where`.
  public var condition: ConditionSyntax?
  /// `columns`, but for aggregates.
  public var columns: ColumnSelection = .all
  /// The aggregates of `columns`, in the order written.
  public var aggregates: [AggregateDeclaration] = []
  /// `groupBy`.
  public var groups: [PathSyntax] = []
  /// `having`.
  public var groupCondition: ConditionSyntax?
  /// `distinct`.
  @Rare public var isDistinct: Located<Bool>?
  /// `order`.
  public var order: [OrderSyntax] = []
  /// `limit`.
  @Rare public var limit: LimitSyntax?
  /// `offset`.
  @Rare public var offset: LimitSyntax?
  /// `result`.
  @Rare public var result: Located<ResultCount>?
  /// `withDeleted`.
  @Rare public var withDeleted: Located<Bool>?
  /// `strategy`.
  @Rare public var strategy: Located<IncludeStrategy>?
  /// `doc`.
  @Rare public var documentation: Located<String>?

  /// A query of the rows of `from`.
  public init(name: Located<String>, from: Located<String>) {
    self.name = name
    self.from = from
  }
}

/// One association of `include`, with what is included in its target.
public struct IncludeDeclaration: Sendable {
  /// The association's name.
  public var association: Located<String>
  /// `where`.
  public var condition: ConditionSyntax?
  /// `required`.
  @Rare public var isRequired: Located<Bool>?
  /// `columns`.
  public var columns: ColumnSelection = .all
  /// `order`.
  public var order: [OrderSyntax] = []
  /// `limit`: rows for each row of the parent.
  @Rare public var limit: LimitSyntax?
  /// `through`.
  @Rare public var through: ThroughIncludeDeclaration?
  /// `withDeleted`.
  @Rare public var withDeleted: Located<Bool>?
  /// `strategy`.
  @Rare public var strategy: Located<IncludeStrategy>?
  /// `include`.
  public var includes: [IncludeDeclaration] = []

  /// Includes `association`.
  public init(association: Located<String>) { self.association = association }
}

/// `through` of an include: what is said of the junction table's rows.
public struct ThroughIncludeDeclaration: Sendable {
  /// The key's place.
  public var range: SourceRange
  /// `columns`.
  public var columns: ColumnSelection = .all
  /// `where`.
  public var condition: ConditionSyntax?

  /// Says nothing yet.
  public init(range: SourceRange) { self.range = range }
}

/// How the rows of an include are fetched; the names are the words of the language.
public enum IncludeStrategy: String, CaseIterable, Hashable, Sendable {
  /// In the statement of the rows that include them.
  case join
  /// In a statement of their own.
  case batched
}

/// How many results a query has; the names are the words of the language.
public enum ResultCount: String, CaseIterable, Hashable, Sendable {
  /// Any number.
  case many
  /// Exactly one.
  case one
  /// None or one.
  case optional
}

/// One aggregate of `columns`: `best: { max: score }`.
public struct AggregateDeclaration: Sendable {
  /// Its name in the result.
  public var name: Located<String>
  /// What is computed.
  public var function: Located<AggregateFunction>
  /// Of which column; `nil` for `*`, the rows themselves.
  public var column: PathSyntax?

  /// The aggregate `name`.
  public init(name: Located<String>, function: Located<AggregateFunction>, column: PathSyntax?) {
    self.name = name
    self.function = function
    self.column = column
  }
}

/// The aggregate functions (MySQL Reference Manual, "Aggregate Function Descriptions"); their names are the keys of the
/// language. All of them leave NULL out.
public enum AggregateFunction: String, CaseIterable, Hashable, Sendable {
  /// How many values there are; of `*`, how many rows.
  case count
  /// How many different values there are.
  case countDistinct
  /// The sum.
  case sum
  /// The arithmetic mean.
  case avg
  /// The least value.
  case min
  /// The greatest value.
  case max
}

/// Which columns of a model a query returns.
public enum ColumnSelection: Sendable {
  /// All, in the table's order.
  case all
  /// Those named, in the order named; a path is for a query with groups.
  case only([PathSyntax])
  /// `{ except: […] }`: all but those named.
  case except([Located<String>])
}

/// One term of `order`: `grade`, `-createdAt`, `students.name`.
public struct OrderSyntax: Sendable {
  /// Association names, then a column's name.
  public var path: PathSyntax
  /// Whether a `-` stands before it.
  public var isDescending: Bool

  /// Orders by `path`.
  public init(path: PathSyntax, isDescending: Bool) {
    self.path = path
    self.isDescending = isDescending
  }
}

/// A dotted path: association names, then a column's name.
public struct PathSyntax: Sendable {
  /// The associations in front of the column, each with its own place; none for a column of `from` or of the include.
  public var associations: [Located<String>]
  /// The column's name.
  public var column: Located<String>
  /// Whether the column's name was written in backticks: then it is a column's name whatever word it is.
  public var isQuoted: Bool

  /// The path to `column` over `associations`.
  public init(associations: [Located<String>], column: Located<String>, isQuoted: Bool = false) {
    self.associations = associations
    self.column = column
    self.isQuoted = isQuoted
  }

  /// The whole path's place.
  public var range: SourceRange {
    let first = associations.first?.range ?? column.range
    return SourceRange(file: first.file, lower: first.lower, upper: max(first.upper, column.range.upper))
  }
}

/// `limit` or `offset`.
public enum LimitSyntax: Sendable {
  /// A number of rows.
  case number(Located<UInt64>)
  /// `$name`, without the `$`.
  case parameter(Located<String>)
}

/// A condition of `where`.
public indirect enum ConditionSyntax: Sendable {
  /// All of them; several keys of a mapping are one of these. Empty: true.
  case all([ConditionSyntax])
  /// One of them. Empty: false.
  case any([ConditionSyntax])
  /// Not all of them.
  case not(ConditionSyntax)
  /// A comparison of a column.
  case comparison(PathSyntax, Located<ComparisonOperator>, ValueSyntax)
  /// That an association leads to a row that meets the condition.
  case exists(Located<String>, ConditionSyntax)
}

/// The operators of `where`; their names are the keys of the language.
public enum ComparisonOperator: String, CaseIterable, Hashable, Sendable {
  /// Equal to; with a bare `null`, IS NULL.
  case eq
  /// Not equal to; with a bare `null`, IS NOT NULL.
  case ne
  /// Greater than.
  case gt
  /// Greater than or equal to.
  case gte
  /// Less than.
  case lt
  /// Less than or equal to.
  case lte
  /// One of a list.
  case `in`
  /// None of a list.
  case notIn
  /// From the first to the second of two values, both included.
  case between
  /// Outside of two values.
  case notBetween
  /// LIKE a pattern with `%` and `_`.
  case like
  /// NOT LIKE a pattern.
  case notLike
  /// Begins with a text.
  case startsWith
  /// Ends with a text.
  case endsWith
  /// Contains a text.
  case contains
  /// Matches a regular expression of the server.
  case regexp
  /// `true`: IS NULL; `false`: IS NOT NULL.
  case isNull
}
