/// How the bytes of a text fall into scalars, for text that need not be valid UTF-8.
public enum UTF8Scalar {
  /// The number of bytes, 1 to 4, of the well-formed scalar that starts at `offset`, or `nil` if none does.
  ///
  /// Well-formed as in table 3-7 of the Unicode Standard: no overlong form, no surrogate, nothing above U+10FFFF, no
  /// sequence that `bytes` cuts short. `offset` must be an index of `bytes`.
  @inlinable
  public static func length(in bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Int? {
    let first = bytes[offset]
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch first {
    case 0x00...0x7F: return 1
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: length = 4
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return nil
    }
    guard length <= bytes.count - offset, second.contains(bytes[offset + 1]) else { return nil }
    for next in 2..<max(length, 2) where bytes[offset + next] & 0xC0 != 0x80 { return nil }
    return length
  }

  /// The value of the well-formed scalar of `length` bytes at `offset`, as ``length(in:at:)`` gave it.
  @inlinable
  public static func value(in bytes: UnsafeBufferPointer<UInt8>, at offset: Int, length: Int) -> UInt32 {
    var value = UInt32(bytes[offset])
    if length > 1 { value &= 0x7F >> UInt32(length) }
    for next in 1..<max(length, 1) { value = value << 6 | UInt32(bytes[offset + next] & 0x3F) }
    return value
  }
}
