import Foundation

/// A random value of a column: how a schema writes it, and what the server gives back for ``expression``.
struct RandomValue {
  let yaml: String
  let expected: String

  /// Whether the server gave it back as `text`; a double may be written in several ways.
  func isShown(as text: String?, of kind: Kind) -> Bool {
    kind.declaration == "double" ? text.flatMap { Double($0) } == Double(expected) : text == expected
  }

  /// A column that values are tried in.
  struct Kind: Sendable {
    let column: String
    let declaration: String
    /// What is selected to see the value.
    let expression: String
    let make: @Sendable (inout any RandomNumberGenerator) -> RandomValue
  }

  /// The types of the language.
  static let kinds: [Kind] =
    integers + [
      Kind(column: "exact", declaration: "decimal(65,30)", expression: "exact") { decimal(35, 30, &$0) },
      Kind(column: "whole", declaration: "decimal(65,0)", expression: "whole") { decimal(65, 0, &$0) },
      Kind(column: "money", declaration: "decimal(10,2)", expression: "money") { decimal(8, 2, &$0) },
      Kind(column: "real_", declaration: "double", expression: "real_") {
        let number = Double(bitPattern: UInt64.random(in: 0 ... .max, using: &$0))
        let text = number.isFinite ? "\(number)" : "0.1"
        return RandomValue(yaml: text, expected: text)
      },
      Kind(column: "flag", declaration: "boolean", expression: "flag") {
        let flag = Bool.random(using: &$0)
        return RandomValue(yaml: "\(flag)", expected: flag ? "1" : "0")
      },
      Kind(column: "bits", declaration: "bit(64)", expression: "bits + 0") {
        let bits = UInt64.random(in: 0 ... .max, using: &$0)
        return RandomValue(
          yaml: Bool.random(using: &$0) ? "\(bits)" : "0b\(String(bits, radix: 2))", expected: "\(bits)")
      },
      Kind(column: "day", declaration: "date", expression: "day") {
        let day = date(&$0)
        return RandomValue(yaml: day, expected: day)
      },
      Kind(column: "moment", declaration: "datetime(6)", expression: "moment") { moment(1000...9999, &$0) },
      Kind(column: "stamp", declaration: "timestamp(6)", expression: "stamp") { moment(1971...2037, &$0) },
      Kind(column: "span", declaration: "time(6)", expression: "span") {
        let (hours, minutes) = (Int.random(in: 0...837, using: &$0), Int.random(in: 0...59, using: &$0))
        let sign = Bool.random(using: &$0) && hours > 0 ? "-" : ""
        let text =
          sign + pad(hours, 2) + ":" + pad(minutes, 2) + ":07." + pad(Int.random(in: 0...999_999, using: &$0), 6)
        return RandomValue(yaml: "'\(text)'", expected: text)
      },
      Kind(column: "era", declaration: "year", expression: "era") {
        let year = Int.random(in: 1901...2155, using: &$0)
        return RandomValue(yaml: "\(year)", expected: "\(year)")
      },
      Kind(column: "name", declaration: "varchar(30)", expression: "HEX(name)") { text(30, &$0) },
      // CHAR does not keep spaces at the end.
      Kind(column: "code", declaration: "char(30)", expression: "HEX(CONCAT(code, '.'))") {
        let text = text(29, &$0, endingWith: "!")
        return RandomValue(yaml: text.yaml, expected: text.expected + "2E")
      },
      Kind(column: "story", declaration: "mediumtext", expression: "HEX(story)") { text(200, &$0) },
      Kind(
        column: "old", declaration: "{ type: varchar(30), charset: latin1 }",
        expression: "HEX(CONVERT(old USING utf8mb4))"
      ) {
        return text(list(0...30, &$0) { latin.randomElement(using: &$0) ?? "a" })
      },
      Kind(column: "raw", declaration: "varbinary(40)", expression: "HEX(raw)") { bytes(0...40, &$0) },
      Kind(column: "fixed", declaration: "binary(16)", expression: "HEX(fixed)") { bytes(16...16, &$0) },
      Kind(column: "picture", declaration: "blob", expression: "HEX(picture)") { bytes(0...300, &$0) },
      Kind(column: "key_", declaration: "uuid", expression: "key_") {
        var bytes = list(16...16, &$0) { UInt8.random(in: 0...255, using: &$0) }
        bytes[6] = bytes[6] & 15 | 64
        let digits = hexadecimal(bytes)
        let cuts = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(Array(digits)[$0]) }.joined(separator: "-")
        return RandomValue(yaml: "\"\(cuts)\"", expected: cuts.lowercased())
      },
      Kind(column: "mood", declaration: "enum(good, bad, 'it''s', 'mañana', 'a\\b')", expression: "HEX(mood)") {
        let member = ["good", "bad", "it's", "mañana", "a\\b"].randomElement(using: &$0) ?? ""
        return text(Array(member.unicodeScalars))
      },
      Kind(column: "likes", declaration: "set(tea, coffee, 'ü')", expression: "HEX(likes)") { generator in
        let members = ["tea", "coffee", "ü"].filter { _ in Bool.random(using: &generator) }
        return RandomValue(
          yaml: "[\(members.reversed().joined(separator: ", "))]",
          expected: hexadecimal(Array(members.joined(separator: ",").utf8)))
      },
      Kind(column: "facts", declaration: "json", expression: "HEX(JSON_UNQUOTE(JSON_EXTRACT(facts, '$.list[1].text')))")
      {
        let text = text(20, &$0)
        return RandomValue(
          yaml: "{ list: [1.5, { text: \(text.yaml) }], none: null, yes: true }", expected: text.expected)
      },
      Kind(column: "place", declaration: "geometry", expression: "ST_AsText(place)") {
        let (x, y) = (Int.random(in: -180...180, using: &$0), Int.random(in: -90...90, using: &$0))
        let bytes = [Double(x), Double(y)].flatMap { number in
          (0..<8).map { UInt8(truncatingIfNeeded: number.bitPattern >> UInt64(8 * $0)) }
        }
        return RandomValue(yaml: "0x000000000101000000\(hexadecimal(bytes))", expected: "POINT(\(x) \(y))")
      },
      Kind(column: "spots", declaration: "multipoint", expression: "ST_NumGeometries(spots)") {
        let points = list(1...4, &$0) { "(\(Int.random(in: 0...9, using: &$0)) 1e0)" }
        return RandomValue(yaml: "\"MULTIPOINT(\(points.joined(separator: ", ")))\"", expected: "\(points.count)")
      },
      Kind(column: "spot", declaration: "point", expression: "ST_AsText(spot)") {
        let text = "POINT(\(Int.random(in: -180...180, using: &$0)) \(Int.random(in: -90...90, using: &$0)).5)"
        return RandomValue(yaml: text, expected: text)
      },
    ]

  private static let integers: [Kind] = [
    integer("tinyint", 8), integer("smallint", 16), integer("mediumint", 24), integer("int", 32), integer("bigint", 64),
    integer("tinyint", 8, isUnsigned: true), integer("smallint", 16, isUnsigned: true),
    integer("mediumint", 24, isUnsigned: true), integer("int", 32, isUnsigned: true),
    integer("bigint", 64, isUnsigned: true),
  ]

  /// An integer of `bits`, often the least or the greatest.
  private static func integer(_ type: String, _ bits: UInt64, isUnsigned: Bool = false) -> Kind {
    let column = (isUnsigned ? "u" : "s") + type
    return Kind(column: column, declaration: type + (isUnsigned ? " unsigned" : ""), expression: column) {
      let edges: [UInt64] = isUnsigned ? [0, .max >> (64 - bits)] : [1 << (bits - 1), 1 << (bits - 1) - 1]
      let isEdge = Int.random(in: 0..<4, using: &$0) == 0
      let chosen =
        isEdge ? edges[Int.random(in: 0...1, using: &$0)] : .random(in: 0 ... .max, using: &$0) >> (64 - bits)
      let text = isUnsigned ? "\(chosen)" : "\(Int64(bitPattern: chosen << (64 - bits)) >> Int64(64 - bits))"
      return RandomValue(yaml: text, expected: text)
    }
  }

  private static func decimal(_ whole: Int, _ scale: Int, _ generator: inout any RandomNumberGenerator) -> RandomValue {
    func digits(_ count: Int) -> String {
      String((0..<count).map { _ in "0123456789".randomElement(using: &generator) ?? "0" })
    }
    let before = String(digits(Int.random(in: 1...whole, using: &generator)).drop { $0 == "0" })
    let after = digits(Int.random(in: 0...scale, using: &generator))
    let isZero = (before + after).allSatisfy { $0 == "0" }
    let sign = Bool.random(using: &generator) && !isZero ? "-" : ""
    let shown = sign + (before.isEmpty ? "0" : before)
    return RandomValue(
      yaml: "'" + shown + (after.isEmpty ? "" : "." + after) + "'",
      expected: shown + (scale == 0 ? "" : "." + after + String(repeating: "0", count: scale - after.count)))
  }

  private static func date(_ generator: inout any RandomNumberGenerator, _ years: ClosedRange<Int> = 1000...9999)
    -> String
  {
    pad(Int.random(in: years, using: &generator), 4) + "-" + pad(Int.random(in: 1...12, using: &generator), 2) + "-"
      + pad(Int.random(in: 1...28, using: &generator), 2)
  }

  /// A date and time, perhaps with an offset of whole hours that keeps the day.
  private static func moment(_ years: ClosedRange<Int>, _ generator: inout any RandomNumberGenerator) -> RandomValue {
    let day = date(&generator, years)
    let hour = Int.random(in: 2...21, using: &generator)
    let rest =
      ":" + pad(Int.random(in: 0...59, using: &generator), 2) + ":05."
      + pad(Int.random(in: 0...999_999, using: &generator), 6)
    let expected = day + " " + pad(hour, 2) + rest
    return switch Int.random(in: 0..<3, using: &generator) {
    case 0: RandomValue(yaml: "'\(day) \(pad(hour, 2))\(rest)'", expected: expected)
    case 1: RandomValue(yaml: "'\(day)T\(pad(hour + 2, 2))\(rest)+02:00'", expected: expected)
    default: RandomValue(yaml: "'\(day)T\(pad(hour - 1, 2))\(rest)-01:00'", expected: expected)
    }
  }

  private static func text(
    _ length: Int, _ generator: inout any RandomNumberGenerator, endingWith end: Unicode.Scalar? = nil
  ) -> RandomValue {
    let scalars = list(0...length, &generator, of: scalar)
    return text(scalars + (end.map { [$0] } ?? []))
  }

  private static func list<Element>(
    _ lengths: ClosedRange<Int>, _ generator: inout any RandomNumberGenerator,
    of element: (inout any RandomNumberGenerator) -> Element
  ) -> [Element] {
    var list: [Element] = []
    for _ in 0..<Int.random(in: lengths, using: &generator) { list.append(element(&generator)) }
    return list
  }

  /// A character of any plane, or one that literals trip over.
  private static func scalar(_ generator: inout any RandomNumberGenerator) -> Unicode.Scalar {
    if Int.random(in: 0..<3, using: &generator) == 0 {
      return "'\"\\\u{0}\n\r\t\u{1A} %_`;-#/*$\u{7F}\u{85}\u{2028}\u{FEFF}\u{FFFE}".unicodeScalars.randomElement(
        using: &generator) ?? "a"
    }
    let plane = UInt32.random(in: 0...16, using: &generator)
    return Unicode.Scalar(plane << 16 | UInt32.random(in: 0...0xFFFF, using: &generator)) ?? "é"
  }

  private static let latin: [Unicode.Scalar] =
    (0x01...0xFF).compactMap { Unicode.Scalar($0) }.filter { !(0x80...0x9F).contains($0.value) }
    + "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ".unicodeScalars

  private static func text(_ scalars: [Unicode.Scalar]) -> RandomValue {
    let escaped = scalars.map { scalar in
      (0x20..<0x7F).contains(scalar.value) && scalar != "\"" && scalar != "\\"
        ? String(scalar)
        : "\\U" + String(repeating: "0", count: 8 - String(scalar.value, radix: 16).count)
          + String(scalar.value, radix: 16)
    }
    return RandomValue(
      yaml: "\"\(escaped.joined())\"",
      expected: hexadecimal(Array(String(String.UnicodeScalarView(scalars)).utf8)))
  }

  private static func bytes(_ lengths: ClosedRange<Int>, _ generator: inout any RandomNumberGenerator) -> RandomValue {
    let bytes = list(lengths, &generator) { UInt8.random(in: 0...255, using: &$0) }
    let digits = hexadecimal(bytes)
    return RandomValue(
      yaml: Bool.random(using: &generator) ? "0x\(digits)" : "!!binary \"\(Data(bytes).base64EncodedString())\"",
      expected: digits)
  }

  private static func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined()
  }

  private static func pad(_ number: Int, _ width: Int) -> String {
    String(repeating: "0", count: max(0, width - String(number).count)) + String(number)
  }
}
