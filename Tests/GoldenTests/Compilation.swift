import AssociationGraph
import Diagnostics
import Foundation
import Generation
import SchemaLanguage
import TestSupport
import YAMLSyntax

/// What a schema's text gives: a graph, and what is to be said about the text.
struct Compilation {
  /// The graph; `nil` where the schema is wrong.
  let graph: AssociationGraph?
  /// The diagnostics as a user reads them, without colours; empty for none.
  let diagnostics: String
  private let stem: String

  /// Compiles `text` as the file `path`, for `target` in place of the schema's own.
  init(_ text: [UInt8], path: String, target: Target? = nil) {
    var files = SourceFiles()
    let file = files.add(SourceFile(path: path, bytes: text))
    var collector = DiagnosticCollector()
    var document = parseYAML(file, in: files, diagnostics: &collector)
      .flatMap { readSchema($0, path: path, diagnostics: &collector) }
      .flatMap { $0.expandingMixins(diagnostics: &collector) }
    if let target, let name = document?.database.name { document?.target = Located(target, at: name.range) }
    let graph = document.flatMap { resolve($0, diagnostics: &collector) }
    self.graph = collector.hasErrors ? nil : graph
    diagnostics = TextRenderer(files: files).render(collector.sorted)
    stem = URL(filePath: path).deletingPathExtension().lastPathComponent
  }

  /// Compiles the schema of `golden`.
  init(_ golden: GoldenCase, target: Target? = nil) {
    self.init(golden.schema, path: golden.path, target: target)
  }

  /// Every file that the graph gives; none where the schema is wrong.
  var outputs: FileTree {
    guard let graph else { return FileTree() }
    return FileTree(
      Dictionary(uniqueKeysWithValues: OutputPlan(graph: graph, stem: stem).files.map { ($0.path, $0.render()) }))
  }
}
