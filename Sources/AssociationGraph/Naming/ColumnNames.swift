/// The names of a table's columns: those that the schema uses, and those of their properties in Swift.
///
/// A schema has many tables of few columns each. These are searched themselves, from the beginning: a dictionary would take
/// a third of their memory, and no less time. A table that grows gets dictionaries.
struct ColumnNames {
  /// So many columns are searched one after the other.
  private static let longestList = 24

  private var positions: [String: Int] = [:]
  private var properties = UniqueNames()

  /// The position of the last of `columns`, the table's, that the schema calls `name`.
  func position(of name: String, in columns: [Column]) -> Int? {
    positions.isEmpty ? columns.lastIndex { $0.attribute == name } : positions[name]
  }

  /// Appends `column` to the table's `columns`.
  ///
  /// Two names may become one in Swift (`user_id`, `userId`): the later property gets a number.
  mutating func append(_ column: Column, to columns: inout [Column]) {
    var column = column
    if columns.count < Self.longestList {
      let name = column.swiftName
      var number = 2
      while columns.contains(where: { $0.swiftName == column.swiftName }) {
        column.swiftName = "\(name)\(number)"
        number += 1
      }
    } else {
      if positions.isEmpty {
        for (position, column) in columns.enumerated() {
          positions[column.attribute] = position
          _ = properties.take(column.swiftName)
        }
      }
      column.swiftName = properties.take(column.swiftName)
      positions[column.attribute] = columns.count
    }
    columns.append(column)
  }
}
