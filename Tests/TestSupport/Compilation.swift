public import AssociationGraph
import Diagnostics
import Foundation
import Generation
import MySQL
public import SchemaLanguage
import YAMLSyntax

/// What a schema's text gives: a graph, and what is to be said about the text.
public struct Compilation {
  /// The graph; `nil` where the schema is wrong.
  public let graph: AssociationGraph?
  /// The diagnostics as a user reads them, without colours; empty for none.
  public let diagnostics: String
  private let stem: String

  /// Compiles `text` as the file `path`, for `target` in place of the schema's own.
  ///
  /// With `verifies` the server's rules are asked too, as the command does.
  public init(_ text: [UInt8], path: String, target: Target? = nil, verifies: Bool = false) {
    var files = SourceFiles()
    let file = files.add(SourceFile(path: path, bytes: text))
    var collector = DiagnosticCollector()
    var document = parseYAML(file, in: files, diagnostics: &collector)
      .flatMap { readSchema($0, path: path, diagnostics: &collector) }
      .flatMap { $0.expandingMixins(diagnostics: &collector) }
    if let target, let name = document?.database.name { document?.target = Located(target, at: name.range) }
    let graph = document.flatMap { resolve($0, diagnostics: &collector) }
    if verifies, let graph { collector.add(contentsOf: MySQLVerifier(graph: graph).verify()) }
    self.graph = collector.hasErrors ? nil : graph
    diagnostics = TextRenderer(files: files).render(collector.sorted)
    stem = URL(filePath: path).deletingPathExtension().lastPathComponent
  }

  /// Compiles the schema of `golden`.
  public init(_ golden: GoldenCase, target: Target? = nil) {
    self.init(golden.schema, path: golden.path, target: target)
  }

  /// Every file that the graph gives; none where the schema is wrong.
  public var outputs: FileTree {
    guard let graph else { return FileTree() }
    return FileTree(
      Dictionary(uniqueKeysWithValues: OutputPlan(graph: graph, stem: stem).files.map { ($0.path, $0.render()) }))
  }
}
