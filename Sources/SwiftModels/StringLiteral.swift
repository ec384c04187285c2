/// Text as the content of a Swift string literal.
enum StringLiteral {
  /// `text` in double quotes, on one line.
  static func quoted(_ text: String) -> String {
    if text.utf8.allSatisfy(isPlain) { return "\"\(text)\"" }
    var literal = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" {
        literal += "\\\""
      } else {
        append(scalar, to: &literal)
      }
    }
    return literal + "\""
  }

  /// `text` for the lines between `"""` and `"""`, in UTF-8; its line feeds stay line feeds.
  static func multiline(_ text: String) -> [UInt8] {
    // Nearly all statements are characters that stand for themselves.
    let bytes = Array(text.utf8)
    if bytes.allSatisfy({ $0 == UInt8(ascii: "\n") || isPlain($0) }) { return bytes }
    var literal = ""
    var quotes = 0
    for scalar in text.unicodeScalars {
      quotes = scalar == "\"" ? quotes + 1 : 0
      switch scalar {
      case "\n": literal += "\n"
      case "\"" where quotes % 3 == 0: literal += "\\\""
      default: append(scalar, to: &literal)
      }
    }
    return Array(literal.utf8)
  }

  /// Whether a byte is a printable character of ASCII that means nothing in a literal.
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte < 0x7F && byte != UInt8(ascii: "\\") && byte != UInt8(ascii: "\"")
  }

  private static func append(_ scalar: Unicode.Scalar, to literal: inout String) {
    switch scalar {
    case "\\": literal += "\\\\"
    case "\n": literal += "\\n"
    case "\r": literal += "\\r"
    case "\t": literal += "\\t"
    case _ where scalar.isHarmless: literal.unicodeScalars.append(scalar)
    default: literal += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
    }
  }
}
