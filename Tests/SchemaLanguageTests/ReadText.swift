import Diagnostics
import SchemaLanguage
import TestSupport
import Testing
import YAMLSyntax

/// What reading a text gives.
struct Reading {
  var document: SchemaDocument?
  var diagnostics: [Diagnostic]
}

/// Parses and reads `text` as the file `schemas/school.yaml`.
func readText(_ text: String) throws -> Reading {
  var files = SourceFiles()
  let file = files.add(SourceFile(path: "schemas/school.yaml", bytes: Array(text.utf8)))
  var diagnostics = DiagnosticCollector()
  let parsed = parseYAML(file, in: files, diagnostics: &diagnostics)
  let root = try #require(parsed, "\(diagnostics.diagnostics.map(\.summary)) in \(text)")
  let document = readSchema(root, path: "schemas/school.yaml", diagnostics: &diagnostics)
  return Reading(document: document, diagnostics: diagnostics.sorted)
}

/// The settings that `text` says as a `joinery.yaml`, and what is wrong with it.
func readProject(_ text: String) throws -> (settings: ProjectSettings, diagnostics: [Diagnostic]) {
  var files = SourceFiles()
  let file = files.add(SourceFile(path: "joinery.yaml", bytes: Array(text.utf8)))
  var diagnostics = DiagnosticCollector()
  let parsed = parseYAML(file, in: files, diagnostics: &diagnostics)
  let root = try #require(parsed, "\(diagnostics.diagnostics.map(\.summary)) in \(text)")
  let settings = readProjectSettings(root, diagnostics: &diagnostics)
  return (settings, diagnostics.sorted)
}

/// The document of a text that has no mistake.
func readValid(_ text: String, sourceLocation: Testing.SourceLocation = #_sourceLocation) throws -> SchemaDocument {
  let reading = try readText(text)
  #expect(reading.diagnostics == [], sourceLocation: sourceLocation)
  return try #require(reading.document, sourceLocation: sourceLocation)
}

/// The outline of the part of a document that has no mistake.
func outline(
  _ text: String, sourceLocation: Testing.SourceLocation = #_sourceLocation, of part: (SchemaDocument) -> Any
) throws -> String {
  outline(of: part(try readValid(text, sourceLocation: sourceLocation)))
}

/// Records an issue unless a text with marks gives just the `expected` diagnostics.
func expectMistakes(
  _ marked: String, _ expected: [ExpectedDiagnostic], sourceLocation: Testing.SourceLocation = #_sourceLocation
) throws {
  let marked = MarkedText(marked)
  expectDiagnostics(try readText(marked.text).diagnostics, expected, in: marked, sourceLocation: sourceLocation)
}

/// The same for one column of a model.
func expectColumnMistakes(
  _ column: String, _ expected: [ExpectedDiagnostic], sourceLocation: Testing.SourceLocation = #_sourceLocation
) throws {
  try expectMistakes(
    "database: d\nmodels:\n  M:\n    columns:\n      c: \(column)\n", expected, sourceLocation: sourceLocation)
}

/// The same for lines in a model, indented by four spaces.
func expectModelMistakes(
  _ lines: String, _ expected: [ExpectedDiagnostic], sourceLocation: Testing.SourceLocation = #_sourceLocation
) throws {
  try expectMistakes("database: d\nmodels:\n  M:\n\(lines)\n", expected, sourceLocation: sourceLocation)
}

/// The same for lines in a query, indented by four spaces.
func expectQueryMistakes(
  _ lines: String, _ expected: [ExpectedDiagnostic], sourceLocation: Testing.SourceLocation = #_sourceLocation
) throws {
  try expectMistakes(
    "database: d\nmodels: { M: }\nqueries:\n  q:\n    from: M\n\(lines)\n", expected, sourceLocation: sourceLocation)
}

/// The text after the first fix-it of each diagnostic was taken, from the end to the beginning.
func mended(_ text: String) throws -> String {
  var bytes = Array(text.utf8)
  for diagnostic in try readText(text).diagnostics.reversed() {
    guard let fixIt = diagnostic.fixIts.first else { continue }
    bytes.replaceSubrange(Int(fixIt.range.lower)..<Int(fixIt.range.upper), with: Array(fixIt.replacement.utf8))
  }
  return String(decoding: bytes, as: UTF8.self)
}
