import Diagnostics

extension GraphResolver {
  /// Gives each row the keys that a server would make: numbers in the order written, UUIDs by name.
  mutating func numberRows(_ draft: inout SeedDraft) {
    for index in graph.models.indices where !draft.rowsOf[index].isEmpty {
      for (position, column) in graph.models[index].columns.enumerated() {
        if column.isAutoIncrement { number(position, of: index, &draft) }
        if column.defaultValue == .uuid { nameRows(position, of: index, &draft) }
      }
    }
  }

  /// Numbers from the table's first on; a written number is kept, and the next ones go on from the highest.
  private mutating func number(_ position: Int, of model: Int, _ draft: inout SeedDraft) {
    var next = graph.models[model].options.autoIncrementStart ?? 1
    for row in draft.rowsOf[model] {
      if case .number(let written)? = draft.rows[row].values[position] {
        if let number = UInt64(written), number >= next { next = number == .max ? .max : number + 1 }
      } else if draft.rows[row].values[position] == nil {
        draft.rows[row].values[position] = .number(String(next))
        next = next == .max ? .max : next + 1
      }
    }
  }

  /// UUIDs of RFC 9562, version 5, from the database's name, the model's and the row's label or position.
  private mutating func nameRows(_ position: Int, of model: Int, _ draft: inout SeedDraft) {
    for (number, row) in draft.rowsOf[model].enumerated() where draft.rows[row].values[position] == nil {
      let name = draft.rows[row].label?.value ?? "#\(number + 1)"
      let uuid = NameBasedUUID(
        namespace: .seeds, name: "\(graph.database.name)/\(graph.models[model].name)/\(name)")
      draft.rows[row].values[position] = .text(uuid.text)
    }
  }
}
