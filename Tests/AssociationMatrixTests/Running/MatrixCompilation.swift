import AssociationGraph
import Diagnostics
import Foundation
import Generation
import SchemaLanguage
import TestSupport
import YAMLSyntax

/// A schema of the matrix, compiled for one server.
struct MatrixCompilation {
  let graph: AssociationGraph
  /// The outputs by path.
  let files: FileTree

  /// Compiles `text` for the version of `server` that tests run on. What is wrong with it fails the test.
  init(_ text: String, for server: TestServer) throws {
    var files = SourceFiles()
    let path = "schemas/matrix.yaml"
    let file = files.add(SourceFile(path: path, bytes: Array(text.utf8)))
    var collector = DiagnosticCollector()
    var document = parseYAML(file, in: files, diagnostics: &collector)
      .flatMap { readSchema($0, path: path, diagnostics: &collector) }
      .flatMap { $0.expandingMixins(diagnostics: &collector) }
    if let name = document?.database.name {
      document?.target = Located(server == .mysql ? .mysql9 : .mariadb1011, at: name.range)
    }
    let graph = document.flatMap { resolve($0, diagnostics: &collector) }
    let errors = collector.sorted.filter { $0.severity == .error }
    guard errors.isEmpty, let graph else { throw TestServerFailure(TextRenderer(files: files).render(errors)) }
    self.graph = graph
    self.files = FileTree(
      Dictionary(
        uniqueKeysWithValues: OutputPlan(graph: graph, stem: "matrix").files.map { ($0.path, (try? $0.render()) ?? []) }
      ))
  }

  /// The file at `path` as text.
  func text(of path: String) -> String { String(decoding: files.files[path] ?? [], as: UTF8.self) }

  /// What `server` answers to each query, after the seeds.
  func answers(of server: TestServer) throws -> [Result<[ResultRow], any Error>] {
    try server.withDatabase(timeZone: "+00:00") { database in
      try database.run(text(of: "sql/schema.sql"))
      try database.run(text(of: "sql/seeds.sql"))
      return graph.queries.map { query in
        Result { try database.query(text(of: "sql/queries/\(query.name).sql")) }
      }
    }
  }
}
