/// Rows by the values of some columns, as the server compares them.
struct KeyIndex {
  /// How a row's values relate to those that are there.
  enum Match: Equatable {
    /// No row has them.
    case none
    /// This row has them.
    case row(Int)
    /// This row has them if their collation, which is not known wholly, holds them equal.
    case perhaps(Int)
  }

  private let comparisons: [ValueComparison]
  private var rows: [[Value]: Int] = [:]
  /// Rows whose values are equal at best, where the comparison of some column is not known wholly.
  private var possibleRows: [[Value]: Int] = [:]
  /// Those of ``possibleRows`` of whose values even less is known.
  private var obscureRows: [[Value]: Int] = [:]
  private var plainRows: [[Value]: Int] = [:]

  /// No rows; their values are compared by `comparisons`.
  init(_ comparisons: [ValueComparison]) { self.comparisons = comparisons }

  /// The row that has `values`, one for each comparison.
  func match(_ values: [Value]) -> Match { match(compared(values)) }

  /// Adds `row` with its `values`, unless a row has them, and gives the row that had them.
  mutating func insert(_ row: Int, _ values: [Value]) -> Match {
    let keys = compared(values)
    let match = match(keys)
    if case .row = match { return match }
    rows[keys.map(\.certain)] = row
    guard keys.contains(where: { $0.possible != nil }) else { return match }
    let possible = keys.map { $0.possible ?? $0.certain }
    possibleRows[possible] = possibleRows[possible] ?? row
    if let plain = plain(keys) {
      plainRows[plain] = row
    } else {
      obscureRows[possible] = obscureRows[possible] ?? row
    }
    return match
  }

  private func compared(_ values: [Value]) -> [ComparedValue] { zip(comparisons, values).map { $0.key(of: $1) } }

  private func match(_ keys: [ComparedValue]) -> Match {
    if let row = rows[keys.map(\.certain)] { return .row(row) }
    guard keys.contains(where: { $0.possible != nil }) else { return .none }
    let possible = keys.map { $0.possible ?? $0.certain }
    let row =
      if let plain = plain(keys) { plainRows[plain] ?? obscureRows[possible] } else { possibleRows[possible] }
    return row.map { .perhaps($0) } ?? .none
  }

  /// What is compared where all values are plain.
  private func plain(_ keys: [ComparedValue]) -> [Value]? {
    let plain = keys.compactMap { $0.plain ?? ($0.possible == nil ? $0.certain : nil) }
    return plain.count == keys.count ? plain : nil
  }
}
