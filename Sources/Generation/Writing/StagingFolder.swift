internal import Synchronization
internal import SystemPackage

/// A folder in an output folder, and so on its file system, for files and folders on their way to their places and for files that
/// make room for them. It is made with its first file.
final class StagingFolder: Sendable {
  private static let prefix = ".joinery-"

  private struct State {
    var path: FilePath?
    var count = 0
  }

  private let parent: FilePath
  private let state = Mutex(State())

  /// The staging folder of the output folder `parent`.
  init(in parent: FilePath) { self.parent = parent }

  /// A path in the folder under which nothing stands.
  func newPath() throws(DiskError) -> FilePath {
    try state.withLock { (state) throws(DiskError) in
      let folder: FilePath
      if let path = state.path {
        folder = path
      } else {
        folder = try make()
        state.path = folder
      }
      state.count += 1
      return folder.appending("\(state.count)")
    }
  }

  /// Makes the folder, under the first name that is free.
  private func make() throws(DiskError) -> FilePath {
    var number = 1
    while true {
      let path = parent.appending("\(Self.prefix)\(number)")
      do {
        try FileSystem.makeFolder(path)
        return path
      } catch {
        guard error == .fileExists else { throw FileSystem.failure("Cannot write to", parent, error) }
        number += 1
      }
    }
  }

  /// Removes the folder with all that is in it.
  func remove() {
    state.withLock { state in
      if let path = state.path { Self.remove(path) }
      state.path = nil
    }
  }

  /// Whether a folder of this name is a staging folder.
  static func isName(_ name: String) -> Bool {
    name.hasPrefix(prefix) && name.utf8.dropFirst(prefix.utf8.count).allSatisfy { (0x30...0x39).contains($0) }
  }

  /// Removes the staging folders in `parent`, to which no run writes; what cannot be removed does no harm.
  static func removeLeftovers(in parent: FilePath) {
    for name in (try? FileSystem.names(in: parent)) ?? [] where isName(name.string) {
      let path = parent.appending(name)
      if (try? FileSystem.kind(of: path)) == .directory { remove(path) }
    }
  }

  private static func remove(_ path: FilePath) {
    for entry in (try? FileSystem.entries(in: path)) ?? [] {
      let inner = path.appending(entry.name)
      if entry.kind == .directory { remove(inner) } else { try? FileSystem.remove(inner) }
    }
    FileSystem.removeEmpty([path])
  }
}
