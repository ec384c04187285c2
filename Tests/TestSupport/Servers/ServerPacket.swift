/// A packet of the protocol while it is read, from its first byte to its last.
struct ServerPacket {
  /// All bytes behind the header.
  let bytes: [UInt8]
  private var position = 0

  /// A packet with these bytes.
  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The bytes that have not been read.
  var rest: ArraySlice<UInt8> { bytes[position...] }

  /// Whether this ends a list of columns or rows.
  var isEnd: Bool { bytes.first == 0xFE && bytes.count < 9 }

  /// Reads `count` bytes.
  mutating func readBytes(_ count: Int) throws -> ArraySlice<UInt8> {
    guard count <= bytes.count - position else { throw TestServerFailure("A packet of the server is too short") }
    defer { position += count }
    return bytes[position..<position + count]
  }

  /// Reads an unsigned number of `count` bytes, the lowest first.
  mutating func readInteger(bytes count: Int) throws -> UInt64 {
    try readBytes(count).reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// Reads a number that is one to nine bytes long.
  mutating func readLength() throws -> Int {
    let first = try readInteger(bytes: 1)
    let length =
      switch first {
      case 0xFC: try readInteger(bytes: 2)
      case 0xFD: try readInteger(bytes: 3)
      case 0xFE: try readInteger(bytes: 8)
      default: first
      }
    guard let length = Int(exactly: length) else { throw TestServerFailure("A length of the server is too large") }
    return length
  }

  /// Reads bytes with their number in front.
  mutating func readText() throws -> ArraySlice<UInt8> {
    try readBytes(try readLength())
  }

  /// Reads bytes up to a zero byte, which is left out.
  mutating func readTerminated() throws -> ArraySlice<UInt8> {
    let text = rest.prefix { $0 != 0 }
    position = min(position + text.count + 1, bytes.count)
    return text
  }

  /// Reads a value of a row.
  mutating func readValue() throws -> ResultValue {
    if rest.first == 0xFB {
      position += 1
      return .null
    }
    return .bytes(Array(try readText()))
  }
}
