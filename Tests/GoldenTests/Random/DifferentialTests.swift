import AssociationGraph
import TestSupport
import Testing

/// Random queries of random schemas mean on every server, by either strategy, what a naive interpreter says.
@Suite struct DifferentialTests {
  /// How many queries there are of one world.
  private static let queries = 40

  @Test(arguments: 0..<TestRun.cases(4))
  func agrees(seed: Int) throws {
    let servers = TestServer.notSkipped
    let world = RandomWorld(seed: UInt64(seed))
    var random = RandomQueries(world, seed: UInt64(seed) + 1_000_000)
    let queries = (0..<Self.queries).map { random.next($0) }
    let texts = queries.map { query in
      [
        query.text(world, name: query.name, strategy: "join"),
        query.text(world, name: query.name + "Batched", strategy: "batched"),
      ]
    }
    let schema = Array((world.schema + "queries:\n" + texts.flatMap(\.self).joined()).utf8)
    let interpreter = Interpreter(world: world)
    var expected: [String: String] = [:]
    for query in queries {
      let lines = interpreter.lines(of: query).map { $0 + "\n" }.joined()
      expected[query.name] = lines
      expected[query.name + "Batched"] = lines
    }
    func compile(for server: TestServer) throws -> (AssociationGraph, FileTree) {
      let compilation = Compilation(schema, path: "schemas/random.yaml", target: server.target)
      return (try #require(compilation.graph, "\(compilation.diagnostics)"), compilation.outputs)
    }
    guard let first = servers.first else { return }
    let (graph, files) = try compile(for: first)
    try NestingProgram(graph, files).run(on: servers) { server in
      let (graph, files) = try compile(for: server)
      return try QueryRows(graph, files, QueryBindings(""), on: server).rows
    } _: { server, query, lines in
      let text = texts.joined().first { $0.hasPrefix("  \(query.name):") } ?? ""
      #expect(lines == expected[query.name], "seed \(seed) on \(server):\n\(text)")
    }
  }
}
