import TestSupport

/// A random condition on the rows of one table, or of what is included to one.
indirect enum RandomCondition {
  case all([RandomCondition])
  case any([RandomCondition])
  case not(RandomCondition)
  /// A path, an operator and its operands.
  case comparison([String], String, [Cell])
  case isNull([String], Bool)
  case exists(RandomAssociation, RandomCondition)

  /// The condition as an entry of a mapping of the schema.
  var text: String {
    switch self {
    case .all(let parts): "and: [\(parts.map { "{ \($0.text) }" }.joined(separator: ", "))]"
    case .any(let parts): "or: [\(parts.map { "{ \($0.text) }" }.joined(separator: ", "))]"
    case .not(let part): "not: { \(part.text) }"
    case .isNull(let path, let isNull): "\(path.joined(separator: ".")): { isNull: \(isNull) }"
    case .exists(let association, let part): "exists: { \(association.name): { \(part.text) } }"
    case .comparison(let path, let name, let operands):
      "\(path.joined(separator: ".")): { \(name): \(Self.text(name, operands)) }"
    }
  }

  private static func text(_ name: String, _ operands: [Cell]) -> String {
    let isList = ["in", "notIn", "between", "notBetween"].contains(name)
    return isList ? "[\(operands.map(\.text).joined(separator: ", "))]" : operands[0].text
  }
}

/// A random include.
struct RandomInclude {
  var association: RandomAssociation
  var condition: RandomCondition?
  var throughCondition: RandomCondition?
  var required: Bool?
  var order: [(column: String, isDescending: Bool)]
  var limit: Int?
  var withDeleted: Bool?
  var includes: [RandomInclude]

  /// Whether a row of the parent without it is left out.
  var isRequired: Bool { required ?? (condition != nil) }
}

/// A random aggregate.
struct RandomAggregate {
  var name: String
  var function: String
  /// `nil` for `*`.
  var path: [String]?
}

/// A random query.
struct RandomQuery {
  var name: String
  var model: Int
  var condition: RandomCondition?
  var includes: [RandomInclude] = []
  var order: [(path: [String], isDescending: Bool)] = []
  var limit: Int?
  var offset: Int?
  var withDeleted: Bool
  /// Columns by which rows are grouped, and what is computed of each group; no aggregates for a query of rows.
  var groups: [[String]] = []
  var aggregates: [RandomAggregate] = []
  var isDistinct = false

  var isGrouped: Bool { !aggregates.isEmpty }
}

/// Makes queries of a world.
struct RandomQueries {
  let world: RandomWorld
  private var generator: SeededGenerator

  init(_ world: RandomWorld, seed: UInt64) {
    self.world = world
    generator = SeededGenerator(state: seed)
  }

  private mutating func chance(_ one: Int, of many: Int) -> Bool { Int.random(in: 0..<many, using: &generator) < one }

  /// The next query.
  mutating func next(_ number: Int) -> RandomQuery {
    let roots = world.models.indices.filter { !world.models[$0].isJunction }
    var query = RandomQuery(
      name: "query\(number)", model: roots.randomElement(using: &generator) ?? 0, withDeleted: chance(1, of: 4))
    if chance(1, of: 4) {
      addGroups(to: &query)
      return query
    }
    if chance(1, of: 8) {
      query.isDistinct = true
      if chance(1, of: 2) { query.condition = condition(on: query.model, depth: 2) }
      return query
    }
    query.includes = includes(of: query.model, depth: 3)
    let toOne = query.includes.filter { !$0.association.isMany }.map { [$0.association.name] }
    if chance(2, of: 3) { query.condition = condition(on: query.model, paths: toOne, depth: 2) }
    for path in [[]] + toOne where chance(1, of: 3) {
      let column = ["name", "size"].randomElement(using: &generator) ?? "name"
      query.order.append((path + [column], chance(1, of: 2)))
    }
    if chance(1, of: 3) { query.limit = Int.random(in: 1...4, using: &generator) }
    if chance(1, of: 6) { query.offset = Int.random(in: 1...2, using: &generator) }
    return query
  }

  private mutating func includes(of model: Int, depth: Int) -> [RandomInclude] {
    guard depth > 0 else { return [] }
    let all = world.associations(of: model).shuffled(using: &generator)
    return all.prefix(Int.random(in: 0...(depth > 1 ? 2 : 1), using: &generator)).map { association in
      var include = RandomInclude(
        association: association, condition: nil, order: [], limit: nil, withDeleted: nil,
        includes: includes(of: association.target, depth: depth - 1))
      if chance(1, of: 3) { include.condition = condition(on: association.target, depth: 1) }
      if association.junction != nil, chance(1, of: 4) {
        include.throughCondition = .comparison(["score"], "gte", [.int(Int.random(in: 0...2, using: &generator))])
      }
      if chance(1, of: 3) { include.required = Bool.random(using: &generator) }
      if chance(1, of: 5) { include.withDeleted = Bool.random(using: &generator) }
      if association.isMany {
        if chance(1, of: 3) { include.order.append(("size", Bool.random(using: &generator))) }
        if chance(1, of: 3) { include.order.append(("name", Bool.random(using: &generator))) }
        if chance(1, of: 4) { include.limit = Int.random(in: 1...2, using: &generator) }
      }
      return include
    }
  }

  private mutating func condition(on model: Int, paths: [[String]] = [], depth: Int) -> RandomCondition {
    switch Int.random(in: 0..<(depth > 0 ? 8 : 4), using: &generator) {
    case 4:
      return .all([
        condition(on: model, paths: paths, depth: depth - 1), condition(on: model, paths: paths, depth: depth - 1),
      ])
    case 5:
      return .any([
        condition(on: model, paths: paths, depth: depth - 1), condition(on: model, paths: paths, depth: depth - 1),
      ])
    case 6: return .not(condition(on: model, paths: paths, depth: depth - 1))
    case 7:
      guard let association = world.associations(of: model).randomElement(using: &generator) else { fallthrough }
      return .exists(association, condition(on: association.target, depth: depth - 1))
    default:
      let path = (paths + [[], []]).randomElement(using: &generator) ?? []
      if chance(1, of: 5) { return .isNull(path + ["size"], Bool.random(using: &generator)) }
      if chance(1, of: 3) {
        let (name, value) =
          [
            ("eq", "ben"), ("ne", "dan"), ("gt", "b"), ("startsWith", "c"), ("contains", "n"), ("endsWith", "a"),
            ("like", "_en"),
          ]
          .randomElement(using: &generator) ?? ("eq", "ben")
        return .comparison(path + ["name"], name, [.text(value)])
      }
      let name =
        ["eq", "ne", "gt", "gte", "lt", "lte", "in", "notIn", "between", "notBetween"].randomElement(using: &generator)
        ?? "eq"
      let count = ["in", "notIn"].contains(name) ? Int.random(in: 0...2, using: &generator) : 2
      return .comparison(
        path + ["size"], name,
        (0..<max(count, ["in", "notIn"].contains(name) ? 0 : 2)).map { _ in
          .int(Int.random(in: -2...3, using: &generator))
        })
    }
  }

  private mutating func addGroups(to query: inout RandomQuery) {
    if chance(1, of: 2), let association = world.associations(of: query.model).randomElement(using: &generator) {
      query.includes = [
        RandomInclude(
          association: association, condition: chance(1, of: 3) ? condition(on: association.target, depth: 1) : nil,
          required: chance(1, of: 3) ? true : nil, order: [], limit: nil, withDeleted: nil, includes: [])
      ]
    }
    let paths = [[]] + query.includes.map { [$0.association.name] }
    for path in paths where chance(1, of: 2) {
      query.groups.append(path + [["name", "size"].randomElement(using: &generator) ?? "name"])
    }
    for (number, function) in ["count", "countDistinct", "sum", "avg", "min", "max"].enumerated()
    where number == 0 || chance(1, of: 2) {
      let path = (paths.randomElement(using: &generator) ?? []) + ["size"]
      query.aggregates.append(
        RandomAggregate(
          name: "agg\(number)", function: function, path: function == "count" && chance(1, of: 2) ? nil : path))
    }
    if chance(1, of: 3) { query.condition = condition(on: query.model, depth: 1) }
  }
}

extension RandomQuery {
  /// The query as an entry of `queries`, under `name` and with `strategy` for its includes.
  func text(_ world: RandomWorld, name: String, strategy: String) -> String {
    var parts = ["from: \(world.models[model].name)"]
    if isGrouped {
      let all = aggregates.map { aggregate in
        "\(aggregate.name): { \(aggregate.function): \(aggregate.path?.joined(separator: ".") ?? "\"*\"") }"
      }
      parts.append("columns: { \(all.joined(separator: ", ")) }")
      if !groups.isEmpty {
        parts.append("groupBy: [\(groups.map { $0.joined(separator: ".") }.joined(separator: ", "))]")
      }
      parts.append("result: many")
    } else if isDistinct {
      parts.append("columns: [name, size], distinct: true")
    } else {
      parts.append("columns: [\(world.models[model].returned.joined(separator: ", "))], strategy: \(strategy)")
    }
    if withDeleted { parts.append("withDeleted: true") }
    if let condition { parts.append("where: { \(condition.text) }") }
    if !order.isEmpty {
      let terms = order.map { ($0.isDescending ? "-" : "") + $0.path.joined(separator: ".") }
      parts.append("order: [\(terms.joined(separator: ", "))]")
    }
    if let limit { parts.append("limit: \(limit)") }
    if let offset { parts.append("offset: \(offset)") }
    if !includes.isEmpty {
      parts.append("include: { \(includes.map { $0.text(world, isGrouped: isGrouped) }.joined(separator: ", ")) }")
    }
    return "  \(name): { \(parts.joined(separator: ", ")) }\n"
  }
}

extension RandomInclude {
  fileprivate func text(_ world: RandomWorld, isGrouped: Bool) -> String {
    var parts: [String] = []
    if !isGrouped { parts.append("columns: [\(world.models[association.target].returned.joined(separator: ", "))]") }
    if let condition { parts.append("where: { \(condition.text) }") }
    if let junction = association.junction, !isGrouped {
      var through = ["columns: [\(world.models[junction.model].returned.joined(separator: ", "))]"]
      if let throughCondition { through.append("where: { \(throughCondition.text) }") }
      parts.append("through: { \(through.joined(separator: ", ")) }")
    }
    if let required { parts.append("required: \(required)") }
    if !order.isEmpty {
      parts.append("order: [\(order.map { ($0.isDescending ? "-" : "") + $0.column }.joined(separator: ", "))]")
    }
    if let limit { parts.append("limit: \(limit)") }
    if let withDeleted { parts.append("withDeleted: \(withDeleted)") }
    if !includes.isEmpty {
      parts.append("include: { \(includes.map { $0.text(world, isGrouped: false) }.joined(separator: ", ")) }")
    }
    return "\(association.name): { \(parts.joined(separator: ", ")) }"
  }
}
