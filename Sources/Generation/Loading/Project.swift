internal import Diagnostics
internal import SchemaLanguage
internal import SystemPackage

/// The folder that schema paths are counted from, and where the schemas and outputs are unless the call says otherwise.
struct Project {
  /// The name of the file that marks a root and holds its settings.
  static let settingsFile = "joinery.yaml"

  /// The nearest folder upward with a `joinery.yaml` or a `Package.swift`, else the folder that it was looked for in.
  let root: FilePath
  /// Whether paths are shown as they are, not from the root: for build systems, which show them from where they like.
  var showsWholePaths = false

  /// Looks for the root from `folder` upward.
  init(around folder: FilePath) throws(DiskError) {
    var candidate = folder
    while true {
      for name in [Self.settingsFile, "Package.swift"] {
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
    guard !showsWholePaths, relative.removePrefix(root), !relative.isEmpty else { return path.string }
    return relative.string
  }

  /// Whether a file of this name is taken for a schema or a part of one.
  static func isNameOfSchema(_ name: String) -> Bool {
    !name.hasPrefix(".") && name != settingsFile && ["yaml", "yml", "json"].contains(FilePath(name).extension)
  }

  /// The files that are taken where a call names none, sorted by path: those that `settings` name, and every `.yaml`, `.yml`
  /// and `.json` file below the folders that they name, which is `schemas/` unless said.
  func schemaFiles(
    _ settings: ProjectSettings, _ diagnostics: inout DiagnosticCollector
  ) throws(DiskError) -> [FilePath] {
    guard let items = settings.schemas else {
      let folder = root.appending("schemas")
      let files = try schemaFiles(below: folder, &diagnostics)
      // What is wrong in joinery.yaml may be where the schemas are.
      if files.isEmpty, !diagnostics.hasErrors {
        diagnostics.error(
          FileRule.noSuchFile, at: nil, "There is no schema below '\(folder.string)'",
          explanation: "Name a schema file, or put one there.")
      }
      return files
    }
    let paths = try settingsPaths()
    var found: Set<FilePath> = []
    for item in items {
      let target: FilePath
      switch paths.lexicalTarget(of: item, from: root, below: root) {
      case .success(let path): target = path
      case .failure(let failure):
        diagnostics.add(failure.diagnostic)
        continue
      }
      switch try paths.realTarget(of: item, at: target, accepting: [.regular, .directory]) {
      case .success(let real):
        if try FileSystem.kind(of: real) == .regular {
          found.insert(target)
          continue
        }
        let files = try schemaFiles(below: target, &diagnostics)
        found.formUnion(files)
        if files.isEmpty {
          diagnostics.error(
            FileRule.noSuchFile, at: item.range, "There is no schema below '\(item.value)'",
            explanation: "Put one there, or leave the folder out.")
        }
      case .failure(let failure): diagnostics.add(failure.diagnostic)
      }
    }
    return found.sorted { $0.string.utf8.lexicographicallyPrecedes($1.string.utf8) }
  }

  /// The paths that stand in `joinery.yaml`.
  private func settingsPaths() throws(DiskError) -> ProjectPath {
    var paths = try ProjectPath("Path", "A path is counted from the folder of joinery.yaml", in: self) { _ in true }
    paths.goal = "file or folder"
    return paths
  }

  /// The folder of outputs that `settings` name, if they name one; reports a path that leads out of the root.
  func outputFolder(_ settings: ProjectSettings, _ diagnostics: inout DiagnosticCollector) throws(DiskError)
    -> FilePath?
  {
    guard let output = settings.output else { return nil }
    switch try settingsPaths().lexicalTarget(of: output, from: root, below: root) {
    case .success(let path): return path
    case .failure(let failure):
      diagnostics.add(failure.diagnostic)
      return nil
    }
  }

  /// Every `.yaml`, `.yml` and `.json` file below `folder`, sorted by path; one whose path is no text is reported.
  private func schemaFiles(
    below folder: FilePath, _ diagnostics: inout DiagnosticCollector
  ) throws(DiskError) -> [FilePath] {
    var found: [FilePath] = []
    var folders = [folder]
    while let folder = folders.popLast() {
      for name in try FileSystem.names(in: folder) where !name.string.hasPrefix(".") {
        let path = folder.appending(name)
        switch try FileSystem.kind(of: path) {
        case .directory: folders.append(path)
        case .regular where !Self.isNameOfSchema(name.string): break
        case .regular where String(validating: path) == nil:
          diagnostics.error(
            FileRule.name, at: nil, "The path of a schema file is UTF-8, and '\(shownPath(of: path))' is not",
            explanation: "Rename it: its name fills a folder, and stands in every file that is made of it.")
        case .regular: found.append(path)
        default: break
        }
      }
    }
    return found.sorted { $0.string.utf8.lexicographicallyPrecedes($1.string.utf8) }
  }
}
