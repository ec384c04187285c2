import AssociationGraph
import Diagnostics
import MySQL
import SchemaLanguage
import TestSupport
import Testing

/// Random queries of random schemas mean on every server, by either strategy, what a naive interpreter says.
@Suite struct DifferentialTests {
  /// How many queries there are of one world.
  private static let queries = 40
  /// The worlds that every run tries.
  private static let worlds = 4

  @Test(arguments: TestRun.firstSeed(0)..<TestRun.firstSeed(0) + TestRun.cases(worlds))
  func agrees(seed: Int) throws {
    let servers = TestServer.notSkipped
    guard let first = servers.first else { return }
    let random = RandomCase(seed: UInt64(seed), queries: Self.queries)
    func compile(for server: TestServer) throws -> (AssociationGraph, FileTree) {
      let compilation = Compilation(Array(random.schema.utf8), path: "schemas/random.yaml", target: server.target)
      let errors = compilation.findings.filter { $0.severity == .error }.map(\.summary)
      guard let graph = compilation.graph else { throw TestServerFailure("seed \(seed): \(errors)\n\(random.schema)") }
      return (graph, compilation.outputs)
    }
    let (graph, files) = try compile(for: first)
    let expected = random.expected
    #expect(expected.values.filter { !$0.isEmpty }.count > expected.count / 4, "Many queries have a result")
    try NestingProgram(graph, files, calls: random.calls(graph)).run(on: servers) { server in
      let (graph, files) = try compile(for: server)
      return try QueryRows(graph, files, random.bindings, on: server).rows
    } _: { server, query, lines in
      #expect(lines == expected[query.name], "seed \(seed) on \(server):\n\(random.texts[query.name] ?? "")")
    }
  }

  /// The cases of every run use each key of a query and each form of what it means.
  @Test func usesTheWholeLanguage() {
    var uses: [String: Int] = [:]
    for seed in 0..<Self.worlds {
      uses.merge(RandomCase(seed: UInt64(seed), queries: Self.queries).uses, uniquingKeysWith: +)
    }
    let missing = (QueryFeatures.keys + QueryFeatures.forms).filter { uses[$0, default: 0] == 0 }
    #expect(missing == [])
  }
}
