import Diagnostics
import Foundation
import SchemaLanguage
import TestSupport
import Testing
import YAMLSyntax

/// The JSON Schema of the language takes what the reader takes, and refuses what is wrong by its shape.
@Suite struct JSONSchemaTests {
  /// The rules of which some case is seen: a JSON Schema knows nothing of other names, of quotes and of the words in a text.
  private static let seen: Set = [
    "LANG-BAD-BOOLEAN", "LANG-BAD-CHOICE", "LANG-BAD-NAME", "LANG-BAD-NUMBER", "LANG-EMPTY-LIST", "LANG-MISSING-KEY",
    "LANG-NO-VALUE", "LANG-TYPE-COMMA", "LANG-UNKNOWN-KEY", "LANG-WRONG-KIND", "LANG-WRONG-SHAPE",
  ]
  /// Of these every case is seen.
  private static let alwaysSeen: Set = [
    "LANG-BAD-CHOICE", "LANG-MISSING-KEY", "LANG-UNKNOWN-KEY", "LANG-WRONG-SHAPE",
  ]

  private static let goldens = GoldenCase.all.map { String(decoding: $0.schema, as: UTF8.self) }

  @Test func `every schema of ours is valid and leads editors to the JSON Schema`() throws {
    var texts: [(path: String, text: String)] = []
    for folder in ["schemas", "Tests/Corpus", "Tests/Goldens"] {
      let paths = try FileManager.default.subpathsOfDirectory(atPath: Repository.root.appending(path: folder).path)
      for path in paths where path.hasSuffix(".yaml") && !path.hasPrefix("error_") {
        let url = Repository.root.appending(path: "\(folder)/\(path)")
        texts.append(("\(folder)/\(path)", try String(contentsOf: url, encoding: .utf8)))
      }
    }
    #expect(texts.count > 80)
    let verdicts = try SchemaValidator.verdicts(on: texts.map(\.text), by: languageJSONSchema())
    for ((path, text), verdict) in zip(texts, verdicts) {
      #expect(verdict == .valid, "\(path)")
      let way = String(repeating: "../", count: path.count { $0 == "/" })
      let line = "# yaml-language-server: $schema=\(way)Documentation/joinery.schema.json\n"
      #expect(text.hasPrefix(line), "\(path) does not begin with: \(line)")
    }
  }

  @Test func `settings of projects are checked by their own JSON Schema`() throws {
    let right = [
      "schemas: [db, Sources/App/Schemas]\noutput: Database\ntarget: mysql-9\naccess: package\nseeds: true\n",
      "target: { server: mariadb-11 }\nlayout: single\n", "schemas: db\n", "", "# Nothing to say.\n",
    ]
    let wrong = [
      "schemaz: db\n", "db\n", "[]\n", "access: open\n", "schemas: { a: b }\n", "seeds: yes\n", "database: d\n",
    ]
    let verdicts = try SchemaValidator.verdicts(on: right + wrong, by: projectJSONSchema())
    #expect(verdicts.map { $0 == .valid } == right.map { _ in true } + wrong.map { _ in false })
  }

  @Test func `of the examples of rules those of shapes are invalid`() throws {
    let examples = DiagnosticExample.all.filter { !$0.identifier.hasPrefix("YAML-") }
    let verdicts = try SchemaValidator.verdicts(
      on: examples.map { MarkedText($0.text).text }, by: languageJSONSchema())
    let invalid = zip(examples, verdicts).filter { $1 != .valid }.map { $0.0.identifier }
    #expect(Set(invalid).sorted() == Self.seen.sorted())
  }

  @Test func `wrong goldens with a mistake of shape are invalid`() throws {
    let cases = GoldenCase.wrong.map { ($0, Self.identifiers(in: String(decoding: $0.schema, as: UTF8.self)) ?? []) }
    let wrong = cases.filter { !$1.isDisjoint(with: Self.alwaysSeen) }.map(\.0)
    #expect(wrong.count >= 10)
    let texts = wrong.map { String(decoding: $0.schema, as: UTF8.self) }
    let verdicts = try SchemaValidator.verdicts(on: texts, by: languageJSONSchema())
    for (golden, verdict) in zip(wrong, verdicts) { #expect(verdict != .valid, "\(golden.name)") }
  }

  @Test func `the reader and the JSON Schema agree on schemas with a mistake`() throws {
    var generator = SeededGenerator(state: 7)
    var mutations: [(text: String, isRight: Bool, identifiers: Set<String>)] = []
    for _ in 0..<TestRun.cases(1_500) {
      let text = Self.mutated(Self.goldens.randomElement(using: &generator) ?? "", &generator)
      guard let identifiers = Self.identifiers(in: text) else { continue }
      let isRight = !compile(text).diagnostics.contains { $0.severity == .error }
      mutations.append((text, isRight, identifiers))
    }
    let verdicts = try SchemaValidator.verdicts(on: mutations.map(\.text), by: languageJSONSchema())
    var accepted = 0
    var refused = 0
    for (mutation, verdict) in zip(mutations, verdicts) {
      if mutation.isRight {
        accepted += 1
        #expect(
          verdict == .valid || verdict.isOfBareTruthValue, "\(verdict), but the compiler takes it:\n\(mutation.text)")
      } else if !mutation.identifiers.isDisjoint(with: Self.alwaysSeen) {
        refused += 1
        #expect(verdict != .valid, "The reader reports \(mutation.identifiers):\n\(mutation.text)")
      }
    }
    #expect(accepted > mutations.count / 20)
    #expect(refused > mutations.count / 8)
  }

  /// The identifiers of what the reader has to say; `nil` for a text that is no YAML.
  private static func identifiers(in text: String) -> Set<String>? {
    var files = SourceFiles()
    let file = files.add(SourceFile(path: "school.yaml", bytes: Array(text.utf8)))
    var diagnostics = DiagnosticCollector()
    guard let root = parseYAML(file, in: files, diagnostics: &diagnostics), diagnostics.diagnostics.isEmpty else {
      return nil
    }
    _ = readSchema(root, path: "school.yaml", diagnostics: &diagnostics)
    return Set(diagnostics.diagnostics.map(\.identifier.rawValue))
  }

  /// `text`, a schema with mistakes or without, with one key under another name, taken away, or with a value of another kind behind it.
  private static func mutated(_ text: String, _ generator: inout SeededGenerator) -> String {
    // A key in a block or in braces, with the scalar behind it, if there is one.
    let keys = text.matches(of: /(?:^ *|[{,] ?)(\w+): ?([^\[\]{}\n,"'#&*|>]*)/.anchorsMatchLineEndings())
    guard let match = keys.randomElement(using: &generator) else { return text }
    let values = [
      "[]", "{}", "[a]", "{ a: b }", "~", "5", "true", "no", "''", "x", "$p", "[[a]]", "-1", "1.5", "[5, 6]",
    ]
    switch Int.random(in: 0..<4, using: &generator) {
    case 0:
      return text.replacingCharacters(
        in: match.output.1.startIndex..<match.output.1.endIndex, with: "\(match.output.1)x")
    case 1:
      let other = keys.randomElement(using: &generator).map { String($0.output.1) } ?? ""
      return text.replacingCharacters(in: match.output.1.startIndex..<match.output.1.endIndex, with: other)
    default:
      let value = values.randomElement(using: &generator) ?? ""
      return text.replacingCharacters(in: match.output.2.startIndex..<match.output.2.endIndex, with: value + " ")
    }
  }
}

extension SchemaValidator.Verdict {
  /// Whether a type or a model's name is a bare `true` or `false`, which the JSON Schema refuses.
  fileprivate var isOfBareTruthValue: Bool {
    guard case .invalid(let message) = self else { return false }
    return message.contains(#/: (True|False) is not\b/#)
  }
}
