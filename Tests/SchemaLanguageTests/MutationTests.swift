import Diagnostics
import SchemaLanguage
import TestSupport
import Testing
import YAMLSyntax

@Suite struct MutationTests {
  private static let seed = """
    database: { name: d, charset: utf8mb4 }
    naming: { underscored: true }
    defaults: { timestamps: { createdAt: made, updatedAt: false, type: timestamp(3) }, id: bigint }
    enums: { Status: [active, 'a b'] }
    imports: [a.yaml, '../b.yaml']
    mixins: { X: { uses: [Y], columns: { x: int }, belongsTo: [B], indexes: [x], checks: { x: "x > 0" } }, Y: }
    models:
      A: &a
        uses: [X, Y]
        columns: { a: "decimal(10,2)?", b: { type: "enum(x, 'y')", default: { sql: "1" } }, c: int unsigned }
        primaryKey: [a, { name: b, length: 3, order: desc }]
        belongsTo: [B?, C]
        belongsToMany: { d: { model: D, through: E, foreignKey: { name: [f, g], nullable: true } } }
        indexes: [a, { columns: [{ expression: "lower(b)" }], type: hash }]
        checks: { p: "a > 0", q: { sql: b, enforced: false } }
      B: *a
    seeds: { A: [{ a: 1, b: [x, { y: ~ }] }], B: { l: { c: 'x' } } }
    queries:
      q:
        from: A
        include: [b, { c: { include: { d: } } }]
        where: { a.`b.c`: { in: [1, $p], between: [1, 2] }, or: [{ a: null }, { not: { b: 1 } }] }
        order: [-a.b, c]
        limit: $n
    swift: { access: public, imports: [X], types: { json: Y } }
    """

  private static let pieces = [
    ":", ": ", "- ", "\n", " ", "[", "]", "{", "}", ",", "\"", "'", "(", ")", "?", "$", ".", "`", "null", "true", "*a",
    "",
    "{}", "[]", "ä", "\u{0301}", "999999999999999999999",
  ].map { Array($0.utf8) }

  @Test func `the text that is mutated has no mistake`() throws {
    #expect(try readText(Self.seed).diagnostics == [])
  }

  @Test func `no input traps, and every place is in the file`() {
    var generator = SeededGenerator(state: 2026)
    let seed = Array(Self.seed.utf8)
    var readings = 0
    for _ in 0..<TestRun.cases(4_000) {
      var bytes = seed
      for _ in 0...Int.random(in: 0...2, using: &generator) {
        let lower = Int.random(in: 0...bytes.count, using: &generator)
        let upper = min(bytes.count, lower + Int.random(in: 0...6, using: &generator))
        guard let piece = Self.pieces.randomElement(using: &generator) else { continue }
        bytes.replaceSubrange(lower..<upper, with: piece)
      }
      var files = SourceFiles()
      let file = files.add(SourceFile(path: "s.yaml", bytes: bytes))
      var diagnostics = DiagnosticCollector()
      guard let root = parseYAML(file, in: files, diagnostics: &diagnostics) else { continue }
      readings += 1
      let fragment = readFragment(
        root, importedAt: SourceRange(file: file, lower: 0, upper: 0), diagnostics: &diagnostics)
      _ = readSchema(root, path: "s.yaml", diagnostics: &diagnostics)?
        .importing([fragment], diagnostics: &diagnostics).expandingMixins(diagnostics: &diagnostics)
      for diagnostic in diagnostics.diagnostics {
        let ranges = [diagnostic.range].compactMap { $0 } + diagnostic.fixIts.map(\.range)
        let isInFile = ranges.allSatisfy { $0.lower <= $0.upper && Int($0.upper) <= bytes.count }
        #expect(isInFile, "\(diagnostic) in \(String(decoding: bytes, as: UTF8.self))")
      }
    }
    // About a fifth is still YAML and gets to the reader.
    #expect(readings > 500)
  }
}
