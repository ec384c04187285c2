import Diagnostics
import SchemaLanguage

extension GraphResolver {
  /// Checks that every row gives what the server does not fill.
  mutating func checkRows(_ draft: SeedDraft) {
    for row in draft.rows where !row.isBroken {
      let missing = graph[row.model].columns.enumerated().filter { position, column in
        row.values[position] == nil && !column.isFilledByServer
      }
      guard let first = missing.first?.element else { continue }
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
  }

  /// Checks that every row gives one key of each exclusive arc; of an optional one, at most one.
  mutating func checkArcs(_ draft: SeedDraft) {
    for association in graph.polymorphicAssociations {
      let edges = association.alternatives.map { graph[graph[$0].steps[0].edge] }
      guard edges.allSatisfy({ $0.discriminator == nil }) else { continue }
      let model = graph[association.source]
      for row in draft.rowsOf[association.source.index].map({ draft.rows[$0] }) where !row.isBroken {
        let keys = edges.map { row.values[$0.childColumns[0]] ?? model.columns[$0.childColumns[0]].givenDefault }
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
  private func wayToGive(_ column: Int, of model: ID<Model>) -> String {
    let association = graph[model].associations.map { graph[$0] }.first { association in
      association.steps.count == 1 && association.steps[0].direction == .toParent
        && graph[association.steps[0].edge].decidingColumns.contains(column)
    }
    if let polymorphic = association?.polymorphic { return graph[polymorphic].name }
    return association?.name ?? graph[model].columns[column].attribute
  }

  /// Checks that no two rows have the same primary or unique key. (Texts are compared as far as
  /// ``Value/comparisonKey(in:)`` knows their collation.)
  mutating func checkKeys(_ draft: SeedDraft) {
    for (index, rows) in draft.rowsOf.enumerated() where rows.count > 1 {
      let model = graph.models[index]
      let primary = model.primaryKey.allSatisfy { $0.length == nil } ? model.primaryKeyColumns : []
      for key in [primary] + model.indexes.filter(\.isUnique).compactMap(\.wholeColumns) where !key.isEmpty {
        var firsts: [[Value]: Int] = [:]
        for row in rows where !draft.rows[row].isBroken {
          let values = key.compactMap { draft.rows[row].values[$0] }
          guard values.count == key.count, values.allSatisfy(\.isKnown) else { continue }
          let compared = zip(values, key).map { $0.comparisonKey(in: model.columns[$1]) }
          guard let first = firsts[compared] else {
            firsts[compared] = row
            continue
          }
          let names = key.map { model.columns[$0].attribute }.joined(separator: ", ")
          diagnostics.error(
            SeedRule.duplicateKey, at: draft.rows[row].places[key[0]] ?? draft.rows[row].place,
            "Two rows of '\(model.name)' have the same unique key (\(names))",
            notes: [
              Diagnostic.Note("The first is here", at: draft.rows[first].places[key[0]] ?? draft.rows[first].place)
            ])
        }
      }
    }
  }

  /// Checks that a partition takes each row, where that can be told: partitions by columns, and values that are known.
  mutating func checkPartitions(_ draft: SeedDraft) {
    for (index, rows) in draft.rowsOf.enumerated() {
      let model = graph.models[index]
      guard !rows.isEmpty, let partitioning = model.partitioning, let coverage = PartitionCoverage(of: model) else {
        continue
      }
      let columns = coverage.columns
      for row in rows where !draft.rows[row].isBroken {
        let values = columns.compactMap { draft.rows[row].values[$0] ?? model.columns[$0].knownDefault }
        guard values.count == columns.count, coverage.takes(values) == false else { continue }
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
}

extension Column {
  /// What a row that leaves the column out gets, where it is a literal or NULL.
  fileprivate var knownDefault: Value? {
    switch defaultValue {
    case .value(let value)?: value
    case nil: isNullable && generation == nil && !isAutoIncrement ? .null : nil
    case .now?, .uuid?, .expression?: nil
    }
  }
}

extension Column {
  /// The value that a row gets that gives none, as far as it is known.
  fileprivate var givenDefault: Value {
    switch defaultValue {
    case .value(let value): value
    case .none: .null
    case .now, .uuid, .expression: .serverDefault
    }
  }
}

extension Value {
  /// Whether it is a value that can be compared now, and not NULL.
  var isKnown: Bool {
    switch self {
    case .number, .text, .bytes: true
    case .null, .serverDefault, .expression: false
    }
  }
}
