/// One source line as a terminal shows it, with the place of a range in it.
struct SourceExcerpt {
  /// The widest excerpt, in terminal columns; longer lines are cut around the start of the range.
  static let widest = 120
  /// How many bytes of a long line are shown in front of the range.
  private static let lead = 60

  /// The number of the line, from 1.
  let line: Int
  /// The line, or the part of it around the range, made safe.
  let text: String
  /// Terminal columns in front of the caret.
  let indentation: Int
  /// Terminal columns under the range, at least 1. A range of several lines is marked on its first line only.
  let length: Int

  /// The line of `table`'s file (`bytes`) in which `range` starts.
  init(of range: SourceRange, bytes: UnsafeBufferPointer<UInt8>, table: LineTable) {
    line = table.location(of: range.lower).line
    let lineBytes = table.bytes(ofLine: line)
    let lower = min(max(Int(range.lower), lineBytes.lowerBound), lineBytes.upperBound)
    let upper = min(max(Int(range.upper), lower), lineBytes.upperBound)

    var display = DisplayText()
    var offset = lineBytes.lowerBound
    if lineBytes.count > Self.widest, lower - offset > Self.lead {
      offset = lower - Self.lead
      // Not in the middle of a scalar, if that is one.
      for _ in 0..<3 where bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      display.append("…")
    }
    var caret: Int?
    var end: Int?
    while offset < lineBytes.upperBound {
      let length = UTF8Scalar.length(in: bytes, at: offset)
      if caret == nil, offset + (length ?? 1) > lower { caret = display.width }
      if end == nil, offset >= upper { end = display.width }
      if display.width >= Self.widest {
        display.append("…")
        break
      }
      if let length {
        let value = UTF8Scalar.value(in: bytes, at: offset, length: length)
        display.append(Unicode.Scalar(value) ?? "\u{FFFD}")
      } else {
        display.append(invalidByte: bytes[offset])
      }
      offset += length ?? 1
    }
    text = display.text
    indentation = caret ?? display.width
    length = max(1, (end ?? display.width) - indentation)
  }
}
