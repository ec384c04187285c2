/// Changes of letter case by Unicode's own mappings, the same in every locale.
enum LetterCase {
  /// `text` in small letters.
  static func lowered(_ text: some StringProtocol) -> String {
    guard text.utf8.allSatisfy({ $0 < 0x80 }) else {
      return text.unicodeScalars.reduce(into: "") { $0 += $1.properties.lowercaseMapping }
    }
    return String(decoding: text.utf8.map(lowered), as: UTF8.self)
  }

  /// The small letter for a capital from A to Z, any other byte as it is.
  static func lowered(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }

  /// `text` with a capital first and the rest as it is.
  static func raised(_ text: some StringProtocol) -> String {
    guard let first = text.unicodeScalars.first else { return "" }
    if ("A"..."Z").contains(first) { return String(text) }
    let rest = text[text.unicodeScalars.index(after: text.startIndex)...]
    return first.properties.titlecaseMapping + rest
  }
}
