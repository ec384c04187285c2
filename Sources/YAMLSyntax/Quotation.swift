/// The most bytes of the input that a summary shows.
private let longestQuotation = 80

/// Text of the input in single quotes, for a summary; cut where it is long.
func quoted(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
  guard bytes.count > longestQuotation else { return "'\(String(decoding: bytes, as: UTF8.self))'" }
  var end = longestQuotation
  while end > 0, bytes[end] & 0xC0 == 0x80 { end -= 1 }
  return "'\(String(decoding: bytes[..<end], as: UTF8.self))…'"
}

/// A name of the input in single quotes, for a summary; cut where it is long.
func quoted(_ name: String) -> String {
  var name = name
  return name.withUTF8 { quoted($0) }
}
