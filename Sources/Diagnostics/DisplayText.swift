/// Text that is safe and measurable on a terminal, made from text that need not be either.
///
/// Controls, bidirectional marks and other invisible characters, and bytes that are not UTF-8 are shown as escapes
/// (`\u{1B}`, `\xFF`), so that a hostile schema cannot drive the terminal or reorder what is read there.
public struct DisplayText {
  /// The distance of tab stops, in terminal columns.
  static let tabWidth = 4

  /// The text so far.
  private(set) var text = ""
  /// The width of ``text``, in terminal columns.
  private(set) var width = 0

  /// The whole of `text`, made safe, on one line.
  public static func escaped(_ text: String) -> String {
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text }
    var display = DisplayText()
    for scalar in text.unicodeScalars { display.append(scalar) }
    return display.text
  }

  /// Each line of `text`, made safe.
  public static func escaped(lines text: String) -> String {
    // By the line feeds of the text: CR LF is one character to Swift.
    text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { escaped(String($0)) }
      .joined(separator: "\n")
  }

  /// Adds one character; a tab becomes spaces up to the next tab stop.
  mutating func append(_ scalar: Unicode.Scalar) {
    if scalar == "\t" {
      let spaces = Self.tabWidth - width % Self.tabWidth
      text += String(repeating: " ", count: spaces)
      width += spaces
    } else if scalar.isASCII ? scalar.value < 0x20 || scalar.value == 0x7F : scalar.steersReading {
      append(escape: "\\u{\(String(scalar.value, radix: 16, uppercase: true))}")
    } else {
      text.unicodeScalars.append(scalar)
      width += scalar.isASCII ? 1 : scalar.terminalWidth
    }
  }

  /// Adds a byte that is not part of valid UTF-8.
  mutating func append(invalidByte byte: UInt8) {
    append(escape: "\\x\(byte < 0x10 ? "0" : "")\(String(byte, radix: 16, uppercase: true))")
  }

  private mutating func append(escape: String) {
    text += escape
    width += escape.utf8.count
  }
}

extension Unicode.Scalar {
  /// Whether the scalar, which is not of ASCII, is invisible or steers the terminal. The joiners of emoji and of Indic and
  /// Persian words are left alone.
  var steersReading: Bool {
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned: true
    case .format: value != 0x200C && value != 0x200D
    default: false
    }
  }

  /// Terminal columns, 0 to 2: marks that combine take none, and what East Asian width (UAX #11) calls wide, in the
  /// blocks of CJK, Hangul and emoji, takes two.
  fileprivate var terminalWidth: Int {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
      0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
      0x16FE0...0x18CFF, 0x1B000...0x1B2FF, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F7E0...0x1F7EB,
      0x1F900...0x1F9FF, 0x1FA70...0x1FAFF, 0x20000...0x3FFFD:
      return 2
    default:
      return properties.isEmojiPresentation ? 2 : 1
    }
  }
}
