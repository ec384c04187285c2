import Diagnostics
import SchemaLanguage

extension GraphResolver {
  /// Reads `syntax` by the type of `column`; `nil` with a diagnostic if it is no value of that type.
  ///
  /// A bare `null` is ``Value/null``, also for a column that is not nullable: what that means is the caller's to say.
  /// Quotes make `0x…` a text in rows and conditions, but not in defaults.
  mutating func readValue(_ syntax: ValueSyntax, as column: Column, ignoresQuotes: Bool = false) -> Value? {
    if case .null = syntax.content { return .null }
    var reader = ValueReader(column: column, enumerations: graph.enumerations, ignoresQuotes: ignoresQuotes)
    if let value = reader.read(syntax) { return value }
    if let problem = reader.problem {
      diagnostics.error(
        problem.rule, at: problem.range ?? syntax.range, problem.summary, explanation: problem.explanation,
        fixIts: problem.fixIt.map { [$0] } ?? [])
    }
    return nil
  }
}

/// Reads one value by its column's type. Keeps what is wrong with it.
struct ValueReader {
  struct Problem {
    var rule: ValueRule
    var summary: String
    var explanation: String?
    var range: SourceRange?
    var fixIt: Diagnostic.FixIt?
  }

  let column: Column
  let enumerations: [Enumeration]
  let ignoresQuotes: Bool
  private(set) var problem: Problem?

  init(column: Column, enumerations: [Enumeration], ignoresQuotes: Bool) {
    self.column = column
    self.enumerations = enumerations
    self.ignoresQuotes = ignoresQuotes
  }

  mutating func read(_ syntax: ValueSyntax) -> Value? {
    switch column.type {
    case .json:
      if let number = firstNumberBeyondDouble(syntax) {
        fail(
          .range, "Column '\(column.attribute)' holds JSON, whose numbers are doubles here, not \(shown(number.value))",
          at: number.range)
        return nil
      }
      return .text(jsonText(syntax))
    case .set(let id): return set(syntax, enumerations[id.index])
    case .vector(let dimensions): return vector(syntax, dimensions)
    default: break
    }
    guard case .scalar(let text, let style) = syntax.content else {
      fail(.type, "Column '\(column.attribute)' takes a single value, not a list or mapping")
      return nil
    }
    if let collation = column.collation,
      let missing = CharacterRepertoire.firstMissing(in: collation.charset, from: text)
    {
      fail(
        .charset,
        "Column '\(column.attribute)' is in the character set \(collation.charset), which has no '\(missing)'",
        explanation: "Give the column the character set utf8mb4, or write another text.")
      return nil
    }
    switch column.type {
    case .integer(let width, let isUnsigned, _): return integer(text, bytes: width.rawValue, isUnsigned: isUnsigned)
    case .boolean: return boolean(text)
    case .decimal(let precision, let scale, let isUnsigned, _):
      return decimal(text, precision: precision, scale: scale, isUnsigned: isUnsigned)
    case .float(let digits, let isUnsigned, _):
      return float(text, digits, isUnsigned: isUnsigned, largest: 3.402823466e38)
    case .double(let digits, let isUnsigned, _):
      return float(text, digits, isUnsigned: isUnsigned, largest: .greatestFiniteMagnitude)
    case .bit(let width): return bits(text, width)
    case .date: return temporal(TemporalText.date(text), "a date like 2024-02-29", fraction: 0)
    case .time(let fraction): return temporal(TemporalText.time(text), "a time like 12:30:00", fraction: fraction)
    case .datetime(let fraction):
      return temporal(TemporalText.datetime(text), "a date and time like 2024-02-29 12:30:00", fraction: fraction)
    case .timestamp(let fraction): return timestamp(text, fraction: fraction)
    case .year: return year(text)
    case .char(let length), .varchar(let length): return character(text, length)
    case .text(let size): return lob(Array(text.utf8), size).map { _ in .text(text) }
    case .binary(let length), .varbinary(let length): return binary(text, style, length)
    case .blob(let size): return bytes(text, style).flatMap { lob($0, size) }
    case .uuid: return uuid(text)
    case .enumeration(let id): return member(text, enumerations[id.index], at: syntax.range)
    case .geometry(let kind, let srid): return geometry(text, style, kind, srid)
    case .json, .set, .vector: return nil
    }
  }

  mutating func fail(_ rule: ValueRule, _ summary: String, explanation: String? = nil, at range: SourceRange? = nil) {
    problem = Problem(rule: rule, summary: summary, explanation: explanation, range: range)
  }

  private mutating func expected(_ what: String, _ text: String) {
    fail(.type, "Column '\(column.attribute)' takes \(what), not '\(shown(text))'")
  }

  /// A value as a message quotes it: on one line and short.
  private func shown(_ text: String) -> String {
    let scalars = text.unicodeScalars
    let line = String(String.UnicodeScalarView(scalars.prefix(40).map { $0 == "\n" || $0 == "\r" ? " " : $0 }))
    return scalars.dropFirst(40).isEmpty ? line : line + "…"
  }

  private func counted(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

  // MARK: Numbers

  private mutating func integer(_ text: String, bytes: Int, isUnsigned: Bool) -> Value? {
    guard let number = DecimalText(text), number.fraction.isEmpty else {
      expected("a whole number", text)
      return nil
    }
    let bits = bytes * 8
    let largest: UInt64 = isUnsigned ? (bits == 64 ? .max : 1 << UInt64(bits) - 1) : 1 << UInt64(bits - 1) - 1
    let smallest: UInt64 = isUnsigned ? 0 : largest + 1
    guard let magnitude = UInt64(number.digits), magnitude <= (number.isNegative ? smallest : largest) else {
      let low = isUnsigned ? "0" : "-\(smallest)"
      fail(.range, "Column '\(column.attribute)' holds numbers from \(low) to \(largest), not \(shown(text))")
      return nil
    }
    return .number(number.text)
  }

  private mutating func boolean(_ text: String) -> Value? {
    switch text {
    case "true", "1": return .number("1")
    case "false", "0": return .number("0")
    default:
      expected("true or false", text)
      return nil
    }
  }

  private mutating func decimal(_ text: String, precision: Int, scale: Int, isUnsigned: Bool) -> Value? {
    guard let number = DecimalText(text) else {
      expected("a number", text)
      return nil
    }
    guard number.significantFraction.count <= scale else {
      fail(
        .precision,
        "Column '\(column.attribute)' keeps \(counted(scale, "digit")) behind the point, and \(shown(text)) has more",
        explanation: "The server would round it; write it with \(counted(scale, "digit")).")
      return nil
    }
    guard number.digits == "0" || number.digits.count <= precision - scale, !(isUnsigned && number.isNegative) else {
      fail(
        .range,
        "Column '\(column.attribute)' holds \(max(precision - scale, 0)) digits before the point\(isUnsigned ? " and no negative numbers" : ""), not \(shown(text))"
      )
      return nil
    }
    return .number(number.text)
  }

  private mutating func float(_ text: String, _ digits: FloatDigits?, isUnsigned: Bool, largest: Double) -> Value? {
    guard DecimalText.isFloat(text), let number = Double(text) else {
      expected("a number", text)
      return nil
    }
    let isLost = number != 0 && largest != .greatestFiniteMagnitude && Float(number) == 0
    guard abs(number) <= largest, !isLost, !(isUnsigned && number < 0) else {
      fail(.range, "Column '\(column.attribute)' cannot hold \(shown(text))")
      return nil
    }
    if let digits, let exact = DecimalText(text), exact.significantFraction.count > digits.scale {
      fail(
        .precision,
        "Column '\(column.attribute)' keeps \(counted(digits.scale, "digit")) behind the point, and \(shown(text)) has more"
      )
      return nil
    }
    // Without an exponent it is a decimal number to the server, whose zero has no sign. (MariaDB keeps none here either, nor
    // does MySQL where digits are counted.)
    if number == 0, number.sign == .minus { return .number(digits == nil && !isUnsigned ? "-0e0" : "0") }
    return .number(DecimalText(text)?.text ?? text)
  }

  /// A number, or its bits as MySQL writes them: `b'101'`, `0b101`.
  private mutating func bits(_ text: String, _ width: Int) -> Value? {
    var number = UInt64(text)
    if text == "true" { number = 1 }
    if text == "false" { number = 0 }
    if text.hasPrefix("0b") { number = UInt64(text.dropFirst(2), radix: 2) }
    if text.lowercased().hasPrefix("b'"), text.hasSuffix("'") {
      number = UInt64(text.dropFirst(2).dropLast(), radix: 2)
    }
    guard let number else {
      expected("a number or bits like b'101'", text)
      return nil
    }
    guard width == 64 || number < 1 << UInt64(width) else {
      fail(.range, "Column '\(column.attribute)' holds \(counted(width, "bit")), and \(shown(text)) needs more")
      return nil
    }
    return .number(String(number))
  }

  // MARK: Dates and times

  private mutating func temporal(_ result: TemporalText.Result, _ form: String, fraction: Int) -> Value? {
    switch result {
    case .malformed(let text):
      expected(form, text)
    case .impossible(let text):
      fail(.date, "Column '\(column.attribute)' takes \(form), and '\(shown(text))' does not exist")
    case .valid(let text, let digits):
      if digits <= fraction { return .text(text) }
      fail(
        .precision,
        "Column '\(column.attribute)' keeps \(counted(fraction, "digit")) of a second, and '\(shown(text))' has \(digits)",
        explanation: "The server would round it; write fewer digits or a type with more, such as datetime(6).")
    }
    return nil
  }

  /// TIMESTAMP holds the seconds of 31 bits from 1970 on (Reference Manual, "The DATE, DATETIME, and TIMESTAMP Types").
  private mutating func timestamp(_ text: String, fraction: Int) -> Value? {
    let value = temporal(TemporalText.datetime(text), "a date and time like 2024-02-29 12:30:00", fraction: fraction)
    guard case .text(let moment)? = value else { return value }
    guard moment.prefix(19) >= "1970-01-01 00:00:01", moment.prefix(19) <= "2038-01-19 03:14:07" else {
      fail(
        .range,
        "Column '\(column.attribute)' holds moments from 1970-01-01 00:00:01 to 2038-01-19 03:14:07, not \(shown(text))",
        explanation: "A timestamp ends there; a datetime does not.")
      return nil
    }
    return value
  }

  private mutating func year(_ text: String) -> Value? {
    guard let year = Int(text), year == 0 || (1901...2155).contains(year), text.count == 4 || year == 0 else {
      expected("a year from 1901 to 2155", text)
      return nil
    }
    return .number(String(year))
  }

  // MARK: Text and bytes

  private mutating func character(_ text: String, _ length: Int) -> Value? {
    let count = text.unicodeScalars.count
    guard count <= length else {
      fail(
        .length, "Column '\(column.attribute)' holds \(counted(length, "character")), and '\(shown(text))' has \(count)"
      )
      return nil
    }
    return .text(text)
  }

  private mutating func uuid(_ text: String) -> Value? {
    let groups = text.split(separator: "-", omittingEmptySubsequences: false)
    guard groups.map(\.count) == [8, 4, 4, 4, 12], groups.joined().utf8.allSatisfy(isHexadecimal) else {
      expected("a UUID like d5ec73e9-bf65-5f7b-bc71-51ea545801a5", text)
      return nil
    }
    return .text(text.lowercased())
  }

  /// The bytes of `0x…`, of `!!binary`, else of the text in UTF-8.
  private mutating func bytes(_ text: String, _ style: ValueSyntax.ScalarStyle) -> [UInt8]? {
    switch style {
    case .binary:
      guard let bytes = Base64.decode(text) else {
        expected("base64 behind !!binary", text)
        return nil
      }
      return bytes
    case .plain where text.hasPrefix("0x"), .quoted where ignoresQuotes && text.hasPrefix("0x"):
      let digits = Array(text.utf8.dropFirst(2))
      guard digits.count.isMultiple(of: 2), digits.allSatisfy(isHexadecimal) else {
        expected("pairs of hexadecimal digits behind 0x", text)
        return nil
      }
      return stride(from: 0, to: digits.count, by: 2).map {
        hexadecimalValue(digits[$0]) << 4 | hexadecimalValue(digits[$0 + 1])
      }
    case .plain, .quoted: return Array(text.utf8)
    }
  }

  private mutating func binary(_ text: String, _ style: ValueSyntax.ScalarStyle, _ length: Int) -> Value? {
    guard let bytes = bytes(text, style) else { return nil }
    guard bytes.count <= length else {
      fail(.length, "Column '\(column.attribute)' holds \(counted(length, "byte")), and the value has \(bytes.count)")
      return nil
    }
    return .bytes(bytes)
  }

  private mutating func lob(_ bytes: [UInt8], _ size: ColumnType.LobSize) -> Value? {
    let largest =
      switch size {
      case .tiny: 255
      case .regular: 65_535
      case .medium: 16_777_215
      case .long: 4_294_967_295
      }
    guard bytes.count <= largest else {
      fail(.length, "Column '\(column.attribute)' holds \(largest) bytes, and the value has \(bytes.count)")
      return nil
    }
    return .bytes(bytes)
  }

  private func isHexadecimal(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
      UInt8(ascii: "A")...UInt8(ascii: "F"):
      true
    default: false
    }
  }

  private func hexadecimalValue(_ byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    default: byte - UInt8(ascii: "A") + 10
    }
  }

  // MARK: Members

  private mutating func member(_ text: String, _ enumeration: Enumeration, at range: SourceRange) -> Value? {
    if enumeration.members.contains(text) { return .text(text) }
    let near = nearestName(to: text, among: enumeration.members)
    problem = Problem(
      rule: .member,
      summary: "Column '\(column.attribute)' has no member '\(shown(text))'"
        + (near.map { "; did you mean '\($0)'?" } ?? ""),
      explanation: near == nil ? "Members: \(enumeration.members.prefix(12).joined(separator: ", "))." : nil,
      range: range,
      fixIt: near.map { Diagnostic.FixIt("Replace '\(shown(text))' with '\($0)'", at: range, replacement: $0) })
    return nil
  }

  /// A list of members, or one text with commas between them; in the order of the SET, each once, as the server keeps it.
  private mutating func set(_ syntax: ValueSyntax, _ enumeration: Enumeration) -> Value? {
    var given = Set<String>()
    switch syntax.content {
    case .scalar(let text, _):
      for part in text.isEmpty ? [] : text.unicodeScalars.split(separator: ",", omittingEmptySubsequences: false) {
        guard case .text(let member)? = member(String(part), enumeration, at: syntax.range) else { return nil }
        given.insert(member)
      }
    case .list(let items):
      for item in items {
        guard case .scalar(let text, _) = item.content else {
          fail(.type, "A member of column '\(column.attribute)' is a single value", at: item.range)
          return nil
        }
        guard case .text(let member)? = member(text, enumeration, at: item.range) else { return nil }
        given.insert(member)
      }
    default:
      fail(.type, "Column '\(column.attribute)' takes a list of members")
      return nil
    }
    return .text(enumeration.members.filter(given.contains).joined(separator: ","))
  }

  // MARK: Structures

  private mutating func vector(_ syntax: ValueSyntax, _ dimensions: Int) -> Value? {
    guard case .list(let items) = syntax.content, items.count <= dimensions else {
      fail(.type, "Column '\(column.attribute)' takes a list of at most \(dimensions) numbers")
      return nil
    }
    var numbers: [String] = []
    for item in items {
      guard case .scalar(let text, _) = item.content, DecimalText.isFloat(text) else {
        fail(.type, "Column '\(column.attribute)' takes a list of numbers", at: item.range)
        return nil
      }
      numbers.append(text)
    }
    return .expression("STRING_TO_VECTOR('[\(numbers.joined(separator: ","))]')")
  }

  /// WKT: letters, digits and the punctuation of numbers and lists; or the bytes that the server keeps, four of the SRID and
  /// then WKB (Reference Manual, "Internal Geometry Storage Format").
  private mutating func geometry(
    _ text: String, _ style: ValueSyntax.ScalarStyle, _ kind: ColumnType.GeometryKind, _ srid: UInt32?
  ) -> Value? {
    if style == .binary || text.hasPrefix("0x") {
      guard let bytes = bytes(text, style) else { return nil }
      // SRID, byte order and type.
      guard bytes.count > 9, bytes[4] <= 1 else {
        expected("well-known text like POINT(1 2), or four bytes of an SRID and well-known binary", text)
        return nil
      }
      let own = bytes[..<4].reversed().reduce(0) { $0 << 8 | UInt32($1) }
      guard srid == nil || srid == own else {
        fail(.type, "Column '\(column.attribute)' has the SRID \(srid ?? 0), and the value \(own)")
        return nil
      }
      return .bytes(bytes)
    }
    guard let own = WellKnownText.kind(of: text), kind == .geometry || kind.wellKnownText == own else {
      expected("well-known text like \(kind.example)", text)
      return nil
    }
    // MariaDB 10.11 takes the points of a MULTIPOINT without parentheses of their own, as MySQL does too.
    let shown =
      own == "MULTIPOINT" ? "MULTIPOINT(\(text.drop { $0 != "(" }.filter { $0 != "(" && $0 != ")" }))" : text
    return .expression("ST_GeomFromText('\(shown)'\(srid.map { ", \($0)" } ?? ""))")
  }
}
