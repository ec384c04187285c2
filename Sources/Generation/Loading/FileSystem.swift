internal import Synchronization
internal import SystemPackage

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The disk says no: the exit code of the command is 3.
public struct DiskError: Error, Hashable, Sendable {
  /// What was tried: `Cannot read`.
  public let action: String
  /// On which path.
  public let path: String
  /// What the system says of it.
  public let reason: String

  /// One line for people.
  public var message: String { "\(action) '\(path)': \(reason)" }
}

/// The few things that are done with files.
enum FileSystem {
  /// How many temporary files this process has made: each has a name of its own.
  private static let temporaryFiles = Atomic(0)

  /// What stands under a path, without following a link; `nil` if nothing does.
  static func kind(of path: FilePath) throws(DiskError) -> FileType? {
    do {
      return try path.stat(followTargetSymlink: false).type
    } catch {
      if isAbsence(error) { return nil }
      throw failure("Cannot look at", path, error)
    }
  }

  /// What stands under a path, behind any links; `nil` if nothing does.
  static func kindBehindLinks(of path: FilePath) throws(DiskError) -> FileType? {
    do {
      return try path.stat(followTargetSymlink: true).type
    } catch {
      if isAbsence(error) { return nil }
      throw failure("Cannot look at", path, error)
    }
  }

  /// The path of what stands under a path, absolute and without any link; `nil` if nothing does.
  static func realPath(of path: FilePath) throws(DiskError) -> FilePath? {
    guard let real = realpath(path.string, nil) else {
      let error = Errno(rawValue: errno)
      if isAbsence(error) { return nil }
      throw failure("Cannot look at", path, error)
    }
    defer { free(real) }
    return FilePath(String(cString: real))
  }

  /// The size of the file under a path, behind any links, in bytes.
  static func size(of path: FilePath) throws(DiskError) -> Int {
    do {
      return Int(try path.stat(followTargetSymlink: true).size)
    } catch {
      throw failure("Cannot look at", path, error)
    }
  }

  /// The bytes of a file, of which there may be `largest` at the most; `nil` if there is no such file.
  static func read(_ path: FilePath, largest: Int = .max) throws(DiskError) -> [UInt8]? {
    do {
      let file = try FileDescriptor.open(path, .readOnly, options: [.closeOnExec])
      return try file.closeAfter {
        let size = Int(try file.stat().size)
        guard size <= largest else { throw Errno.fileTooLarge }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(size + 1)
        var chunk = [UInt8](repeating: 0, count: max(4096, min(size + 1, 1 << 20)))
        while true {
          let count = try chunk.withUnsafeMutableBytes { try file.read(into: $0) }
          if count == 0 { return bytes }
          bytes.append(contentsOf: chunk[..<count])
          guard bytes.count <= largest else { throw Errno.fileTooLarge }
        }
      }
    } catch {
      if isAbsence(error) { return nil }
      throw failure("Cannot read", path, error)
    }
  }

  /// The first bytes of a file, `count` at the most.
  static func readStart(of path: FilePath, count: Int) throws(DiskError) -> [UInt8] {
    do {
      let file = try FileDescriptor.open(path, .readOnly, options: [.closeOnExec])
      return try file.closeAfter {
        var bytes = [UInt8](repeating: 0, count: count)
        let read = try bytes.withUnsafeMutableBytes { try file.read(into: $0) }
        return Array(bytes[..<read])
      }
    } catch {
      throw failure("Cannot read", path, error)
    }
  }

  /// A part of a file, as far as the file goes.
  static func read(_ path: FilePath, _ range: Range<Int>) throws(DiskError) -> [UInt8] {
    do {
      let file = try FileDescriptor.open(path, .readOnly, options: [.closeOnExec])
      return try file.closeAfter {
        var bytes = [UInt8](repeating: 0, count: range.count)
        let read = try bytes.withUnsafeMutableBytes {
          try file.read(fromAbsoluteOffset: Int64(range.lowerBound), into: $0)
        }
        return Array(bytes[..<read])
      }
    } catch {
      throw failure("Cannot read", path, error)
    }
  }

  /// Puts the bytes of `planned` under `path` in one step: readers see the old file or the new one.
  static func replace(_ path: FilePath, with planned: PlannedFile) throws(DiskError) {
    let number = temporaryFiles.add(1, ordering: .relaxed).newValue
    let temporary = path.removingLastComponent().appending(".joinery-\(getpid())-\(number)")
    do {
      let file = try FileDescriptor.open(
        temporary, .writeOnly, options: [.create, .truncate, .closeOnExec, .noFollow],
        permissions: [.ownerReadWrite, .groupRead, .otherRead])
      try file.closeAfter {
        try planned.write { (bytes) throws(DiskError) in
          do {
            _ = try file.writeAll(bytes)
          } catch {
            throw failure("Cannot write", path, error)
          }
        }
      }
      guard rename(temporary.string, path.string) == 0 else { throw Errno(rawValue: errno) }
    } catch {
      unlink(temporary.string)
      throw error as? DiskError ?? failure("Cannot write", path, error)
    }
  }

  /// Makes a folder and those above it.
  static func makeFolder(_ path: FilePath) throws(DiskError) {
    if try kindBehindLinks(of: path) == .directory { return }
    let parent = path.removingLastComponent()
    if parent != path, !parent.isEmpty { try makeFolder(parent) }
    guard mkdir(path.string, 0o755) == 0 || errno == EEXIST else {
      throw failure("Cannot make folder", path, Errno(rawValue: errno))
    }
  }

  /// Removes a file.
  static func remove(_ path: FilePath) throws(DiskError) {
    guard unlink(path.string) == 0 || errno == ENOENT else {
      throw failure("Cannot remove", path, Errno(rawValue: errno))
    }
  }

  /// Removes a folder if nothing is in it.
  static func removeIfEmpty(_ path: FilePath) { rmdir(path.string) }

  /// The names in a folder, sorted by their bytes; none if there is no such folder.
  static func names(in path: FilePath) throws(DiskError) -> [String] {
    guard let folder = opendir(path.string) else {
      let error = Errno(rawValue: errno)
      if error == .noSuchFileOrDirectory { return [] }
      throw failure("Cannot list", path, error)
    }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { field in
        field.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: field.pointee)) {
          String(cString: $0)
        }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The folder in which the command was called.
  static func currentFolder() throws(DiskError) -> FilePath {
    guard let path = getcwd(nil, 0) else {
      throw DiskError(action: "Cannot find", path: ".", reason: Errno(rawValue: errno).description)
    }
    defer { free(path) }
    return FilePath(String(cString: path))
  }

  static func isAbsence(_ error: any Error) -> Bool {
    (error as? Errno) == .noSuchFileOrDirectory || (error as? Errno) == .notDirectory
  }

  static func failure(_ action: String, _ path: FilePath, _ error: any Error) -> DiskError {
    DiskError(action: action, path: path.string, reason: (error as? Errno)?.description ?? "\(error)")
  }
}
