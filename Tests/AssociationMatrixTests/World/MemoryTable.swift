/// A row by its columns; a column that is missing is NULL.
typealias MemoryRow = [String: String]

/// The rows of one table, as the seeds give them.
struct MemoryTable {
  /// The columns of the primary key.
  var key: [String]
  /// The columns that a query returns of it, in the order of the result.
  var returned: [String]
  /// All columns that seeds give, in the table's order.
  var columns: [String]
  /// The rows.
  var rows: [MemoryRow] = []

  /// Whether `left` stands before `right` in the order of the primary key.
  func precedes(_ left: MemoryRow, _ right: MemoryRow) -> Bool {
    for column in key {
      guard let first = left[column], let second = right[column], first != second else { continue }
      if let first = Int(first), let second = Int(second) { return first < second }
      return first < second
    }
    return false
  }
}
