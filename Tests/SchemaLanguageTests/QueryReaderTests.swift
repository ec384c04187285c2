import Diagnostics
import SchemaLanguage
import TestSupport
import Testing

@Suite struct QueryReaderTests {
  /// The outline of a query of `M`.
  private func query(_ lines: String) throws -> String {
    try outline("database: d\nmodels: { M: }\nqueries:\n  q:\n    from: M\n\(lines)") { $0.queries[0] }
  }

  @Test func `every key`() throws {
    let text = try query(
      """
          doc: All.
          columns: { except: [photo] }
          order: [-born, "-grade.level", name]
          limit: 010
          offset: $start
          include:
            grade:
            courses:
              required: false
              columns: [title]
              include: [teacher, { room: { columns: [number] } }, { house: }]
      """)
    #expect(
      text == """
        (name: "q", from: "M", includes: [(association: "grade", columns: .all), (association: "courses", \
        columns: .only([(column: "title")]), includes: [(association: "teacher", columns: .all), \
        (association: "room", columns: .only([(column: "number")])), (association: "house", columns: .all)])], \
        columns: .except(["photo"]), order: [(path: (column: "born"), isDescending: true), \
        (path: (associations: ["grade"], column: "level"), isDescending: true), (path: (column: "name"))], \
        limit: .number(10), offset: .parameter("start"), documentation: "All.")
        """)
  }

  @Test func `groups and aggregates`() throws {
    let text = try query(
      """
          columns: [grade.level, { rows: { count: "*" } }, { best: { max: enrollments.score } }]
          groupBy: [grade.level, name]
          having: { rows: { gt: 5 } }
          distinct: true
          result: optional
      """)
    #expect(
      text == """
        (name: "q", from: "M", columns: .only([(associations: ["grade"], column: "level")]), \
        aggregates: [(name: "rows", function: .count), \
        (name: "best", function: .max, column: (associations: ["enrollments"], column: "score"))], \
        groups: [(associations: ["grade"], column: "level"), (column: "name")], \
        groupCondition: .comparison((column: "rows"), .gt, .scalar("5", .plain)), isDistinct: true, result: .optional)
        """)
    #expect(
      try query("    columns: { except: { min: a }, n: { countDistinct: b } }\n    groupBy: c") == """
        (name: "q", from: "M", columns: .all, aggregates: [(name: "except", function: .min, column: (column: "a")), \
        (name: "n", function: .countDistinct, column: (column: "b"))], groups: [(column: "c")])
        """)
  }

  @Test func `keys of includes`() throws {
    let text = try query(
      """
          strategy: batched
          withDeleted: true
          include:
            courses:
              order: [-title, teacher.name]
              limit: $count
              through: { columns: [], where: { score: 1 } }
              withDeleted: true
              strategy: join
      """)
    #expect(
      text == """
        (name: "q", from: "M", includes: [(association: "courses", columns: .all, \
        order: [(path: (column: "title"), isDescending: true), (path: (associations: ["teacher"], column: "name"))], \
        limit: .parameter("count"), \
        through: (columns: .only([]), condition: .comparison((column: "score"), .eq, .scalar("1", .plain))), \
        withDeleted: true, strategy: .join)], columns: .all, withDeleted: true, strategy: .batched)
        """)
  }

  @Test func `mistakes of aggregates and includes`() throws {
    try expectMistakes(
      """
      database: d
      models: { M: }
      queries:
        a: { from: M, columns: { n: { 1️⃣total1️⃣: x } } }
        b: { from: M, columns: [a, 2️⃣[b]2️⃣, { n: 3️⃣{ max: x, min: y }3️⃣ }] }
        c: { from: M, columns: { 4️⃣n o4️⃣: { max: x } } }
        d: { from: M, groupBy: 5️⃣[]5️⃣, result: 6️⃣first6️⃣ }
        e: { from: M, include: { x: { through: 7️⃣y7️⃣, strategy: 8️⃣seperate8️⃣, limit: 9️⃣-19️⃣ } } }
      """,
      [
        .error("LANG-UNKNOWN-KEY", at: 1, "An aggregate has no key 'total'; did you mean 'sum'?"),
        .error("LANG-WRONG-SHAPE", at: 2, "An item of 'columns' is a list, not a name"),
        .error("LANG-WRONG-SHAPE", at: 3, "'n' is a mapping, not a function and a column"),
        .error(
          "LANG-BAD-NAME", at: 4,
          "The name of an aggregate is letters, digits and '_' with a letter first, unlike 'n o'"),
        .error("LANG-EMPTY-LIST", at: 5, "'groupBy' is empty"),
        .error("LANG-BAD-CHOICE", at: 6, "'result' is one of many, one, optional, not 'first'"),
        .error("LANG-WRONG-SHAPE", at: 7, "'through' is a single value, not a mapping"),
        .error("LANG-BAD-CHOICE", at: 8, "'strategy' is one of join, batched, not 'seperate'"),
        .error("LANG-BAD-NUMBER", at: 9, "'limit' is a whole number, not '-1'"),
      ])
  }

  @Test func `one order, required`() throws {
    #expect(
      try query("    order: -`a.b`\n    include: { x: { required: true } }") == """
        (name: "q", from: "M", includes: [(association: "x", isRequired: true, columns: .all)], columns: .all, \
        order: [(path: (column: "a.b", isQuoted: true), isDescending: true)])
        """)
  }

  @Test func `the parts of a path have places of their own`() throws {
    let marked = MarkedText(
      "database: d\nmodels: { M: }\nqueries: { q: { from: M, order: ['-1️⃣grade1️⃣.2️⃣`x.y`2️⃣'] } }")
    let path = try readValid(marked.text).queries[0].order[0].path
    let ranges = (path.associations + [path.column]).map { Int($0.range.lower)..<Int($0.range.upper) }
    #expect(ranges == [1, 2].compactMap { marked.ranges[$0] })
  }

  @Test func `mistakes`() throws {
    try expectMistakes(
      """
      database: d
      models: { M: }
      queries:
        1️⃣a1️⃣: { include: [x] }
        2️⃣b2️⃣:
        c: 3️⃣M3️⃣
        4️⃣../d4️⃣: { from: M }
        e: { from: 5️⃣[M]5️⃣, 6️⃣offer6️⃣: [x] }
        f: { from: M, limit: 7️⃣0x27️⃣, offset: 8️⃣$8️⃣, columns: 9️⃣a9️⃣ }
      """,
      [
        .error("LANG-MISSING-KEY", at: 1, "Query 'a' has no 'from'"),
        .error("LANG-NO-VALUE", at: 2, "'b' has no value"),
        .error("LANG-WRONG-SHAPE", at: 3, "'c' is a single value, not a mapping"),
        .error(
          "LANG-BAD-NAME", at: 4, "The name of a query is letters, digits and '_' with a letter first, unlike '../d'"),
        .error("LANG-WRONG-SHAPE", at: 5, "'from' is a list, not a model's name"),
        .error("LANG-UNKNOWN-KEY", at: 6, "A query has no key 'offer'; did you mean 'offset'?"),
        .error("LANG-BAD-NUMBER", at: 7, "'limit' is a whole number, not '0x2'"),
        .error(
          "LANG-BAD-NAME", at: 8,
          "The name of a parameter is letters, digits and '_' with a letter first, unlike '$'"),
        .error(
          "LANG-WRONG-SHAPE", at: 9,
          "'columns' is a single value, not a list of names or mappings, a mapping or a mapping from names to mappings"),
      ])
  }

  @Test func `mistakes of include, columns and order`() throws {
    try expectQueryMistakes(
      """
          include:
            - 1️⃣{ a: , b: }1️⃣
            - c: { 2️⃣requierd2️⃣: true }
            - d: 3️⃣[e]3️⃣
          columns: { except: 4️⃣[]4️⃣ }
          order: [5️⃣''5️⃣, a6️⃣..6️⃣b, '-7️⃣`x7️⃣', "-`x`8️⃣y8️⃣"]
      """,
      [
        .error("LANG-WRONG-SHAPE", at: 1, "An item of 'include' has one association, not 2"),
        .error("LANG-UNKNOWN-KEY", at: 2, "An include has no key 'requierd'; did you mean 'required'?"),
        .error("LANG-WRONG-SHAPE", at: 3, "'d' is a list, not a mapping"),
        .error("LANG-EMPTY-LIST", at: 4, "'except' is empty"),
        .error("LANG-NO-VALUE", at: 5, "An item of 'order' is an empty text, not a name"),
        .error("LANG-BAD-PATH", at: 6, "Path 'a..b' has an empty name"),
        .error("LANG-BAD-PATH", at: 7, "Path '-`x' has a backtick that is not closed"),
        .error("LANG-BAD-PATH", at: 8, "Path '-`x`y' has no dot behind a name in backticks"),
      ])
    try expectQueryMistakes(
      "    include: 1️⃣grade1️⃣\n    columns: 2️⃣{}2️⃣\n    order: '3️⃣-3️⃣'",
      [
        .error("LANG-WRONG-SHAPE", at: 1, "'include' is a single value, not a list or a mapping of associations"),
        .error("LANG-EMPTY-LIST", at: 2, "'columns' is empty"),
        .error("LANG-BAD-PATH", at: 3, "Path '-' has an empty name"),
      ])
  }
}
