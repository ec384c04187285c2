import AssociationGraph
import Diagnostics
import Foundation
import Generation
import MySQL
import SchemaLanguage
import TestSupport
import Testing
import YAMLSyntax

/// What a few lines of one file cannot break: other files are needed, or more lines than anyone reads.
private let identifiersWithoutExample = [
  "YAML-ENCODING", "YAML-TOO-DEEP", "YAML-TOO-LARGE", "YAML-ALIAS-EXPANSION", "YAML-TOO-MANY-ERRORS",
  "LANG-IMPORTED-SETTING", "LANG-DECLARED-TWICE", "LANG-MIXIN-LIMIT", "LANG-TOO-MANY-ERRORS",
  "GRAPH-DUPLICATE-MODEL", "GRAPH-DUPLICATE-ENUM", "SEED-PACKET-SIZE",
  "CSV-SYNTAX", "CSV-HEADER", "CSV-FIELD-COUNT", "CSV-UNREADABLE", "CSV-ENCODING", "CSV-ORDER", "CSV-TOO-MANY-ERRORS",
  "QUERY-TOO-MANY-TABLES", "QUERY-TOO-DEEP",
  "FILE-NOT-FOUND", "FILE-NOT-REGULAR", "FILE-ABSOLUTE-IMPORT", "FILE-OUTSIDE-ROOT", "FILE-IMPORT-CIRCLE",
  "FILE-UNUSED", "FILE-IMPORT-LIMIT", "FILE-NAME", "LINT-UNKNOWN-WARNING", "FILE-SAME-STEM", "FILE-OTHER-SCHEMA",
  "FILE-IN-THE-WAY",
  "FILE-SAME-OUTPUT", "FILE-NOT-CURRENT",
]

/// Every identifier is explained, by what is true.
@Suite struct RuleCatalogTests {
  private static let stageRules = RuleCatalog.stages.flatMap(\.rules)

  /// The folder of the project.
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  @Test("holds the rules of every enumeration in the sources")
  func holdsEveryRule() throws {
    let sources = Self.root.appending(path: "Sources")
    let paths = try #require(FileManager.default.enumerator(atPath: sources.path)).compactMap { $0 as? String }
    var declared: [String] = []
    for path in paths where path.hasSuffix(".swift") {
      let text = try String(contentsOf: sources.appending(path: path), encoding: .utf8)
      guard text.contains(/enum \w+: String, (?:\w+, )*DiagnosticRule\b/) else { continue }
      declared += text.matches(of: /\n  case \w+ = "([A-Z-]+)"/).map { String($0.1) }
    }
    let all = RuleCatalog.all.map(\.identifier.rawValue)
    #expect((declared + ServerRules.all.map(\.identifier)).sorted() == all.sorted())
    #expect(Set(all).count == all.count)
  }

  @Test("says of each rule something else, in whole sentences")
  func textsDiffer() {
    var known = Set<String>()
    for rule in RuleCatalog.all {
      let (sentence, explanation) = (rule.description.sentence, rule.description.explanation)
      #expect(known.insert(sentence).inserted, "\(rule.identifier.rawValue)")
      #expect(known.insert(explanation).inserted, "\(rule.identifier.rawValue)")
      #expect(!sentence.isEmpty && !sentence.hasSuffix(".") && !sentence.contains("\n"), "\(rule.identifier.rawValue)")
      #expect(
        (explanation.hasSuffix(".") || explanation.hasSuffix(".)")) && !explanation.contains("\n"),
        "\(rule.identifier.rawValue)")
    }
  }

  @Test("shows an example of each rule that a few lines can break")
  func examplesAreThere() {
    #expect(
      Self.stageRules.filter { $0.description.example == nil }.map(\.identifier.rawValue) == identifiersWithoutExample)
  }

  @Test("shows examples that break their rule and no other, with the weight that it has")
  func examplesBreakTheirRule() throws {
    for rule in Self.stageRules {
      guard let example = rule.description.example else { continue }
      let found = compile("database: school\n" + example + "\n").diagnostics
      #expect(
        found.map { "\($0.severity.rawValue) \($0.identifier.rawValue)" }
          == ["\(rule.description.severity.rawValue) \(rule.identifier.rawValue)"])
    }
  }

  @Test("says how much each rule weighs")
  func weighsRules() {
    for (identifier, examples) in Dictionary(grouping: DiagnosticExample.all, by: \.identifier) {
      let isError = examples.flatMap { compile(MarkedText($0.text).text).diagnostics }
        .contains { $0.identifier.rawValue == identifier && $0.severity == .error }
      #expect(RuleCatalog.rule(identifier)?.description.severity == (isError ? .error : .warning), "\(identifier)")
    }
  }

  @Test("explains a rule of the servers, in any letter case")
  func explainsServerRule() throws {
    let rule = try #require(RuleCatalog.rule("my-set-member-comma"))
    #expect(
      rule.description.text(of: rule.identifier) == """
        MY-SET-MEMBER-COMMA (error)
        A member of a SET holds no comma.

        The server writes the members of a value with commas between them.

        MySQL: 1367
        MariaDB: 1367
        Targets: mysql-8.0, mysql-8.4, mysql-9, mariadb-10.11, mariadb-11

        Refused:

          Pupil:
            columns: { likes: "set('art, music', sports)" }

        Mended:

          Pupil:
            columns: { likes: "set('art and music', sports)" }

        """)
    #expect(RuleCatalog.rule("MY-NOTHING") == nil)
  }

  @Test("explains a rule of the language, with what the servers would answer")
  func explainsEarlierFinding() throws {
    let rule = try #require(RuleCatalog.rule("GRAPH-SET-NULL-ON-REQUIRED"))
    #expect(
      rule.description.text(of: rule.identifier) == """
        GRAPH-SET-NULL-ON-REQUIRED (error)
        SET NULL as the action of a foreign key needs a nullable key.

        When the parent goes, its children would have to hold a NULL that their column refuses. Write `?` behind the \
        target, or choose another action: cascade, restrict, noAction.

        MySQL: 1830
        MariaDB: 1005
        Found while the schema is read, for every target.

        Refused:

          models:
            Grade: {}
            Student: { belongsTo: { grade: { model: Grade, onDelete: setNull } } }

        """)
  }

  @Test("is the page Documentation/diagnostics.md")
  func pageIsCurrent() throws {
    let file = Self.root.appending(path: "Documentation/diagnostics.md")
    let written = try? String(contentsOf: file, encoding: .utf8)
    let page = diagnosticsReference()
    guard written != page else { return }
    guard ProcessInfo.processInfo.environment["JOINERY_RECORD"] == "1" else {
      #expect(written == page, "run with JOINERY_RECORD=1 to write the page anew")
      return
    }
    try page.write(to: file, atomically: true, encoding: .utf8)
    Issue.record("Documentation/diagnostics.md was written anew")
  }
}
