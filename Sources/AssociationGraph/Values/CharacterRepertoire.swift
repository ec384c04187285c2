/// Which characters a character set of the server can hold, for the sets of which that is known here.
package enum CharacterRepertoire {
  /// The first character of `text` that `charset` lacks; `nil` if it has all of them, or is not known here.
  package static func firstMissing(in charset: String, from text: String) -> Unicode.Scalar? {
    switch charset {
    case "ascii": text.unicodeScalars.first { $0.value >= 0x80 }
    case "latin1": text.unicodeScalars.first { !isLatin1($0) }
    case "utf8mb3", "ucs2": text.unicodeScalars.first { $0.value > 0xFFFF }
    // Its letters stand where ASCII has these signs.
    case "swe7":
      text.unicodeScalars.first {
        "@[\\]^`{|}~".unicodeScalars.contains($0) || $0.value >= 0x80 && !"ÉÄÖÅÜéäöåü".unicodeScalars.contains($0)
      }
    default: nil
    }
  }

  /// The server's latin1 is Windows-1252 (Reference Manual, "West European Character Sets"); the five places that cp1252
  /// leaves free are the control characters of those numbers.
  private static func isLatin1(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x80, 0xA0...0xFF, 0x81, 0x8D, 0x8F, 0x90, 0x9D: true
    default: windowsPunctuation.contains(scalar)
    }
  }

  /// What Windows-1252 has from 0x80 to 0x9F.
  private static let windowsPunctuation: Set<Unicode.Scalar> = [
    "€", "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", "Ž", "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š",
    "›", "œ", "ž", "Ÿ",
  ]
}
