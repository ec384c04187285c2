public import AssociationGraph
public import Diagnostics
import Foundation
import Generation
import MySQL
public import SchemaLanguage
import YAMLSyntax

/// What a schema's text gives: a graph, and what is to be said about the text.
public struct Compilation {
  /// The graph; `nil` where the schema is wrong.
  public let graph: AssociationGraph?
  /// The diagnostics, sorted.
  public let findings: [Diagnostic]
  /// The diagnostics as a user reads them, without colours; empty for none.
  public let diagnostics: String
  private let stem: String
  /// The folder that the graph reads rows from when its outputs are made.
  private let project: SchemaProject?

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
    let accepted = Set(document?.acceptedWarnings.map(\.identifier.value) ?? [])
    findings = collector.sorted.filter { $0.severity == .error || !accepted.contains($0.identifier.rawValue) }
    diagnostics = TextRenderer(files: files).render(findings)
    stem = URL(filePath: path).deletingPathExtension().lastPathComponent
    project = nil
  }

  /// Compiles the schema of `golden` on the disk, with the files beside it, as the command does.
  public init(_ golden: GoldenCase, target: Target? = nil) {
    self.init(golden.schema, path: golden.path, beside: golden.files, target: target)
  }

  /// Compiles `text` on the disk, as the command does: it stands at `path`, `files` beside it.
  public init(_ text: [UInt8], path: String, beside files: FileTree, target: Target? = nil) {
    let stem = URL(filePath: path).deletingPathExtension().lastPathComponent
    do {
      let project = try SchemaProject(text, path: path, files: files)
      var outcome = Generator.Outcome()
      let schemas = try Generator().compile(
        Generator.Request(schemas: [path], target: target, folder: project.folder.path), into: &outcome)
      self.init(
        graph: outcome.hasErrors ? nil : schemas.first?.graph, findings: outcome.diagnostics,
        diagnostics: TextRenderer(files: outcome.files).render(outcome.diagnostics)
          .replacing(project.folder.path, with: "/project"), stem: stem, project: project)
    } catch {
      self.init(graph: nil, findings: [], diagnostics: "\(error)", stem: stem, project: nil)
    }
  }

  private init(
    graph: AssociationGraph?, findings: [Diagnostic], diagnostics: String, stem: String, project: SchemaProject?
  ) {
    self.graph = graph
    self.findings = findings
    self.diagnostics = diagnostics
    self.stem = stem
    self.project = project
  }

  /// Every file that the graph gives; none where the schema is wrong.
  public var outputs: FileTree {
    guard let graph else { return FileTree() }
    return FileTree(
      Dictionary(
        uniqueKeysWithValues: OutputPlan(graph: graph, stem: stem).files.map { file in
          (file.path, (try? file.render()) ?? Array("This file cannot be made".utf8))
        }))
  }
}
