import Diagnostics
import SchemaLanguage

extension GraphResolver {
  /// Follows `$options` of a model's rows: notes the tables to be emptied, and the key of an upsert.
  ///
  /// - Returns: the key by which the rows are upserted; `nil` for rows that are inserted.
  mutating func readOptions(of declaration: SeedDeclaration, _ model: ID<Model>, _ draft: inout SeedDraft) -> [Int]? {
    guard let options = declaration.options else { return nil }
    if options.truncateFirst?.value == true { noteTruncation(of: model, options, &draft) }
    guard let mode = options.mode, mode.value == .upsert else {
      draft.modes[model.index] = .insert
      return nil
    }
    let key = upsertKey(of: model, options, mode.range)
    draft.modes[model.index] = key.map { .upsert($0) } ?? .insert
    if key != nil { draft.upserts.append((model, mode.range)) }
    return key
  }

  /// The primary or unique key that `key` names.
  private mutating func upsertKey(of id: ID<Model>, _ options: SeedOptions, _ range: SourceRange) -> [Int]? {
    let model = graph[id]
    guard !options.key.isEmpty else {
      if model.hasWholePrimaryKey { return model.primaryKeyColumns }
      diagnostics.error(
        SeedRule.upsertKey, at: range,
        "Rows are upserted by a primary or unique key, and '\(model.name)' has no primary key",
        explanation: "Name the columns of a unique key with 'key', or give '\(model.name)' a primary key.")
      return nil
    }
    var columns: [Int] = []
    for name in options.key {
      guard let column = keyColumn(name, of: id) else { return nil }
      columns.append(column)
    }
    if let known = model.uniqueKeys.first(where: { Set($0) == Set(columns) }) { return known }
    let names = options.key.map { "'\($0.value)'" }.joined(separator: ", ")
    let known = model.uniqueKeys.map { key in "(\(key.map { model.columns[$0].attribute }.joined(separator: ", ")))" }
    diagnostics.error(
      SeedRule.upsertKey, at: options.key[0].range,
      "Rows are upserted by a primary or unique key of '\(model.name)', and \(names) is none",
      explanation: known.isEmpty
        ? "'\(model.name)' has no such key." : "Its keys are \(known.joined(separator: ", ")).")
    return nil
  }

  /// A column, or the one column of a belongsTo's key.
  private mutating func keyColumn(_ name: Located<String>, of model: ID<Model>) -> Int? {
    if columnPosition(name.value, of: model) == nil, let id = associationIDs[model.index][name.value],
      let step = graph[id].steps.first, graph[id].steps.count == 1, step.direction == .toParent,
      graph[step.edge].childColumns.count == 1
    {
      return graph[step.edge].childColumns[0]
    }
    return findColumn(name, of: model)
  }

  // MARK: Defaults

  /// The fields of a row with those of `defaults` that it does not give itself, by a column or by its association.
  func fields(of row: RowSyntax, with defaults: [FieldSyntax], _ model: ID<Model>) -> [FieldSyntax] {
    guard !defaults.isEmpty else { return row.fields }
    let names = Set(row.fields.map(\.name.value))
    let columns = row.fields.reduce(into: Set<Int>()) { $0.formUnion(givenColumns($1.name.value, of: model)) }
    return row.fields
      + defaults.filter { field in
        !names.contains(field.name.value) && columns.isDisjoint(with: givenColumns(field.name.value, of: model))
      }
  }

  /// The columns that a field gives.
  private func givenColumns(_ name: String, of model: ID<Model>) -> [Int] {
    if let column = columnPosition(name, of: model) { return [column] }
    let polymorphic = polymorphicIDs[model.index][name].map { graph[$0].alternatives }
    let associations = polymorphic ?? [associationIDs[model.index][name]].compactMap { $0 }
    return associations.flatMap { id -> [Int] in
      guard let step = graph[id].steps.first, graph[id].steps.count == 1, step.direction == .toParent else { return [] }
      return graph[step.edge].decidingColumns
    }
  }

  // MARK: Upserts

  /// How a row is written that an association brings along with `row`: as its own model's options say, else as `row` is.
  mutating func mode(
    of model: ID<Model>, broughtBy row: Int, at range: SourceRange, _ draft: SeedDraft
  ) -> SeedDraft.Mode {
    if let own = draft.modes[model.index] { return own }
    guard draft.rows[row].upsertKey != nil else { return .insert }
    if let key = graph[model].uniqueKeys.first(where: { !hasNumber($0, of: model) }) { return .upsert(key) }
    diagnostics.error(
      SeedRule.upsertKey, at: range,
      "A row of '\(graph[model].name)' that comes with an upserted one has no key but the number that it would get",
      explanation: "Give '\(graph[model].name)' options of its own in the seeds, or a unique key.")
    return .insert
  }

  /// Whether the server numbers a column of a key.
  private func hasNumber(_ key: [Int], of model: ID<Model>) -> Bool {
    key.contains { graph[model].columns[$0].isAutoIncrement }
  }

  /// Leaves to the server what it fills in beside the key of an upsert: a row that is there already has a value of its own.
  ///
  /// Where it numbers some rows of a table, it numbers all that have no number.
  mutating func deferKeys(_ draft: inout SeedDraft) {
    for row in draft.ownRows where draft.rows[row].stream == nil {
      guard let key = draft.rows[row].upsertKey else { continue }
      let model = draft.rows[row].model
      draft.rows[row].lookupKey = key
      for (position, column) in graph[model].columns.enumerated() {
        guard draft.rows[row].values[position] == nil, !key.contains(position),
          column.isAutoIncrement || column.defaultValue == .uuid
        else { continue }
        draft.rows[row].values[position] = .lookup(RowLookup(row: row, column: position))
        if column.isAutoIncrement { draft.isNumberedByServer[model.index] = true }
      }
    }
    for row in draft.ownRows
    where draft.isNumberedByServer[draft.rows[row].model.index] && draft.rows[row].stream == nil {
      let model = graph[draft.rows[row].model]
      guard let number = model.columns.firstIndex(where: \.isAutoIncrement), draft.rows[row].values[number] == nil
      else {
        continue
      }
      // Who refers to the row finds it by what it says itself; a row that says nothing of its own cannot be referred to.
      let key = model.uniqueKeys.first { key in
        key.allSatisfy { draft.rows[row].values[$0]?.isKnown == true }
      }
      draft.rows[row].lookupKey = key
      draft.rows[row].values[number] = key == nil ? .serverDefault : .lookup(RowLookup(row: row, column: number))
    }
  }

  /// Checks that the rows that are upserted give their keys, and that no other key of the table gets in the way.
  mutating func checkUpserts(_ draft: SeedDraft) {
    var givenColumns: [Set<Int>] = Array(repeating: [], count: graph.models.count)
    for row in draft.ownRows {
      let row = draft.rows[row]
      guard let key = row.upsertKey, !row.isBroken, row.stream == nil else { continue }
      let model = graph[row.model]
      for (position, value) in row.values.enumerated() {
        if let value, value.isKnown, !value.isLookup { givenColumns[row.model.index].insert(position) }
      }
      guard let missing = key.first(where: { row.values[$0]?.isKnown != true }) else { continue }
      let name = model.columns[missing].attribute
      diagnostics.error(
        SeedRule.upsertKey, at: row.places[missing] ?? row.place,
        "A row that is upserted has a value for each column of its key, and this one has none for '\(name)'",
        explanation: "Give '\(name)' a value that is neither NULL nor SQL.")
    }
    for file in draft.streams where file.row >= draft.firstOwnRow {
      givenColumns[draft.rows[file.row].model.index].formUnion(file.stream?.columns ?? [])
    }
    for (id, place) in draft.upserts {
      guard case .upsert(let key)? = draft.modes[id.index] else { continue }
      let model = graph[id]
      for other in model.uniqueKeys where !Set(other).isSuperset(of: key) {
        guard givenColumns[id.index].isSuperset(of: other) else { continue }
        let names = other.map { model.columns[$0].attribute }.joined(separator: ", ")
        let own = key.map { model.columns[$0].attribute }.joined(separator: ", ")
        diagnostics.warning(
          SeedRule.otherKey, at: place,
          "A row of '\(model.name)' is upserted by any unique key, also by (\(names)), which could catch another row",
          explanation: "The server takes the first row that has one of the keys in common, not only (\(own)). Leave "
            + "(\(names)) out of the rows, or switch this warning off where both keys always name the same row.")
      }
    }
  }
}

extension Model {
  /// Whether its primary key is of whole columns.
  fileprivate var hasWholePrimaryKey: Bool { !primaryKey.isEmpty && primaryKey.allSatisfy { $0.length == nil } }

  /// The keys of whole columns that no two rows have in common, the primary key first.
  var uniqueKeys: [[Int]] {
    (hasWholePrimaryKey ? [primaryKeyColumns] : []) + indexes.filter(\.isUnique).compactMap(\.wholeColumns)
  }
}

extension Value {
  /// Whether it is the value of another row's column, or its own row's, that the server knows.
  var isLookup: Bool {
    if case .lookup = self { true } else { false }
  }
}
