/// The pairs of escapes that JSON writes for one character above U+FFFF, as `\ud83e\uddf5` (RFC 8259, section 7).
///
/// libyaml takes each half for a mistake. So it is given another text, in which one escape, `\U0001F9F5`, stands for each
/// pair: two bytes less. Where such a pair is no escape, for the scalar is not in double quotes,
/// ``restored(_:writtenAt:in:)`` takes that back.
struct SurrogatePairs {
  /// The bytes of a pair.
  private static let length = 12
  /// The bytes of the escape that stands for it.
  private static let replacementLength = 10

  /// Where the pairs start in the file, in order.
  private let starts: [Int]
  /// The whole file as libyaml is given it; empty if there is no pair.
  private let replacedText: [UInt8]

  /// Finds the pairs in `text`, outside comments and in them.
  init(in text: TextBytes) {
    let bytes = text.bytes
    var starts: [Int] = []
    var replacedText: [UInt8] = []
    var copied = 0
    var offset = Self.nextBackslash(in: bytes, from: 0)
    while offset < bytes.count {
      if let scalar = Self.scalar(in: bytes, at: offset) {
        if starts.isEmpty { replacedText.reserveCapacity(bytes.count) }
        starts.append(offset)
        replacedText.append(contentsOf: bytes[copied..<offset])
        replacedText.append(contentsOf: "\\U00".utf8)
        if scalar < 0x10_0000 { replacedText.append(UInt8(ascii: "0")) }
        replacedText.append(contentsOf: String(scalar, radix: 16).utf8)
        offset += Self.length
        copied = offset
      } else {
        // Of two backslashes the second starts no escape.
        let isDoubled = offset + 1 < bytes.count && bytes[offset + 1] == UInt8(ascii: "\\")
        offset += isDoubled ? 2 : 1
      }
      offset = Self.nextBackslash(in: bytes, from: offset)
    }
    if !starts.isEmpty { replacedText.append(contentsOf: bytes[copied...]) }
    self.starts = starts
    self.replacedText = replacedText
  }

  /// Calls `body` with what libyaml is to read: `text` itself if there is no pair.
  func withReplacedText<Failure: Error>(
    of text: TextBytes, _ body: (TextBytes) throws(Failure) -> Void
  ) throws(Failure) {
    guard !starts.isEmpty else { return try body(text) }
    try replacedText.withUnsafeBufferPointer { bytes throws(Failure) in try body(TextBytes(bytes)) }
  }

  /// The offset in the file of the byte at `offset` in the replaced text.
  ///
  /// `passed` is the number of pairs in front of it, on entry that of a place near by, from which the search starts.
  func offsetInFile(ofReplaced offset: Int, passed: inout Int) -> Int {
    let difference = Self.length - Self.replacementLength
    while passed < starts.count, starts[passed] - difference * passed < offset { passed += 1 }
    while passed > 0, starts[passed - 1] - difference * (passed - 1) >= offset { passed -= 1 }
    return offset + difference * passed
  }

  /// Whether a pair starts in `range`.
  func startsPair(in range: Range<Int>) -> Bool {
    let pair = firstPair(from: range.lowerBound)
    return pair < starts.count && starts[pair] < range.upperBound
  }

  /// The text of a scalar that is written at `range` of `text`, and not in double quotes, with its pairs as they are
  /// written.
  func restored(
    _ content: UnsafeBufferPointer<UInt8>, writtenAt range: Range<Int>, in text: TextBytes
  ) -> [UInt8] {
    // Outside double quotes a backslash is a character like any other: none comes or goes. Those that are written
    // more are in a comment behind the `|` of a block scalar, in front of all others.
    var written: [(offset: Int, isPair: Bool)] = []
    var pair = firstPair(from: range.lowerBound)
    var offset = range.lowerBound
    while offset < range.upperBound {
      let isPair = pair < starts.count && starts[pair] == offset
      if isPair { pair += 1 }
      if text.bytes[offset] == UInt8(ascii: "\\") { written.append((offset, isPair)) }
      offset += isPair ? Self.length : 1
    }
    let read = content.indices.filter { content[$0] == UInt8(ascii: "\\") }
    var restored: [UInt8] = []
    var copied = 0
    for (place, backslash) in zip(read, written.suffix(read.count)) where backslash.isPair {
      restored.append(contentsOf: content[copied..<place])
      restored.append(contentsOf: text.bytes[backslash.offset..<backslash.offset + Self.length])
      copied = place + Self.replacementLength
    }
    restored.append(contentsOf: content[copied...])
    return restored
  }

  /// The number of the first pair at `offset` or behind it.
  private func firstPair(from offset: Int) -> Int {
    var (lower, upper) = (0, starts.count)
    while lower < upper {
      let middle = (lower + upper) / 2
      if starts[middle] < offset { lower = middle + 1 } else { upper = middle }
    }
    return lower
  }

  /// The Unicode scalar of the pair at `offset`; `nil` if there is none.
  private static func scalar(in bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> UInt32? {
    guard let high = codeUnit(in: bytes, at: offset), 0xD800..<0xDC00 ~= high,
      let low = codeUnit(in: bytes, at: offset + length / 2), 0xDC00..<0xE000 ~= low
    else { return nil }
    return 0x1_0000 + (high - 0xD800) << 10 + (low - 0xDC00)
  }

  /// The value of the escape `\u` with four digits at `offset`; `nil` if there is none.
  private static func codeUnit(in bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> UInt32? {
    guard offset + length / 2 <= bytes.count, bytes[offset] == UInt8(ascii: "\\"),
      bytes[offset + 1] == UInt8(ascii: "u")
    else { return nil }
    var value: UInt32 = 0
    for byte in bytes[offset + 2..<offset + length / 2] {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 + UInt32(byte - UInt8(ascii: "0"))
      case UInt8(ascii: "A")...UInt8(ascii: "F"): value = value << 4 + UInt32(byte - UInt8(ascii: "A")) + 10
      case UInt8(ascii: "a")...UInt8(ascii: "f"): value = value << 4 + UInt32(byte - UInt8(ascii: "a")) + 10
      default: return nil
      }
    }
    return value
  }

  /// The first backslash from `offset`; the end of `bytes` if there is none.
  private static func nextBackslash(in bytes: UnsafeBufferPointer<UInt8>, from offset: Int) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    let ones: UInt64 = 0x0101_0101_0101_0101
    var offset = offset
    while offset + 8 <= bytes.count {
      // Eight bytes at once: a high bit comes out if, and only if, one of them is a backslash and so becomes zero.
      let word = raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self) ^ (ones * UInt64(UInt8(ascii: "\\")))
      if (word &- ones) & ~word & (ones * 0x80) != 0 { break }
      offset += 8
    }
    while offset < bytes.count, bytes[offset] != UInt8(ascii: "\\") { offset += 1 }
    return offset
  }
}
