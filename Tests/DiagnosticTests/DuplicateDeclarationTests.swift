import AssociationGraph
import Diagnostics
import SchemaLanguage
import TestSupport
import Testing

/// Declarations of one name that come from two files. In one file the second is a duplicate key already, so the document
/// is put together here.
@Suite struct DuplicateDeclarationTests {
  /// The rules that are tested here.
  static let identifiers = ["GRAPH-DUPLICATE-MODEL", "GRAPH-DUPLICATE-ENUM"]

  @Test func declarationsAreUnique() throws {
    let marked = MarkedText(
      """
      database: school
      enums: { 1️⃣Status1️⃣: [active] }
      models: { 2️⃣Grade2️⃣: {} }
      """)
    var document = try #require(compile(marked.text).document)
    document.models += document.models
    document.enums += document.enums
    var diagnostics = DiagnosticCollector()
    #expect(resolve(document, diagnostics: &diagnostics) == nil)
    expectDiagnostics(
      diagnostics.sorted,
      [
        .error("GRAPH-DUPLICATE-ENUM", at: 1, "Enumeration 'Status' is declared twice", notes: [1]),
        .error("GRAPH-DUPLICATE-MODEL", at: 2, "Model 'Grade' is declared twice", notes: [2]),
      ], in: marked)
  }
}
