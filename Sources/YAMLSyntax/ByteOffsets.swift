internal import Diagnostics

/// Turns libyaml's marks into byte offsets in the file: a mark counts Unicode scalars, without a byte order mark at the
/// start, in the text that libyaml is given.
///
/// Marks come nearly in order, so the last answer is the start of the next count, forwards or backwards. The text must
/// be valid UTF-8.
struct ByteOffsets {
  private let text: TextBytes
  private let isASCII: Bool
  /// The pairs that are replaced in the text that libyaml is given.
  let pairs: SurrogatePairs
  private var scalars = 0
  private var offset: Int
  private var passedPairs = 0

  /// Offsets for what libyaml says of `text`, the file with its `pairs` replaced.
  init(_ text: TextBytes, isASCII: Bool, pairs: SurrogatePairs) {
    self.text = text
    self.isASCII = isASCII
    self.pairs = pairs
    offset = text.start
  }

  /// The offset in the file of the scalar number `index`, from 0; the end of the file if there are fewer.
  mutating func offset(ofScalar index: Int) -> Int {
    pairs.offsetInFile(ofReplaced: offsetInText(ofScalar: index), passed: &passedPairs)
  }

  private mutating func offsetInText(ofScalar index: Int) -> Int {
    if isASCII { return min(text.start + index, text.bytes.count) }
    while scalars < index, offset < text.bytes.count {
      offset += 1
      while offset < text.bytes.count, text.bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      scalars += 1
    }
    while scalars > index, offset > text.start {
      offset -= 1
      while offset > text.start, text.bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
      scalars -= 1
    }
    return offset
  }
}
