import TestSupport
import Testing

@testable import SchemaLanguage

@Suite struct TypeParserTests {
  @Test(arguments: [
    ("string", TypeSyntax(name: "string")),
    ("VarChar(80)", TypeSyntax(name: "varchar", arguments: [.number(80)])),
    ("decimal( 010 , 2 )", TypeSyntax(name: "decimal", arguments: [.number(10), .number(2)])),
    ("Double  Precision", TypeSyntax(name: "double precision")),
    ("Status", TypeSyntax(name: "Status")),
    ("Größe", TypeSyntax(name: "Größe")),
    (
      "enum(a, in progress ,5+,01)",
      TypeSyntax(name: "enum", arguments: ["a", "in progress", "5+", "01"].map { .text($0) })
    ),
    (
      "enum('it''s','a, b','(c)','?', ' d ','')",
      TypeSyntax(name: "enum", arguments: ["it's", "a, b", "(c)", "?", " d ", ""].map { .text($0) })
    ),
    ("ENUM('ä', ö)", TypeSyntax(name: "enum", arguments: [.text("ä"), .text("ö")])),
    ("float(7.5)", TypeSyntax(name: "float", arguments: [.text("7.5")])),
    ("bigint(18446744073709551615)", TypeSyntax(name: "bigint", arguments: [.number(.max)])),
    ("int signed", TypeSyntax(name: "int")),
  ])
  func `names and arguments`(text: String, type: TypeSyntax) throws {
    #expect(try TypeParser.parse(text) == type)
    var nullable = type
    nullable.isNullable = true
    #expect(try TypeParser.parse(text + "?") == nullable)
    #expect(try TypeParser.parse(" " + text + " ? ") == nullable)
  }

  @Test func `modifiers in any order and letter case`() throws {
    var number = TypeSyntax(name: "int", arguments: [.number(10)])
    number.isUnsigned = true
    number.isZerofill = true
    #expect(try TypeParser.parse("int(10) unsigned zerofill") == number)
    #expect(try TypeParser.parse("INT (10) ZEROFILL UNSIGNED") == number)
    var point = TypeSyntax(name: "point")
    point.srid = 4326
    point.isNullable = true
    #expect(try TypeParser.parse("point SRID 4326?") == point)
  }

  @Test func `the place of a mistake is exact in a bare and in a quoted type`() throws {
    try expectColumnMistakes(
      "int 1️⃣unsinged1️⃣",
      [
        .error(
          "LANG-BAD-TYPE", at: 1,
          "Type 'int unsinged' has 'unsinged' behind it, which is no part of a type; did you mean 'unsigned'?")
      ])
    try expectColumnMistakes(
      "'int 1️⃣unsinged1️⃣'",
      [
        .error(
          "LANG-BAD-TYPE", at: 1,
          "Type 'int unsinged' has 'unsinged' behind it, which is no part of a type; did you mean 'unsigned'?")
      ])
    // With an escape the text is not in the file as it is: the whole type is the place.
    try expectColumnMistakes(
      #"1️⃣"int \u0078"1️⃣"#,
      [.error("LANG-BAD-TYPE", at: 1, "Type 'int x' has 'x' behind it, which is no part of a type")])
  }

  @Test(arguments: [
    ("1️⃣(10)1️⃣", "Type '(10)' does not begin with a name"),
    ("1️⃣unsigned1️⃣ int", "Type 'unsigned int' begins with 'unsigned', which follows a type"),
    ("varchar 1️⃣2551️⃣", "Type 'varchar 255' has '255' behind it, which is no part of a type"),
    ("varchar(9) 1️⃣not1️⃣ null", "Type 'varchar(9) not null' has 'not' behind it, which is no part of a type"),
    ("int 1️⃣auto_increment1️⃣", "Type 'int auto_increment' has 'auto_increment' behind it, which is no part of a type"),
    ("varchar1️⃣(1️⃣10", "Type 'varchar(10' has a parenthesis that is not closed"),
    ("varchar1️⃣()1️⃣", "Type 'varchar()' has nothing where a number or a member is expected"),
    ("enum(a1️⃣,,1️⃣b)", "Type 'enum(a,,b)' has nothing where a number or a member is expected"),
    ("enum(a1️⃣,)1️⃣", "Type 'enum(a,)' has nothing where a number or a member is expected"),
    ("enum(it1️⃣'1️⃣s)", "Type 'enum(it's)' has a quote inside a bare member"),
    ("enum(1️⃣'a)1️⃣", "Type 'enum('a)' has a quote that is not closed"),
    ("enum('a'1️⃣b1️⃣)", "Type 'enum('a'b)' has something behind the closing quote of a member"),
    ("enum(1️⃣\"a\"1️⃣, b)", "Type 'enum(\"a\", b)' has a member in double quotes"),
    (
      "int(1️⃣184467440737095516161️⃣)",
      "Type 'int(18446744073709551616)' has a number over 18446744073709551615"
    ),
    ("int unsigned 1️⃣unsigned1️⃣", "Type 'int unsigned unsigned' says 'unsigned' twice"),
    ("int signed 1️⃣unsigned1️⃣", "Type 'int signed unsigned' is both signed and unsigned"),
    ("point 1️⃣srid1️⃣", "Type 'point srid' has no number behind 'srid'"),
    ("point srid 1️⃣x1️⃣", "Type 'point srid x' has no number behind 'srid'"),
    ("string?1️⃣(80)1️⃣", "Type 'string?(80)' has something behind its '?'"),
    ("int unsigned 1️⃣(10)1️⃣", "Type 'int unsigned (10)' has parentheses in the wrong place"),
    ("int1️⃣!1️⃣", "Type 'int!' has something behind it that is no part of a type"),
  ])
  func `mistakes`(type: String, summary: String) throws {
    try expectColumnMistakes(type, [.error("LANG-BAD-TYPE", at: 1, summary)])
  }

  @Test func `types that YAML has cut at the same part are one mistake each`() throws {
    let summary = "has a comma and is not quoted inside braces"
    try expectModelMistakes(
      "    columns: { a: 1️⃣decimal(10,2)1️⃣, b: 2️⃣decimal(12,2)2️⃣ }",
      [
        .error("LANG-TYPE-COMMA", at: 1, "Type 'decimal(10,2)' \(summary)"),
        .error("LANG-TYPE-COMMA", at: 2, "Type 'decimal(12,2)' \(summary)"),
      ])
    try expectModelMistakes(
      "    columns: { a: 1️⃣enum(x, 'it''s', b)?1️⃣, b: 2️⃣enum('y','it''s',b)?2️⃣, c: int }",
      [
        .error("LANG-TYPE-COMMA", at: 1, "Type 'enum(x, 'it''s', b)?' \(summary)"),
        .error("LANG-TYPE-COMMA", at: 2, "Type 'enum('y','it''s',b)?' \(summary)"),
      ])
    #expect(
      try mended(
        "database: d\nmodels: { M: { columns: { a: enum(x, 'it''s', b), b: decimal(12,2), c: decimal(1,2) } } }")
          == #"""
          database: d
          models: { M: { columns: { a: "enum(x, 'it''s', b)", b: "decimal(12,2)", c: "decimal(1,2)" } } }
          """#)
  }

  @Test func `a type that YAML has cut and an alias repeats is shown where it is written`() throws {
    try expectMistakes(
      """
      database: d
      models:
        A: { columns: &a { x: 1️⃣decimal(10,2)1️⃣, y: 2️⃣decimal(12,2)2️⃣ } }
        B: { columns: { <<: 3️⃣*a3️⃣, y: int, z: 4️⃣decimal(9,2)4️⃣ } }
      """,
      [
        .error("LANG-TYPE-COMMA", at: 1, "Type 'decimal(10,2)' has a comma and is not quoted inside braces"),
        .error("LANG-TYPE-COMMA", at: 2, "Type 'decimal(12,2)' has a comma and is not quoted inside braces"),
        .error(
          "LANG-TYPE-COMMA", at: 3, "Type 'decimal(10,2)' has a comma and is not quoted inside braces", notes: [1]),
        .error("LANG-TYPE-COMMA", at: 4, "Type 'decimal(9,2)' has a comma and is not quoted inside braces"),
      ])
  }

  @Test func `a value of data that YAML has cut is a mistake`() throws {
    try expectMistakes(
      """
      database: d
      models: { M: }
      seeds: { M: [{ a: 1️⃣Ann (x, b)1️⃣, b: [{ c: 2️⃣f(y, 'd', b)2️⃣ }, { e: (f, g }, { "h": "(i", "j)": k }] }] }
      """,
      [
        .error("LANG-TYPE-COMMA", at: 1, "Value 'Ann (x, b)' has a comma and is not quoted inside braces"),
        .error("LANG-TYPE-COMMA", at: 2, "Value 'f(y, 'd', b)' has a comma and is not quoted inside braces"),
      ])
  }
}
