internal import SystemPackage

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// An output folder that no other run of Joinery writes to while somebody holds this.
///
/// The lock is flock(2) on the folder itself, so nothing is left behind, whatever becomes of the process. Where a file system
/// has no such locks (NFS has none for folders), two runs at once are not kept apart: each file is one of theirs.
final class FolderLock {
  private let folder: FileDescriptor
  /// The folders that were made for it, those above first.
  private let made: [FilePath]

  /// Makes the folder where there is none, and waits until no other run holds it; calls `whenWaiting` before it waits.
  /// What a killed run has left there is removed. `nil` if something that is no folder stands there, or above.
  init?(_ path: FilePath, whenWaiting: () -> Void) throws(DiskError) {
    var made: [FilePath] = []
    while true {
      if try FileSystem.obstacle(above: path) != nil { return nil }
      made += try FileSystem.makeFolders(path)
      let folder: FileDescriptor
      do {
        folder = try FileDescriptor.open(path, .readOnly, options: [.directory, .noFollow, .closeOnExec])
      } catch {
        // Another run that came to nothing took the folder away.
        if error as? Errno == .noSuchFileOrDirectory { continue }
        if [.notDirectory, .tooManySymbolicLinkLevels].contains(error as? Errno) { return nil }
        FileSystem.removeEmpty(made)
        throw FileSystem.failure("Cannot open", path, error)
      }
      do {
        let isExclusive = try Self.lock(folder, whenWaiting)
        if try Self.isStill(folder, at: path) {
          if isExclusive { StagingFolder.removeLeftovers(in: path) }
          self.folder = folder
          self.made = made
          return
        }
        try folder.close()
      } catch {
        try? folder.close()
        throw FileSystem.failure("Cannot lock", path, error)
      }
    }
  }

  deinit {
    // Where nothing was written, nothing is left.
    FileSystem.removeEmpty(made)
    try? folder.close()
  }

  /// Locks the folder; `false` where its file system has no locks.
  private static func lock(_ folder: FileDescriptor, _ whenWaiting: () -> Void) throws -> Bool {
    var operation = LOCK_EX | LOCK_NB
    while flock(folder.rawValue, operation) != 0 {
      switch Errno(rawValue: errno) {
      case .interrupted: continue
      case .wouldBlock:
        whenWaiting()
        operation = LOCK_EX
      case .badFileDescriptor, .noLocks, .notSupported, .notSupportedOnSocket, .noFunction, .invalidArgument:
        return false
      case let error: throw error
      }
    }
    return true
  }

  /// Whether the folder that was opened is the one under the path: it may have been removed while this run waited.
  private static func isStill(_ folder: FileDescriptor, at path: FilePath) throws -> Bool {
    let own = try folder.stat()
    do {
      let current = try path.stat(followTargetSymlink: false)
      return own.inode == current.inode && own.deviceID == current.deviceID
    } catch {
      if error == .noSuchFileOrDirectory { return false }
      throw error
    }
  }
}
