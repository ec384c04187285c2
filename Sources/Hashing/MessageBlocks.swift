/// A message as the hash functions of FIPS 180-4 with words of 32 bits take it: padded (section 5.1.1), in blocks of 16 words
/// (section 5.2.1).
struct MessageBlocks {
  private let bytes: [UInt8]

  /// The message, a single 1 bit, as many 0 bits as fill a block but for 64 bits, and the message's length in bits.
  init(_ message: [UInt8]) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(message.count + 72)
    bytes += message
    let length = UInt64(bytes.count) * 8
    bytes.append(0x80)
    while bytes.count % 64 != 56 { bytes.append(0) }
    for shift in stride(from: 56, through: 0, by: -8) { bytes.append(UInt8(truncatingIfNeeded: length >> shift)) }
    self.bytes = bytes
  }

  /// Calls `body` for each block with room for `count` words, of which the first 16 are the block's.
  func forEach(wordsOf count: Int, _ body: (UnsafeMutableBufferPointer<UInt32>) -> Void) {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: count) { words in
      words.initialize(repeating: 0)
      bytes.withUnsafeBytes { bytes in
        for start in stride(from: 0, to: bytes.count, by: 64) {
          for position in 0..<16 {
            words[position] = UInt32(
              bigEndian: bytes.loadUnaligned(fromByteOffset: start + 4 * position, as: UInt32.self))
          }
          body(words)
        }
      }
    }
  }

  /// The bytes of `words`, the most significant of each first.
  static func bytes(of words: [UInt32]) -> [UInt8] {
    words.flatMap { word in stride(from: 24, through: 0, by: -8).map { UInt8(truncatingIfNeeded: word >> $0) } }
  }
}

extension UInt32 {
  /// The word with its bits moved to the left by `count`, those that fall out at the right; `count` is from 1 to 31.
  func rotatedLeft(by count: UInt32) -> UInt32 { self << count | self >> (32 - count) }

  /// The same to the right.
  func rotatedRight(by count: UInt32) -> UInt32 { self >> count | self << (32 - count) }
}
