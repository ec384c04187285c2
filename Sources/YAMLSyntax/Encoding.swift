internal import Diagnostics

/// The check that a file holds characters which YAML allows, so that libyaml meets none that it does not.
struct Encoding {
  /// The first byte that cannot be read.
  struct Problem {
    var range: Range<Int>
    var summary: String
    var explanation: String
  }

  /// Whether all bytes, but for a byte order mark at the start, are ASCII.
  private(set) var isASCII = true
  /// What is wrong, if something is.
  private(set) var problem: Problem?

  init(checking text: TextBytes) {
    problem = Self.wideEncoding(text.bytes)
    guard problem == nil else { return }
    let bytes = text.bytes
    var offset = text.start
    while offset < bytes.count {
      offset = Self.skipPrintableASCII(bytes, from: offset)
      guard offset < bytes.count else { return }
      if bytes[offset] < 0x80 {
        // A control character: the others were skipped.
        problem = Self.notAllowed(UInt32(bytes[offset]), at: offset..<offset + 1)
        return
      }
      isASCII = false
      guard let length = UTF8Scalar.length(in: bytes, at: offset) else {
        problem = Problem(
          range: offset..<offset + 1,
          summary: "Byte 0x\(hexadecimal(UInt32(bytes[offset]), digits: 2)) is not valid UTF-8",
          explanation: "Save the file in the encoding UTF-8.")
        return
      }
      let value = UTF8Scalar.value(in: bytes, at: offset, length: length)
      // YAML 1.1, 5.1, production [1] c-printable.
      switch value {
      case 0x85, 0xA0...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD, 0x1_0000...0x10_FFFF: offset += length
      default:
        problem = Self.notAllowed(value, at: offset..<offset + length)
        return
      }
    }
  }

  /// The first byte, from `offset`, that is neither a printable character of ASCII nor a tab, LF or CR.
  private static func skipPrintableASCII(_ bytes: UnsafeBufferPointer<UInt8>, from offset: Int) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highBits = ones * 0x80
    var offset = offset
    while offset < bytes.count {
      if offset + 8 <= bytes.count {
        // Eight bytes at once: a high bit comes out for a byte below 0x20, equal to 0x7F or above (and, harmlessly, for
        // some neighbours of those).
        let word = raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        if (word | (word &- ones * 0x20) | (word &+ ones)) & highBits == 0 {
          offset += 8
          continue
        }
      }
      switch bytes[offset] {
      case 0x09, 0x0A, 0x0D, 0x20..<0x7F: offset += 1
      default: return offset
      }
    }
    return offset
  }

  /// UTF-16 and UTF-32 by their byte order marks or by their zeros: the first character of a YAML file is ASCII
  /// (YAML 1.2, 5.2).
  private static func wideEncoding(_ bytes: UnsafeBufferPointer<UInt8>) -> Problem? {
    let head = (0..<4).map { $0 < bytes.count ? bytes[$0] : 0xFF }
    let found: (name: String, length: Int)? =
      switch (head[0], head[1], head[2], head[3]) {
      case (0x00, 0x00, 0xFE, 0xFF), (0x00, 0x00, 0x00, 1...0x7F): ("UTF-32 (big-endian)", 4)
      case (0xFF, 0xFE, 0x00, 0x00), (1...0x7F, 0x00, 0x00, 0x00): ("UTF-32 (little-endian)", 4)
      case (0xFE, 0xFF, _, _), (0x00, 1...0x7F, _, _): ("UTF-16 (big-endian)", 2)
      case (0xFF, 0xFE, _, _) where bytes.count > 1, (1...0x7F, 0x00, _, _): ("UTF-16 (little-endian)", 2)
      default: nil
      }
    return found.map {
      Problem(
        range: 0..<min($0.length, bytes.count), summary: "File is encoded as \($0.name), not as UTF-8",
        explanation: "Save the file in the encoding UTF-8.")
    }
  }

  private static func notAllowed(_ value: UInt32, at range: Range<Int>) -> Problem {
    let isByteOrderMark = value == 0xFEFF
    return Problem(
      range: range,
      summary: "Character U+\(hexadecimal(value, digits: 4)) is not allowed in YAML",
      explanation: isByteOrderMark
        ? "A byte order mark may stand at the start of the file only; delete it."
        : value < 0x100
          ? #"Delete it, or write it as "\x"# + hexadecimal(value, digits: 2) + #"" between double quotes."#
          : "Delete it.")
  }
}

/// `value` in hexadecimal with at least `digits` digits.
private func hexadecimal(_ value: UInt32, digits: Int) -> String {
  let text = String(value, radix: 16, uppercase: true)
  return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
}
