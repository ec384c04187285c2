import SchemaLanguage

extension Interpreter {
  /// A row of the join: one of `from`, and what the ways of the includes have found.
  private typealias JoinedRow = (row: Record, others: [String: Element])

  /// A value of a group.
  private struct GroupValue {
    var cell: Cell?
    var text: String
  }

  /// The lines that a query with groups gives.
  func groupLines(_ grouping: RandomGrouping) -> [String] {
    var groups: [[Cell?]: [JoinedRow]] = [:]
    if grouping.columns.isEmpty { groups[[]] = [] }
    for row in joinedRows { groups[grouping.columns.map { value($0, row.row, row.others) }, default: []].append(row) }

    let returned = grouping.returned ?? grouping.columns
    var results: [(values: [RandomPath: GroupValue], completion: [Cell?], text: String)] = []
    for (key, rows) in groups {
      var values: [RandomPath: GroupValue] = [:]
      for path in grouping.columns + returned {
        let column = column(path, from: query.model)
        let cell = rows.first.flatMap { value(path, $0.row, $0.others) }
        values[path] = GroupValue(cell: column.type.rank(cell), text: cell.map(column.type.outline) ?? "null")
      }
      for aggregate in grouping.aggregates {
        values[RandomPath(column: aggregate.name)] = compute(aggregate, rows)
      }
      if let condition = grouping.condition, !meets(condition, key, grouping, values) { continue }
      let paths = returned + grouping.aggregates.map { RandomPath(column: $0.name) }
      let parts = paths.map { path in "\(property(path)): \(values[path]?.text ?? "null")" }
      let isTold = !query.isDistinct || grouping.columns.allSatisfy(returned.contains)
      results.append(
        (
          values, (isTold ? grouping.columns : paths).map { values[$0]?.cell },
          "{\(parts.joined(separator: ", "))}"
        ))
    }
    if query.isDistinct { results = Array(Dictionary(results.map { ($0.text, $0) }) { first, _ in first }.values) }
    let descending = query.order.map(\.isDescending)
    return limited(
      results.sorted { left, right in
        precedes(
          query.order.map { left.values[$0.path]?.cell } + left.completion,
          query.order.map { right.values[$0.path]?.cell } + right.completion, descending)
      }
    ).map(\.text)
  }

  private func property(_ path: RandomPath) -> String {
    let words = path.associations + [path.column]
    return Self.property(
      words[0] + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined())
  }

  private func meets(
    _ condition: RandomCondition, _ key: [Cell?], _ grouping: RandomGrouping, _ values: [RandomPath: GroupValue]
  ) -> Bool {
    conditions.holds(condition, query.model, [:], withDeleted: true) { path in
      if let position = grouping.columns.firstIndex(of: path) { return key[position] }
      return values[path]?.cell
    } == true
  }

  // MARK: Joins

  /// The rows of `from` with each combination of what the includes find, as far as they meet the condition.
  private var joinedRows: [JoinedRow] {
    world.models[query.model].rows.flatMap { row -> [JoinedRow] in
      guard query.withDeleted || row["deletedAt"] == nil else { return [] }
      var joined: [JoinedRow] = [(row, [:])]
      for include in query.includes {
        let found = combinations(include, of: row)
        joined = joined.flatMap { known in
          found.map { (row, known.others.merging($0) { old, _ in old }) }
        }
      }
      guard let condition = query.condition else { return joined }
      return joined.filter { joined in
        conditions.holds(condition, query.model, row, withDeleted: query.withDeleted) {
          value($0, row, joined.others)
        } == true
      }
    }
  }

  /// What the ways of an include find, each time that they do; once nothing, unless it is required.
  private func combinations(_ include: RandomInclude, of row: Record) -> [[String: Element]] {
    let withDeleted = include.withDeleted ?? query.withDeleted
    var combinations: [[String: Element]] = []
    for way in world.ways(include.name, of: query.model) {
      for rows in conditions.follow(way, from: row, withDeleted: withDeleted) {
        guard let target = rows.last else { continue }
        if let condition = include.condition,
          conditions.holds(condition, way.target, target, withDeleted: withDeleted, { target[$0.column] }) != true
        {
          continue
        }
        combinations.append([way.name: Element(row: target)])
      }
    }
    return combinations.isEmpty && !include.isRequired ? [[:]] : combinations
  }

  // MARK: Aggregates

  private func compute(_ aggregate: RandomAggregate, _ rows: [JoinedRow]) -> GroupValue {
    guard let path = aggregate.path else { return number(rows.count) }
    let cells = rows.compactMap { value(path, $0.row, $0.others) }
    let numbers = cells.compactMap { cell in if case .number(let number) = cell { number } else { nil } }
    switch aggregate.function {
    case .count: return number(cells.count)
    case .countDistinct: return number(Set(cells).count)
    case _ where cells.isEmpty: return GroupValue(cell: nil, text: "null")
    case .min: return extreme(cells.min(), aggregate.type)
    case .max: return extreme(cells.max(), aggregate.type)
    case .sum: return extreme(.number(numbers.reduce(0, +)), aggregate.type)
    case .avg:
      // Four more digits than the numbers have, rounded.
      let (sum, count) = (numbers.reduce(0, +) * 10_000, numbers.count)
      let mean = (2 * abs(sum) + count) / (2 * count) * sum.signum()
      return GroupValue(cell: .number(mean), text: RandomType.decimal(mean, scale: aggregate.type == .decimal ? 6 : 4))
    }
  }

  private func number(_ number: Int) -> GroupValue { GroupValue(cell: .number(number), text: String(number)) }

  private func extreme(_ cell: Cell?, _ type: RandomType) -> GroupValue {
    GroupValue(cell: cell, text: cell.map(type.outline) ?? "null")
  }
}
