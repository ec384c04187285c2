import CSVSyntax
import Diagnostics
import SchemaLanguage

/// A file of rows while the seeds are put together.
///
/// It stands among the rows of the draft as one, which holds what `defaults` give to all of its rows, and takes part in the
/// order of the rows as a whole.
struct StreamDraft {
  let options: SeedOptions
  let layout: RowFileLayout
  /// Its place among the rows of the draft.
  let row: Int
  /// What reads the rows; `nil` as long as it is not known, and where something is wrong.
  var stream: RowStream?
  /// How many rows the file has.
  var rowCount = 0
  /// The rows and files that have to be there before.
  var needs: [RowNeed] = []
  /// For keys of the model, by position, the hashes that come more than once, where the first reading has found out.
  var repeatedHashes: [Int: Set<UInt64>] = [:]
  /// The foreign keys that name rows of other files.
  var openEdges: [ID<Edge>] = []
}

extension GraphResolver {
  /// Adds a file whose rows nobody refers to by label.
  mutating func addStream(
    _ file: RowFile, _ options: SeedOptions, of model: ID<Model>, upsertKey: [Int]?, defaults: [FieldSyntax],
    _ draft: inout SeedDraft, _ fields: inout [(row: Int, fields: [FieldSyntax])]
  ) {
    guard let (_, layout) = openRows(file, options, of: model) else { return }
    var row = RowDraft(model: model, label: nil, range: layout.range, columnCount: graph[model].columns.count)
    row.upsertKey = upsertKey
    row.stream = draft.streams.count
    let position = draft.add(stream: StreamDraft(options: options, layout: layout, row: draft.rows.count), as: row)
    let written = RowSyntax(
      label: nil, range: layout.range,
      fields: layout.fields.map { FieldSyntax(name: $0.name, value: ValueSyntax(.null, at: $0.name.range)) })
    let others = self.fields(of: written, with: defaults, model).dropFirst(written.fields.count)
    fields.append((position, others.filter { isColumnOrReference($0, of: model) }))
    let given = Set(layout.fields.compactMap(\.content).flatMap { columns(of: $0) })
    if let upsertKey, let number = graph[model].columns.firstIndex(where: \.isAutoIncrement),
      !upsertKey.contains(number), !given.contains(number)
    {
      draft.isNumberedByServer[model.index] = true
    }
  }

  /// Whether a field of `defaults` is one that all rows of a file may have in common.
  private mutating func isColumnOrReference(_ field: FieldSyntax, of model: ID<Model>) -> Bool {
    guard columnPosition(field.name.value, of: model) == nil,
      let id = associationIDs[model.index][field.name.value],
      graph[id].steps.count != 1 || graph[id].steps[0].direction != .toParent
    else { return true }
    diagnostics.error(
      RowFileRule.header, at: field.name.range,
      "A file of rows gives columns and belongsTo associations, and '\(field.name.value)' is neither")
    return false
  }

  /// Finds out what reads the rows of a file; `nil` with diagnostics. `earlierRows` of the model come before them.
  mutating func makeStream(_ file: StreamDraft, earlierRows: Int, _ draft: SeedDraft) -> RowStream? {
    let constants = draft.rows[file.row]
    let model = graph[constants.model]
    var cells: [Int: RowStream.Cell] = [:]
    for (number, field) in file.layout.fields.enumerated() {
      switch field.content {
      case .column(let column):
        cells[column] = .field(number, FieldReader(column: model.columns[column], enumerations: graph.enumerations))
      case .reference(let id):
        let (edge, keys) = referencedKeys(id, draft)
        for (part, column) in graph[edge].childColumns.enumerated() {
          cells[column] = .reference(number, keys, part: part)
        }
      case nil: continue
      }
    }
    for (position, value) in constants.values.enumerated() {
      if let value { cells[position] = .constant(value) }
    }
    for (position, column) in model.columns.enumerated() {
      fill(position, column, file, earlierRows: earlierRows, draft, &cells)
    }
    let missing = model.columns.indices.filter { cells[$0] == nil && !model.columns[$0].isFilledByServer }
    if !missing.isEmpty {
      let names = missing.map { "'\(wayToGive($0, of: constants.model))'" }.joined(separator: ", ")
      diagnostics.error(
        SeedRule.missingValue, at: file.layout.range, "A row of '\(model.name)' needs \(names)",
        explanation: "Add \(missing.count == 1 ? "a column" : "columns") to the file, or give 'defaults' in '$options'."
      )
      return nil
    }
    if let key = constants.upsertKey, let column = key.first(where: { cells[$0] == nil }) {
      diagnostics.error(
        SeedRule.upsertKey, at: file.layout.range,
        "A row that is upserted has a value for each column of its key, and the file has no '\(model.columns[column].attribute)'"
      )
      return nil
    }
    let columns = cells.keys.sorted()
    return RowStream(
      model: constants.model, columns: columns,
      updatedColumns: constants.upsertKey.map { updatedColumns(columns, key: $0) }, layout: file.layout,
      cells: columns.compactMap { cells[$0] })
  }

  /// Adds what numbers or names the rows, where the server does not.
  private func fill(
    _ position: Int, _ column: Column, _ file: StreamDraft, earlierRows: Int, _ draft: SeedDraft,
    _ cells: inout [Int: RowStream.Cell]
  ) {
    guard column.isAutoIncrement || column.defaultValue == .uuid else { return }
    let row = draft.rows[file.row]
    let reader = FieldReader(column: column, enumerations: graph.enumerations)
    var field: Int?
    switch cells[position] {
    case .field(let number, _)?: field = number
    case nil: field = nil
    default: return
    }
    // Beside the key of an upsert the server has the say.
    let isLeftToServer = row.upsertKey.map { !$0.contains(position) } ?? false
    if column.isAutoIncrement {
      let isLeftToServer = isLeftToServer || draft.isNumberedByServer[row.model.index]
      if isLeftToServer, field == nil { return }
      cells[position] = .number(field, reader, first: isLeftToServer ? nil : nextNumber(position, of: row.model, draft))
    } else if !isLeftToServer {
      let path = draft.set.map { "$\($0)/" } ?? ""
      cells[position] = .name(
        field, reader, prefix: "\(graph.database.name)/\(graph[row.model].name)/\(path)", first: earlierRows + 1)
    }
  }

  /// The number behind the highest so far.
  private func nextNumber(_ position: Int, of model: ID<Model>, _ draft: SeedDraft) -> UInt64? {
    var next = max(graph[model].options.autoIncrementStart ?? 1, draft.numbersBehindFiles[model.index])
    for row in draft.rowsOf[model.index] {
      guard case .number(let text)? = draft.rows[row].values[position], let number = UInt64(text) else { continue }
      if number == .max { return nil }
      next = max(next, number + 1)
    }
    return next
  }

  /// The keys of the rows that have labels, for an association that a column of the file names.
  private func referencedKeys(_ id: ID<Association>, _ draft: SeedDraft) -> (ID<Edge>, ReferencedKeys) {
    let association = graph[id]
    let edge = graph[association.steps[0].edge]
    var keys: [String: [Value]] = [:]
    for (label, row) in draft.labels[association.target.index] {
      let key = edge.parentColumns.compactMap { draft.rows[row].values[$0] }
      if key.count == edge.parentColumns.count { keys[label] = key }
    }
    return (
      association.steps[0].edge,
      ReferencedKeys(
        association: association.name, model: graph[association.target].name, isRequired: edge.isRequired, keys: keys)
    )
  }
}
