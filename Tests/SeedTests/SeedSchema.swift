import AssociationGraph
import Diagnostics
import Generation
import SchemaLanguage
import TestSupport
import YAMLSyntax

/// A schema with rows, compiled for a server.
struct SeedSchema {
  /// The schema as it was compiled.
  let text: String
  /// What is said of it, sorted by place.
  let diagnostics: [Diagnostic]
  /// The outputs by path; none where something is wrong.
  private(set) var files = FileTree()

  /// Compiles `text`, a schema without `target`, for `server`.
  init(_ text: String, for server: TestServer) throws {
    self.text = "target: \(server == .mysql ? "mysql-9" : "mariadb-10.11")\n" + text
    var sources = SourceFiles()
    let file = sources.add(SourceFile(path: "schemas/rows.yaml", bytes: Array(self.text.utf8)))
    var collector = DiagnosticCollector()
    let document = parseYAML(file, in: sources, diagnostics: &collector)
      .flatMap { readSchema($0, path: "schemas/rows.yaml", diagnostics: &collector) }
    let graph = document.flatMap { resolve($0, diagnostics: &collector) }
    diagnostics = collector.sorted
    guard let graph, !collector.hasErrors else { return }
    let outputs = try OutputPlan(graph: graph, stem: "rows").files.map { ($0.path, try $0.render()) }
    files = FileTree(Dictionary(uniqueKeysWithValues: outputs))
  }

  /// The statements that make the tables.
  var tables: String { text(of: "sql/schema.sql") }
  /// The statements that insert the rows.
  var rows: String { text(of: "sql/seeds.sql") }

  private func text(of path: String) -> String { String(decoding: files.files[path] ?? [], as: UTF8.self) }

  /// The findings, each as its identifier, its line from 1 and what stands at its place.
  var said: [String] {
    let bytes = Array(text.utf8)
    return diagnostics.map { diagnostic in
      guard let range = diagnostic.range else { return diagnostic.identifier.rawValue }
      let place = String(decoding: bytes[Int(range.lower)..<Int(range.upper)], as: UTF8.self)
      return "\(diagnostic.identifier.rawValue) line \(line(of: diagnostic) ?? 0): \(place)"
    }
  }

  /// The line of a finding, from 1.
  func line(of diagnostic: Diagnostic) -> Int? {
    diagnostic.range.map { range in text.utf8.prefix(Int(range.lower)).count { $0 == UInt8(ascii: "\n") } + 1 }
  }
}
