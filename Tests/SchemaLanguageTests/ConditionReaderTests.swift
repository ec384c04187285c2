import SchemaLanguage
import TestSupport
import Testing

@Suite struct ConditionReaderTests {
  /// The outline of a condition.
  private func condition(_ text: String) throws -> String {
    try outline("database: d\nmodels: { M: }\nqueries: { q: { from: M, where: \(text) } }") {
      $0.queries[0].condition as Any
    }
  }

  @Test(arguments: [
    ("{}", ".all([])"),
    ("{ a: 1 }", #".comparison((column: "a"), .eq, .scalar("1", .plain))"#),
    ("{ a: null }", #".comparison((column: "a"), .eq, .null)"#),
    ("{ a: $p }", #".comparison((column: "a"), .eq, .scalar("$p", .plain))"#),
    ("{ a: '$ 5' }", #".comparison((column: "a"), .eq, .scalar("$ 5", .quoted))"#),
    (
      "{ grade.level: { gte: 9, lt: $p } }",
      """
      .all([.comparison((associations: ["grade"], column: "level"), .gte, .scalar("9", .plain)), \
      .comparison((associations: ["grade"], column: "level"), .lt, .scalar("$p", .plain))])
      """
    ),
    (
      "{ a: 1, '`not`': 2 }",
      """
      .all([.comparison((column: "a"), .eq, .scalar("1", .plain)), \
      .comparison((column: "not", isQuoted: true), .eq, .scalar("2", .plain))])
      """
    ),
    ("{ '`a``.b`.c': 1 }", #".comparison((associations: ["a`.b"], column: "c"), .eq, .scalar("1", .plain))"#),
    (
      "{ a: { in: [1, null, $p] } }",
      #".comparison((column: "a"), .in, .list([.scalar("1", .plain), .null, .scalar("$p", .plain)]))"#
    ),
    ("{ a: { notIn: $p } }", #".comparison((column: "a"), .notIn, .scalar("$p", .plain))"#),
    ("{ a: { in: [] } }", #".comparison((column: "a"), .in, .list([]))"#),
    (
      "{ a: { between: [1, 2] } }",
      #".comparison((column: "a"), .between, .list([.scalar("1", .plain), .scalar("2", .plain)]))"#
    ),
    ("{ a: { isNull: true } }", #".comparison((column: "a"), .isNull, .scalar("true", .plain))"#),
    ("{ a: { ne: null } }", #".comparison((column: "a"), .ne, .null)"#),
    (
      "{ or: [{ a: 1, b: 2 }, { c: 3 }] }",
      """
      .any([.all([.comparison((column: "a"), .eq, .scalar("1", .plain)), \
      .comparison((column: "b"), .eq, .scalar("2", .plain))]), \
      .comparison((column: "c"), .eq, .scalar("3", .plain))])
      """
    ),
    (
      "{ not: { a: 1, b: 2 } }",
      """
      .not(.all([.comparison((column: "a"), .eq, .scalar("1", .plain)), \
      .comparison((column: "b"), .eq, .scalar("2", .plain))]))
      """
    ),
    ("{ not: [{ a: 1 }] }", #".not(.comparison((column: "a"), .eq, .scalar("1", .plain)))"#),
    (
      "{ exists: { x: null, y: { a: 1, exists: { z: {} } } } }",
      """
      .all([.exists("x", .all([])), .exists("y", .all([.comparison((column: "a"), .eq, .scalar("1", .plain)), \
      .exists("z", .all([]))]))])
      """
    ),
    ("{ '`exists`': 1 }", #".comparison((column: "exists", isQuoted: true), .eq, .scalar("1", .plain))"#),
    ("{ and: [], or: [] }", ".all([.all([]), .any([])])"),
  ])
  func `conditions`(text: String, expected: String) throws {
    #expect(try condition(text) == expected)
  }

  @Test func `mistakes`() throws {
    try expectQueryMistakes(
      """
          where:
            a: 1️⃣[1, 2]1️⃣
            b: { 2️⃣=>2️⃣: 1, 3️⃣'>='3️⃣: 2 }
            c: { gt: 4️⃣null4️⃣, in: 5️⃣75️⃣, between: 6️⃣[1, 2, 3]6️⃣, isNull: 7️⃣yes7️⃣ }
            d: 8️⃣{}8️⃣
            exists: 9️⃣[x]9️⃣
      """,
      [
        .error("LANG-WRONG-SHAPE", at: 1, "'a' is compared with a single value, not a list"),
        .error("LANG-UNKNOWN-KEY", at: 2, "A comparison has no key '=>'"),
        .error("LANG-UNKNOWN-KEY", at: 3, "A comparison has no key '>='; did you mean 'gte'?"),
        .error("LANG-NO-VALUE", at: 4, "'gt' has no value"),
        .error("LANG-WRONG-SHAPE", at: 5, "'in' is a single value, not a list of values or a $parameter"),
        .error("LANG-WRONG-SHAPE", at: 6, "'between' takes two values, not 3"),
        .error("LANG-BAD-BOOLEAN", at: 7, "'isNull' is true or false, not 'yes'; did you mean 'true'?"),
        .error("LANG-EMPTY-LIST", at: 8, "'d' is empty"),
        .error("LANG-WRONG-SHAPE", at: 9, "'exists' is a list, not a mapping from associations to mappings"),
      ])
    try expectQueryMistakes(
      """
          where:
            or: 1️⃣{ a: 1, b: 2 }1️⃣
            and: [2️⃣a2️⃣, 3️⃣null3️⃣]
            not: 4️⃣x4️⃣
            a: { in: [5️⃣[1]5️⃣], eq: 6️⃣[1]6️⃣ }
            b7️⃣.7️⃣: 1
            c: 8️⃣$5.008️⃣
            9️⃣''9️⃣: 1
      """,
      [
        .error("LANG-WRONG-SHAPE", at: 1, "'or' is a mapping, not a list of mappings"),
        .error("LANG-WRONG-SHAPE", at: 2, "An item of 'and' is a single value, not a condition"),
        .error("LANG-NO-VALUE", at: 3, "An item of 'and' has no value"),
        .error("LANG-WRONG-SHAPE", at: 4, "'not' is a single value, not a list of mappings or a mapping"),
        .error("LANG-WRONG-SHAPE", at: 5, "An item of 'in' is a list, not a value"),
        .error("LANG-WRONG-SHAPE", at: 6, "'eq' is a list, not a value or a $parameter"),
        .error("LANG-BAD-PATH", at: 7, "Path 'b.' has an empty name"),
        .error(
          "LANG-BAD-NAME", at: 8,
          "The name of a parameter is letters, digits and '_' with a letter first, unlike '$5.00'"),
        .error("LANG-BAD-PATH", at: 9, "A path in a condition is not empty"),
      ])
    try expectQueryMistakes("    1️⃣where1️⃣:", [.error("LANG-NO-VALUE", at: 1, "'where' has no value")])
    try expectQueryMistakes(
      "    where: 1️⃣[{ a: 1 }]1️⃣", [.error("LANG-WRONG-SHAPE", at: 1, "'where' is a list, not a mapping")])
  }
}
