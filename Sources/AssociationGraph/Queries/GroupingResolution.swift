import Diagnostics
import SchemaLanguage

/// What the names mean in `having`, and in the `order` of a query with groups.
struct GroupScope {
  var grouping: Grouping
  var declaration: QueryDeclaration
  /// The tables of which the groups know one row.
  var tables: Set<DeterminedTable>
}

/// A table of a query of which one row belongs to each group.
struct DeterminedTable: Hashable {
  var source: Int
  var hop: Int
}

extension Grouping {
  /// How many results there are unless the query says so.
  var resultCount: ResultCount { !columns.isEmpty ? .many : condition == nil ? .one : .optional }
}

extension GraphResolver {
  /// Finds out what the query groups by and what it returns of each group; `nil` for a query of rows.
  mutating func resolveGrouping(_ declaration: QueryDeclaration, _ draft: inout QueryDraft) -> Grouping? {
    guard declaration.isGrouped else { return nil }
    let reported = diagnostics.diagnostics.count
    let groups = declaration.groups.compactMap { findTerm($0, from: 0, draft) }
    guard groups.count == declaration.groups.count else { return nil }
    var scope = GroupScope(
      grouping: Grouping(columns: groups), declaration: declaration, tables: determinedTables(by: groups, draft))
    for term in returnedTerms(scope, draft) { addReturned(term, to: &scope, &draft) }
    for written in declaration.aggregates { addAggregate(written, to: &scope.grouping, &draft) }
    if let written = declaration.groupCondition {
      scope.grouping.condition = resolveCondition(written, in: .groups(scope), &draft)
    }
    if scope.grouping.returned.isEmpty, scope.grouping.aggregates.isEmpty {
      reportNoColumns(declaration, since: reported)
    }
    addUsedColumns(to: &scope, draft)
    return scope.grouping
  }

  /// The term that `path` names for a group.
  mutating func findTerm(_ path: PathSyntax, in scope: GroupScope, _ draft: QueryDraft) -> (Term, Column)? {
    if path.associations.isEmpty, !path.isQuoted,
      let position = scope.grouping.aggregates.firstIndex(where: { $0.name == path.column.value })
    {
      let aggregate = scope.grouping.aggregates[position]
      var column = Column(
        name: aggregate.name, attribute: aggregate.name, swiftName: aggregate.rowName, type: aggregate.type,
        isNullable: aggregate.isNullable, role: .declared, declaredAt: path.range)
      column.swiftType = aggregate.swiftType
      column.collation = aggregate.column.flatMap { self.column(of: $0, draft).collation }
      return (.aggregate(position), column)
    }
    let isAggregate = scope.declaration.aggregates.contains { $0.name.value == path.text }
    guard !isAggregate, let term = findTerm(path, from: 0, draft) else { return nil }
    guard isDetermined(term, scope) else {
      reportUngrouped(path.text, at: path.range, scope)
      return nil
    }
    return (.column(term), column(of: term, draft))
  }

  private mutating func reportUngrouped(_ name: String, at range: SourceRange, _ scope: GroupScope) {
    let groups = scope.declaration.groups.map { "'\($0.text)'" }.joined(separator: ", ")
    diagnostics.error(
      QueryRule.grouping, at: range,
      groups.isEmpty
        ? "Beside aggregates stand the columns of groupBy, and '\(name)' is none of them"
        : "A group has several values of '\(name)': it neither is grouped by nor follows from \(groups)",
      explanation:
        "Add it to groupBy, or take an aggregate of it: `{ first: { min: \(name) } }`. (The server's error 1055.)")
  }

  // MARK: What follows from the groups

  /// The tables of which the values of `columns` tell the row: by a whole unique key, or along keys from such a table.
  private func determinedTables(by columns: [ColumnTerm], _ draft: QueryDraft) -> Set<DeterminedTable> {
    var tables: Set<DeterminedTable> = []
    for (position, source) in draft.sources.enumerated() {
      for (number, hop) in source.hops.enumerated() {
        let table = DeterminedTable(source: position, hop: number)
        let known = columns.filter { $0.source == position && $0.hop == number }.map(\.column)
        if graph[hop.model].identifyingKeys.contains(where: { $0.allSatisfy(known.contains) }) {
          tables.insert(table)
          continue
        }
        guard let step = hop.step, let parent = source.parent else { continue }
        let edge = graph[step.edge]
        guard step.direction == .toParent || edge.isUnique else { continue }
        let before =
          number > 0
          ? DeterminedTable(source: position, hop: number - 1)
          : DeterminedTable(source: parent, hop: draft.sources[parent].hops.count - 1)
        let link = step.direction == .toParent ? edge.decidingColumns : edge.parentColumns
        let isKnown = link.allSatisfy { column in
          columns.contains(ColumnTerm(source: before.source, hop: before.hop, column: column))
        }
        if tables.contains(before) || isKnown { tables.insert(table) }
      }
    }
    return tables
  }

  private func isDetermined(_ term: ColumnTerm, _ scope: GroupScope) -> Bool {
    scope.grouping.columns.contains(term)
      || scope.tables.contains(DeterminedTable(source: term.source, hop: term.hop))
  }

  // MARK: What is returned

  private mutating func returnedTerms(_ scope: GroupScope, _ draft: QueryDraft) -> [ColumnTerm] {
    switch scope.declaration.columns {
    case .all: return scope.grouping.columns
    case .except(let names):
      let model = draft.sources[0].target.model
      let left = Set(names.compactMap { findColumn($0, of: model) })
      let terms = graph[model].columns.indices.filter { !left.contains($0) }
        .map { ColumnTerm(source: 0, hop: 0, column: $0) }
      for term in terms where !isDetermined(term, scope) {
        reportUngrouped(column(of: term, draft).attribute, at: names[0].range, scope)
      }
      return terms
    case .only(let paths):
      return paths.compactMap { path in
        guard let term = findTerm(path, from: 0, draft) else { return nil }
        if !isDetermined(term, scope) { reportUngrouped(path.text, at: path.range, scope) }
        return term
      }
    }
  }

  private mutating func addReturned(_ term: ColumnTerm, to scope: inout GroupScope, _ draft: inout QueryDraft) {
    let column = column(of: term, draft)
    let path = draft.path(of: term.source, in: graph)
    let rowName =
      path.isEmpty
      ? column.swiftName : swiftPropertyName((path + [column.swiftName]).joined(separator: "_"))
    scope.grouping.returned.append(
      GroupedColumn(
        term: term, name: ShortenedName.fittingResult((path + [column.name]).joined(separator: ".")),
        rowName: draft.names.takeRowName(rowName),
        isNullable: column.isNullable || mayBeMissing(term.source, draft)))
  }

  private mutating func addAggregate(
    _ written: AggregateDeclaration, to grouping: inout Grouping, _ draft: inout QueryDraft
  ) {
    let name = written.name.value
    if grouping.aggregates.contains(where: { $0.name == name })
      || grouping.returned.contains(where: { $0.name == name })
    {
      diagnostics.error(
        QueryRule.aggregate, at: written.name.range, "Two things that a query returns are called '\(name)'",
        explanation: "Give the aggregate another name.")
      return
    }
    var aggregate = Aggregate(
      function: written.function.value, column: nil, name: name, rowName: "", type: .bigint, isNullable: false)
    if let path = written.column {
      guard let term = findTerm(path, from: 0, draft) else { return }
      let column = column(of: term, draft)
      guard let type = column.type.aggregate(aggregate.function) else {
        diagnostics.error(
          QueryRule.aggregate, at: written.function.range,
          "Function '\(aggregate.function.rawValue)' takes no column of the type of '\(path.text)'",
          explanation: aggregate.function == .sum || aggregate.function == .avg ? "It takes numbers." : nil)
        return
      }
      aggregate.column = term
      aggregate.type = type
      switch aggregate.function {
      case .count, .countDistinct: break
      case .sum, .avg, .min, .max:
        // Without groups there may be no row at all.
        aggregate.isNullable = grouping.columns.isEmpty || column.isNullable || mayBeMissing(term.source, draft)
      }
      if aggregate.function == .min || aggregate.function == .max { aggregate.swiftType = column.swiftType }
    }
    aggregate.rowName = draft.names.takeRowName(swiftPropertyName(name))
    grouping.aggregates.append(aggregate)
  }

  /// Whether a row of the join may lack the source.
  private func mayBeMissing(_ position: Int, _ draft: QueryDraft) -> Bool {
    var place = position
    while let parent = draft.sources[place].parent {
      if !draft.sources[place].isRequired { return true }
      place = parent
    }
    return false
  }

  /// Adds to GROUP BY what is used and follows from it: the groups are the same, and each server sees that they are.
  private mutating func addUsedColumns(to scope: inout GroupScope, _ draft: QueryDraft) {
    guard !scope.grouping.columns.isEmpty else { return }
    var used = scope.grouping.returned.map(\.term) + (scope.grouping.condition?.columns ?? [])
    for written in scope.declaration.order
    where !scope.grouping.aggregates.contains(where: { $0.name == written.path.text }) {
      let reported = diagnostics
      if let term = findTerm(written.path, from: 0, draft), isDetermined(term, scope) { used.append(term) }
      diagnostics = reported
    }
    for term in used where !scope.grouping.columns.contains(term) { scope.grouping.columns.append(term) }
  }
}

extension Condition {
  /// The conditions that must all hold: none of an empty one, and itself where it is no conjunction.
  var conjuncts: [Condition] {
    if case .all(let parts) = self { parts } else { [self] }
  }

  /// The columns that are compared, but for those that probes look at.
  var columns: [ColumnTerm] {
    switch self {
    case .all(let parts), .any(let parts): parts.flatMap(\.columns)
    case .not(let part): part.columns
    case .comparison(let term, _, _), .isNull(let term, _): [term.column].compactMap(\.self)
    case .exists: []
    }
  }
}
