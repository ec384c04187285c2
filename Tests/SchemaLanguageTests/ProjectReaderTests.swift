import Diagnostics
import SchemaLanguage
import TestSupport
import Testing
import YAMLSyntax

/// What `joinery.yaml` says.
@Suite struct ProjectReaderTests {
  private func expectMistakes(_ text: String, _ expected: [ExpectedDiagnostic]) throws {
    let marked = MarkedText(text)
    expectDiagnostics(try readProject(marked.text).diagnostics, expected, in: marked)
  }

  @Test func `every key is read`() throws {
    let project = try readProject(
      """
      seeds: true
      layout: single
      access: package
      target: { server: mariadb-11, maxAllowedPacket: 4MiB }
      output: Database
      schemas: [db, Sources/App/Schemas]
      """)
    #expect(project.diagnostics == [])
    #expect(
      outline(of: project.settings) == """
        (schemas: ["db", "Sources/App/Schemas"], output: "Database", \
        target: (server: .mariadb11, maxAllowedPacket: 4194304), \
        swift: (access: .package, layout: .single, seeds: true))
        """)
  }

  @Test func `a file may say nothing`() throws {
    let project = try readProject("null # what marks the root need say nothing")
    #expect(project.diagnostics == [])
    #expect(outline(of: project.settings) == "(swift: (access: .internal, layout: .perType))")
  }

  @Test func `one path stands alone`() throws {
    #expect(outline(of: try readProject("schemas: db").settings.schemas as Any) == "[\"db\"]")
  }

  @Test func `mistakes are found at their places`() throws {
    try expectMistakes(
      """
      1️⃣swift1️⃣: { access: public }
      2️⃣ouput2️⃣: Database
      schemas: 3️⃣{ a: b }3️⃣
      target: 4️⃣mysql4️⃣
      access: 5️⃣open5️⃣
      layout: 6️⃣perTyp6️⃣
      seeds: 7️⃣yes7️⃣
      """,
      [
        .error("LANG-UNKNOWN-KEY", at: 1, "A project has no key 'swift'"),
        .error("LANG-UNKNOWN-KEY", at: 2, "A project has no key 'ouput'; did you mean 'output'?"),
        .error("LANG-WRONG-SHAPE", at: 3, "'schemas' is a mapping, not a path or a list of paths"),
        .error(
          "LANG-BAD-CHOICE", at: 4,
          "'target' is one of mysql-8.0, mysql-8.4, mysql-9, mariadb-10.11, mariadb-11, not 'mysql'; "
            + "did you mean 'mysql-9'?"),
        .error("LANG-BAD-CHOICE", at: 5, "'access' is one of internal, package, public, not 'open'"),
        .error(
          "LANG-BAD-CHOICE", at: 6, "'layout' is one of perType, single, not 'perTyp'; did you mean 'perType'?"),
        .error("LANG-BAD-BOOLEAN", at: 7, "'seeds' is true or false, not 'yes'; did you mean 'true'?"),
      ])
    try expectMistakes(
      "1️⃣- db1️⃣", [.error("LANG-WRONG-SHAPE", at: 1, "'joinery.yaml' is a mapping, not a list")])
    try expectMistakes(
      "schemas: 1️⃣[]1️⃣\n2️⃣output2️⃣:\n",
      [
        .error("LANG-EMPTY-LIST", at: 1, "'schemas' is empty"),
        .error("LANG-NO-VALUE", at: 2, "'output' has no value"),
      ])
  }

  @Test func `a schema goes before its project, key by key`() throws {
    var files = SourceFiles()
    let file = files.add(
      SourceFile(
        path: "s.yaml",
        bytes: Array(
          "database: d\ntarget: { maxAllowedPacket: 1MiB }\nswift: { access: internal }\nmodels: { M: }".utf8)))
    var diagnostics = DiagnosticCollector()
    let root = try #require(parseYAML(file, in: files, diagnostics: &diagnostics))
    let project = try readProject("target: { server: mysql-9, maxAllowedPacket: 4MiB }\naccess: public\nseeds: true")
    let document = try #require(
      readSchema(root, path: "s.yaml", settings: project.settings, diagnostics: &diagnostics))
    #expect(diagnostics.diagnostics == [])
    #expect(
      outline(of: document) == """
        (path: "s.yaml", database: (name: "d"), target: .mysql9, maxAllowedPacket: 1048576, \
        naming: (tables: .snakePlural, columns: .asWritten, keys: .camel), models: [(name: "M")], \
        swift: (access: .internal, layout: .perType, seeds: true))
        """)
  }
}
