import Diagnostics
import SchemaLanguage

extension GraphResolver {
  /// Checks that every row gives what the server does not fill.
  mutating func checkRows(_ draft: SeedDraft) {
    inParts(of: draft.ownRows) { resolver, positions in
      for position in positions where !draft.rows[position].isBroken { resolver.check(draft.rows[position]) }
    }
  }

  private mutating func check(_ row: RowDraft) {
    let missing = graph[row.model].columns.enumerated().filter { position, column in
      row.values[position] == nil && !column.isFilledByServer
    }
    guard let first = missing.first?.element else { return }
    var names: [String] = []
    for name in missing.map({ "'\(wayToGive($0.offset, of: row.model))'" }) where !names.contains(name) {
      names.append(name)
    }
    diagnostics.error(
      SeedRule.missingValue, at: row.place,
      names.count == 1
        ? "A row of '\(graph[row.model].name)' needs \(names[0])"
        : "A row of '\(graph[row.model].name)' needs \(names.joined(separator: ", "))",
      explanation:
        "Give \(names.count == 1 ? "it" : "them") a value, make the column nullable with '?', or give it a "
        + "default.",
      notes: [Diagnostic.Note("Column '\(first.attribute)' is declared here", at: first.declaredAt)])
  }

  /// Checks that every row gives one key of each exclusive arc; of an optional one, at most one.
  mutating func checkArcs(_ draft: SeedDraft) {
    for association in graph.polymorphicAssociations {
      let edges = association.alternatives.map { graph[graph[$0].steps[0].edge] }
      guard edges.allSatisfy({ $0.discriminator == nil }) else { continue }
      let model = graph[association.source]
      let own = draft.rowsOf[association.source.index].drop { $0 < draft.firstOwnRow }
      for row in own.map({ draft.rows[$0] }) where !row.isBroken {
        let keys = edges.map { model.columns[$0.childColumns[0]].filled(row.values[$0.childColumns[0]]) }
        guard keys.allSatisfy({ $0 == .null || $0.isKnown }) else { continue }
        let given = edges.indices.filter { keys[$0] != .null }
        if given.count > 1 {
          let names = given.map { "'\(graph[edges[$0].parent].name)'" }.joined(separator: " and ")
          diagnostics.error(
            SeedRule.associationValue, at: row.places[edges[given[1]].childColumns[0]] ?? row.place,
            "Association '\(association.name)' names one row, and this row names one of \(names)",
            explanation: "Take one of them away.")
        } else if given.isEmpty, association.isRequired {
          diagnostics.error(
            SeedRule.missingValue, at: row.place, "A row of '\(model.name)' needs '\(association.name)'",
            explanation: "Name a row, or write foreignKey: { nullable: true } in the association.",
            notes: [Diagnostic.Note("It is declared here", at: association.declaredAt)])
        }
      }
    }
  }

  /// How a row gives a column: by the association whose key it is, else by its own name.
  func wayToGive(_ column: Int, of model: ID<Model>) -> String {
    let association = graph[model].associations.map { graph[$0] }.first { association in
      association.steps.count == 1 && association.steps[0].direction == .toParent
        && graph[association.steps[0].edge].decidingColumns.contains(column)
    }
    if let polymorphic = association?.polymorphic { return graph[polymorphic].name }
    return association?.name ?? graph[model].columns[column].attribute
  }

  /// Checks the rows of each table: their keys, their partitions and what its checks say of them.
  mutating func checkTables(_ draft: SeedDraft) {
    inParts(of: draft.rowsOf.indices) { resolver, positions in
      for position in positions where !draft.rowsOf[position].isEmpty {
        let model = resolver.graph.models[position]
        resolver.checkKeys(of: model, draft, draft.rowsOf[position])
        let own = draft.rowsOf[position].filter { $0 >= draft.firstOwnRow && !draft.rows[$0].isBroken }
        resolver.checkPartitions(of: model, draft, own)
        resolver.checkConditions(of: model, draft, own)
      }
    }
  }

  /// Checks that no two rows have the same primary or unique key, as the collations of its columns compare them.
  private mutating func checkKeys(of model: Model, _ draft: SeedDraft, _ rows: [Int]) {
    guard rows.count > 1 else { return }
    for parts in [model.primaryKey] + model.indexes.filter(\.isUnique).map(\.parts) {
      let columns = parts.compactMap(\.column)
      guard !columns.isEmpty, columns.count == parts.count else { continue }
      checkKey(parts, columns, of: model, draft, rows)
    }
  }

  /// Whether a row of a set is upserted and finds a row of `seeds`, so that having its keys is what is meant.
  private func updates(_ row: Int, _ first: Int, _ draft: SeedDraft) -> Bool {
    guard first < draft.firstOwnRow, row >= draft.firstOwnRow, let key = draft.rows[row].upsertKey else { return false }
    return key.allSatisfy { position in
      let column = graph[draft.rows[row].model].columns[position]
      let (value, other) = (draft.rows[row].values[position], draft.rows[first].values[position])
      return value?.comparisonKey(in: column) == other?.comparisonKey(in: column)
    }
  }

  private mutating func checkKey(
    _ parts: [IndexPart], _ columns: [Int], of model: Model, _ draft: SeedDraft, _ rows: [Int]
  ) {
    var index = KeyIndex(zip(parts, columns).map { ValueComparison(model.columns[$1], length: $0.length) })
    var isUndecided = false
    func place(_ row: Int) -> SourceRange { draft.rows[row].places[columns[0]] ?? draft.rows[row].place }
    func names() -> String { columns.map { model.columns[$0].attribute }.joined(separator: ", ") }
    for row in rows where !draft.rows[row].isBroken {
      let values = columns.map { model.columns[$0].filled(draft.rows[row].values[$0]) }
      guard values.allSatisfy(\.isKnown) else { continue }
      switch index.insert(row, values) {
      case .none: continue
      case .row(let first) where updates(row, first, draft): continue
      case .row(let first):
        let isPrefix = parts.contains { $0.length != nil }
        diagnostics.error(
          SeedRule.duplicateKey, at: place(row),
          "Two rows of '\(model.name)' have the same unique key (\(names()))",
          explanation: isPrefix ? "The key holds the beginning of the values alone." : nil,
          notes: [Diagnostic.Note("The first is here", at: place(first))])
      case .perhaps(let first):
        // One of them says it; the next run would say the others.
        guard !isUndecided else { continue }
        isUndecided = true
        let collations = Set(columns.compactMap { model.columns[$0].collation?.name }).sorted()
        diagnostics.warning(
          SeedRule.undecidedKey, at: place(row),
          "Two rows of '\(model.name)' may have the same unique key (\(names())) under \(collations.joined(separator: ", "))",
          explanation: "Joinery does not know all of this collation, so that the server decides.",
          notes: [Diagnostic.Note("The first is here", at: place(first))])
      }
    }
  }

  /// Checks that rows satisfy the checks of their table, as far as those can be computed here.
  private mutating func checkConditions(of model: Model, _ draft: SeedDraft, _ rows: [Int]) {
    let evaluators = model.checks.compactMap { CheckEvaluator($0, of: model) }
    for row in rows {
      for evaluator in evaluators {
        guard evaluator.isBroken(by: { model.columns[$0].filled(draft.rows[row].values[$0]) }) else { continue }
        let place = evaluator.columns.lazy.compactMap { draft.rows[row].places[$0] }.first
        diagnostics.add(evaluator.finding(at: place ?? draft.rows[row].place))
      }
    }
  }

  /// Checks that a partition takes each row, where that can be told: partitions by columns, and values that are known.
  private mutating func checkPartitions(of model: Model, _ draft: SeedDraft, _ rows: [Int]) {
    guard let partitioning = model.partitioning, let coverage = PartitionCoverage(of: model) else { return }
    let columns = coverage.columns
    for row in rows {
      let values = columns.map { model.columns[$0].filled(draft.rows[row].values[$0]) }
      guard values.allSatisfy({ $0 == .null || $0.isKnown }), coverage.takes(values) == false else { continue }
      let names = columns.map { model.columns[$0].attribute }.joined(separator: ", ")
      diagnostics.error(
        SeedRule.noPartition,
        at: columns.lazy.compactMap { draft.rows[row].places[$0] }.first ?? draft.rows[row].place,
        "No partition of '\(model.name)' takes a row with this \(names)",
        explanation: partitioning.method == .range
          ? "Give the last partition a higher bound, or add one with the bound max."
          : "Add the value to the list of a partition.",
        notes: [Diagnostic.Note("The partitions are declared here", at: partitioning.declaredAt)])
    }
  }
}

extension CheckEvaluator {
  /// That the row at `place` breaks the check.
  func finding(at place: SourceRange) -> Diagnostic {
    Diagnostic(
      SeedRule.check.identifier, .error, at: place,
      "A row of '\(model.name)' breaks check '\(check.name)'",
      notes: [Diagnostic.Note("The check is written here", at: check.declaredAt)])
  }
}

extension Column {
  /// What the column holds where a row gives `value`: its default or NULL where that is `nil`. What only the server knows is
  /// ``Value/serverDefault``.
  func filled(_ value: Value?) -> Value {
    if let value { return value }
    switch defaultValue {
    case .value(let value)?: return value
    case .some: return .serverDefault
    case nil: return isNullable && generation == nil && !isAutoIncrement ? .null : .serverDefault
    }
  }
}

extension Value {
  /// Whether it is a value that can be compared now, and not NULL.
  var isKnown: Bool {
    switch self {
    case .number, .text, .bytes, .lookup: true
    case .null, .serverDefault, .expression: false
    }
  }
}
