/// Foreign text made harmless for comments: on one line, without characters that change how the rest is read.
enum CommentText {
  /// `text` for an ordinary comment: characters that do not print are written as `\u{…}`.
  static func plain(_ text: String) -> String {
    if text.utf8.allSatisfy({ 0x20..<0x7F ~= $0 }) { return text }
    var plain = ""
    for scalar in text.unicodeScalars {
      if scalar.isHarmless {
        plain.unicodeScalars.append(scalar)
      } else {
        plain += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      }
    }
    return plain
  }

  /// `text` in the prose of a doc comment: line ends and characters that do not print are spaces, and what Markdown
  /// would read as markup is escaped.
  static func prose(_ text: String) -> String {
    if text.utf8.allSatisfy(isLetterOrDigit) { return text }
    var prose = ""
    var isStart = true
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", "`", "*", "<", "[", "]", "&":
        prose += "\\"
        prose.unicodeScalars.append(scalar)
      case "#", "+", "-", ">", "=", "~", "|", "_":
        if isStart { prose += "\\" }
        prose.unicodeScalars.append(scalar)
      case _ where scalar.isHarmless: prose.unicodeScalars.append(scalar)
      default: prose += " "
      }
      isStart = false
    }
    return prose
  }

  /// `text` as code in a doc comment, between backticks; a backtick in it becomes an apostrophe.
  static func code(_ text: String) -> String {
    if text.utf8.allSatisfy({ 0x20..<0x7F ~= $0 && $0 != UInt8(ascii: "`") }) { return "`\(text)`" }
    var code = "`"
    for scalar in text.unicodeScalars {
      code.unicodeScalars.append(scalar == "`" ? "'" : scalar.isHarmless ? scalar : " ")
    }
    return code + "`"
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }
}

extension Unicode.Scalar {
  /// Whether the character prints, and leaves the characters around it where they are: not a control, a format
  /// character (bidirectional marks among them), a line separator or an unassigned code.
  var isHarmless: Bool {
    if isASCII { return 0x20..<0x7F ~= value }
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: return false
    default: return true
    }
  }
}
