/// Random conditions over the columns of ``RandomCondition/columns``.
struct RandomCondition {
  private var generator: any RandomNumberGenerator

  init(_ generator: any RandomNumberGenerator) { self.generator = generator }

  /// The columns with their types.
  static let columns = [
    ("i", "int?"), ("u", "int unsigned?"), ("b", "bigint?"), ("d", "decimal(10,3)?"), ("f", "double?"), ("g", "float?"),
    ("y", "year?"), ("ok", "boolean?"), ("t", "varchar(20)?"), ("c", "char(10)?"),
    ("x", "{ type: varchar(20)?, charset: utf8mb4, collation: utf8mb4_bin }"),
    ("l", "{ type: varchar(20)?, charset: latin1 }"), ("e", "enum(a, b, C)?"), ("born", "date?"),
    ("at", "datetime(3)?"),
  ]

  private static let numbers = ["i", "u", "b", "d", "f", "g", "ok"]
  private static let exact = ["i", "u", "b", "d"]
  private static let texts = ["t", "c", "x", "l", "e"]

  /// A condition.
  mutating func condition(depth: Int = 3) -> String {
    guard depth > 0 else { return test() }
    switch Int.random(in: 0..<8, using: &generator) {
    case 0, 1: return "\(condition(depth: depth - 1)) AND \(condition(depth: depth - 1))"
    case 2, 3: return "\(condition(depth: depth - 1)) or \(condition(depth: depth - 1))"
    case 4: return "NOT (\(condition(depth: depth - 1)))"
    case 5: return "(\(condition(depth: depth - 1))) XOR (\(condition(depth: depth - 1)))"
    case 6:
      return "(\(condition(depth: depth - 1))) IS \(pick("TRUE", "NOT TRUE", "FALSE", "NOT FALSE", "NULL", "NOT NULL"))"
    default: return test()
    }
  }

  private mutating func test() -> String {
    let sign = pick("=", "<>", "!=", "<", "<=", ">", ">=", "<=>")
    switch Int.random(in: 0..<14, using: &generator) {
    case 0, 1, 2: return "\(number()) \(sign) \(number())"
    case 3: return "\(number()) \(pick("BETWEEN", "NOT BETWEEN")) \(number()) AND \(number())"
    case 4: return "\(number()) \(pick("IN", "NOT IN")) (\(number()), \(number()), \(number()))"
    case 5, 6: return "\(text()) \(sign) \(text())"
    case 7: return "\(text()) \(pick("in", "not in")) (\(textLiteral()), \(textLiteral()))"
    case 8: return "\(pick(Self.texts)) \(pick("LIKE", "NOT LIKE")) \(pattern())"
    case 9:
      return
        "\(pick("char_length", "length", "octet_length"))(\(text())) \(sign) \(Int.random(in: 0...6, using: &generator))"
    case 10:
      return "born \(sign) \(pick("'2000-02-29'", "'1999-12-31'", "'2000-1-1'", "'x'", "date(at)", "at", "20000101"))"
    case 11: return "at \(sign) \(pick("'2000-02-29 12:30:00'", "'2000-02-29 12:30:00.500'", "'2000-02-29'", "born"))"
    case 12: return "y \(sign) \(pick("2000", "1999", "99", "y", "i"))"
    default: return "\(pick(Self.numbers + Self.texts + ["born", "at"])) IS \(pick("NULL", "NOT NULL"))"
    }
  }

  private mutating func number(depth: Int = 2) -> String {
    switch Int.random(in: 0..<(depth > 0 ? 12 : 5), using: &generator) {
    case 0, 1, 2: return pick(Self.numbers)
    case 3:
      return pick("0", "1", "2", "-1", "10", "2147483647", "4294967295", "9223372036854775807", "18446744073709551615")
    case 4: return pick("0.5", "1.50", "-2.001", "0.1", "1e1", "2.5e-1", "NULL", "TRUE", "false")
    case 5: return "(\(number(depth: depth - 1)) \(pick("+", "-", "*")) \(number(depth: depth - 1)))"
    case 6:
      return "\(pick(Self.exact)) \(pick("+", "-", "*", "%", "MOD", "DIV")) \(pick("1", "2", "3", "u", "i", "-7"))"
    case 7: return "abs(\(number(depth: depth - 1)))"
    case 8: return "coalesce(\(pick(Self.exact)), \(number(depth: 0)))"
    case 9: return "ifnull(\(pick(Self.exact)), 0)"
    case 10: return "- \(pick(Self.exact))"
    default: return "char_length(\(pick(Self.texts)))"
    }
  }

  private mutating func text() -> String {
    switch Int.random(in: 0..<8, using: &generator) {
    case 0, 1: return textLiteral()
    case 2: return "\(pick("lower", "upper"))(\(pick(Self.texts)))"
    case 3: return "\(pick("trim", "ltrim", "rtrim"))(\(pick(Self.texts)))"
    case 4: return "coalesce(\(pick(Self.texts)), \(textLiteral()))"
    default: return pick(Self.texts)
    }
  }

  private mutating func textLiteral() -> String {
    pick("''", "'a'", "'A'", "'b'", "'C'", "'a '", "' a'", "'ab'", "'aB'", "'á'", "'ß'", "'ss'", "'it''s'", "'5'")
  }

  private mutating func pattern() -> String {
    pick("'%'", "'a%'", "'%b'", "'_'", "'a_'", "'A%b%'", "''", "'__%'", "'% '", "'á%'", "'%''%'", "'5%'")
  }

  /// The fields of a row of the columns, without braces.
  mutating func row() -> String {
    var fields: [String] = []
    for (name, _) in Self.columns where Int.random(in: 0..<6, using: &generator) > 0 {
      fields.append("\(name): \(value(of: name))")
    }
    return fields.joined(separator: ", ")
  }

  private mutating func value(of column: String) -> String {
    switch column {
    case "i": pick("0", "1", "-1", "2", "10", "-7", "2147483647", "-2147483648", "null")
    case "u": pick("0", "1", "2", "3", "10", "4294967295")
    case "b": pick("0", "1", "-1", "9223372036854775807", "-9223372036854775808", "4294967296")
    case "d": pick("0", "0.5", "1.5", "-2.001", "1.500", "9999999.999", "10")
    case "f": pick("0", "0.1", "0.5", "1.5", "10", "-1e10", "2.5e-1")
    case "g": pick("0", "0.1", "0.5", "1.5", "10", "16777216")
    case "y": pick("1999", "2000", "2001")
    case "ok": pick("true", "false")
    case "e": pick("a", "b", "C")
    case "born": pick("2000-02-29", "1999-12-31", "2000-01-01")
    case "at": pick("2000-02-29 12:30:00", "2000-02-29 12:30:00.5", "2000-02-29 00:00:00", "1999-12-31 23:59:59.999")
    case "l": pick("''", "a", "A", "á", "ß", "ab", "'a '")
    default: pick("''", "a", "A", "b", "'a '", "' a'", "ab", "aB", "á", "ß", "ss", "it's", "'5'", "'5a'", "я", "😀")
    }
  }

  private mutating func pick(_ choices: String...) -> String { pick(choices) }

  private mutating func pick(_ choices: [String]) -> String { choices.randomElement(using: &generator) ?? "" }
}
