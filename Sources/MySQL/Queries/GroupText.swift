internal import AssociationGraph
internal import SchemaLanguage

extension QueryWriter {
  /// The select list of a query with groups.
  mutating func groupedColumns(_ grouping: Grouping) {
    var isFirst = true
    func begin() {
      sql.write(isFirst ? "\n  " : ",\n  ")
      isFirst = false
    }
    for returned in grouping.returned {
      begin()
      column(returned.term)
      sql.write(" AS ")
      sql.name(returned.name)
    }
    for aggregate in grouping.aggregates {
      begin()
      self.aggregate(aggregate)
      sql.write(" AS ")
      sql.name(aggregate.name)
    }
  }

  mutating func aggregate(_ aggregate: Aggregate) {
    let function =
      switch aggregate.function {
      case .count: "COUNT("
      case .countDistinct: "COUNT(DISTINCT "
      case .sum: "SUM("
      case .avg: "AVG("
      case .min: "MIN("
      case .max: "MAX("
      }
    sql.write(function)
    if let column = aggregate.column { self.column(column) } else { sql.write("*") }
    sql.write(")")
  }

  /// GROUP BY and HAVING.
  mutating func groups(_ grouping: Grouping) {
    if !grouping.columns.isEmpty {
      newLine(0)
      sql.write("GROUP BY ")
      for (index, term) in grouping.columns.enumerated() {
        if index > 0 { sql.write(", ") }
        column(term)
      }
    }
    if let condition = grouping.condition, !condition.isAlwaysTrue {
      newLine(0)
      sql.write("HAVING ")
      conjunction(condition, indentation: 2)
    }
  }
}
