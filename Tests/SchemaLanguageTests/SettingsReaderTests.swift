import Diagnostics
import SchemaLanguage
import TestSupport
import Testing

@Suite struct SettingsReaderTests {
  @Test func `database, target, naming, defaults, swift`() throws {
    let document = try readValid(
      """
      swift:
        access: public
        layout: single
        prefix: DB
        imports: [JSONKit, Dates]
        types: { json: JSONKit.Value }
      naming: { underscored: true }
      defaults:
        id: bigint unsigned
        timestamps: { createdAt: created_on, updatedAt: false, type: timestamp(3) }
        engine: InnoDB
        charset: utf8mb4
        collation: utf8mb4_bin
        onDelete: restrict
        onUpdate: noAction
      target: mariadb-11
      database: { name: no, charset: latin1, collation: latin1_bin }
      models: { M: }
      """)
    #expect(
      outline(of: document) == """
        (path: "schemas/school.yaml", database: (name: "no", charset: "latin1", collation: "latin1_bin"), \
        target: .mariadb11, naming: (tables: .snakePlural, columns: .snake, keys: .snake), \
        defaults: (timestamps: (isEnabled: true, createdAt: .named("created_on"), updatedAt: .none, \
        type: (name: "timestamp", arguments: [.number(3)])), \
        id: (name: "bigint", isUnsigned: true), engine: "InnoDB", charset: "utf8mb4", collation: "utf8mb4_bin", \
        onDelete: .restrict, onUpdate: .noAction), models: [(name: "M")], \
        swift: (access: .public, layout: .single, prefix: "DB", imports: ["JSONKit", "Dates"], \
        jsonType: "JSONKit.Value"))
        """)
  }

  @Test func `sections with nothing in them are empty`() throws {
    #expect(
      outline(of: try readValid("database: d\nnaming:\ndefaults:\nenums:\nseeds:\nqueries:\nswift:\nmodels:\n  M: {}"))
        == """
        (path: "schemas/school.yaml", database: (name: "d"), \
        naming: (tables: .snakePlural, columns: .asWritten, keys: .camel), models: [(name: "M")], \
        swift: (access: .internal, layout: .perType))
        """)
  }

  @Test func `a document with mistakes keeps the rest`() throws {
    let reading = try readText("database: d\ntarget: mysql\nmodels: { 1: , A: 3, B: { columns: { c: , d: int } } }")
    #expect(
      reading.diagnostics.map(\.identifier.rawValue)
        == ["LANG-BAD-CHOICE", "LANG-BAD-NAME", "LANG-WRONG-SHAPE", "LANG-NO-VALUE"])
    let document = try #require(reading.document)
    #expect(
      outline(of: document.models) == """
        [(name: "1"), (name: "A"), (name: "B", columns: [(name: "d", type: (name: "int"))])]
        """)
  }

  @Test func `no document without a mapping or a database`() throws {
    for text in ["[database]", "database: ''\nmodels: { M: }", "models: { M: }", "database: { charset: x }"] {
      #expect(try readText(text).document == nil)
    }
    try expectMistakes(
      "1️⃣- database1️⃣", [.error("LANG-WRONG-SHAPE", at: 1, "A schema is a mapping, not a list")])
    try expectMistakes(
      "1️⃣target: mysql-9",
      [
        .error("LANG-MISSING-KEY", at: 1, "A schema names its 'database'"),
        .error("LANG-MISSING-KEY", at: 1, "A schema has 'models'"),
      ])
  }

  @Test func `a misspelt key that must be given is one mistake`() throws {
    try expectMistakes(
      "1️⃣datbase1️⃣: d\n2️⃣Models2️⃣: { M: }",
      [
        .error("LANG-UNKNOWN-KEY", at: 1, "A schema has no key 'datbase'; did you mean 'database'?"),
        .error("LANG-UNKNOWN-KEY", at: 2, "A schema has no key 'Models'; did you mean 'models'?"),
      ])
  }

  @Test func `mistakes of settings`() throws {
    try expectMistakes(
      """
      database: { 1️⃣nme1️⃣: d }
      target: 2️⃣MySQL-8.42️⃣
      defaults: { onDelete: 5️⃣SET NULL5️⃣, timestamps: 6️⃣on6️⃣ }
      swift: { access: 7️⃣open7️⃣, prefix: 8️⃣D-B8️⃣, imports: 9️⃣JSONKit9️⃣ }
      models: 0️⃣[M]0️⃣
      """,
      [
        .error("LANG-UNKNOWN-KEY", at: 1, "A database has no key 'nme'; did you mean 'name'?"),
        .error(
          "LANG-BAD-CHOICE", at: 2,
          "'target' is one of mysql-8.0, mysql-8.4, mysql-9, mariadb-10.11, mariadb-11, not 'MySQL-8.4'; "
            + "did you mean 'mysql-8.4'?"),
        .error(
          "LANG-BAD-CHOICE", at: 5,
          "'onDelete' is one of cascade, restrict, setNull, setDefault, noAction, not 'SET NULL'; "
            + "did you mean 'setNull'?"),
        .error("LANG-BAD-BOOLEAN", at: 6, "'timestamps' is true or false, not 'on'; did you mean 'true'?"),
        .error("LANG-BAD-CHOICE", at: 7, "'access' is one of internal, package, public, not 'open'"),
        .error(
          "LANG-BAD-NAME", at: 8, "The name of a prefix is letters, digits and '_' with a letter first, unlike 'D-B'"),
        .error("LANG-WRONG-SHAPE", at: 9, "'imports' is a single value, not a list of names"),
        .error("LANG-WRONG-SHAPE", at: 0, "'models' is a list, not a mapping from names to mappings"),
      ])
  }

  @Test func `underscored stands alone`() throws {
    try expectMistakes(
      "database: d\nmodels: { M: }\nnaming: { 1️⃣underscored1️⃣: true, 2️⃣tables2️⃣: model, 3️⃣keys3️⃣: camel }",
      [
        .error(
          "LANG-CONFLICT", at: 2, "'tables' stands beside 'underscored: true', which decides the same", notes: [1]),
        .error("LANG-CONFLICT", at: 3, "'keys' stands beside 'underscored: true', which decides the same", notes: [1]),
      ])
    #expect(
      try outline("database: d\nmodels: { M: }\nnaming: { underscored: false, keys: snake }") { $0.naming }
        == "(tables: .snakePlural, columns: .asWritten, keys: .snake)")
  }

  @Test func `a schema has a model`() throws {
    try expectMistakes(
      "database: d\n1️⃣models1️⃣: {}", [.error("LANG-EMPTY-LIST", at: 1, "'models' has at least one model")])
    try expectMistakes(
      "database: d\n1️⃣models1️⃣:", [.error("LANG-EMPTY-LIST", at: 1, "'models' has at least one model")])
  }

  @Test func `enumerations`() throws {
    #expect(
      try outline("database: d\nmodels: { M: }\nenums:\n  Status: [active, 'null', no, '', 5+]\n  Größe2: [1]") {
        $0.enums
      }
        == """
        [(name: "Status", members: ["active", "null", "no", "", "5+"]), (name: "Größe2", members: ["1"])]
        """)
    try expectMistakes(
      """
      database: d
      models: { M: }
      enums:
        1️⃣Set1️⃣: [a]
        2️⃣_x2️⃣: [a]
        A: 3️⃣[]3️⃣
        4️⃣B4️⃣:
        C: [a, 5️⃣null5️⃣, 6️⃣[b]6️⃣]
        D: 7️⃣a, b7️⃣
      """,
      [
        .error("LANG-BAD-NAME", at: 1, "The name of an enumeration is none of the types' names, unlike 'Set'"),
        .error(
          "LANG-BAD-NAME", at: 2,
          "The name of an enumeration is letters, digits and '_' with a letter first, unlike '_x'"),
        .error("LANG-EMPTY-LIST", at: 3, "'A' is empty"),
        .error("LANG-NO-VALUE", at: 4, "'B' has no value"),
        .error("LANG-NO-VALUE", at: 5, "An item of 'C' has no value"),
        .error("LANG-WRONG-SHAPE", at: 6, "An item of 'C' is a list, not a text"),
        .error("LANG-WRONG-SHAPE", at: 7, "'D' is a single value, not a list of texts"),
      ])
  }

  @Test func `what came through an alias points at the alias and notes the anchor`() throws {
    try expectMistakes(
      "database: d\nmodels:\n  A: &a { columns: { c: 1️⃣null1️⃣ } }\n  B: 2️⃣*a2️⃣",
      [
        .error("LANG-NO-VALUE", at: 1, "'c' has no value"),
        .error("LANG-NO-VALUE", at: 2, "'c' has no value", notes: [1]),
      ])
  }

  @Test func `the number of reports is bounded`() throws {
    let columns = (0..<1_005).map { "c\($0): []\n" }.joined(separator: "      ")
    let diagnostics = try readText("database: d\nmodels:\n  M:\n    columns:\n      \(columns)").diagnostics
    #expect(diagnostics.count == 1_001)
    #expect(diagnostics.first?.summary == "'c0' is a list, not a type or a mapping")
    #expect(diagnostics.last?.identifier.rawValue == "LANG-TOO-MANY-ERRORS")
    #expect(diagnostics.last?.summary == "File has more than 1,000 mistakes; the others are not reported")
  }

  @Test func `what is read in parts is reported as it stands`() throws {
    // Two mistakes in each third model, more than the bound, in many parts.
    var text = "database: d\nmodels:\n"
    var expected: [String] = []
    for number in 0..<2_000 {
      text += "  M\(number): { "
      if number.isMultiple(of: 3) {
        text += "colour: red, columns: { c\(number): [] } "
        expected += ["A model has no key 'colour'", "'c\(number)' is a list, not a type or a mapping"]
      }
      text += "}\n"
    }
    text += "queries:\n" + (0..<600).map { "  q\($0): { from: M\($0) }\n" }.joined()
    text += "seeds:\n" + (0..<600).map { "  M\($0): [{ label: \($0) }]\n" }.joined()
    let reading = try readText(text)
    let diagnostics = reading.diagnostics
    let document = try #require(reading.document)
    #expect(diagnostics.dropLast().map(\.summary) == Array(expected.prefix(1_000)))
    #expect(diagnostics.last?.identifier.rawValue == "LANG-TOO-MANY-ERRORS")
    #expect(diagnostics.last?.range?.lower ?? 0 > diagnostics.dropLast().last?.range?.lower ?? 0)
    #expect(document.models.map(\.name.value) == (0..<2_000).map { "M\($0)" })
    #expect(document.queries.map(\.name.value) == (0..<600).map { "q\($0)" })
    #expect(document.seeds.map(\.model.value) == (0..<600).map { "M\($0)" })
  }

  @Test func `fix-its mend`() throws {
    let text = try mended(
      """
      databse: d
      defaults: { onDelete: set null, timestamps: no }
      swift: { imports: JSONKit }
      models:
        M:
          tableName: ms
          columns: { a: int unsinged, b: { type: int, "nulable": yes } }
          hasMany: { xs: X? }
          hasOne: Y
          primaryKey: a
      """)
    #expect(
      text == """
        database: d
        defaults: { onDelete: setNull, timestamps: false }
        swift: { imports: [JSONKit] }
        models:
          M:
            table: ms
            columns: { a: int unsigned, b: { type: int, nullable: true } }
            hasMany: { xs: X }
            hasOne: [Y]
            primaryKey: [a]
        """)
    #expect(try readText(text).diagnostics == [])
  }
}
