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

  /// An error; see the properties.
  public init(action: String, path: String, reason: String) {
    self.action = action
    self.path = path
    self.reason = reason
  }
}

/// The few things that are done with files.
enum FileSystem {
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

  /// What stands where a folder above `path` is to be and is none, and how many folders above `path` that is; `nil` where
  /// nothing does.
  static func obstacle(above path: FilePath) throws(DiskError) -> (level: Int, kind: FileType)? {
    var folder = path
    var level = 0
    while folder.removeLastComponent() {
      level += 1
      // A link to a folder is one here: only below the outputs may none stand.
      if try kindBehindLinks(of: folder) == .directory { return nil }
      if let kind = try kind(of: folder) { return (level, kind) }
    }
    return nil
  }

  /// The path of what stands under a path, absolute and without any link; `nil` if nothing does.
  static func realPath(of path: FilePath) throws(DiskError) -> FilePath? {
    guard let real = path.withPlatformString({ realpath($0, nil) }) else {
      let error = Errno(rawValue: errno)
      if isAbsence(error) { return nil }
      throw failure("Cannot look at", path, error)
    }
    defer { free(real) }
    return FilePath(platformString: real)
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

  /// Makes a new file `staged` of the bytes of `planned`, which is to stand under `path`.
  static func write(_ planned: PlannedFile, to staged: FilePath, for path: FilePath) throws(DiskError) {
    do {
      let file = try FileDescriptor.open(
        staged, .writeOnly, options: [.create, .exclusiveCreate, .closeOnExec],
        permissions: [.ownerReadWrite, .groupReadWrite, .otherReadWrite])
      try file.closeAfter {
        try planned.write { (bytes) throws(DiskError) in
          try StopSignals.check(before: path)
          do {
            _ = try file.writeAll(bytes)
          } catch {
            throw failure("Cannot write", path, error)
          }
        }
      }
    } catch {
      throw error as? DiskError ?? failure("Cannot write", path, error)
    }
  }

  /// Puts the file at `path` under `place` in one step, also if a file is there: readers see the old one or the new one.
  static func move(_ path: FilePath, to place: FilePath) throws(Errno) {
    let status = path.withPlatformString { path in place.withPlatformString { rename(path, $0) } }
    guard status == 0 else { throw Errno(rawValue: errno) }
  }

  /// Gives a file a second name; whether that is done.
  static func link(_ path: FilePath, as name: FilePath) -> Bool {
    path.withPlatformString { path in
      name.withPlatformString { name in
        #if canImport(Darwin)
          Darwin.link(path, name) == 0
        #elseif canImport(Musl)
          Musl.link(path, name) == 0
        #else
          Glibc.link(path, name) == 0
        #endif
      }
    }
  }

  /// Makes a folder and those above it, and gives those that were not there, those above first.
  static func makeFolders(_ path: FilePath) throws(DiskError) -> [FilePath] {
    if try kindBehindLinks(of: path) == .directory { return [] }
    let parent = path.removingLastComponent()
    let made = parent != path && !parent.isEmpty ? try makeFolders(parent) : []
    do {
      try makeFolder(path)
      return made + [path]
    } catch {
      if error == .fileExists { return made }
      removeEmpty(made)
      throw failure("Cannot make folder", path, error)
    }
  }

  /// Makes a folder where nothing is.
  static func makeFolder(_ path: FilePath) throws(Errno) {
    guard path.withPlatformString({ mkdir($0, 0o777) }) == 0 else { throw Errno(rawValue: errno) }
  }

  /// Removes a file.
  static func remove(_ path: FilePath) throws(DiskError) {
    guard path.withPlatformString({ unlink($0) }) == 0 || errno == ENOENT else {
      throw failure("Cannot remove", path, Errno(rawValue: errno))
    }
  }

  /// Removes those of the folders in which nothing is, the last one first.
  static func removeEmpty(_ paths: [FilePath]) {
    for path in paths.reversed() { _ = path.withPlatformString { rmdir($0) } }
  }

  /// The names in a folder, sorted by their bytes; none if there is no such folder. They need not be UTF-8.
  static func names(in path: FilePath) throws(DiskError) -> [FilePath.Component] { try entries(in: path).map(\.name) }

  /// What stands in a folder, sorted by the names; nothing if there is no such folder. A link is not followed.
  static func entries(in path: FilePath) throws(DiskError) -> [(name: FilePath.Component, kind: FileType)] {
    guard let folder = path.withPlatformString({ opendir($0) }) else {
      let error = Errno(rawValue: errno)
      if error == .noSuchFileOrDirectory { return [] }
      throw failure("Cannot list", path, error)
    }
    defer { closedir(folder) }
    var entries: [(name: FilePath.Component, kind: FileType)] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { field in
        field.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: field.pointee)) {
          FilePath.Component(platformString: $0)
        }
      }
      guard let name, name.kind == .regular else { continue }
      // Not every file system says the kind of what it lists.
      switch Int(entry.pointee.d_type) {
      case Int(DT_REG): entries.append((name, .regular))
      case Int(DT_DIR): entries.append((name, .directory))
      default:
        if let kind = try kind(of: path.appending(name)) { entries.append((name, kind)) }
      }
    }
    return entries.sorted { $0.name.string.utf8.lexicographicallyPrecedes($1.name.string.utf8) }
  }

  /// The folder in which the command was called.
  static func currentFolder() throws(DiskError) -> FilePath {
    guard let path = getcwd(nil, 0) else {
      throw DiskError(action: "Cannot find", path: ".", reason: Errno(rawValue: errno).description)
    }
    defer { free(path) }
    return FilePath(platformString: path)
  }

  static func isAbsence(_ error: any Error) -> Bool { (error as? Errno).map { isAbsence($0) } ?? false }

  static func isAbsence(_ error: Errno) -> Bool { error == .noSuchFileOrDirectory || error == .notDirectory }

  static func failure(_ action: String, _ path: FilePath, _ error: any Error) -> DiskError {
    DiskError(action: action, path: path.string, reason: (error as? Errno)?.description ?? "\(error)")
  }
}
