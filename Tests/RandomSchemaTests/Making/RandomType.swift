import SchemaLanguage
import TestSupport

/// A type as a schema writes it, with what the makers of defaults, keys and expressions have to know of it.
struct RandomType {
  /// What can be said and asked of its values.
  enum Kind {
    case integer, number, bits, text, bytes, moment, date, time, year, json, members, set, spatial, vector, uuid
  }

  let text: String
  let kind: Kind
  /// Bytes that a whole value takes in a key, at four for a character; `nil` where a key needs a length, or has none.
  var keyBytes: Int?
  /// Characters or bytes of which an index may take a part; 0 for none.
  var length = 0
  /// Values that the type holds, as YAML.
  var values: [String] = []
  /// Values that it does not hold.
  var wrongValues: [String] = []
  /// Whether `-1` is no value.
  var isUnsigned = false
}

extension SeededGenerator {
  /// A type of `target`; one that is near or beyond what fits where it `isWild`.
  mutating func type(for target: Target, isWild: Bool) -> RandomType {
    switch number(0...99) {
    case 0..<22: integer(isWild)
    case 22..<27: pick([RandomType(text: "boolean", kind: .integer, keyBytes: 1, values: ["true", "false", "0", "1"])])
    case 27..<33: decimal(isWild)
    case 33..<38: float(isWild)
    case 38..<41: bits(isWild)
    case 41..<52: temporal(isWild)
    case 52..<70: character(isWild)
    case 70..<76: lob()
    case 76..<82: bytes(isWild)
    case 82..<86: uuid()
    case 86..<89:
      RandomType(text: "json", kind: .json, values: ["{ a: 1 }", "[1, \"b\"]", "3", "\"it's \\\\ x\"", "true"])
    case 89..<95: members(isWild)
    case 95..<98: spatial(target, isWild)
    default:
      !target.isMariaDB || isWild
        ? vector(isWild) : RandomType(text: "year", kind: .year, keyBytes: 1, values: ["2024"])
    }
  }

  private mutating func integer(_ isWild: Bool) -> RandomType {
    let (name, bytes) = pick([
      ("tinyint", 1), ("smallint", 2), ("mediumint", 3), ("int", 4), ("integer", 4), ("bigint", 8), ("INT", 4),
    ])
    let attribute = pick(["", "", "", " unsigned", " unsigned", " zerofill", " unsigned zerofill", " signed"])
    let isUnsigned = attribute.contains("unsigned") || attribute.contains("zerofill")
    let width = happens(20) ? "(\(number(2...(isWild ? 256 : 255))))" : ""
    let bits = UInt64(bytes * 8)
    let most = isUnsigned ? UInt64.max >> (64 - bits) : UInt64.max >> (65 - bits)
    let least = isUnsigned ? "0" : "-\(most + 1)"
    let beyond = bits == 64 ? "18446744073709551616" : "\(most + 1)"
    return RandomType(
      text: name + width + attribute, kind: .integer, keyBytes: bytes, values: ["0", "1", "\(most)", least, "007"],
      wrongValues: [beyond, "1.5", "abc", "''", isUnsigned ? "-1" : "-\(most)0"], isUnsigned: isUnsigned)
  }

  private mutating func decimal(_ isWild: Bool) -> RandomType {
    let name = pick(["decimal", "decimal", "numeric", "dec", "fixed"])
    let scale = pick(isWild ? [0, 2, 30, 31, 38, 39] : [0, 2, 4, 10, 30])
    let precision = isWild ? number(max(1, scale - 2)...67) : number(max(1, scale)...65)
    let attribute = pick(["", "", "", " unsigned", " zerofill"])
    let written = pick(["(\(precision),\(scale))", "(\(precision),\(scale))", "(\(min(precision, 65)))", ""])
    let hasScale = written.contains(",")
    let ones = hasScale && precision > scale ? "1" : "0"
    let half = hasScale && scale > 0 ? "\(ones == "1" ? "1" : "0").5" : "1"
    return RandomType(
      text: name + written + attribute, kind: .number, keyBytes: 30, values: ["0", hasScale ? ones : "1", half],
      wrongValues: [
        String(repeating: "9", count: 66), "0." + String(repeating: "1", count: 40), "x",
        attribute == "" ? "--1" : "-1",
      ],
      isUnsigned: attribute != "")
  }

  private mutating func float(_ isWild: Bool) -> RandomType {
    let name = pick(["float", "float", "double", "double precision", "real"])
    let scale = pick(isWild ? [0, 2, 7, 30, 31] : [0, 2, 7])
    let digits =
      switch number(0...9) {
      case 0..<3: "(\(isWild ? number(max(1, scale - 1)...255) : number(max(scale, 1)...53)),\(scale))"
      case 3 where name == "float": "(\(isWild ? number(1...54) : number(1...53)))"
      default: ""
      }
    let attribute = pick(["", "", "", " unsigned", " zerofill"])
    return RandomType(
      text: name + digits + attribute, kind: .number, keyBytes: 8,
      values: digits.contains(",") ? ["0"] : ["0", "1", "0.5", "1.25", "1e10", "0.1", "123456789", "1e-7", "3.4e38"],
      wrongValues: ["1e400", "abc", attribute == "" ? "1e39x" : "-1"], isUnsigned: attribute != "")
  }

  private mutating func bits(_ isWild: Bool) -> RandomType {
    let width = isWild ? number(0...65) : number(1...64)
    return RandomType(
      text: width == 1 && happens(50) ? "bit" : "bit(\(width))", kind: .bits, keyBytes: 8,
      values: ["0", "1", "\"b'1'\"", "0b1"], wrongValues: ["2a", "\"b'\(String(repeating: "1", count: 65))'\"", "-1"])
  }

  private mutating func temporal(_ isWild: Bool) -> RandomType {
    let fraction = pick(isWild ? [0, 1, 3, 6, 7] : [0, 0, 0, 1, 3, 6])
    let digits = fraction == 0 && happens(80) ? "" : "(\(fraction))"
    let part = fraction == 0 || fraction > 6 ? "" : "." + String(repeating: "5", count: fraction)
    switch number(0...9) {
    case 0..<3:
      return RandomType(
        text: "datetime" + digits, kind: .moment, keyBytes: 8,
        values: ["now", "2024-02-29 12:30:00\(part)", "1000-01-01 00:00:00", "9999-12-31 23:59:59", "2024-02-29"],
        wrongValues: ["2023-02-29 00:00:00", "0000-00-00 00:00:00", "2024-01-01 24:00:00", "2024-01-01T00:00:00Z", "x"])
    case 3..<6:
      return RandomType(
        text: "timestamp" + digits, kind: .moment, keyBytes: 7,
        values: ["now", "2024-02-29 12:30:00\(part)", "1970-01-02 00:00:01", "2038-01-18 03:14:07"],
        wrongValues: ["2038-01-20 00:00:00", "1969-12-31 00:00:00", "0000-00-00 00:00:00", "x"])
    case 6..<8:
      return RandomType(
        text: "date", kind: .date, keyBytes: 3, values: ["now", "2024-02-29", "1000-01-01", "9999-12-31"],
        wrongValues: ["2023-02-29", "0000-00-00", "2024-13-01", "2024-1", "x"])
    case 8:
      return RandomType(
        text: "time" + digits, kind: .time, keyBytes: 6,
        values: ["now", "'12:30:00\(part)'", "'-838:59:59'", "'838:59:59'", "'00:00:00'"],
        wrongValues: ["'839:00:00'", "'12:60:00'", "x"])
    default:
      return RandomType(
        text: pick(["year", "year(4)"]), kind: .year, keyBytes: 1, values: ["now", "2024", "1901", "2155", "0000"],
        wrongValues: ["1900", "2156", "70", "x"])
    }
  }

  private mutating func character(_ isWild: Bool) -> RandomType {
    let texts = [
      "''", "abc", "\"it's\"", "\"back\\\\slash\"", "\"two\\nlines\"", "null_", "'null'", "now", "'5'", "\"\\\"q\\\"\"",
      "\"end \"", "\"%\"", "\"{}\"", "true", "'0x41'", "ünï", "日本", "🧵",
    ]
    switch number(0...9) {
    case 0..<2:
      let length = isWild ? number(0...256) : pick([1, 2, 8, 36, 64, 255])
      return RandomType(
        text: "\(pick(["char", "character"]))(\(length))", kind: .text, keyBytes: length * 4, length: length,
        values: length > 8 ? texts : ["''", "a", "\"'\""], wrongValues: [String(repeating: "x", count: 257)])
    case 2:
      return RandomType(text: "char", kind: .text, keyBytes: 4, length: 1, values: ["''", "a"], wrongValues: ["ab"])
    case 3: return RandomType(text: "string", kind: .text, keyBytes: 1020, length: 255, values: texts)
    default:
      let length =
        isWild ? pick([0, 1, 767, 768, 769, 5000, 16383, 16384, 21845, 65535]) : pick([1, 10, 40, 100, 191, 255, 300])
      return RandomType(
        text: "\(pick(["varchar", "string"]))(\(length))", kind: .text, keyBytes: length * 4, length: length,
        values: length > 8 ? texts : ["''", "a"].filter { $0 != "a" || length > 0 },
        wrongValues: length < 300 ? [String(repeating: "x", count: 301)] : [])
    }
  }

  private mutating func lob() -> RandomType {
    let isText = happens(65)
    let name = pick(["tiny", "", "", "medium", "long"]) + (isText ? "text" : "blob")
    return RandomType(
      text: name, kind: isText ? .text : .bytes, length: name.hasPrefix("tiny") ? (isText ? 63 : 255) : 700,
      values: isText
        ? ["''", "abc", "\"it's\"", "\"back\\\\slash\\n\"", "ünï", "🧵"]
        : ["''", "abc", "0x00ff", "0x27", "\"it's\\\\\""])
  }

  private mutating func bytes(_ isWild: Bool) -> RandomType {
    let isFixed = happens(50)
    let length = isWild ? pick([0, 1, 255, 256, 3072, 3073, 65535]) : pick([1, 4, 16, 20, 32, 255])
    return RandomType(
      text: "\(isFixed ? "binary" : "varbinary")(\(length))", kind: .bytes, keyBytes: length, length: length,
      values: length >= 4 ? ["''", "ab", "0x00ff", "0x0027", "\"'\"", "0x5c"] : ["''"],
      wrongValues: ["\"" + String(repeating: "x", count: 256) + "\"", "0x0", "0xzz"])
  }

  private mutating func uuid() -> RandomType {
    RandomType(
      text: "uuid", kind: .uuid, keyBytes: 36, values: ["uuid", "d5ec73e9-bf65-5f7b-bc71-51ea545801a5"],
      wrongValues: ["d5ec73e9"])
  }

  private mutating func members(_ isWild: Bool) -> RandomType {
    var pool = [
      "a", "b", "''", "'5+'", "'in progress'", "self", "'it''s'", "'back\\slash'", "'0'", "true", "NULL", "'x y'",
    ]
    if isWild {
      pool += [
        "A", "'end '", "'a,b'", "ä", "日本", "'🧵'", "'\(String(repeating: "m", count: 255))'",
        "'\(String(repeating: "m", count: 256))'", "'two\nlines'", "a",
      ]
    }
    let isSet = happens(40)
    let count = isWild && happens(10) ? number(63...66) : number(1...6)
    let members =
      count > 60
      ? (1...count).map { "m\($0)" }
      : Array(pool.shuffled(using: &self).filter { !isSet || isWild || $0 != "''" }.prefix(count))
    let bare = members.map { $0.hasPrefix("'") ? String($0.dropFirst().dropLast()).replacing("''", with: "'") : $0 }
    return RandomType(
      text: "\(isSet ? "set" : "enum")(\(members.joined(separator: pick([",", ", "]))))", kind: isSet ? .set : .members,
      keyBytes: 8, values: isSet ? [quoted(bare[0]), "[\(quoted(bare[0]))]", "[]"] : bare.map(quoted),
      wrongValues: ["nothing"])
  }

  private mutating func spatial(_ target: Target, _ isWild: Bool) -> RandomType {
    let kind = pick([
      "geometry", "point", "point", "linestring", "polygon", "multipoint", "multilinestring", "multipolygon",
      "geometrycollection", "geomcollection",
    ])
    let system = pick(
      isWild ? ["", " srid 4326", " srid 4325", " srid 0"] : ["", "", " srid 4326", " srid 0", " srid 3857"])
    return RandomType(text: kind + system, kind: .spatial, wrongValues: ["POINT", "'x'''"])
  }

  private mutating func vector(_ isWild: Bool) -> RandomType {
    RandomType(text: isWild ? "vector(\(pick([0, 1, 16383, 16384])))" : pick(["vector", "vector(3)"]), kind: .vector)
  }
}
