internal import Hashing

/// A hash of several values in a row, for telling whether they are the same as in an earlier run.
struct Fingerprint {
  private var hash = XXH64()

  /// The hash of the values that were added.
  var value: UInt64 { hash.value }

  /// Adds bytes; where they end is a part of the hash.
  mutating func add(_ bytes: [UInt8]) {
    add(UInt64(bytes.count))
    hash.update(bytes)
  }

  /// Adds a text.
  mutating func add(_ text: String) { add(Array(text.utf8)) }

  /// Adds a number.
  mutating func add(_ number: UInt64) { withUnsafeBytes(of: number.littleEndian) { hash.update($0) } }
}

extension XXH64 {
  /// The hash of everything that `pieces` reads, of which 64 KiB are held at once.
  static func hash(_ pieces: FilePieces) throws(DiskError) -> UInt64 {
    try withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 16) { buffer throws(DiskError) in
      var hash = XXH64()
      while true {
        let count = try pieces.read(into: buffer)
        if count == 0 { return hash.value }
        hash.update(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
      }
    }
  }
}
