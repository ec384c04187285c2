import SchemaLanguage
import TestSupport
import Testing

@Suite struct ModelReaderTests {
  @Test func `every key of a model`() throws {
    let text = try outline(
      """
      database: d
      models:
        Empty:
        Full:
          table: full table
          columns:
          primaryKey: [a, { name: b, length: 20, order: desc }]
          autoIncrementStart: 0100
          timestamps: true
          belongsTo:
          hasOne: []
          hasMany: {}
          indexes:
          checks: { positive: "a > 0", later: { sql: b, enforced: false } }
          comment: 'null'
          engine: MyISAM
          charset: latin1
          collation: latin1_bin
          rowFormat: Dynamic
          keyBlockSize: 8
          swift: { name: Whole }
      """
    ) { $0.models }
    #expect(
      text == """
        [(name: "Empty"), (name: "Full", table: "full table", \
        primaryKey: .parts([(content: .column("a")), (content: .column("b"), length: 20, isDescending: true)]), \
        autoIncrementStart: 100, timestamps: (isEnabled: true, createdAt: .standard, updatedAt: .standard), \
        checks: [(name: "positive", condition: "a > 0", isEnforced: true), \
        (name: "later", condition: "b")], comment: "null", engine: "MyISAM", charset: "latin1", \
        collation: "latin1_bin", rowFormat: "Dynamic", keyBlockSize: 8, swiftName: "Whole")]
        """)
  }

  @Test func `no primary key, no timestamps`() throws {
    #expect(
      try outline("database: d\nmodels: { M: { primaryKey: none, timestamps: false } }") { $0.models } == """
        [(name: "M", primaryKey: .none, timestamps: (createdAt: .standard, updatedAt: .standard))]
        """)
  }

  @Test func `partitions`() throws {
    let text = try outline(
      """
      database: d
      models:
        A: { partition: { hash: a + 1, count: 4 } }
        B: { partition: { key: [a, b] } }
        C: { partition: { range: { columns: [a] }, parts: { p: 1, q: "max" } } }
        D: { partition: { list: a, parts: { p: [1, null] } } }
      """
    ) { $0.models }
    #expect(
      text == """
        [(name: "A", partition: (method: .hash, function: .expression("a + 1"), count: 4)), \
        (name: "B", partition: (method: .key, function: .columns(["a", "b"]))), \
        (name: "C", partition: (method: .range, function: .columns(["a"]), \
        parts: [(name: "p", value: .scalar("1", .plain)), (name: "q", value: .scalar("max", .quoted))])), \
        (name: "D", partition: (method: .list, function: .expression("a"), \
        parts: [(name: "p", value: .list([.scalar("1", .plain), .null]))]))]
        """)
  }

  @Test func `indexes`() throws {
    let text = try outline(
      """
      database: d
      models:
        M:
          indexes:
            - email
            - { columns: [last, first], unique: true, name: by name, invisible: true, comment: c, keyBlockSize: 4 }
            - { columns: [{ name: body, length: 20, order: desc }, { expression: "lower(`name`)", order: asc }] }
            - { columns: [body], type: fulltext, parser: ngram }
      """
    ) { $0.models[0].indexes }
    #expect(
      text == """
        [(parts: [(content: .column("email"))]), (name: "by name", parts: [(content: .column("last")), \
        (content: .column("first"))], isUnique: true, isInvisible: true, comment: "c", keyBlockSize: 4), \
        (parts: [(content: .column("body"), length: 20, isDescending: true), \
        (content: .expression("lower(`name`)"))]), \
        (parts: [(content: .column("body"))], kind: .fulltext, parser: "ngram")]
        """)
  }

  @Test func `mistakes of models`() throws {
    try expectMistakes(
      """
      database: d
      models:
        1️⃣9lives1️⃣:
        Årsmodell_2:
        A: 2️⃣string2️⃣
        B:
          columns: 3️⃣[a]3️⃣
          4️⃣table4️⃣:
          autoIncrementStart: 5️⃣05️⃣
          keyBlockSize: 6️⃣0x106️⃣
          7️⃣index7️⃣: true
          comment: 8️⃣[]8️⃣
          9️⃣swift9️⃣:
      """,
      [
        .error(
          "LANG-BAD-NAME", at: 1, "The name of a model is letters, digits and '_' with a letter first, unlike '9lives'"),
        .error("LANG-WRONG-SHAPE", at: 2, "'A' is a single value, not a mapping"),
        .error("LANG-WRONG-SHAPE", at: 3, "'columns' is a list, not a mapping from names to types or mappings"),
        .error("LANG-NO-VALUE", at: 4, "'table' has no value"),
        .error("LANG-BAD-NUMBER", at: 5, "'autoIncrementStart' is a whole number from 1 on, not '0'"),
        .error("LANG-BAD-NUMBER", at: 6, "'keyBlockSize' is a whole number from 1 on, not '0x10'"),
        .error("LANG-UNKNOWN-KEY", at: 7, "A model has no key 'index'; did you mean 'indexes'?"),
        .error("LANG-WRONG-SHAPE", at: 8, "'comment' is a list, not a text"),
        .error("LANG-NO-VALUE", at: 9, "'swift' has no value"),
      ])
  }

  @Test(arguments: ["-1", "+1", "1_000", "1e3", "1.0", "0o17", "18446744073709551616", "''"])
  func `a number is decimal digits`(number: String) throws {
    let shown = number == "''" ? "" : number
    try expectModelMistakes(
      "    keyBlockSize: 1️⃣\(number)1️⃣",
      [.error("LANG-BAD-NUMBER", at: 1, "'keyBlockSize' is a whole number from 1 on, not '\(shown)'")])
  }

  @Test func `mistakes of primary keys and indexes`() throws {
    try expectModelMistakes(
      """
          primaryKey: 1️⃣id1️⃣
          indexes:
            - 2️⃣[a, b]2️⃣
            - 3️⃣{ unique: true }3️⃣
            - { columns: 4️⃣[]4️⃣ }
            - { columns: [5️⃣{ order: desc }5️⃣] }
            - { columns: [{ 6️⃣name6️⃣: a, 7️⃣expression7️⃣: b }] }
            - { columns: [{ expression: b, 8️⃣length8️⃣: 3 }], type: 9️⃣full9️⃣ }
      """,
      [
        .error("LANG-WRONG-SHAPE", at: 1, "'primaryKey' is a list of columns or none, not 'id'"),
        .error("LANG-WRONG-SHAPE", at: 2, "An item of 'indexes' is a list, not a name or a mapping"),
        .error("LANG-MISSING-KEY", at: 3, "An index has 'columns'"),
        .error("LANG-EMPTY-LIST", at: 4, "'columns' is empty"),
        .error("LANG-MISSING-KEY", at: 5, "A part of an index has a 'name' or an 'expression'"),
        .error("LANG-CONFLICT", at: 7, "A part of an index has a 'name' or an 'expression', not both", notes: [6]),
        .error("LANG-CONFLICT", at: 8, "An expression in an index has no 'length'"),
        .error("LANG-BAD-CHOICE", at: 9, "'type' is one of fulltext, spatial, hash, btree, not 'full'"),
      ])
    try expectModelMistakes(
      "    primaryKey: [{ 1️⃣expression1️⃣: a }, 2️⃣null2️⃣]",
      [
        .error("LANG-WRONG-KIND", at: 1, "A part of a primary key is a column, not an expression"),
        .error("LANG-NO-VALUE", at: 2, "An item of 'primaryKey' has no value"),
      ])
  }

  @Test func `mistakes of checks`() throws {
    try expectModelMistakes(
      """
          checks:
            1️⃣a1️⃣:
            2️⃣b2️⃣: { enforced: 3️⃣off3️⃣ }
            4️⃣""4️⃣: x
            c: 5️⃣[]5️⃣
      """,
      [
        .error("LANG-NO-VALUE", at: 1, "'a' has no value"),
        .error("LANG-MISSING-KEY", at: 2, "A check has a condition, 'sql'"),
        .error("LANG-BAD-BOOLEAN", at: 3, "'enforced' is true or false, not 'off'; did you mean 'false'?"),
        .error("LANG-BAD-NAME", at: 4, "The name of a check is not empty"),
        .error("LANG-WRONG-SHAPE", at: 5, "'c' is a list, not SQL in a text or a mapping"),
      ])
  }
}
