/// A text as a string of JSON (RFC 8259, section 7).
package enum JSONString {
  /// Appends `string`, in its quotes, to `text`. Where it `isShown` to people, what does not show or steers a terminal is
  /// escaped, too.
  package static func write(_ string: String, to text: inout String, isShown: Bool) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case " "..<"\u{7F}": text.unicodeScalars.append(scalar)
      case "\0"..<" ": escape(scalar, in: &text)
      case _ where isShown && (scalar == "\u{7F}" || scalar.steersReading): escape(scalar, in: &text)
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }

  /// Appends the numbers of the UTF-16 units of a character.
  private static func escape(_ scalar: Unicode.Scalar, in text: inout String) {
    for unit in String(scalar).utf16 {
      let digits = String(unit, radix: 16)
      text += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
    }
  }
}
