import CSVSyntax
import Diagnostics
import SchemaLanguage
import Testing
import YAMLSyntax

@testable import AssociationGraph

/// A file of rows that the system does not read, or not to its end.
@Suite struct UnreadableRowFileTests {
  private static let schema = """
    database: d
    models: { M: { columns: { a: int }, timestamps: false } }
    seeds: { M: { $options: { file: m.csv } } }
    """

  /// What is said of a schema whose file is read by `open`.
  private func findings(_ open: @escaping @Sendable () throws(RowFileError) -> RowFile.Pieces) throws -> [String] {
    var files = SourceFiles()
    var diagnostics = DiagnosticCollector()
    let id = files.add(SourceFile(path: "d.yaml", bytes: Array(Self.schema.utf8)))
    var document = try #require(
      parseYAML(id, in: files, diagnostics: &diagnostics)
        .flatMap { readSchema($0, path: "d.yaml", diagnostics: &diagnostics) })
    document.seeds[0].options?.rows = RowFile(id: SourceFileID(index: 1), path: "m.csv", open: open)
    _ = resolve(document, diagnostics: &diagnostics)
    return diagnostics.sorted.map { "\($0.summary) [\($0.identifier.rawValue)] \($0.explanation ?? "")" }
  }

  @Test func `a file that is not opened, or breaks off`() throws {
    let failure = RowFileError(path: "m.csv", reason: "Input/output error")
    let expected = ["File 'm.csv' cannot be read [CSV-UNREADABLE] The system says: Input/output error."]
    #expect(try findings { () throws(RowFileError) in throw failure } == expected)
    #expect(
      try findings { () throws(RowFileError) -> RowFile.Pieces in
        var isFirst = true
        return { (buffer) throws(RowFileError) in
          guard isFirst else { throw failure }
          isFirst = false
          buffer.copyBytes(from: Array("a\n1\n".utf8))
          return 4
        }
      } == expected)
  }
}
