internal import Hashing
internal import Parallelism
internal import SystemPackage

/// Which files a folder holds, and below it, by their paths and bytes.
struct FolderFingerprint: Hashable {
  /// How many files there are.
  let count: Int
  /// The hash of their paths and bytes.
  let value: UInt64

  /// A fingerprint that was written down.
  init(count: Int, value: UInt64) {
    self.count = count
    self.value = value
  }

  /// Of files with these paths below the folder, with `/` between the components, and the hashes of their bytes.
  init(of files: [(path: String, hash: UInt64)]) {
    var fingerprint = Fingerprint()
    for file in files.sorted(by: { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }) {
      fingerprint.add(file.path)
      fingerprint.add(file.hash)
    }
    count = files.count
    value = fingerprint.value
  }

  /// Of what is on the disk, read by several threads; `nil` if something there is neither a file nor a folder, or cannot be read.
  init?(ofFolderAt folder: FilePath) {
    guard let paths = Self.filePaths(in: folder) else { return nil }
    let parts = paths.indices.mapInParts(ofSize: 64) { part in
      paths[part].map { path in
        (path, (try? FilePieces(folder.pushing(FilePath(path)))).flatMap { try? XXH64.hash($0) })
      }
    }
    var files: [(path: String, hash: UInt64)] = []
    for (path, hash) in parts.joined() {
      guard let hash else { return nil }
      files.append((path, hash))
    }
    self.init(of: files)
  }

  private static func filePaths(in folder: FilePath) -> [String]? {
    guard (try? FileSystem.kind(of: folder)) == .directory else { return nil }
    var paths: [String] = []
    var folders = [""]
    while let below = folders.popLast() {
      guard let entries = try? FileSystem.entries(in: folder.pushing(FilePath(below))) else { return nil }
      for entry in entries {
        switch entry.kind {
        case .regular: paths.append(below + entry.name.string)
        case .directory where !StagingFolder.isName(entry.name.string): folders.append(below + entry.name.string + "/")
        default: return nil
        }
      }
    }
    return paths
  }
}
