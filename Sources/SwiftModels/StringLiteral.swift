/// Text as the content of a Swift string literal.
enum StringLiteral {
  /// `text` in double quotes, on one line.
  static func quoted(_ text: String) -> String {
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

  /// `text` for the lines between `"""` and `"""`; its line feeds stay line feeds.
  static func multiline(_ text: String) -> String {
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
    return literal
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
