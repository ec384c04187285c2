internal import SystemPackage

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The file of the running program, by which it is told from another build of it.
enum ProgramFile {
  /// A hash of the file's size, of when it was written, and of which file it is; `nil` where the system does not say.
  static func fingerprint() -> UInt64? {
    guard let path, let status = try? path.stat(followTargetSymlink: true) else { return nil }
    var fingerprint = Fingerprint()
    fingerprint.add(UInt64(truncatingIfNeeded: status.size))
    fingerprint.add(UInt64(truncatingIfNeeded: status.st_mtim.tv_sec))
    fingerprint.add(UInt64(truncatingIfNeeded: status.st_mtim.tv_nsec))
    fingerprint.add(UInt64(truncatingIfNeeded: status.inode.rawValue))
    return fingerprint.value
  }

  private static var path: FilePath? {
    #if os(Linux)
      "/proc/self/exe"
    #elseif canImport(Darwin)
      var size: UInt32 = 0
      _ = _NSGetExecutablePath(nil, &size)
      return withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(size)) { buffer in
        guard let start = buffer.baseAddress, _NSGetExecutablePath(start, &size) == 0 else { return nil }
        return FilePath(platformString: start)
      }
    #else
      nil
    #endif
  }
}
