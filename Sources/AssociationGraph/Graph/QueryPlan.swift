public import Diagnostics
public import SchemaLanguage

/// What a query joins, under which alias, with which cardinality; no text yet.
public struct QueryPlan: Sendable {
  /// The query's name: the file's stem.
  public var name: String
  /// The Swift type's name: `CoursesWithStudents`.
  public var swiftName: String
  /// `doc`, if the schema has one.
  public var documentation: String?
  /// What is read: the model of `from` first, then the includes depth-first in the order written.
  public var sources: [QuerySource]
  /// What conditions look into and nothing returns. A ``ColumnTerm`` counts them on behind ``sources``.
  public var probes: [QuerySource] = []
  /// The condition on the result.
  public var condition: Condition?
  /// What the rows are grouped by; `nil` where each of them counts by itself.
  public var grouping: Grouping?
  /// Whether rows that are alike are one.
  public var isDistinct = false
  /// The whole order of the first level: the terms written, completed by keys to a total order.
  public var order: [OrderTerm]
  /// At most so many rows of `from`.
  public var limit: RowCount?
  /// After leaving out so many.
  public var offset: RowCount?
  /// How many results there are.
  public var result = ResultCount.many
  /// The parameters, each once, in the order in which the schema first names them.
  public var parameters: [QueryParameter]
  /// Where the name was written.
  public var declaredAt: SourceRange

  /// A query; see the properties.
  public init(
    name: String, swiftName: String, documentation: String?, sources: [QuerySource], condition: Condition?,
    order: [OrderTerm], limit: RowCount?, offset: RowCount?, parameters: [QueryParameter], declaredAt: SourceRange
  ) {
    self.name = name
    self.swiftName = swiftName
    self.documentation = documentation
    self.sources = sources
    self.condition = condition
    self.order = order
    self.limit = limit
    self.offset = offset
    self.parameters = parameters
    self.declaredAt = declaredAt
  }

  /// The model of `from`.
  public var root: QuerySource { sources[0] }

  /// The source at a position of ``sources``, or behind them of ``probes``.
  public func source(_ position: Int) -> QuerySource {
    position < sources.count ? sources[position] : probes[position - sources.count]
  }

  /// The table that a term names.
  public func hop(of term: ColumnTerm) -> Hop {
    term.source < sources.count
      ? sources[term.source].hops[term.hop] : probes[term.source - sources.count].hops[term.hop]
  }

  /// Whether each row of the parent has a row of the source at `position`.
  ///
  /// An INNER JOIN sees to it. A LEFT JOIN finds one for sure only along keys that are required and that the server guards,
  /// and only if nothing else is asked of the row: no condition, no required include.
  public func isAlwaysFound(_ position: Int, in graph: AssociationGraph) -> Bool {
    let source = sources[position]
    if source.isRequired || source.parent == nil { return true }
    guard source.condition == nil, !source.children.contains(where: { sources[$0].isRequired }) else { return false }
    return source.hops.allSatisfy { hop in
      guard let step = hop.step else { return false }
      return step.direction == .toParent && graph[step.edge].isRequired && graph[step.edge].constraint != nil
    }
  }

  /// Whether the rows of `from` are limited before anything is joined: a joined to-many would multiply them.
  public func limitsBeforeJoining(in graph: AssociationGraph) -> Bool {
    (limit != nil || offset != nil) && grouping == nil && levels[0].sources.contains { mayMultiply($0, in: graph) }
  }

  /// Whether a row of the parent may have several rows of the source at `position`.
  public func mayMultiply(_ position: Int, in graph: AssociationGraph) -> Bool {
    sources[position].hops.contains { hop in
      guard let step = hop.step else { return false }
      return step.direction == .toChild && !graph[step.edge].isUnique
    }
  }
}

/// The model of `from`, or one association of `include`.
public struct QuerySource: Sendable {
  /// The source that includes it: a position in ``QueryPlan/sources``; `nil` for `from`.
  public var parent: Int?
  /// The sources that it includes, ascending.
  public var children: [Int] = []
  /// The association; `nil` for `from`.
  public var association: ID<Association>?
  /// The polymorphic associations of which it includes every way.
  public var choices: [QueryChoice] = []
  /// The tables on the way, one for each step of the association; the last is the target. For `from` the one table.
  public var hops: [Hop]
  /// How many rows there are for one row of the parent source; `.many` for `from`.
  public var cardinality: Association.Cardinality
  /// Whether a parent row without one is left out: an INNER JOIN.
  public var isRequired: Bool
  /// A condition on its rows; it stands in the join's ON.
  public var condition: Condition?
  /// Whether its rows, and those of what it includes, are fetched in a statement of their own: then it begins a level.
  public var isBatched = false
  /// For a batched source the whole order of its level.
  public var order: [OrderTerm] = []
  /// For a batched source: at most so many rows for each row of the parent.
  public var limit: RowCount?
  /// The property of the parent's nested type: `students`; the root type's name in lower camel case for `from`.
  public var swiftName: String
  /// The nested type's name: `Student`. Unique among the types of the query.
  public var swiftType: String

  /// A source; see the properties.
  public init(
    parent: Int?, association: ID<Association>?, hops: [Hop], cardinality: Association.Cardinality, isRequired: Bool,
    condition: Condition? = nil, swiftName: String, swiftType: String
  ) {
    self.parent = parent
    self.association = association
    self.hops = hops
    self.cardinality = cardinality
    self.isRequired = isRequired
    self.condition = condition
    self.swiftName = swiftName
    self.swiftType = swiftType
  }

  /// The table at the end of the way.
  public var target: Hop { hops[hops.count - 1] }
}

/// A polymorphic association of which a query includes every way, so that its row is one of several types.
public struct QueryChoice: Hashable, Sendable {
  /// The association.
  public var association: ID<PolymorphicAssociation>
  /// The sources, in the order of its alternatives: positions in ``QueryPlan/sources``; at most one of them finds a row.
  public var sources: [Int]
  /// The property that holds whichever row was found, without backticks.
  public var swiftName: String
  /// The name of its type, unique among the types of the query.
  public var swiftType: String
  /// The names of the type's cases, one for each of ``sources``, without backticks.
  public var swiftCases: [String]

  /// A choice; see the properties.
  public init(
    association: ID<PolymorphicAssociation>, sources: [Int], swiftName: String, swiftType: String, swiftCases: [String]
  ) {
    self.association = association
    self.sources = sources
    self.swiftName = swiftName
    self.swiftType = swiftType
    self.swiftCases = swiftCases
  }
}

/// One table in a query.
public struct Hop: Sendable {
  /// Its alias: the path of association names; for a junction table with the junction model's name behind:
  /// `students.enrollment`.
  public var alias: String
  /// Its model.
  public var model: ID<Model>
  /// The step from the hop before, or from the parent source's target; `nil` for `from`.
  public var step: Step?
  /// The columns that are returned, in order.
  public var columns: [SelectedColumn]
  /// For a junction table whose columns are returned: the property that holds them in the target's nested type.
  public var swiftName: String
  /// For such a junction table: its nested type's name.
  public var swiftType: String

  /// A table; see the properties.
  public init(
    alias: String, model: ID<Model>, step: Step?, columns: [SelectedColumn], swiftName: String, swiftType: String
  ) {
    self.alias = alias
    self.model = model
    self.step = step
    self.columns = columns
    self.swiftName = swiftName
    self.swiftType = swiftType
  }
}

/// A column that a query returns.
public struct SelectedColumn: Hashable, Sendable {
  /// Its position in the hop's model.
  public var column: Int
  /// Its name in the result: `students.student_id`.
  public var name: String
  /// The property of `Row`, without backticks: `studentsStudentID`.
  public var rowName: String

  /// The column at `column`, returned as `name`.
  public init(column: Int, name: String, rowName: String) {
    self.column = column
    self.name = name
    self.rowName = rowName
  }
}

/// A column of one of a query's tables.
public struct ColumnTerm: Hashable, Sendable {
  /// The source: a position in ``QueryPlan/sources``.
  public var source: Int
  /// The table: a position in ``QuerySource/hops``.
  public var hop: Int
  /// The column: a position in the hop's model.
  public var column: Int

  /// A column of `hop` of `source`.
  public init(source: Int, hop: Int, column: Int) {
    self.source = source
    self.hop = hop
    self.column = column
  }
}

/// What a condition compares, or an order goes by.
public enum Term: Hashable, Sendable {
  /// A column.
  case column(ColumnTerm)
  /// An aggregate: a position in ``Grouping/aggregates``.
  case aggregate(Int)

  /// The column; `nil` for an aggregate.
  public var column: ColumnTerm? {
    switch self {
    case .column(let column): column
    case .aggregate: nil
    }
  }
}

/// A condition in a query, resolved.
public indirect enum Condition: Sendable {
  /// All of them; empty: true.
  case all([Condition])
  /// One of them; empty: false.
  case any([Condition])
  /// The opposite.
  case not(Condition)
  /// A comparison with one operand, with two for `between`, with any number for `in`; never with NULL.
  case comparison(Term, ComparisonOperator, [Operand])
  /// IS NULL, or IS NOT NULL where the flag is false.
  case isNull(Term, Bool)
  /// That there is a row of a probe: a position behind ``QueryPlan/sources``.
  case exists(Int)
}

/// What a column is compared with.
public enum Operand: Hashable, Sendable {
  /// A value of the column's type.
  case value(Value)
  /// A parameter: a position in ``QueryPlan/parameters``.
  case parameter(Int)
}

/// A parameter of a query.
public struct QueryParameter: Hashable, Sendable {
  /// Its name, without the `$`.
  public var name: String
  /// The argument's name, without backticks.
  public var swiftName: String
  /// Its type: that of the column it is compared with; for `limit` and `offset`, BIGINT UNSIGNED.
  public var type: ColumnType
  /// The type's name, where the compared column's schema names one for Swift.
  public var swiftType: String?
  /// Whether it is a list (`in: $names`), whose placeholders are made at the call.
  public var isList: Bool

  /// A parameter; see the properties.
  public init(name: String, swiftName: String, type: ColumnType, swiftType: String? = nil, isList: Bool) {
    self.name = name
    self.swiftName = swiftName
    self.type = type
    self.swiftType = swiftType
    self.isList = isList
  }
}

/// One term of an order.
public struct OrderTerm: Hashable, Sendable {
  /// By what.
  public var term: Term
  /// From the highest to the lowest.
  public var isDescending: Bool

  /// Orders by `term`.
  public init(_ term: Term, isDescending: Bool) {
    self.term = term
    self.isDescending = isDescending
  }
}

/// `limit` or `offset`.
public enum RowCount: Hashable, Sendable {
  /// A number of rows.
  case number(UInt64)
  /// A parameter: a position in ``QueryPlan/parameters``.
  case parameter(Int)
}
