import AssociationGraph
import MySQL
import SchemaLanguage

/// A random schema with queries, and what they are to give.
struct RandomCase {
  let world: RandomWorld
  /// The text of each query, by its name; each stands there twice, the second time to be fetched in batches.
  private(set) var texts: [String: String] = [:]
  /// How often each part of the language is used.
  let uses: [String: Int]
  /// The schema with its queries.
  private(set) var schema: String
  private var queries: [String: RandomQuery] = [:]

  init(seed: UInt64, queries count: Int) {
    world = RandomWorld(seed: seed)
    var random = RandomQueries(world, seed: seed + 1_000_000)
    var writer = QueryText(world)
    schema = world.schema + "queries:\n"
    for number in 0..<count {
      let query = random.next(number)
      for strategy in IncludeStrategy.allCases {
        let name = strategy == .join ? query.name : query.name + "Batched"
        let text = writer.text(of: query, name: name, strategy: strategy)
        schema += text
        texts[name] = text
        queries[name] = query
      }
    }
    uses = writer.uses
  }

  /// What the program of the generated Swift is to write for each query, by its name.
  var expected: [String: String] {
    // Those of one query are the same by either strategy.
    var expected: [String: String] = [:]
    for query in Dictionary(grouping: queries, by: \.value.name) {
      guard let first = query.value.first else { continue }
      let text = Interpreter(world, first.value).text
      for (name, _) in query.value { expected[name] = text }
    }
    return expected
  }

  /// The values of all parameters.
  var bindings: QueryBindings {
    var chosen: [String: [String]] = [:]
    for (name, query) in queries {
      for parameter in query.parameters {
        chosen["\(name).\(parameter.name)"] = parameter.values.map { $0.map(parameter.type.sql) ?? "NULL" }
      }
    }
    return QueryBindings(chosen)
  }

  /// How the generated Swift is given the parameters, and what it is to make of them; for no query that is given NULL, which
  /// no parameter takes in Swift.
  func calls(_ graph: AssociationGraph) -> [String: NestingProgram.Call] {
    var calls: [String: NestingProgram.Call] = [:]
    let bindings = bindings
    for (position, plan) in graph.queries.enumerated() {
      guard let query = queries[plan.name] else { continue }
      let parameters = plan.parameters.compactMap { own in query.parameters.first { $0.name == own.name } }
      guard !parameters.isEmpty, !parameters.contains(where: { $0.values.contains(nil) }) else { continue }
      let arguments = parameters.map { parameter in
        let values = parameter.values.compactMap { $0.map(parameter.type.swift) }
        return "\(parameter.name): \(parameter.isList ? "[\(values.joined(separator: ", "))]" : values[0])"
      }
      let statement = MySQLEmitter(graph: graph).statements(position)[0]
      let values = statement.placeholders.flatMap { placeholder -> [String] in
        guard case .parameter(let position) = placeholder else { return [] }
        return parameters[position].values.compactMap { $0.map(parameters[position].type.binding) }
      }
      calls[plan.name] = NestingProgram.Call(
        arguments: arguments, statement: bindings.bind(statement, of: plan, in: graph).sql,
        hasLists: statement.pieces.contains { if case .list = $0 { true } else { false } }, values: values)
    }
    return calls
  }
}
