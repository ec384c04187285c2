internal import SystemPackage

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Compares a file that is to be written with the one that is there, without holding either.
enum FileComparison {
  private struct Difference: Error {}

  /// Whether the file at `path` holds the bytes of `file`.
  static func isSame(_ file: PlannedFile, at path: FilePath) throws(DiskError) -> Bool {
    guard let pieces = try FilePieces(path) else { return false }
    do {
      try file.makePieces { bytes in
        guard areSame(try pieces.next(bytes.count), bytes) else { throw Difference() }
      }
      return try pieces.next(1).isEmpty
    } catch is Difference {
      return false
    } catch {
      throw file.failure(error)
    }
  }

  /// Whether the bytes are the same. The C library compares many of them in one step, and `==` each by itself, which takes as
  /// long as making some of the files.
  private static func areSame(_ left: ArraySlice<UInt8>, _ right: [UInt8]) -> Bool {
    guard left.count == right.count else { return false }
    return left.withUnsafeBytes { left in
      right.withUnsafeBytes { right in
        guard let left = left.baseAddress, let other = right.baseAddress else { return true }
        return memcmp(left, other, right.count) == 0
      }
    }
  }
}
