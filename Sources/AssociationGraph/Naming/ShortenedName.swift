internal import Crypto

/// Names that fit the server's limit.
///
/// MySQL and MariaDB allow 64 characters in the name of a table, column, constraint or index. They count characters,
/// not bytes, and allow the Basic Multilingual Plane alone, so that a character is a Unicode scalar.
package enum ShortenedName {
  /// The most characters a name may have.
  package static let greatestLength = 64

  /// `name` itself if it fits, else its first 55 characters, `_`, and 8 hexadecimal digits in small letters: the
  /// first 4 bytes of the SHA-256 (FIPS 180-4) of the whole name in UTF-8.
  ///
  /// Long names that differ only at the end so stay different, and the same name gives the same result for ever.
  package static func fitting(_ name: String) -> String {
    // A scalar takes at least one byte of UTF-8, so most names need no counting.
    guard name.utf8.count > greatestLength, name.unicodeScalars.count > greatestLength else { return name }
    var result = String(String.UnicodeScalarView(name.unicodeScalars.prefix(55)))
    result += "_"
    for byte in SHA256.hash(data: Array(name.utf8)).prefix(4) {
      if byte < 0x10 { result += "0" }
      result += String(byte, radix: 16)
    }
    return result
  }
}
