/// The hash function XXH64 with the seed 0 ("xxHash fast digest algorithm", by Yann Collet), of a message that comes in pieces.
///
/// It tells messages apart that differ by chance, fast; it is of no use where somebody may want to forge one.
public struct XXH64: Sendable {
  private static let prime1: UInt64 = 0x9E37_79B1_85EB_CA87
  private static let prime2: UInt64 = 0xC2B2_AE3D_27D4_EB4F
  private static let prime3: UInt64 = 0x1656_67B1_9E37_79F9
  private static let prime4: UInt64 = 0x85EB_CA77_C2B2_AE63
  private static let prime5: UInt64 = 0x27D4_EB2F_1656_67C5
  /// How many bytes are taken at once: a word of eight for each of four lanes.
  private static let stripe = 32

  private var lanes: SIMD4<UInt64> = [prime1 &+ prime2, prime2, 0, 0 &- prime1]
  /// The bytes that do not fill a stripe yet.
  private var rest: [UInt8] = []
  private var count: UInt64 = 0

  /// The hash of no bytes yet.
  public init() {}

  /// Takes the next bytes of the message.
  public mutating func update(_ bytes: [UInt8]) { bytes.withUnsafeBytes { update($0) } }

  /// Takes the next bytes of the message.
  public mutating func update(_ bytes: UnsafeRawBufferPointer) {
    count &+= UInt64(bytes.count)
    var start = 0
    if !rest.isEmpty {
      start = min(Self.stripe - rest.count, bytes.count)
      rest.append(contentsOf: bytes[..<start])
      guard rest.count == Self.stripe else { return }
      let words = rest.withUnsafeBytes { Self.words($0, at: 0) }
      lanes = Self.round(lanes, words)
      rest.removeAll(keepingCapacity: true)
    }
    while bytes.count - start >= Self.stripe {
      lanes = Self.round(lanes, Self.words(bytes, at: start))
      start += Self.stripe
    }
    rest.append(contentsOf: bytes[start...])
  }

  /// The hash of the bytes that were taken.
  public var value: UInt64 {
    var hash = Self.prime5
    if count >= UInt64(Self.stripe) {
      hash =
        Self.rotate(lanes.x, 1) &+ Self.rotate(lanes.y, 7) &+ Self.rotate(lanes.z, 12) &+ Self.rotate(lanes.w, 18)
      let last = Self.round([0, 0, 0, 0], lanes)
      for lane in last.indices { hash = (hash ^ last[lane]) &* Self.prime1 &+ Self.prime4 }
    }
    hash &+= count
    var tail = rest[...]
    while tail.count >= 8 {
      let word = tail.prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
      let lane = Self.rotate(word &* Self.prime2, 31) &* Self.prime1
      hash = Self.rotate(hash ^ lane, 27) &* Self.prime1 &+ Self.prime4
      tail = tail.dropFirst(8)
    }
    if tail.count >= 4 {
      let word = tail.prefix(4).reversed().reduce(0) { $0 << 8 | UInt64($1) }
      hash = Self.rotate(hash ^ word &* Self.prime1, 23) &* Self.prime2 &+ Self.prime3
      tail = tail.dropFirst(4)
    }
    for byte in tail { hash = Self.rotate(hash ^ UInt64(byte) &* Self.prime5, 11) &* Self.prime1 }
    hash = (hash ^ hash >> 33) &* Self.prime2
    hash = (hash ^ hash >> 29) &* Self.prime3
    return hash ^ hash >> 32
  }

  private static func round(_ lanes: SIMD4<UInt64>, _ words: SIMD4<UInt64>) -> SIMD4<UInt64> {
    let mixed = lanes &+ words &* prime2
    return (mixed &<< 31 | mixed &>> 33) &* prime1
  }

  /// The words of the stripe that begins at `start`.
  private static func words(_ bytes: UnsafeRawBufferPointer, at start: Int) -> SIMD4<UInt64> {
    func word(_ lane: Int) -> UInt64 {
      UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: start + 8 * lane, as: UInt64.self))
    }
    return [word(0), word(1), word(2), word(3)]
  }

  private static func rotate(_ word: UInt64, _ count: UInt64) -> UInt64 { word << count | word >> (64 - count) }
}
