/// A set of names that tells most others from its own by their length and first byte, without hashing them.
///
/// Each property of each file is looked up in several of them, and hardly ever found.
struct NameSet: Sendable {
  private var names: Set<String> = []
  /// By a name's length in bytes, one bit for each first byte that names of this length have, counted modulo 64.
  private var firstBytes: [UInt64] = []

  /// The names of `names`, none of them empty.
  init(_ names: some Sequence<String>) {
    for name in names { insert(name) }
  }

  /// Adds `name`.
  mutating func insert(_ name: String) {
    let bytes = name.utf8
    guard let first = bytes.first else { return }
    while firstBytes.count <= bytes.count { firstBytes.append(0) }
    firstBytes[bytes.count] |= Self.bit(of: first)
    names.insert(name)
  }

  /// Whether `name` is one of them.
  func contains(_ name: String) -> Bool {
    let bytes = name.utf8
    let length = bytes.count
    guard length < firstBytes.count, firstBytes[length] != 0, let first = bytes.first,
      firstBytes[length] & Self.bit(of: first) != 0
    else { return false }
    return names.contains(name)
  }

  private static func bit(of byte: UInt8) -> UInt64 { 1 << UInt64(byte % 64) }
}
