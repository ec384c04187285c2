import SchemaLanguage
import TestSupport
import Testing

@Suite struct ColumnReaderTests {
  /// The outline of the columns of one model.
  private func columns(_ lines: String) throws -> String {
    try outline("database: d\nmodels:\n  M:\n    columns:\n\(lines)") { $0.models[0].columns }
  }

  @Test func `short form`() throws {
    let text = try columns(
      """
            name: string(80)?
            'no': boolean
            "010": int
      """)
    #expect(
      text == """
        [(name: "name", type: (name: "string", arguments: [.number(80)], isNullable: true)), \
        (name: "no", type: (name: "boolean")), (name: "010", type: (name: "int"))]
        """)
  }

  @Test func `long form with all keys`() throws {
    let text = try columns(
      """
            c:
              type: int
              nullable: true
              primaryKey: "true"
              autoIncrement: false
              unique: pair
              default: 010
              onUpdate: now
              check: { sql: "c > 0", enforced: false }
              comment: ""
              generated: { as: "a + b", stored: true }
              charset: ascii
              collation: ascii_bin
              invisible: true
              column: C
              swift: { name: see, type: Sea }
      """)
    #expect(
      text == """
        [(name: "c", type: (name: "int"), options: (isNullable: true, isPrimaryKey: true, unique: .group("pair"), \
        defaultValue: .value(.scalar("010", .plain)), onUpdateNow: true, check: (condition: "c > 0"), comment: "", \
        generated: (expression: "a + b", isStored: true), charset: "ascii", collation: "ascii_bin", isInvisible: true, \
        sqlName: "C", swiftName: "see", swiftType: "Sea"))]
        """)
  }

  @Test func `defaults`() throws {
    let text = try columns(
      """
            a: { type: int?, default: null }
            b: { type: string, default: "null" }
            c: { type: json, default: [1, { x: ~ }] }
            d: { type: json, default: { sql: a, b: c } }
            e: { type: uuid, default: { sql: "uuid()" } }
            f: { type: blob, default: !!binary QQ== }
      """)
    #expect(
      text == """
        [(name: "a", type: (name: "int", isNullable: true), options: (defaultValue: .value(.null))), \
        (name: "b", type: (name: "string"), options: (defaultValue: .value(.scalar("null", .quoted)))), \
        (name: "c", type: (name: "json"), options: (defaultValue: .value(\
        .list([.scalar("1", .plain), .mapping([(name: "x", value: .null)])])))), \
        (name: "d", type: (name: "json"), options: (defaultValue: .value(\
        .mapping([(name: "sql", value: .scalar("a", .plain)), (name: "b", value: .scalar("c", .plain))])))), \
        (name: "e", type: (name: "uuid"), options: (defaultValue: .expression("uuid()"))), \
        (name: "f", type: (name: "blob"), options: (defaultValue: .value(.scalar("QQ==", .binary))))]
        """)
  }

  @Test func `unique true and false`() throws {
    #expect(
      try columns("      a: { type: int, unique: true }\n      b: { type: int, unique: false }\n") == """
        [(name: "a", type: (name: "int"), options: (unique: .alone)), \
        (name: "b", type: (name: "int"), options: (unique: .no))]
        """)
  }

  @Test func `a comma in an unquoted type inside braces is one mistake`() throws {
    let summary = "has a comma and is not quoted inside braces"
    try expectColumnMistakes(
      "{ type: 1️⃣decimal(10,2)1️⃣ }", [.error("LANG-TYPE-COMMA", at: 1, "Type 'decimal(10,2)' \(summary)")])
    try expectColumnMistakes(
      "{ type: 1️⃣enum(a, b, c)?1️⃣, comment: x, 2️⃣clour2️⃣: 1 }",
      [
        .error("LANG-TYPE-COMMA", at: 1, "Type 'enum(a, b, c)?' \(summary)"),
        .error("LANG-UNKNOWN-KEY", at: 2, "A column has no key 'clour'"),
      ])
    try expectModelMistakes(
      "    columns: { a: 1️⃣decimal(10,2)1️⃣, b: 2️⃣enum(x, y)2️⃣, c: int }",
      [
        .error("LANG-TYPE-COMMA", at: 1, "Type 'decimal(10,2)' \(summary)"),
        .error("LANG-TYPE-COMMA", at: 2, "Type 'enum(x, y)' \(summary)"),
      ])
    try expectMistakes(
      "database: d\ndefaults: { id: 1️⃣decimal(10,0)1️⃣, timestamps: false }\nmodels: { M: }",
      [.error("LANG-TYPE-COMMA", at: 1, "Type 'decimal(10,0)' \(summary)")])
    #expect(
      try mended("database: d\nmodels: { M: { columns: { a: decimal(10, 2), b: { type: enum(x,y)? } } } }")
        == #"database: d"# + "\n" + #"models: { M: { columns: { a: "decimal(10, 2)", b: { type: "enum(x,y)?" } } } }"#)
  }

  @Test func `mistakes of columns`() throws {
    try expectModelMistakes(
      """
          columns:
            1️⃣a1️⃣:
            b: 2️⃣[int]2️⃣
            3️⃣c3️⃣: { comment: x }
            d: { 4️⃣tpye4️⃣: int }
            e: 5️⃣3.55️⃣
            6️⃣''6️⃣: int
            f: { 7️⃣type7️⃣: }
            g: { type: 8️⃣null8️⃣ }
            h: 9️⃣''9️⃣
      """,
      [
        .error("LANG-NO-VALUE", at: 1, "'a' has no value"),
        .error("LANG-WRONG-SHAPE", at: 2, "'b' is a list, not a type or a mapping"),
        .error("LANG-MISSING-KEY", at: 3, "Column 'c' has no 'type'"),
        .error("LANG-UNKNOWN-KEY", at: 4, "A column has no key 'tpye'; did you mean 'type'?"),
        .error("LANG-BAD-TYPE", at: 5, "Type '3.5' does not begin with a name"),
        .error("LANG-BAD-NAME", at: 6, "The name of a column is not empty"),
        .error("LANG-NO-VALUE", at: 7, "'type' has no value"),
        .error("LANG-NO-VALUE", at: 8, "'type' has no value"),
        .error("LANG-NO-VALUE", at: 9, "'h' is an empty text, not a type or a mapping"),
      ])
  }

  @Test func `nullable agrees with the type`() throws {
    try expectColumnMistakes(
      "{ type: 1️⃣int?1️⃣, nullable: 2️⃣false2️⃣ }",
      [
        .error(
          "LANG-CONFLICT", at: 2, "Column 'c' is nullable by the '?' of its type, and not by 'nullable'", notes: [1])
      ])
  }

  @Test func `mistakes of a column's keys`() throws {
    try expectColumnMistakes(
      "{ type: int, unique: 1️⃣yes1️⃣, invisible: 2️⃣True2️⃣, nullable: 3️⃣maybe3️⃣, onUpdate: 4️⃣Now4️⃣ }",
      [
        .error("LANG-BAD-BOOLEAN", at: 1, "'unique' is true or false, not 'yes'; did you mean 'true'?"),
        .error("LANG-BAD-BOOLEAN", at: 2, "'invisible' is true or false, not 'True'; did you mean 'true'?"),
        .error("LANG-BAD-BOOLEAN", at: 3, "'nullable' is true or false, not 'maybe'"),
        .error("LANG-BAD-CHOICE", at: 4, "'onUpdate' is now, not 'Now'; did you mean 'now'?"),
      ])
    try expectColumnMistakes(
      "{ type: int, 1️⃣allowNull1️⃣: true, 2️⃣default2️⃣: , 3️⃣generated3️⃣: { stored: 4️⃣[]4️⃣ }, check: 5️⃣''5️⃣ }",
      [
        .error("LANG-UNKNOWN-KEY", at: 1, "A column has no key 'allowNull'; did you mean 'nullable'?"),
        .error("LANG-NO-VALUE", at: 2, "'default' has no value"),
        .error("LANG-MISSING-KEY", at: 3, "A generated column has an expression, 'as'"),
        .error("LANG-WRONG-SHAPE", at: 4, "'stored' is a list, not true or false"),
        .error("LANG-NO-VALUE", at: 5, "'check' is an empty text, not SQL in a text"),
      ])
  }
}
