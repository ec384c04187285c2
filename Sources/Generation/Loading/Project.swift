internal import SystemPackage

/// The folder that schema paths are counted from, and where the schemas and outputs are unless the call says otherwise.
struct Project {
  /// The nearest folder upward with a `joinery.yaml` or a `Package.swift`, else the folder that it was looked for in.
  let root: FilePath

  /// Looks for the root from `folder` upward.
  init(around folder: FilePath) throws(DiskError) {
    var candidate = folder
    while true {
      for name in ["joinery.yaml", "Package.swift"] {
        if try FileSystem.kindBehindLinks(of: candidate.appending(name)) == .regular {
          root = candidate
          return
        }
      }
      let parent = candidate.removingLastComponent()
      guard parent != candidate, !parent.isEmpty else { break }
      candidate = parent
    }
    root = folder
  }

  /// How `path` is shown: below the root, with `/` between the components; as it is if it is not below.
  func shownPath(of path: FilePath) -> String {
    var relative = path
    guard relative.removePrefix(root), !relative.isEmpty else { return path.string }
    return relative.components.map(\.string).joined(separator: "/")
  }

  /// Whether a file of this name is taken for a schema or a part of one.
  static func isNameOfSchema(_ name: String) -> Bool {
    !name.hasPrefix(".") && ["yaml", "yml", "json"].contains(FilePath(name).extension)
  }

  /// Every `.yaml`, `.yml` and `.json` file below `schemas/`, sorted by path.
  func schemaFiles() throws(DiskError) -> [FilePath] {
    var found: [FilePath] = []
    var folders = [root.appending("schemas")]
    while let folder = folders.popLast() {
      for name in try FileSystem.names(in: folder) where !name.hasPrefix(".") {
        let path = folder.appending(name)
        switch try FileSystem.kind(of: path) {
        case .directory: folders.append(path)
        case .regular where Self.isNameOfSchema(name): found.append(path)
        default: break
        }
      }
    }
    return found.sorted { $0.string.utf8.lexicographicallyPrecedes($1.string.utf8) }
  }
}
