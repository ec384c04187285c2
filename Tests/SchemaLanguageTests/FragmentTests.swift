import Diagnostics
import SchemaLanguage
import TestSupport
import Testing
import YAMLSyntax

@Suite struct FragmentTests {
  /// The document of the last of `texts`, with the others as what it imports, and the diagnostics.
  ///
  /// The files are called `1.yaml` and so on; a place is shown as `1.yaml:7-9`, by its bytes.
  private func compose(_ texts: String...) throws -> (document: SchemaDocument?, lines: [String]) {
    var files = SourceFiles()
    var diagnostics = DiagnosticCollector()
    var roots: [YAMLNode] = []
    for (number, text) in texts.enumerated() {
      let file = files.add(SourceFile(path: "\(number + 1).yaml", bytes: Array(text.utf8)))
      roots.append(try #require(parseYAML(file, in: files, diagnostics: &diagnostics)))
    }
    let schema = roots.removeLast()
    let importedAt = SourceRange(file: SourceFileID(index: UInt32(roots.count)), lower: 0, upper: 8)
    let fragments = roots.map { readFragment($0, importedAt: importedAt, diagnostics: &diagnostics) }
    let document = readSchema(schema, path: "s.yaml", diagnostics: &diagnostics)?
      .importing(fragments, diagnostics: &diagnostics)
    func show(_ range: SourceRange?) -> String {
      range.map { "\(files[$0.file].path):\($0.lower)-\($0.upper)" } ?? "no place"
    }
    let lines = diagnostics.sorted.map { diagnostic in
      ([show(diagnostic.range) + ": \(diagnostic.summary) [\(diagnostic.identifier.rawValue)]"]
        + diagnostic.notes.map { show($0.range) + ": " + $0.message }).joined(separator: "; ")
    }
    return (document, lines)
  }

  @Test func `imported content comes first, in the order of the files`() throws {
    let (document, lines) = try compose(
      "enums: { E1: [a] }\nmixins: { X1: }\nmodels: { A: }\nqueries: { a: { from: A } }\nseeds: { A: [{ x: 1 }], C: [{ x: 2 }] }",
      "enums: { E2: [a] }\nmixins: { X2: }\nmodels: { B: }\nqueries: { b: { from: B } }\nseeds: { A: { l: { x: 3 } } }",
      "seeds: { A: { m: { x: 4 } } }\nimports: [x]\nenums: { E3: [a] }\nmixins: { X3: }\nmodels: { C: }\nqueries: { c: { from: C } }\ndatabase: d"
    )
    #expect(lines == [])
    let whole = try #require(document)
    #expect(whole.imports.map(\.value) == [])
    #expect(whole.enums.map(\.name.value) == ["E1", "E2", "E3"])
    #expect(whole.mixins.map(\.name.value) == ["X1", "X2", "X3"])
    #expect(whole.models.map(\.name.value) == ["A", "B", "C"])
    #expect(whole.queries.map(\.name.value) == ["a", "b", "c"])
    #expect(
      outline(of: whole.seeds) == """
        [(model: "A", rows: [(fields: [(name: "x", value: .scalar("1", .plain))])]), \
        (model: "C", rows: [(fields: [(name: "x", value: .scalar("2", .plain))])]), \
        (model: "A", rows: [(label: "l", fields: [(name: "x", value: .scalar("3", .plain))])]), \
        (model: "A", rows: [(label: "m", fields: [(name: "x", value: .scalar("4", .plain))])])]
        """)
  }

  @Test func `a name in two files`() throws {
    let (document, lines) = try compose(
      "models: { A: }", "enums: { E: [a] }\nqueries: { q: { from: A } }",
      "database: d\nmodels: { A: }\nenums: { E: [b] }\nmixins: { A: }\nqueries: { q: { from: A } }")
    #expect(
      lines == [
        "3.yaml:22-23: Model 'A' is declared in two files [LANG-DECLARED-TWICE]; 1.yaml:10-11: The other one is here",
        "3.yaml:36-37: Enumeration 'E' is declared in two files [LANG-DECLARED-TWICE]; 2.yaml:9-10: The other one is here",
        "3.yaml:71-72: Query 'q' is declared in two files [LANG-DECLARED-TWICE]; 2.yaml:29-30: The other one is here",
      ])
    // The first one counts.
    #expect(document?.enums.map { $0.members.map(\.value) } == [["a"]])
  }

  @Test func `a mixin in two files`() throws {
    #expect(
      try compose("mixins: { A: }", "mixins: { A: }", "database: d\nmodels: { M: }").lines == [
        "2.yaml:10-11: Mixin 'A' is declared in two files [LANG-DECLARED-TWICE]; 1.yaml:10-11: The other one is here"
      ])
  }

  @Test func `labels of one model in two files`() throws {
    #expect(
      try compose(
        "seeds: { M: { a: {} }, N: { b: {} } }", "database: d\nmodels: { M: }\nseeds: { M: { b: {}, a: {} } }"
      ).lines
        == [
          "2.yaml:48-49: Row 'a' of model 'M' is declared in two files [LANG-DECLARED-TWICE]; 1.yaml:14-15: The other one is here"
        ])
  }

  @Test func `what holds for a whole schema stands in its own file`() throws {
    #expect(
      try compose(
        "database: e\ntarget: mysql-9\nnaming: {}\ndefaults: {}\nswift: {}\nseedz: {}", "database: d\nmodels: { M: }"
      ).lines == [
        "1.yaml:0-8: 'database' stands in the schema's own file, not in an imported one [LANG-IMPORTED-SETTING]; 2.yaml:0-8: The file is imported here",
        "1.yaml:12-18: 'target' stands in the schema's own file, not in an imported one [LANG-IMPORTED-SETTING]; 2.yaml:0-8: The file is imported here",
        "1.yaml:28-34: 'naming' stands in the schema's own file, not in an imported one [LANG-IMPORTED-SETTING]; 2.yaml:0-8: The file is imported here",
        "1.yaml:39-47: 'defaults' stands in the schema's own file, not in an imported one [LANG-IMPORTED-SETTING]; 2.yaml:0-8: The file is imported here",
        "1.yaml:52-57: 'swift' stands in the schema's own file, not in an imported one [LANG-IMPORTED-SETTING]; 2.yaml:0-8: The file is imported here",
        "1.yaml:62-67: A schema has no key 'seedz'; did you mean 'seeds'? [LANG-UNKNOWN-KEY]",
      ])
  }

  @Test func `an imported file is a mapping`() throws {
    #expect(
      try compose("[A]", "database: d\nmodels: { M: }").lines == [
        "1.yaml:0-3: An imported file is a mapping, not a list [LANG-WRONG-SHAPE]; 2.yaml:0-8: It is imported here"
      ])
  }

  @Test func `a schema has models, at least imported ones`() throws {
    #expect(try compose("models: { M: }", "imports: [a]\ndatabase: d").lines == [])
    #expect(
      try compose("enums: { E: [a] }", "imports: [a]\ndatabase: d").lines == [
        "2.yaml:10-11: A schema has 'models', and none of its files has any [LANG-MISSING-KEY]"
      ])
  }

  @Test func `imports are a list of paths`() throws {
    let marked = MarkedText("database: d\nmodels: { M: }\nimports: 1️⃣a.yaml1️⃣")
    let reading = try readText(marked.text)
    expectDiagnostics(
      reading.diagnostics, [.error("LANG-WRONG-SHAPE", at: 1, "'imports' is a single value, not a list of paths")],
      in: marked)
    #expect(reading.diagnostics.first?.fixIts.map(\.replacement) == ["[a.yaml]"])
    try expectMistakes(
      "database: d\nmodels: { M: }\nimports: [1️⃣''1️⃣, 2️⃣null2️⃣, 3️⃣{}3️⃣]",
      [
        .error("LANG-NO-VALUE", at: 1, "An item of 'imports' is an empty text, not a name"),
        .error("LANG-NO-VALUE", at: 2, "An item of 'imports' has no value"),
        .error("LANG-WRONG-SHAPE", at: 3, "An item of 'imports' is a mapping, not a name"),
      ])
  }
}
