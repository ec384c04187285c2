internal import SystemPackage

/// Reads a file from its beginning, some bytes at a time; it is closed when nobody holds it.
final class FilePieces {
  private let file: FileDescriptor
  private let path: FilePath

  /// Opens the file at `path`; `nil` if there is none.
  init?(_ path: FilePath) throws(DiskError) {
    do {
      file = try FileDescriptor.open(path, .readOnly, options: [.closeOnExec])
    } catch {
      if FileSystem.isAbsence(error) { return nil }
      throw FileSystem.failure("Cannot read", path, error)
    }
    self.path = path
  }

  deinit { try? file.close() }

  /// Reads into `buffer`, which is not empty, and gives how many bytes there were; 0 at the end of the file.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(DiskError) -> Int {
    do {
      return try file.read(into: buffer)
    } catch {
      throw FileSystem.failure("Cannot read", path, error)
    }
  }

  /// The next `count` bytes, fewer at the end of the file.
  func next(_ count: Int) throws(DiskError) -> ArraySlice<UInt8> {
    var bytes = [UInt8](repeating: 0, count: count)
    var filled = 0
    var failure: DiskError?
    bytes.withUnsafeMutableBytes { buffer in
      while filled < count, failure == nil {
        do throws(DiskError) {
          let read = try self.read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]))
          if read == 0 { return }
          filled += read
        } catch {
          failure = error
        }
      }
    }
    if let failure { throw failure }
    return bytes[..<filled]
  }
}
