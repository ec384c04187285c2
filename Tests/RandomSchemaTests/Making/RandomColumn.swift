import TestSupport

/// A column of a random model, for the makers of keys and expressions.
struct RandomColumn {
  let name: String
  /// The SQL name.
  let column: String
  let type: RandomType
  let isNullable: Bool
  let isGenerated: Bool
  let isVirtual: Bool
  let isNumbered: Bool
  /// The collation in force.
  let collation: String

  /// The name in backticks.
  var sql: String { "`" + column.replacing("`", with: "``") + "`" }

  /// Whether it is a CHAR.
  var isPadded: Bool { type.kind == .uuid || type.text.hasPrefix("char") }

  /// Whether any text can be compared with it by a literal of utf8mb4.
  var isUnicode: Bool { collation.hasPrefix("utf8mb4") }
}

extension SeededGenerator {
  /// A condition over some of `columns`, as MySQL would print it.
  mutating func condition(over columns: [RandomColumn]) -> String? {
    let usable = columns.filter { !$0.isNumbered && !["spatial", "vector"].contains("\($0.type.kind)") }
    guard !usable.isEmpty else { return nil }
    let column = pick(usable)
    switch column.type.kind {
    case .integer, .bits:
      return pick(["(\(column.sql) > 0)", "(\(column.sql) between 0 and 9)", "(\(column.sql) in (0,1,2))"])
    case .number: return "(\(column.sql) >= 0)"
    case .text, .uuid:
      return column.isUnicode && happens(50) ? "(\(column.sql) <> _utf8mb4'it')" : "(char_length(\(column.sql)) > 0)"
    case .bytes: return "(length(\(column.sql)) < 200)"
    case .moment, .date: return "(year(\(column.sql)) > 1999)"
    case .time: return "(hour(\(column.sql)) < 24)"
    case .year: return "(\(column.sql) > 1999)"
    case .json: return "json_valid(\(column.sql))"
    case .members, .set: return "(\(column.sql) is not null)"
    case .spatial, .vector: return nil
    }
  }

  /// A type and an expression of it over some of `columns`, as MySQL would print it.
  mutating func computation(over columns: [RandomColumn]) -> (type: RandomType, expression: String)? {
    let usable = columns.filter { !$0.isNumbered }
    guard !usable.isEmpty else { return nil }
    let column = pick(usable)
    switch column.type.kind {
    case .integer, .bits, .year:
      return (
        RandomType(text: pick(["bigint", "int unsigned", "double"]), kind: .number, keyBytes: 8),
        pick(["(\(column.sql) + 1)", "(\(column.sql) * 2)", "coalesce(\(column.sql),0)"])
      )
    case .number: return (RandomType(text: "double", kind: .number, keyBytes: 8), "(\(column.sql) * 2)")
    case .text, .uuid:
      return (
        RandomType(text: "varchar(120)", kind: .text, keyBytes: 480, length: 120),
        pick(["lower(\(column.sql))", "left(\(column.sql),3)", "concat(\(column.sql),\(column.sql))"])
      )
    case .bytes:
      return (RandomType(text: "int", kind: .integer, keyBytes: 4), "length(\(column.sql))")
    case .moment, .date: return (RandomType(text: "int", kind: .integer, keyBytes: 4), "year(\(column.sql))")
    case .time: return (RandomType(text: "int", kind: .integer, keyBytes: 4), "hour(\(column.sql))")
    case .json:
      return (
        RandomType(text: "varchar(80)", kind: .text, keyBytes: 320, length: 80),
        "json_unquote(json_extract(\(column.sql),_utf8mb4'$.a'))"
      )
    case .spatial where column.type.text == "point":
      return (RandomType(text: "double", kind: .number, keyBytes: 8), "st_x(\(column.sql))")
    case .members, .set, .spatial, .vector: return nil
    }
  }

  /// An expression for the default of a column of type `type`, as MySQL would print it.
  func defaultExpression(of type: RandomType) -> String? {
    switch type.kind {
    case .integer where type.text != "boolean": "(1 + 1)"
    case .text where type.length >= 36: "uuid()"
    case .moment: "(now() + interval 1 day)"
    case .date: "curdate()"
    case .json: "json_array()"
    case .spatial where type.text == "point": "point(0,0)"
    default: nil
    }
  }
}
