import SchemaLanguage
import TestSupport
import Testing

@Suite struct SeedReaderTests {
  @Test func `rows with and without labels`() throws {
    let text = try outline(
      """
      database: d
      models: { M: }
      seeds:
        Empty:
        Grade:
          ninth: { level: 9 }
          10: {}
        Student:
          - { name: no, note: 'null', born: ~, photo: !!binary QQ==, text: !!str 1, '': x }
          - grade: ninth
            courses: [science, { maths: { score: 7 } }]
            $money: $5
      """
    ) { $0.seeds }
    #expect(
      text == """
        [(model: "Empty"), (model: "Grade", rows: [(label: "ninth", fields: [(name: "level", \
        value: .scalar("9", .plain))]), (label: "10")]), (model: "Student", rows: [(fields: [\
        (name: "name", value: .scalar("no", .plain)), (name: "note", value: .scalar("null", .quoted)), \
        (name: "born", value: .null), (name: "photo", value: .scalar("QQ==", .binary)), \
        (name: "text", value: .scalar("1", .quoted)), (name: "", value: .scalar("x", .plain))]), \
        (fields: [(name: "grade", value: .scalar("ninth", .plain)), (name: "courses", value: .list([\
        .scalar("science", .plain), .mapping([(name: "maths", value: .mapping([(name: "score", \
        value: .scalar("7", .plain))]))])])), (name: "$money", value: .scalar("$5", .plain))])])]
        """)
  }

  @Test func `mistakes`() throws {
    try expectMistakes(
      """
      database: d
      models: { M: }
      seeds:
        A: 1️⃣row1️⃣
        B: [2️⃣x2️⃣, 3️⃣null3️⃣]
        C:
          $options: { mode: 4️⃣update4️⃣ }
          9️⃣$other9️⃣: {}
          5️⃣label5️⃣:
          d: 6️⃣[1]6️⃣
          7️⃣''7️⃣: {}
        8️⃣''8️⃣: []
      """,
      [
        .error("LANG-WRONG-SHAPE", at: 1, "'A' is a single value, not a list of rows or a mapping from labels to rows"),
        .error("LANG-WRONG-SHAPE", at: 2, "An item of 'B' is a single value, not a row"),
        .error("LANG-NO-VALUE", at: 3, "An item of 'B' has no value"),
        .error("LANG-BAD-CHOICE", at: 4, "'mode' is one of insert, upsert, not 'update'"),
        .error("LANG-BAD-NAME", at: 9, "The label of a row does not begin with '$', unlike '$other'"),
        .error("LANG-NO-VALUE", at: 5, "'label' has no value"),
        .error("LANG-WRONG-SHAPE", at: 6, "'d' is a list, not a row"),
        .error("LANG-BAD-NAME", at: 7, "The name of a row is not empty"),
        .error("LANG-BAD-NAME", at: 8, "The name of a model is not empty"),
      ])
  }

  @Test func `options and sets`() throws {
    let text = try outline(
      """
      database: d
      models: { M: }
      seedSets:
        demo:
          A: [{ $options: { mode: upsert, key: a, truncateFirst: true, defaults: { b: 1 } } }, { a: 2 }]
          B: { $options: { mode: upsert, key: [a, b], file: b.csv, label: l, nullText: '' }, x: {} }
        test:
      """
    ) { $0.seedSets }
    #expect(
      text == """
        [(name: "demo", seeds: [(model: "A", options: (mode: .upsert, key: ["a"], truncateFirst: true, \
        defaults: [(name: "b", value: .scalar("1", .plain))]), rows: [(fields: [(name: "a", \
        value: .scalar("2", .plain))])]), (model: "B", options: (mode: .upsert, key: ["a", "b"], file: "b.csv", \
        label: "l", nullText: ""), rows: [(label: "x")])]), (name: "test")]
        """)
  }
}
