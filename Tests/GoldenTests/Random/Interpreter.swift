import Foundation

/// What a query means, by going over the rows in memory. It knows nothing of SQL.
struct Interpreter {
  let world: RandomWorld

  // MARK: Associations

  /// The rows that an association finds for `row`: each with the junction row before it.
  private func follow(
    _ association: RandomAssociation, from row: Record, withDeleted: Bool
  ) -> [(junction: Record?, target: Record)] {
    func linked(_ model: Int, _ here: [String], _ there: [String], _ row: Record) -> [Record] {
      world.models[model].rows.filter { candidate in
        let isSeen = withDeleted || candidate["deletedAt"] == nil
        return isSeen
          && zip(here, there).allSatisfy { own, other in row[own] != nil && row[own] == candidate[other] }
      }
    }
    guard let junction = association.junction else {
      return linked(association.target, association.here, association.there, row).map { (nil, $0) }
    }
    return linked(junction.model, association.here, association.there, row).flatMap { pair in
      linked(association.target, junction.on, world.models[association.target].key, pair).map { (pair, $0) }
    }
  }

  // MARK: Conditions

  /// Whether the condition holds for `row`, in SQL's logic of three values: `nil` is unknown. `others` are the rows that paths
  /// lead to, by the names of the associations.
  private func holds(
    _ condition: RandomCondition, _ row: Record, others: [String: Record] = [:], withDeleted: Bool
  ) -> Bool? {
    func value(_ path: [String]) -> Cell? {
      path.count == 1 ? row[path[0]] : others[path[0]]?[path[1]]
    }
    switch condition {
    case .all(let parts):
      let results = parts.map { holds($0, row, others: others, withDeleted: withDeleted) }
      return results.contains(false) ? false : results.contains(nil) ? nil : true
    case .any(let parts):
      let results = parts.map { holds($0, row, others: others, withDeleted: withDeleted) }
      return results.contains(true) ? true : results.contains(nil) ? nil : false
    case .not(let part): return holds(part, row, others: others, withDeleted: withDeleted).map { !$0 }
    case .isNull(let path, let isNull): return (value(path) == nil) == isNull
    case .exists(let association, let part):
      return follow(association, from: row, withDeleted: withDeleted).contains { found in
        holds(part, found.target, withDeleted: withDeleted) == true
      }
    case .comparison(let path, let name, let operands): return compare(value(path), name, operands)
    }
  }

  private func compare(_ value: Cell?, _ name: String, _ operands: [Cell]) -> Bool? {
    if operands.isEmpty { return name == "notIn" }
    guard let value else { return nil }
    let first = operands[0]
    let last = operands[operands.count - 1]
    switch name {
    case "eq": return value == first
    case "ne": return value != first
    case "gt": return value > first
    case "gte": return value >= first
    case "lt": return value < first
    case "lte": return value <= first
    case "in": return operands.contains(value)
    case "notIn": return !operands.contains(value)
    case "between": return first <= value && value <= last
    case "notBetween": return !(first <= value && value <= last)
    case "startsWith": return value.text.hasPrefix(first.text)
    case "endsWith": return value.text.hasSuffix(first.text)
    case "contains": return value.text.contains(first.text)
    // The only pattern is one letter and a text.
    case "like": return value.text.count == first.text.count && value.text.hasSuffix(first.text.dropFirst())
    default: return nil
    }
  }

  // MARK: Orders

  /// Whether `left` stands before `right`; `nil` for neither. NULL is the lowest value.
  private func precedes(_ left: Cell?, _ right: Cell?, isDescending: Bool) -> Bool? {
    if left == right { return nil }
    let isLower =
      switch (left, right) {
      case (nil, _): true
      case (_, nil): false
      case (let left?, let right?): left < right
      }
    return isLower != isDescending
  }

  private func precedes(_ left: [(Cell?, Bool)], _ right: [(Cell?, Bool)]) -> Bool {
    for (one, other) in zip(left, right) {
      if let answer = precedes(one.0, other.0, isDescending: one.1) { return answer }
    }
    return false
  }

  // MARK: Nested results

  /// The lines that the nested result gives.
  func lines(of query: RandomQuery) -> [String] {
    if query.isGrouped { return groupLines(of: query) }
    let rows = roots(of: query)
    if query.isDistinct {
      let pairs = rows.map { [$0["name"], $0["size"]] }
      return Set(pairs).sorted { left, right in
        precedes(left.map { ($0, false) }, right.map { ($0, false) })
      }
      .map { "{name: \($0[0]?.outline ?? "null"), size: \($0[1]?.outline ?? "null")}" }
    }
    var elements: [(sort: [(Cell?, Bool)], text: String)] = []
    for row in rows {
      guard let children = children(query.includes, of: row, withDeleted: query.withDeleted) else { continue }
      let others = toOnes(query, row)
      let own = query.order.map { term in
        (term.path.count == 1 ? row[term.path[0]] : others[term.path[0]]?[term.path[1]], term.isDescending)
      }
      let key = world.models[query.model].key.map { (row[$0], false) }
      elements.append(
        (own + key, "{\((properties(of: row, query.model) + children).joined(separator: ", "))}"))
    }
    elements.sort { precedes($0.sort, $1.sort) }
    let rest = elements.dropFirst(query.offset ?? 0)
    return rest.prefix(query.limit ?? rest.count).map(\.text)
  }

  /// The rows of `from` that meet the condition.
  private func roots(of query: RandomQuery) -> [Record] {
    world.models[query.model].rows.filter { row in
      guard query.withDeleted || row["deletedAt"] == nil else { return false }
      guard let condition = query.condition else { return true }
      return holds(condition, row, others: toOnes(query, row), withDeleted: query.withDeleted) == true
    }
  }

  /// The rows of the to-one includes of `from`, by the names of their associations.
  private func toOnes(_ query: RandomQuery, _ row: Record) -> [String: Record] {
    var others: [String: Record] = [:]
    for include in query.includes where !include.association.isMany {
      others[include.association.name] = elements(include, of: row, withDeleted: query.withDeleted).first?.row
    }
    return others
  }

  /// The properties for what is included; `nil` where something is missing that must be there.
  private func children(_ includes: [RandomInclude], of row: Record, withDeleted: Bool) -> [String]? {
    var properties: [String] = []
    for include in includes {
      let elements = elements(include, of: row, withDeleted: withDeleted)
      if elements.isEmpty, include.isRequired { return nil }
      let texts = elements.map(\.text)
      properties.append(
        "\(include.association.name): "
          + (include.association.isMany ? "[\(texts.joined(separator: ", "))]" : texts.first ?? "null"))
    }
    return properties
  }

  private func elements(_ include: RandomInclude, of row: Record, withDeleted: Bool) -> [(row: Record, text: String)] {
    let association = include.association
    let withDeleted = include.withDeleted ?? withDeleted
    var elements: [(sort: [(Cell?, Bool)], row: Record, text: String)] = []
    for (junction, target) in follow(association, from: row, withDeleted: withDeleted) {
      if let condition = include.condition, holds(condition, target, withDeleted: withDeleted) != true { continue }
      if let condition = include.throughCondition, let junction,
        holds(condition, junction, withDeleted: withDeleted) != true
      {
        continue
      }
      guard let below = children(include.includes, of: target, withDeleted: withDeleted) else { continue }
      var properties = properties(of: target, association.target)
      if let junction, let model = association.junction?.model {
        let name = world.models[model].name
        properties.append(
          "\(name.prefix(1).lowercased() + name.dropFirst()): "
            + "{\(self.properties(of: junction, model).joined(separator: ", "))}")
      }
      let sort =
        include.order.map { (target[$0.column], $0.isDescending) }
        + world.models[association.target].key.map { (target[$0], false) }
      elements.append((sort, target, "{\((properties + below).joined(separator: ", "))}"))
    }
    elements.sort { precedes($0.sort, $1.sort) }
    return elements.prefix(include.limit ?? elements.count).map { ($0.row, $0.text) }
  }

  private func properties(of row: Record, _ model: Int) -> [String] {
    world.models[model].returned.map { "\($0): \(row[$0]?.outline ?? "null")" }
  }

  // MARK: Groups

  private func groupLines(of query: RandomQuery) -> [String] {
    // The rows of the join: each row of from with each of what the one include finds.
    var joined: [(root: Record, other: Record?)] = []
    for row in roots(of: query) {
      guard let include = query.includes.first else {
        joined.append((row, nil))
        continue
      }
      let found = elements(include, of: row, withDeleted: query.withDeleted)
      if found.isEmpty, !include.isRequired { joined.append((row, nil)) }
      joined += found.map { (row, $0.row) }
    }
    func value(_ path: [String], _ row: (root: Record, other: Record?)) -> Cell? {
      path.count == 1 ? row.root[path[0]] : row.other?[path[1]]
    }
    var groups: [[Cell?]: [(root: Record, other: Record?)]] = [:]
    for row in joined { groups[query.groups.map { value($0, row) }, default: []].append(row) }
    if query.groups.isEmpty, groups.isEmpty { groups[[]] = [] }
    let keys = groups.keys.sorted { left, right in
      precedes(left.map { ($0, false) }, right.map { ($0, false) })
    }
    return keys.map { key in
      let columns = zip(query.groups, key).map { path, value in
        (path.count == 1 ? path[0] : path[0] + path[1].prefix(1).uppercased() + path[1].dropFirst())
          + ": \(value?.outline ?? "null")"
      }
      let values = query.aggregates.map { aggregate in
        let rows = groups[key] ?? []
        guard let path = aggregate.path else { return "\(aggregate.name): \(rows.count)" }
        return "\(aggregate.name): \(compute(aggregate.function, rows.compactMap { value(path, $0) }))"
      }
      return "{\((columns + values).joined(separator: ", "))}"
    }
  }

  private func compute(_ function: String, _ values: [Cell]) -> String {
    let numbers = values.compactMap { cell in if case .int(let number) = cell { number } else { nil } }
    switch function {
    case "count": return String(numbers.count)
    case "countDistinct": return String(Set(numbers).count)
    case _ where numbers.isEmpty: return "null"
    case "sum": return String(numbers.reduce(0, +))
    case "min": return String(numbers.min() ?? 0)
    case "max": return String(numbers.max() ?? 0)
    default:
      var mean = Decimal(numbers.reduce(0, +)) / Decimal(numbers.count)
      var rounded = Decimal()
      NSDecimalRound(&rounded, &mean, 4, .plain)
      return rounded.description
    }
  }
}
