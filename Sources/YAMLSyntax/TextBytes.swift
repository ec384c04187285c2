internal import Diagnostics

/// The bytes of a file, which libyaml reads and whose marks are mended with it.
struct TextBytes {
  let bytes: UnsafeBufferPointer<UInt8>
  /// The first byte of the text: 3 behind a byte order mark, else 0.
  let start: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// The first byte that is not behind white space and comments, from `offset`; the end of the file if there is none.
  func skipTrivia(from offset: Int) -> Int {
    var offset = offset
    while offset < bytes.count {
      if isBlank(offset) {
        offset += 1
      } else if let length = breakLength(offset) {
        offset += length
      } else if bytes[offset] == UInt8(ascii: "#") {
        while offset < bytes.count, breakLength(offset) == nil { offset += 1 }
      } else {
        break
      }
    }
    return offset
  }

  /// The first byte of a node's own text, from `offset`, where its anchor or its tag starts.
  func skipProperties(from offset: Int) -> Int {
    var offset = offset
    while offset < bytes.count {
      if bytes[offset] == UInt8(ascii: "&") {
        offset += 1
        while offset < bytes.count, isAnchorCharacter(offset) { offset += 1 }
      } else if bytes[offset] == UInt8(ascii: "!") {
        while offset < bytes.count, !isBlank(offset), breakLength(offset) == nil { offset += 1 }
      } else {
        break
      }
      offset = skipTrivia(from: offset)
    }
    return offset
  }

  /// The end of the last line with text before `offset`, where libyaml saw the end of a block scalar, but behind
  /// `start`.
  func endOfBlockScalar(from start: Int, to offset: Int) -> Int {
    var end = offset
    while end > start + 1, isBlank(end - 1) || isCarriage(end - 1) { end -= 1 }
    while end < offset, isBlank(end) { end += 1 }
    return end
  }

  /// Where an empty node stands that libyaml places at `mark`: behind its `:`, `-` or `?`, or else at `previous`, the
  /// end of what is written before it.
  func placeOfEmptyNode(at mark: Int, behind previous: Int) -> Int {
    guard mark > previous else { return previous }
    if [UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: "?")].contains(bytes[mark - 1]) { return mark }
    let next = skipTrivia(from: previous)
    return next < mark && bytes[next] == UInt8(ascii: ":") ? next + 1 : previous
  }

  /// The bytes of the line around `offset`, without its end. Lines end at LF and CR.
  func line(around offset: Int) -> Range<Int> {
    var lower = min(offset, bytes.count)
    while lower > start, !isCarriage(lower - 1) { lower -= 1 }
    var upper = min(offset, bytes.count)
    while upper < bytes.count, !isCarriage(upper) { upper += 1 }
    return lower..<max(lower, upper)
  }

  /// The bytes of `range` without spaces and tabs at both ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    while lower < upper, isBlank(lower) { lower += 1 }
    while lower < upper, isBlank(upper - 1) { upper -= 1 }
    return lower..<upper
  }

  /// The first tag among the anchor and the tag that start at `offset`.
  func rangeOfTag(from offset: Int) -> Range<Int> {
    var lower = offset
    while lower < bytes.count, bytes[lower] == UInt8(ascii: "&") {
      lower += 1
      while lower < bytes.count, isAnchorCharacter(lower) { lower += 1 }
      lower = skipTrivia(from: lower)
    }
    var upper = lower
    while upper < bytes.count, !isBlank(upper), breakLength(upper) == nil, bytes[upper] != UInt8(ascii: ",") {
      upper += 1
    }
    return lower..<upper
  }

  /// Whether the line at `offset` starts with `marker`, `---` or `...`, and nothing directly behind it.
  func isMarker(_ marker: StaticString, at offset: Int) -> Bool {
    let end = offset + marker.utf8CodeUnitCount
    guard end <= bytes.count, offset == start || isCarriage(offset - 1) else { return false }
    for position in offset..<end where bytes[position] != marker.utf8Start[position - offset] { return false }
    return end == bytes.count || isBlank(end) || isCarriage(end)
  }

  /// Whether there is an opening bracket.
  func isBracket(_ offset: Int) -> Bool {
    offset < bytes.count && (bytes[offset] == UInt8(ascii: "[") || bytes[offset] == UInt8(ascii: "{"))
  }

  /// The bytes of the scalar at `offset`; an empty range at the end of the text.
  func character(at offset: Int) -> Range<Int> {
    guard offset < bytes.count else { return bytes.count..<bytes.count }
    return offset..<offset + (UTF8Scalar.length(in: bytes, at: offset) ?? 1)
  }

  /// Whether there is a space or a tab.
  func isBlank(_ offset: Int) -> Bool { bytes[offset] == 0x20 || bytes[offset] == 0x09 }

  /// Whether there is a LF or a CR.
  func isCarriage(_ offset: Int) -> Bool { bytes[offset] == 0x0A || bytes[offset] == 0x0D }

  /// The length of what YAML 1.1 takes for a line end: CR, LF, U+0085, U+2028, U+2029; `nil` if there is none.
  private func breakLength(_ offset: Int) -> Int? {
    switch bytes[offset] {
    case 0x0A, 0x0D: 1
    case 0xC2 where offset + 1 < bytes.count && bytes[offset + 1] == 0x85: 2
    case 0xE2
    where offset + 2 < bytes.count && bytes[offset + 1] == 0x80
      && (bytes[offset + 2] == 0xA8 || bytes[offset + 2] == 0xA9):
      3
    default: nil
    }
  }

  private func isAnchorCharacter(_ offset: Int) -> Bool {
    switch bytes[offset] {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
