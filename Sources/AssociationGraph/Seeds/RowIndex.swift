/// Finds rows by the values of some columns, as the server compares them.
struct RowIndex {
  private struct Key: Hashable {
    let model: ID<Model>
    let columns: [Int]
  }
  private struct Entry {
    let comparisons: [ValueComparison]
    var rows: [[Value]: [Int]] = [:]
    /// The same for ``hasUndecidedRow(of:_:with:in:_:)``, made when that asks for the first time.
    var keys: KeyIndex?

    func compared(_ values: [Value]) -> [Value] { zip(comparisons, values).map { $0.key(of: $1).certain } }
  }
  private var entries: [Key: Entry] = [:]

  /// The rows of `model` whose `columns` have the `values`, in order.
  mutating func rows(
    of model: Model, _ id: ID<Model>, with values: [Value], in columns: [Int], _ draft: SeedDraft
  ) -> [Int] {
    let key = Key(model: id, columns: columns)
    if let entry = entries[key] { return entry.rows[entry.compared(values)] ?? [] }
    var entry = Entry(comparisons: columns.map { ValueComparison(model.columns[$0]) })
    for row in draft.rowsOf[id.index] {
      entry.rows[entry.compared(columns.map { draft.rows[row].values[$0] ?? .null }), default: []].append(row)
    }
    entries[key] = entry
    return entry.rows[entry.compared(values)] ?? []
  }

  /// Whether one of the rows that ``rows(of:_:with:in:_:)`` does not find may have the `values` all the same.
  mutating func hasUndecidedRow(
    of model: Model, _ id: ID<Model>, with values: [Value], in columns: [Int], _ draft: SeedDraft
  ) -> Bool {
    let key = Key(model: id, columns: columns)
    let comparisons = entries[key]?.comparisons ?? columns.map { ValueComparison(model.columns[$0]) }
    guard zip(comparisons, values).contains(where: { $0.isUndecided($1) }) else { return false }
    var keys = entries[key]?.keys ?? KeyIndex(comparisons)
    if entries[key]?.keys == nil {
      for row in draft.rowsOf[id.index] { _ = keys.insert(row, columns.map { draft.rows[row].values[$0] ?? .null }) }
      entries[key]?.keys = keys
    }
    return if case .perhaps = keys.match(values) { true } else { false }
  }
}
