import Testing

/// A value or row that breaks one rule, as the schema writes it and as a statement would say it.
struct Violation: Sendable, CustomTestStringConvertible {
  /// What is wrong.
  let name: String
  /// The model `T` of the schema, between braces.
  let model: String
  /// Rows of `T` that are right.
  let right: String
  /// The same with the mistake, once; it stands at the end of what is the same.
  let wrong: String
  /// What Joinery says: the identifier, and what stands at the place.
  let said: String
  /// How the statement of the right rows becomes that of the wrong ones.
  let statement: (right: String, wrong: String)
  /// The error numbers of MySQL and of MariaDB; `nil` where the server changes the value.
  let mysql: Int?
  let mariadb: Int?

  var testDescription: String { name }

  private init(
    _ name: String, _ model: String, _ right: String, _ wrong: String, _ said: String, _ statement: (String, String),
    _ mysql: Int?, _ mariadb: Int?
  ) {
    self.name = name
    self.model = model
    self.right = right
    self.wrong = wrong
    self.said = said
    self.statement = statement
    self.mysql = mysql
    self.mariadb = mariadb
  }

  /// A value `wrong` in place of `right` in the only column, of `type`; as literals the same unless given.
  private static func value(
    _ type: String, _ right: String, _ wrong: String, _ identifier: String, literals: (String, String)? = nil,
    mysql: Int?, mariadb: Int?
  ) -> Violation {
    Violation(
      "\(wrong) for \(type)", "columns: { v: \(type) }", "{ v: \(right) }", "{ v: \(wrong) }",
      "\(identifier): \(wrong)",
      literals ?? (right, wrong), mysql, mariadb)
  }

  /// One at least for every check of values and rows.
  static let all: [Violation] = [
    value("varchar(5)", "abc", "null", "VALUE-NULL", literals: ("'abc'", "NULL"), mysql: 1048, mariadb: 1048),
    value("tinyint", "12", "200", "VALUE-RANGE", mysql: 1264, mariadb: 1264),
    value("int unsigned", "12", "-1", "VALUE-RANGE", mysql: 1264, mariadb: 1264),
    value("bigint", "12", "9223372036854775808", "VALUE-RANGE", mysql: 1264, mariadb: 1264),
    value("bit(3)", "5", "9", "VALUE-RANGE", mysql: 1406, mariadb: 1406),
    value("float", "0.5", "1e39", "VALUE-RANGE", mysql: 1264, mariadb: 1264),
    value("\"decimal(4,2)\"", "12.5", "123.5", "VALUE-RANGE", mysql: 1264, mariadb: 1264),
    value("\"decimal(4,2)\"", "12.5", "12.505", "VALUE-PRECISION", mysql: nil, mariadb: nil),
    value("int", "12", "abc", "VALUE-TYPE", literals: ("12", "'abc'"), mysql: 1366, mariadb: 1366),
    value("year", "2000", "1800", "VALUE-TYPE", mysql: 1264, mariadb: 1264),
    value("varchar(5)", "abcde", "abcdef", "VALUE-LENGTH", mysql: 1406, mariadb: 1406),
    value("char(2)", "日本", "日本語", "VALUE-LENGTH", mysql: 1406, mariadb: 1406),
    value(
      "varbinary(2)", "0x6162", "0x616263", "VALUE-LENGTH", literals: ("6162", "616263"), mysql: 1406, mariadb: 1406),
    value("tinytext", "abc", "a" + String(repeating: "é", count: 128), "VALUE-LENGTH", mysql: 1406, mariadb: 1406),
    value(
      "{ type: varchar(5), charset: latin1 }", "a", "я", "VALUE-CHARSET", literals: ("'a'", "_utf8mb4'я'"), mysql: 1366,
      mariadb: 1366),
    value(
      "{ type: varchar(5), charset: ascii }", "a", "é", "VALUE-CHARSET", literals: ("'a'", "_utf8mb4'é'"), mysql: 1366,
      mariadb: 1366),
    value("\"enum(a, b)\"", "a", "z", "VALUE-MEMBER", literals: ("'a'", "'z'"), mysql: 1265, mariadb: 1265),
    Violation(
      "a member of a set", "columns: { v: \"set(a, b)\" }", "{ v: [a, b] }", "{ v: [a, z] }", "VALUE-MEMBER: z",
      ("'a,b'", "'a,z'"), 1265, 1265),
    value("date", "2024-02-28", "2023-02-29", "VALUE-DATE", mysql: 1292, mariadb: 1292),
    value("datetime", "2024-02-28 12:00:00", "2024-02-28 25:00:00", "VALUE-DATE", mysql: 1292, mariadb: 1292),
    value("time", "'12:00:00'", "'12:60:00'", "VALUE-DATE", mysql: 1292, mariadb: 1292),
    value("timestamp", "2024-02-28 12:00:00", "2039-02-28 12:00:00", "VALUE-RANGE", mysql: 1292, mariadb: 1292),
    value(
      "time", "'12:00:00'", "'12:00:00.5'", "VALUE-PRECISION", literals: ("12:00:00", "12:00:00.5"), mysql: nil,
      mariadb: nil),
    value(
      "linestring", "'LINESTRING(0 0, 1 1)'", "'LINESTRING(0 0, 1)'", "VALUE-TYPE",
      literals: ("1 1)", "1)"), mysql: 3037, mariadb: 1048),
    value(
      "polygon", "'POLYGON((0 0, 0 1, 1 1, 0 0))'", "'POLYGON((0 0, 0 1, 1 1))'", "VALUE-TYPE",
      literals: ("1 1, 0 0)", "1 1)"), mysql: 3037, mariadb: 1048),
    value(
      "point", "POINT(1 2)", "'LINESTRING(0 0, 1 1)'", "VALUE-TYPE", literals: ("POINT(1 2)", "LINESTRING(0 0, 1 1)"),
      mysql: 1416, mariadb: 1366),
    Violation(
      "a column that is not there", "columns: { v: int }", "{ v: 1 }", "{ w: 1 }", "SEED-UNKNOWN-FIELD: w",
      ("`v`", "`w`"),
      1054, 1054),
    Violation(
      "a value that is missing", "columns: { v: int, w: int? }", "{ v: 1 }", "{ w: 1 }", "SEED-MISSING-VALUE: ",
      ("`v`", "`w`"), 1364, 1364),
    Violation(
      "a generated column", "columns: { v: int, w: { type: int?, generated: { as: v + 1 } }, x: int? }",
      "{ v: 1, x: 2 }",
      "{ v: 1, w: 2 }", "SEED-GENERATED-COLUMN: w", ("`x`", "`w`"), 3105, 1906),
    Violation(
      "a primary key twice", "columns: { v: { type: int, primaryKey: true } }", "{ v: 1 }, { v: 2 }",
      "{ v: 1 }, { v: 1 }",
      "SEED-DUPLICATE-KEY: 1", ("(2)", "(1)"), 1062, 1062),
    Violation(
      "a unique key twice", "columns: { v: { type: varchar(9), unique: true } }", "{ v: Bób }, { v: Rob }",
      "{ v: Bób }, { v: bob }", "SEED-DUPLICATE-KEY: bob", ("Rob", "bob"), 1062, 1062),
    Violation(
      "a unique key of two columns twice",
      "columns: { v: int, w: varchar(9) }, indexes: [{ columns: [v, w], unique: true }]",
      "{ v: 1, w: a }, { v: 2, w: A }", "{ v: 1, w: a }, { v: 1, w: A }", "SEED-DUPLICATE-KEY: 1", ("(2, 2,", "(2, 1,"),
      1062, 1062),
    Violation(
      "the beginning of a text twice",
      "columns: { v: text }, indexes: [{ columns: [{ name: v, length: 3 }], unique: true }]", "{ v: abcd }, { v: abx }",
      "{ v: abcd }, { v: ABCx }", "SEED-DUPLICATE-KEY: ABCx", ("'abx'", "'ABCx'"), 1062, 1062),
    Violation(
      "a parent that is not there", "columns: { v: int? }, belongsTo: { other: { model: T?, foreignKey: v } }",
      "{ v: null }, { v: 1 }", "{ v: null }, { v: 7 }", "SEED-NO-PARENT: 7", ("(2, 1)", "(2, 7)"), 1452, 1452),
    Violation(
      "a check", "columns: { v: int }, checks: { small: v < 10 }", "{ v: 9 }", "{ v: 10 }", "SEED-CHECK: 10",
      ("9)", "10)"),
      3819, 4025),
    Violation(
      "the check of a column", "columns: { v: { type: varchar(9), check: \"v like 'a%'\" } }", "{ v: Anna }",
      "{ v: Otto }",
      "SEED-CHECK: Otto", ("Anna", "Otto"), 3819, 4025),
  ]
}
