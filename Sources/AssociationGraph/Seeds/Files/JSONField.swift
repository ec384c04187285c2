package import Diagnostics
package import SchemaLanguage

/// A JSON text (RFC 8259) as the schema language would have it: objects are mappings, numbers and words plain scalars.
package struct JSONField {
  /// The value; `nil` where the text is no JSON, or nested more than 100 deep.
  package private(set) var value: ValueSyntax?

  private var rest: Substring.UTF8View
  private let range: SourceRange

  /// Reads `text`, which stands at `range`.
  package init(_ text: String, at range: SourceRange) {
    rest = Substring(text).utf8
    self.range = range
    skipSpace()
    let value = readValue(depth: 0)
    skipSpace()
    self.value = rest.isEmpty ? value : nil
  }

  private mutating func skipSpace() {
    rest = rest.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard let first = rest.first, UInt32(first) == character.value else { return false }
    rest = rest.dropFirst()
    return true
  }

  private mutating func readValue(depth: Int) -> ValueSyntax? {
    guard depth <= 100, let first = rest.first else { return nil }
    switch first {
    case UInt8(ascii: "{"): return readObject(depth: depth)
    case UInt8(ascii: "["): return readArray(depth: depth)
    case UInt8(ascii: "\""): return readString().map { ValueSyntax(.scalar($0, .quoted), at: range) }
    default:
      let word = rest.prefix { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"),
          UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "E"):
          true
        default: false
        }
      }
      rest = rest.dropFirst(word.count)
      let text = String(Substring(word))
      if text == "null" { return ValueSyntax(.null, at: range) }
      let syntax = ValueSyntax(.scalar(text, .plain), at: range)
      return text == "true" || text == "false" || jsonText(syntax) == text ? syntax : nil
    }
  }

  private mutating func readArray(depth: Int) -> ValueSyntax? {
    var items: [ValueSyntax] = []
    _ = take("[")
    skipSpace()
    if take("]") { return ValueSyntax(.list([]), at: range) }
    while true {
      skipSpace()
      guard let item = readValue(depth: depth + 1) else { return nil }
      items.append(item)
      skipSpace()
      if take("]") { return ValueSyntax(.list(items), at: range) }
      guard take(",") else { return nil }
    }
  }

  private mutating func readObject(depth: Int) -> ValueSyntax? {
    var fields: [FieldSyntax] = []
    _ = take("{")
    skipSpace()
    if take("}") { return ValueSyntax(.mapping([]), at: range) }
    while true {
      skipSpace()
      guard rest.first == UInt8(ascii: "\""), let name = readString() else { return nil }
      skipSpace()
      guard take(":") else { return nil }
      skipSpace()
      guard let value = readValue(depth: depth + 1) else { return nil }
      fields.append(FieldSyntax(name: Located(name, at: range), value: value))
      skipSpace()
      if take("}") { return ValueSyntax(.mapping(fields), at: range) }
      guard take(",") else { return nil }
    }
  }

  private mutating func readString() -> String? {
    _ = take("\"")
    var text = ""
    while true {
      let plain = rest.prefix { $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
      text += Substring(plain)
      rest = rest.dropFirst(plain.count)
      if take("\"") { return text }
      guard take("\\"), let escape = rest.popFirst() else { return nil }
      switch escape {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.unicodeScalars.append(Unicode.Scalar(escape))
      case UInt8(ascii: "b"): text += "\u{8}"
      case UInt8(ascii: "f"): text += "\u{C}"
      case UInt8(ascii: "n"): text += "\n"
      case UInt8(ascii: "r"): text += "\r"
      case UInt8(ascii: "t"): text += "\t"
      case UInt8(ascii: "u"):
        guard let scalar = readEscapedScalar() else { return nil }
        text.unicodeScalars.append(scalar)
      default: return nil
      }
    }
  }

  /// The digits behind `\u`, with those of a second escape where the first is half of a surrogate pair.
  private mutating func readEscapedScalar() -> Unicode.Scalar? {
    guard let unit = readUnit() else { return nil }
    guard (0xD800..<0xDC00).contains(unit) else { return Unicode.Scalar(unit) }
    guard take("\\"), take("u"), let low = readUnit(), (0xDC00..<0xE000).contains(low) else { return nil }
    return Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
  }

  private mutating func readUnit() -> UInt32? {
    let digits = rest.prefix(4)
    guard digits.count == 4, digits.first != UInt8(ascii: "+"), digits.first != UInt8(ascii: "-") else { return nil }
    rest = rest.dropFirst(4)
    return UInt32(String(Substring(digits)), radix: 16)
  }
}
