import AssociationGraph
import SchemaLanguage
import TestSupport
import Testing

/// A golden folder on a server that has what its schema uses.
struct ServerCase: Sendable, CustomTestStringConvertible {
  let golden: GoldenCase
  let server: TestServer

  /// Every pair.
  static let all = TestServer.notSkipped.flatMap { server in
    GoldenCase.right.filter { $0.runs(on: server) }.map { ServerCase(golden: $0, server: server) }
  }

  var testDescription: String { "\(golden.name) on \(server)" }

  /// The graph and the files for the version of the server that tests run on.
  func compile() throws -> (graph: AssociationGraph, files: FileTree) {
    let compilation = Compilation(golden, target: server.target)
    return (try #require(compilation.graph, "\(compilation.diagnostics)"), compilation.outputs)
  }
}
