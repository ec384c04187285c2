import AssociationGraph
import Foundation
import TestSupport
import Testing

/// The rows that servers return, decoded and nested by the generated Swift, are what `nested/` holds.
@Suite struct NestedResultTests {
  /// The cases with a folder `nested`.
  static let cases = GoldenCase.right.filter {
    FileManager.default.fileExists(atPath: $0.folder.appending(path: "nested").path)
  }

  @Test(arguments: cases)
  func nests(_ golden: GoldenCase) throws {
    let servers = TestServer.notSkipped.filter { golden.runs(on: $0) }
    guard let first = servers.first else { return }
    let compiled = try ServerCase(golden: golden, server: first).compile()
    let bindings = try QueryBindings(golden)
    try NestingProgram(compiled.graph, compiled.files).run(on: servers) { server in
      let own = try ServerCase(golden: golden, server: server).compile()
      return try QueryRows(own.graph, own.files, bindings, on: server).rows
    } _: { server, query, lines in
      try golden.expect(lines, isIn: "nested/\(query.name).txt")
    }
  }

  @Test func everyCaseHasAFileForEachQuery() throws {
    for golden in Self.cases {
      let graph = try #require(Compilation(golden).graph)
      let files = try FileTree(below: golden.folder.appending(path: "nested"))
      #expect(files.files.keys.sorted() == graph.queries.map { "\($0.name).txt" }.sorted(), "\(golden.name)")
    }
  }
}
