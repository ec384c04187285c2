internal import Diagnostics

/// Turns libyaml's marks into byte offsets: a mark counts Unicode scalars, without a byte order mark at the start.
///
/// Marks come nearly in order, so the last answer is the start of the next count, forwards or backwards. The text must
/// be valid UTF-8.
struct ByteOffsets {
  private let text: TextBytes
  private let isASCII: Bool
  private var scalars = 0
  private var offset: Int

  init(_ text: TextBytes, isASCII: Bool) {
    self.text = text
    self.isASCII = isASCII
    offset = text.start
  }

  /// The offset of the scalar number `index`, from 0; the end of the text if there are fewer.
  mutating func offset(ofScalar index: Int) -> Int {
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
