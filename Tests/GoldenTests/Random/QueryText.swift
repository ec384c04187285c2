import SchemaLanguage

/// Writes random queries as a schema has them, and counts which parts of the language they use.
struct QueryText {
  let world: RandomWorld
  /// How often each feature occurred: `Includes.where` for a key of a section of the reference, and words for what is no key.
  private(set) var uses: [String: Int] = [:]
  private var query: RandomQuery

  init(_ world: RandomWorld) {
    self.world = world
    query = RandomQuery(name: "", model: 0)
  }

  mutating func count(_ feature: String) { uses[feature, default: 0] += 1 }

  private mutating func entry(_ section: String, _ key: String, _ value: String) -> String {
    count("\(section).\(key)")
    return "\(key): \(value)"
  }

  /// The query as an entry of `queries`, under `name` and with `strategy` for its includes.
  mutating func text(of query: RandomQuery, name: String, strategy: IncludeStrategy) -> String {
    self.query = query
    var parts = [entry("Queries", "from", world.models[query.model].name)]
    func add(_ key: String, _ value: String?) {
      if let value { parts.append(entry("Queries", key, value)) }
    }
    if let documentation = query.documentation { add("doc", documentation) }
    if let grouping = query.grouping {
      if let columns = columns(of: grouping) { add("columns", columns) }
      if !grouping.columns.isEmpty { add("groupBy", list(grouping.columns.map(\.text))) }
      if let condition = grouping.condition { add("having", text(of: condition, of: [query.model])) }
    } else {
      add("columns", text(of: query.selection))
      add("strategy", strategy.rawValue)
    }
    if query.isDistinct { add("distinct", "true") }
    if query.withDeleted { add("withDeleted", "true") }
    if let condition = query.condition { add("where", text(of: condition, of: [query.model])) }
    if !query.order.isEmpty { add("order", text(of: query.order)) }
    add("limit", query.limit.map { text($0) })
    add("offset", query.offset.map { text($0) })
    if let result = query.result {
      count("result: \(result)")
      add("result", result.rawValue)
    }
    if !query.includes.isEmpty { add("include", text(of: query.includes, of: [query.model])) }
    return "  \(name): { \(parts.joined(separator: ", ")) }\n"
  }

  private func list(_ texts: [String]) -> String { "[\(texts.joined(separator: ", "))]" }

  private mutating func text(of selection: RandomSelection) -> String? {
    switch selection {
    case .all: nil
    case .only(let names): list(names)
    case .except(let names): "{ \(entry("Column selections", "except", list(names))) }"
    }
  }

  private mutating func text(of order: [RandomOrder]) -> String {
    list(order.map { ($0.isDescending ? "-" : "") + $0.path.text })
  }

  private mutating func text(_ limit: RandomCount) -> String {
    switch limit {
    case .number(let number): return String(number)
    case .parameter(let position):
      count("a parameter of rows")
      return "$" + query.parameters[position].name
    }
  }

  private mutating func columns(of grouping: RandomGrouping) -> String? {
    let aggregates = grouping.aggregates.map { aggregate in
      let value = entry("Aggregates", aggregate.function.rawValue, aggregate.path?.text ?? "\"*\"")
      return "\(aggregate.name): { \(value) }"
    }
    guard let returned = grouping.returned else {
      return aggregates.isEmpty ? nil : "{ \(aggregates.joined(separator: ", ")) }"
    }
    return list(returned.map(\.text) + aggregates.map { "{ \($0) }" })
  }

  // MARK: Includes

  /// The includes of any of `models`.
  private mutating func text(of includes: [RandomInclude], of models: [Int]) -> String {
    "{ \(includes.map { text(of: $0, of: models) }.joined(separator: ", ")) }"
  }

  private mutating func text(of include: RandomInclude, of models: [Int]) -> String {
    let ways = models.flatMap { world.ways(include.name, of: $0) }
    let isWhole = ways.contains { $0.whole == include.name }
    for way in ways {
      count("include of \(way.form)")
      if isWhole { count("include of every \(way.form)\(include.isRequired ? ", required" : "")") }
    }
    var parts: [String] = []
    func add(_ key: String, _ value: String?) {
      if let value { parts.append(entry("Includes", key, value)) }
    }
    let targets = ways.map(\.target)
    add("columns", text(of: include.selection))
    if let condition = include.condition { add("where", text(of: condition, of: targets)) }
    var through = [text(of: include.throughSelection).map { entry("Junctions of includes", "columns", $0) }]
    if let condition = include.throughCondition {
      through.append(entry("Junctions of includes", "where", text(of: condition, of: targets)))
    }
    let said = through.compactMap(\.self)
    if !said.isEmpty { add("through", "{ \(said.joined(separator: ", ")) }") }
    add("required", include.required.map(String.init))
    if !include.order.isEmpty { add("order", text(of: include.order)) }
    add("limit", include.limit.map { text($0) })
    add("withDeleted", include.withDeleted.map(String.init))
    if include.isJoined { add("strategy", "join") }
    if !include.includes.isEmpty { add("include", text(of: include.includes, of: targets)) }
    return "\(include.name): { \(parts.joined(separator: ", ")) }"
  }

  // MARK: Conditions

  /// A condition on rows of any of `models`, in braces.
  private mutating func text(of condition: RandomCondition, of models: [Int]) -> String {
    func each(_ parts: [RandomCondition]) -> String { list(parts.map { text(of: $0, of: models) }) }
    switch condition {
    case .all(let parts) where parts.isEmpty: return "{}"
    case .all(let parts): return "{ \(entry("Conditions", "and", each(parts))) }"
    case .any(let parts): return "{ \(entry("Conditions", "or", each(parts))) }"
    case .not(let parts):
      return "{ \(entry("Conditions", "not", parts.count == 1 ? text(of: parts[0], of: models) : each(parts))) }"
    case .isNull(let path, let isNull):
      return "{ \(path.text): { \(entry("Operators", "isNull", String(isNull))) } }"
    case .tests(let path, let type, let tests):
      let entries = tests.map { entry("Operators", $0.name.rawValue, text(of: $0, type)) }
      return "{ \(path.text): { \(entries.joined(separator: ", ")) } }"
    case .exists(let name, let part):
      let ways = models.flatMap { world.ways(name, of: $0) }
      for way in ways { count(way.whole == name ? "exists over every \(way.form)" : "exists over \(way.form)") }
      return "{ \(entry("Conditions", "exists", "{ \(name): \(text(of: part, of: ways.map(\.target))) }")) }"
    }
  }

  private mutating func text(of test: RandomTest, _ type: RandomType) -> String {
    let texts = test.operands.map { operand in
      switch operand {
      case .value(let cell?): return type.yaml(cell)
      case .value(nil):
        count("NULL among the values")
        return "null"
      case .parameter(let position):
        let parameter = query.parameters[position]
        count("a parameter of type \(parameter.type)")
        if parameter.isList { count(parameter.values.isEmpty ? "an empty list" : "a list of \(parameter.type)") }
        if parameter.values.contains(nil) { count("NULL in a \(parameter.isList ? "list" : "parameter")") }
        return "$" + parameter.name
      }
    }
    switch test.name {
    case .in, .notIn:
      if case .parameter(let position)? = test.operands.first, query.parameters[position].isList { return texts[0] }
      return list(texts)
    case .between, .notBetween: return list(texts)
    default: return texts[0]
    }
  }
}
