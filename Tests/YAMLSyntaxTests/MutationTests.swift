import Diagnostics
import Foundation
import TestSupport
import Testing
import YAMLSyntax

@Suite struct MutationTests {
  private static let seeds = [
    """
    database: école
    models:
      Grade: &grade
        columns: { grade: integer, name: "string(80)" }
        hasMany: [Student, {a: b}, c: d]
      Student:
        <<: *grade
        note: |
          text in
            a block

        folded: >-
          some

          words
        key: 'it''s'   # comment
        escapes: "a\\tb\\u2028 \\
          c"
        ? long
        : - one
          - &x !!str two
          -
          - *x
          - plain over
            two lines
    ...
    """,
    "%YAML 1.1\n---\n- [a, {b: [c, ~]}, 'd']\n- &a {x: 1}\n- {<<: [*a, {y: 2}], z: !!binary aGk=}\n",
    "\u{FEFF}a: ä\u{2028}b\r\nc: 😀 #\u{85}\r? x\r: \"\u{2029}\"\n",
    #"{"models": {"A": {"columns": {"a": "int", "b": [1, 2.5, null, true]}}}, "e": "é\n"}"#,
    #"{"\ud83e\uddf5": "a\ud83e\uddf5\\\ud83d\ude00", b: [\ud83e\uddf5, '\ud83e\uddf5'], "c": "ä"}"#,
    "- &a { a: decimal(10,2), b: decimal(12,2), c: enum(x, 'y', z) }\n- { <<: *a, d: enum('x', z), a: f(x, y) }\n",
  ].map { Array($0.utf8) }

  private static let pieces: [[UInt8]] = [
    ":", ": ", "- ", "? ", "\n", "\n  ", " ", "\t", "#", " #", "[", "]", "{", "}", ",", "\"", "'", "\\", "&a ", "*a",
    "*x",
    "<<: *a\n", "<<: ", "!", "!!str ", "!x ", "|", ">", "|2\n", "%", "---\n", "...\n", "\r", "\u{85}", "\u{2028}", "ä",
    "\u{FEFF}",
    "@", "`", "~", "\u{0}", "&a", "? &a\n", "\\", "\\ud83e", "\\uddf5", "\\ud83e\\uddf5", "(a", "b)", ",b),", "'b')",
  ].map { Array($0.utf8) }

  private static func mutated(_ generator: inout SeededGenerator) -> [UInt8] {
    var bytes = seeds.randomElement(using: &generator) ?? []
    for _ in 0..<Int.random(in: 1...4, using: &generator) where !bytes.isEmpty {
      let position = Int.random(in: 0..<bytes.count, using: &generator)
      let end = min(bytes.count, position + Int.random(in: 1...6, using: &generator))
      switch Int.random(in: 0..<6, using: &generator) {
      case 0: bytes.removeSubrange(position..<end)
      case 1: bytes.insert(contentsOf: bytes[position..<end], at: Int.random(in: 0...bytes.count, using: &generator))
      case 2: bytes[position] = UInt8.random(in: 0...255, using: &generator)
      case 3: bytes.removeSubrange(position...)
      default: bytes.insert(contentsOf: pieces.randomElement(using: &generator) ?? [], at: position)
      }
    }
    return bytes
  }

  /// What is wrong with the places in the tree or in the diagnostics of `parsing`.
  private static func violations(_ parsing: Parsing) -> [String] {
    var found: [String] = []
    func check(_ node: YAMLNode, inside parent: SourceRange) {
      let range = node.range
      if range.lower > range.upper { found.append("ends before it starts: \(range)") }
      if range.lower < parent.lower || range.upper > parent.upper { found.append("\(range) is outside \(parent)") }
      guard node.definition == nil else { return }
      let written = parsing.bytes[Int(range.lower)..<Int(range.upper)]
      let text = Array(node.text.utf8)
      if node.kind == .scalar, node.isPlain, !written.contains(0x0A), !written.contains(0x0D), text != Array(written),
        // For YAML 1.1 these end a line, too.
        !["\u{85}", "\u{2028}", "\u{2029}"].contains(where: { String(decoding: written, as: UTF8.self).contains($0) })
      {
        found.append("plain text \(node.text) differs from \(String(decoding: written, as: UTF8.self))")
      }
      for element in node.elements { check(element, inside: range) }
      // Merged entries stand where their alias stands, or in a mapping inside this one.
      for entry in node.entries {
        check(entry.key, inside: range)
        check(entry.value, inside: range)
      }
      if node.count != node.elements.reduce(0, { count, _ in count + 1 })
        + node.entries.reduce(0, { count, _ in count + 1 })
      {
        found.append("count \(node.count) is wrong")
      }
    }
    let whole = SourceRange(file: SourceFileID(index: 0), lower: 0, upper: UInt32(parsing.bytes.count))
    if let root = parsing.root { check(root, inside: whole) }
    for diagnostic in parsing.diagnostics {
      for range in [diagnostic.range] + diagnostic.notes.map(\.range) {
        guard let range, range.lower <= range.upper, range.upper <= whole.upper else {
          found.append("\(diagnostic.summary) at \(String(describing: range))")
          continue
        }
      }
      if diagnostic.summary.hasPrefix("Text is not YAML:") { found.append("unexplained: \(diagnostic.summary)") }
    }
    return found
  }

  /// Random changes of a few texts; `JOINERY_MUTATION_SEED` sets where they start.
  @Test func keepsItsInvariantsUnderRandomChanges() {
    let environment = ProcessInfo.processInfo.environment
    let count = TestRun.cases(5_000)
    var generator = SeededGenerator(state: environment["JOINERY_MUTATION_SEED"].flatMap { UInt64($0) } ?? 1)
    var parsed = 0
    for _ in 0..<count {
      let bytes = Self.mutated(&generator)
      let parsing = Parsing(bytes: bytes)
      if parsing.root != nil { parsed += 1 }
      let violations = Self.violations(parsing)
      #expect(violations == [], "\(String(decoding: bytes, as: UTF8.self).debugDescription)")
      if !violations.isEmpty { return }
      // Rendering must survive whatever was reported, too.
      var files = SourceFiles()
      _ = files.add(SourceFile(path: "test.yaml", bytes: bytes))
      let text = TextRenderer(files: files).render(parsing.diagnostics)
      #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
    }
    // The changes are small enough for a good part to remain YAML.
    #expect(parsed > count / 10)
  }
}
