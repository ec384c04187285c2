import AssociationGraph
import Diagnostics
import Generation
import SchemaLanguage
import TestSupport
import Testing
import YAMLSyntax

/// What several files can break: tested with real files in `ImportTests` and `RowFileTests`; the bounds of mixins in
/// `SchemaLanguageTests`, the size of rows in the golden folder `error_packet_size`.
private let identifiersTestedElsewhere = [
  "FILE-NOT-REGULAR", "FILE-ABSOLUTE-IMPORT", "FILE-OUTSIDE-ROOT", "FILE-IMPORT-CIRCLE", "FILE-UNUSED",
  "FILE-IMPORT-LIMIT",
  "CSV-SYNTAX", "CSV-HEADER", "CSV-FIELD-COUNT", "CSV-UNREADABLE", "CSV-ENCODING", "CSV-ORDER", "CSV-TOO-MANY-ERRORS",
  "LANG-IMPORTED-SETTING", "LANG-DECLARED-TWICE", "LANG-MIXIN-LIMIT", "SEED-PACKET-SIZE",
]

/// Every identifier is reported for a schema that breaks its rule, at the right place and with nothing beside it.
@Suite struct DiagnosticExampleTests {
  @Test(arguments: DiagnosticExample.all)
  func isReported(_ example: DiagnosticExample) {
    let marked = MarkedText(example.text)
    let diagnostics = compile(marked.text).diagnostics
    expectDiagnostics(diagnostics, example.expected, in: marked)
    #expect(diagnostics.contains { $0.identifier.rawValue == example.identifier })
  }

  @Test func everyIdentifierHasAnExample() {
    let all = RuleCatalog.stages.flatMap(\.rules).map(\.identifier.rawValue)
    let shown =
      DiagnosticExample.all.map(\.identifier) + DuplicateDeclarationTests.identifiers
      + ManyMistakesTests.identifiers + FileRuleTests.identifiers + identifiersTestedElsewhere
    #expect(Set(all).subtracting(shown).sorted() == [])
    #expect(Set(shown).subtracting(all).sorted() == [])
  }
}

/// The diagnostics of a schema, and its document if it could be read.
func compile(_ text: String) -> (document: SchemaDocument?, diagnostics: [Diagnostic]) {
  var files = SourceFiles()
  let file = files.add(SourceFile(path: "schemas/school.yaml", bytes: Array(text.utf8)))
  var diagnostics = DiagnosticCollector()
  let document = parseYAML(file, in: files, diagnostics: &diagnostics)
    .flatMap { readSchema($0, path: "schemas/school.yaml", diagnostics: &diagnostics) }
  if let whole = document?.expandingMixins(diagnostics: &diagnostics) { _ = resolve(whole, diagnostics: &diagnostics) }
  return (document, diagnostics.sorted)
}
