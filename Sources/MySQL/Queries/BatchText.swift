internal import AssociationGraph

extension QueryWriter {
  /// The statement of a batched include: the rows of all parents whose keys it is given, each with its parent's key.
  mutating func batch() {
    guard let parent = plan.sources[level.root].parent else { return }
    let key = plan.keyOfParents(of: level.root, in: graph)
    let order = plan.sources[level.root].order
    if let limit = plan.sources[level.root].limit {
      numbered(key, order, limit) { $0.rows(below: parent, key, indentation: $1) }
      return
    }
    sql.write("SELECT")
    selectList(indentation: 2)
    rows(below: parent, key, indentation: 0)
    orderBy(order)
  }

  /// FROM, the joins and WHERE.
  private mutating func rows(below parent: Int, _ key: [SelectedColumn], indentation: Int) {
    let hop = plan.sources[parent].target
    newLine(indentation)
    sql.write("FROM ")
    table(hop)
    newLine(indentation)
    join(level.root, indentation: indentation)
    newLine(indentation)
    sql.write("WHERE ")
    if key.count > 1 { sql.write("(") }
    for (index, column) in key.enumerated() {
      if index > 0 { sql.write(", ") }
      sql.name(hop.alias)
      sql.write(".")
      sql.name(graph[hop.model].columns[column.column].name)
    }
    if key.count > 1 { sql.write(")") }
    sql.write(" IN (")
    keyPlaceholders(columns: key.count)
    sql.write(")")
  }

  /// Numbers the rows of each parent, and returns those up to `limit`.
  ///
  /// Where what is joined to them repeats them, equal ranks are one row.
  private mutating func numbered(
    _ key: [SelectedColumn], _ order: [OrderTerm], _ limit: RowCount, rows: (inout QueryWriter, Int) -> Void
  ) {
    let isRepeated = level.sources.dropFirst().contains { plan.mayMultiply($0, in: graph) }
    sql.write("SELECT")
    var isFirst = true
    for column in returned.flatMap(\.columns) {
      if !isFirst { sql.write(",") }
      newLine(2)
      isFirst = false
      sql.name(column.name)
    }
    sql.write("\nFROM (\n  SELECT")
    selectList(indentation: 4)
    sql.write(",")
    newLine(4)
    sql.write(isRepeated ? "DENSE_RANK()" : "ROW_NUMBER()")
    sql.write(" OVER (PARTITION BY ")
    let parentTerms = order.prefix(key.count)
    list(Array(parentTerms))
    let own = order.dropFirst(key.count).filter { term in term.term.column.map { choosesRows($0.source) } ?? false }
    if !own.isEmpty {
      sql.write(" ORDER BY ")
      list(own)
    }
    sql.write(") AS `$number`")
    if isRepeated {
      sql.write(",")
      newLine(4)
      sql.write("ROW_NUMBER() OVER (ORDER BY ")
      list(order)
      sql.write(") AS `$row`")
    }
    rows(&self, 2)
    sql.write("\n) AS `numbered`\nWHERE `$number` <= ")
    rowCount(limit)
    newLine(0)
    sql.write("ORDER BY ")
    if isRepeated {
      sql.write("`$row`")
      return
    }
    for column in key {
      sql.name(column.name)
      sql.write(", ")
    }
    sql.write("`$number`")
  }

  private mutating func list(_ terms: [OrderTerm]) {
    for (index, term) in terms.enumerated() {
      if index > 0 { sql.write(", ") }
      orderTerm(term)
    }
  }

  /// Whether an order by `source` tells apart the rows that are numbered: no to-many lies between.
  private func choosesRows(_ source: Int) -> Bool {
    var current = source
    while current != level.root {
      guard let parent = plan.sources[current].parent, !plan.mayMultiply(current, in: graph) else { return false }
      current = parent
    }
    return true
  }
}
