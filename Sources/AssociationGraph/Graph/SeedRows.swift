internal import CSVSyntax

/// The rows of one model as they are once a plan has been carried out, as far as they are held in it.
public struct SeedRows: Sendable {
  /// For each row a value for each column of the model; ``Value/serverDefault`` where the server fills it in.
  public private(set) var rows: [[Value]] = []
  /// The files with further rows, as they are shown to people.
  public private(set) var files: [String] = []

  /// The rows of `model` in `plan`.
  public init(of model: ID<Model>, in plan: SeedPlan, _ graph: AssociationGraph) {
    let columns = graph[model].columns
    let absent = columns.map { column in column.isNullable && column.defaultValue == nil ? Value.null : .serverDefault }
    var updates: [RowUpdate] = []
    for statement in plan.statements {
      switch statement {
      case .insert(let set) where set.model == model:
        for row in set.rows {
          var values = absent
          for (column, value) in zip(set.columns, row) { values[column] = value }
          rows.append(values)
        }
      case .stream(let stream) where stream.model == model: files.append(stream.layout.file.path)
      case .update(let update) where update.model == model: updates.append(update)
      case .insert, .stream, .update, .release, .delete: continue
      }
    }
    for (key, updates) in Dictionary(grouping: updates, by: { $0.key.map(\.column) }) {
      var positions: [[Value]: Int] = [:]
      for (position, row) in rows.enumerated() { positions[key.map { row[$0] }] = position }
      for update in updates {
        guard let position = positions[update.key.map(\.value)] else { continue }
        for (column, value) in update.assignments { rows[position][column] = value }
      }
    }
  }
}
