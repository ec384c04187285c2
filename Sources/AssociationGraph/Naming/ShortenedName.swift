internal import Hashing

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
    return String(String.UnicodeScalarView(name.unicodeScalars.prefix(55))) + mark(of: name)
  }

  /// The most bytes of UTF-8 that the name of a column in a result may have.
  ///
  /// A server cuts a longer one without a word, so that two columns may come to one name. Found by trying: MySQL 9.7 leaves
  /// 256 bytes, MariaDB 10.11 255.
  package static let greatestResultLength = 255

  /// `name` itself if it fits a column of a result, else as many of its characters as fit in front of what
  /// ``fitting(_:)`` puts behind them.
  package static func fittingResult(_ name: String) -> String {
    guard name.utf8.count > greatestResultLength else { return name }
    var result = String.UnicodeScalarView()
    var length = 0
    for scalar in name.unicodeScalars {
      length += UTF8.width(scalar)
      guard length + 9 <= greatestResultLength else { break }
      result.append(scalar)
    }
    return String(result) + mark(of: name)
  }

  /// `_` and 8 digits that tell the long name from others.
  private static func mark(of name: String) -> String {
    SHA256.hash(Array(name.utf8)).prefix(4).reduce(into: "_") { mark, byte in
      if byte < 0x10 { mark += "0" }
      mark += String(byte, radix: 16)
    }
  }
}
