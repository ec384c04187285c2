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
    let column = graph.models[model].columns[position]
    var next: UInt64? = max(graph.models[model].options.autoIncrementStart ?? 1, draft.numbersBehindFiles[model])
    for row in draft.rowsOf[model] {
      if case .number(let written)? = draft.rows[row].values[position] {
        if written == "0" {
          draft.rows[row].isBroken = true
          diagnostics.error(
            SeedRule.zeroKey, at: draft.rows[row].places[position] ?? draft.rows[row].place,
            "Column '\(column.attribute)' is numbered by the server, which takes 0 for 'the next number'",
            explanation: "Number from 1, or leave the column out.")
        }
        guard let number = UInt64(written), let current = next, number >= current else { continue }
        next = number == .max ? nil : number + 1
      } else if draft.rows[row].values[position] == nil {
        guard let number = next, number <= column.type.largestInteger else {
          draft.rows[row].isBroken = true
          diagnostics.error(
            ValueRule.range, at: draft.rows[row].place,
            "Column '\(column.attribute)' ends at \(column.type.largestInteger), and this row would get a higher number",
            explanation: "Give the key a wider type.")
          continue
        }
        draft.rows[row].values[position] = .number(String(number))
        next = number == .max ? nil : number + 1
      }
    }
  }

  /// UUIDs of RFC 9562, version 5, from the database's name, the model's and the row's label or position.
  private mutating func nameRows(_ position: Int, of model: Int, _ draft: inout SeedDraft) {
    let rows = draft.rowsOf[model].drop { $0 < draft.firstOwnRow }
    // No label of `seeds` begins with `$`.
    let path = draft.set.map { "$\($0)/" } ?? ""
    for (number, row) in rows.enumerated() where draft.rows[row].values[position] == nil {
      let name = path + (draft.rows[row].label?.value ?? "#\(number + 1)")
      let uuid = NameBasedUUID(
        namespace: .seeds, name: "\(graph.database.name)/\(graph.models[model].name)/\(name)")
      draft.rows[row].values[position] = .text(uuid.text)
    }
  }
}

extension ColumnType {
  /// The largest number of an integer type.
  var largestInteger: UInt64 {
    guard case .integer(let width, let isUnsigned, _) = self else { return .max }
    let bits = UInt64(width.rawValue * 8)
    return isUnsigned ? (bits == 64 ? .max : 1 << bits - 1) : 1 << (bits - 1) - 1
  }
}
