import Diagnostics
import SchemaLanguage
import TestSupport
import Testing
import YAMLSyntax

@Suite struct MixinTests {
  /// What reading a text and expanding its mixins gives.
  private func expand(_ text: String) throws -> Reading {
    var files = SourceFiles()
    let file = files.add(SourceFile(path: "schemas/school.yaml", bytes: Array(text.utf8)))
    var diagnostics = DiagnosticCollector()
    let root = try #require(parseYAML(file, in: files, diagnostics: &diagnostics))
    let document = readSchema(root, path: "schemas/school.yaml", diagnostics: &diagnostics)?
      .expandingMixins(diagnostics: &diagnostics)
    return Reading(document: document, diagnostics: diagnostics.sorted)
  }

  private func expectMistakes(
    _ marked: String, _ expected: [ExpectedDiagnostic], hasDocument: Bool,
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) throws {
    let marked = MarkedText(marked)
    let reading = try expand(marked.text)
    expectDiagnostics(reading.diagnostics, expected, in: marked, sourceLocation: sourceLocation)
    #expect((reading.document != nil) == hasDocument, sourceLocation: sourceLocation)
  }

  @Test func `every key of a mixin`() throws {
    let text = try outline(
      """
      database: d
      models: { M: { uses: [Full, Empty] } }
      mixins:
        Empty:
        Full:
          uses: [Empty]
          columns: { a: int? }
          hasMany: { notes: Note }
          belongsTo: [Person?]
          hasOne: [Photo]
          belongsToMany: { tags: { model: Tag, through: Tagging } }
          indexes: [a]
          checks: { positive: "a > 0" }
      """
    ) { ($0.mixins, $0.models) }
    #expect(
      text == """
        (.0: [(name: "Empty"), (name: "Full", uses: ["Empty"], \
        columns: [(name: "a", type: (name: "int", isNullable: true))], \
        associations: [(kind: .hasMany, name: "notes", target: "Note"), \
        (kind: .belongsTo, target: "Person", isOptional: true), (kind: .hasOne, target: "Photo"), \
        (kind: .belongsToMany, name: "tags", target: "Tag", options: (through: "Tagging"))], \
        indexes: [(parts: [(content: .column("a"))])], \
        checks: [(name: "positive", condition: "a > 0", isEnforced: true)])], \
        .1: [(name: "M", uses: ["Full", "Empty"])])
        """)
  }

  @Test func `mistakes of mixins`() throws {
    try expectMistakes(
      """
      database: d
      models: { M: { uses: 1️⃣A1️⃣ } }
      mixins:
        A: 2️⃣[a]2️⃣
        B:
          3️⃣table3️⃣: bs
          uses: 4️⃣[]4️⃣
          5️⃣column5️⃣: { a: int }
          columns: { b: int6️⃣(6️⃣ }
        7️⃣""7️⃣:
      """,
      [
        .error("LANG-WRONG-SHAPE", at: 1, "'uses' is a single value, not a list of names"),
        .error("LANG-WRONG-SHAPE", at: 2, "'A' is a list, not a mapping"),
        .error("LANG-UNKNOWN-KEY", at: 3, "A mixin has no key 'table'"),
        .error("LANG-EMPTY-LIST", at: 4, "'uses' is empty"),
        .error("LANG-UNKNOWN-KEY", at: 5, "A mixin has no key 'column'; did you mean 'columns'?"),
        .error("LANG-BAD-TYPE", at: 6, "Type 'int(' has a parenthesis that is not closed"),
        .error("LANG-BAD-NAME", at: 7, "The name of a mixin is not empty"),
      ], hasDocument: true)
  }

  @Test func `own entries come first, then each mixin's, behind it those that it uses`() throws {
    let reading = try expand(
      """
      database: d
      mixins:
        Last: { columns: { e: int }, belongsTo: [P] }
        First:
          uses: [Base, Last]
          columns: { b: int, c: int }
          hasMany: { things: Thing }
          indexes: [b]
          checks: { b: "b > 0" }
        Base: { columns: { d: int }, indexes: [d, { columns: [b], name: by b }], checks: { d: "d > 0" } }
        Idle: { columns: { z: int } }
      models:
        M:
          checks: { a: "a > 0" }
          indexes: [a]
          belongsTo: { owner: Person }
          uses: [First, Base, Last]
          columns: { a: int }
        N:
      """)
    #expect(reading.diagnostics == [])
    let document = try #require(reading.document)
    #expect(
      outline(of: document.models) == """
        [(name: "M", columns: [(name: "a", type: (name: "int")), (name: "b", type: (name: "int")), \
        (name: "c", type: (name: "int")), (name: "d", type: (name: "int")), (name: "e", type: (name: "int"))], \
        associations: [(kind: .belongsTo, name: "owner", target: "Person"), \
        (kind: .hasMany, name: "things", target: "Thing"), (kind: .belongsTo, target: "P")], \
        indexes: [(parts: [(content: .column("a"))]), (parts: [(content: .column("b"))]), \
        (parts: [(content: .column("d"))]), (name: "by b", parts: [(content: .column("b"))])], \
        checks: [(name: "a", condition: "a > 0", isEnforced: true), \
        (name: "b", condition: "b > 0", isEnforced: true, isNamedAfterTable: true), \
        (name: "d", condition: "d > 0", isEnforced: true, isNamedAfterTable: true)]), (name: "N")]
        """)
    #expect(outline(of: document.mixins) == "[]")
  }

  @Test func `a name that the model has already`() throws {
    try expectMistakes(
      """
      database: d
      models:
        M:
          uses: [1️⃣A1️⃣]
          columns: { 2️⃣a2️⃣: int, B: int }
          belongsTo: { 3️⃣p3️⃣: P }
          indexes: [{ columns: [a], name: 4️⃣i4️⃣ }, a]
          checks: { 5️⃣c5️⃣: "a > 0", a: "a > 1" }
      mixins:
        A:
          columns: { 6️⃣a6️⃣: int, b: int }
          hasOne: { 7️⃣p7️⃣: P, a: P }
          indexes: [{ columns: [a], name: 8️⃣i8️⃣ }, a]
          checks: { 9️⃣c9️⃣: "a > 0" }
      """,
      [
        .error(
          "LANG-MIXIN-COLLISION", at: 1, "Mixin 'A' brings column 'a', which model 'M' has already", notes: [6, 2]),
        .error(
          "LANG-MIXIN-COLLISION", at: 1, "Mixin 'A' brings association 'p', which model 'M' has already", notes: [7, 3]),
        .error(
          "LANG-MIXIN-COLLISION", at: 1, "Mixin 'A' brings index 'i', which model 'M' has already", notes: [8, 4]),
        .error(
          "LANG-MIXIN-COLLISION", at: 1, "Mixin 'A' brings check 'c', which model 'M' has already", notes: [9, 5]),
      ], hasDocument: true)
  }

  @Test func `a name that two mixins bring`() throws {
    try expectMistakes(
      """
      database: d
      models:
        M: { uses: [A, 1️⃣B1️⃣] }
        N: { uses: [B] }
      mixins:
        A: { columns: { 2️⃣a2️⃣: int } }
        B: { uses: [C] }
        C: { columns: { 3️⃣a3️⃣: int } }
      """,
      [
        .error(
          "LANG-MIXIN-COLLISION", at: 1, "Mixin 'C' brings column 'a', which model 'M' has already", notes: [3, 2])
      ], hasDocument: true)
  }

  @Test func `unknown and repeated mixins`() throws {
    try expectMistakes(
      """
      database: d
      models:
        M: { uses: [1️⃣Audted1️⃣, 5️⃣Audited5️⃣, 2️⃣Audited2️⃣, 3️⃣M3️⃣], columns: { 7️⃣a7️⃣: int } }
      mixins:
        Audited: { uses: [4️⃣Timed4️⃣, Times] }
        Times: { columns: { 6️⃣a6️⃣: int } }
      """,
      [
        .error(
          "LANG-UNKNOWN-MIXIN", at: 1, "Model 'M' uses mixin 'Audted', which does not exist; did you mean 'Audited'?"),
        .error(
          "LANG-MIXIN-COLLISION", at: 5, "Mixin 'Times' brings column 'a', which model 'M' has already", notes: [6, 7]),
        .error("LANG-REPEATED-MIXIN", at: 2, "Model 'M' uses mixin 'Audited' twice", notes: [5]),
        .error("LANG-UNKNOWN-MIXIN", at: 3, "Model 'M' uses mixin 'M', which does not exist"),
        .error(
          "LANG-UNKNOWN-MIXIN", at: 4, "Mixin 'Audited' uses mixin 'Timed', which does not exist; did you mean 'Times'?"
        ),
      ], hasDocument: false)
  }

  @Test func `circles of mixins`() throws {
    try expectMistakes(
      """
      database: d
      models: { M: { uses: [A] } }
      mixins:
        Self: { uses: [1️⃣Self1️⃣] }
        A: { uses: [2️⃣B2️⃣] }
        B: { uses: [3️⃣C3️⃣] }
        C: { uses: [4️⃣B4️⃣, 6️⃣D6️⃣] }
        D: { uses: [5️⃣A5️⃣] }
      """,
      [
        .error("LANG-MIXIN-CIRCLE", at: 1, "Mixins use one another in no circle: 'Self' uses 'Self'"),
        .error(
          "LANG-MIXIN-CIRCLE", at: 4, "Mixins use one another in no circle: 'B' uses 'C' uses 'B'", notes: [3]),
        .error(
          "LANG-MIXIN-CIRCLE", at: 5, "Mixins use one another in no circle: 'A' uses 'B' uses 'C' uses 'D' uses 'A'",
          notes: [2, 3, 6]),
      ], hasDocument: false)
  }

  /// A chain of mixins from `M1` to the given one, and a model that uses the first.
  private func chain(of count: Int, isReversed: Bool) -> String {
    var lines = (1..<count).map { "  M\($0): { uses: [M\($0 + 1)], columns: { c\($0): int } }" }
    lines.append("  M\(count): { columns: { c\(count): int } }")
    if isReversed { lines.reverse() }
    return "database: d\nmodels: { M: { uses: [M1] } }\nmixins:\n" + lines.joined(separator: "\n")
  }

  @Test(arguments: [false, true])
  func `mixins use one another at most 100 deep`(isReversed: Bool) throws {
    let deepest = try expand(chain(of: 100, isReversed: isReversed))
    #expect(deepest.diagnostics == [])
    #expect(deepest.document?.models[0].columns.map(\.name.value) == (1...100).map { "c\($0)" })
    let deeper = try expand(chain(of: 101, isReversed: isReversed))
    #expect(deeper.diagnostics.map(\.summary) == ["Mixins use one another at most 100 deep"])
    #expect(deeper.diagnostics.map(\.identifier.rawValue) == ["LANG-MIXIN-LIMIT"])
    #expect(deeper.document == nil)
  }

  @Test func `mixins bring at most 2,000,000 declarations`() throws {
    // A mixin counts one with its 999 columns: 2,000 models are the most.
    func schema(modelCount: Int) -> String {
      "database: d\nmixins:\n  X:\n    columns: { "
        + (1...999).map { "c\($0): int" }.joined(separator: ", ") + " }\nmodels:\n"
        + (1...modelCount).map { "  M\($0): { uses: [X] }" }.joined(separator: "\n")
    }
    #expect(try expand(schema(modelCount: 2_000)).diagnostics == [])
    let text = schema(modelCount: 2_002)
    let reading = try expand(text)
    #expect(reading.document == nil)
    #expect(
      reading.diagnostics.map(\.summary) == ["Mixins bring at most 2,000,000 declarations to the models of a schema"])
    let place = Int(reading.diagnostics.first?.range?.lower ?? 0)
    #expect(String(decoding: text.utf8.prefix(place).suffix(16), as: UTF8.self) == "M2001: { uses: [")
  }
}
