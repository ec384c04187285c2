internal import SystemPackage

/// Compares a file that is to be written with the one that is there, without holding either.
enum FileComparison {
  private struct Difference: Error {}

  /// Whether the file at `path` holds the bytes of `file`.
  static func isSame(_ file: PlannedFile, at path: FilePath) throws(DiskError) -> Bool {
    guard let pieces = try FilePieces(path) else { return false }
    do {
      try file.makePieces { bytes in
        guard try pieces.next(bytes.count) == bytes[...] else { throw Difference() }
      }
      return try pieces.next(1).isEmpty
    } catch is Difference {
      return false
    } catch {
      throw file.failure(error)
    }
  }
}
