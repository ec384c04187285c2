internal import Diagnostics
internal import SystemPackage

/// What an output folder holds before anything is written to it.
struct FolderInspection {
  /// Files of an earlier run that are no longer made.
  private(set) var stale: [FilePath] = []

  /// Looks through the folder of `output`; reports what stands in the way.
  init(_ output: SchemaOutput, diagnostics: inout DiagnosticCollector) throws(DiskError) {
    var planned: Set<String> = []
    for file in output.plan.files {
      if !planned.insert(file.path.lowercased()).inserted {
        diagnostics.error(
          FileRule.sameOutput, at: nil,
          "Outputs have names of their own, also without regard to case: '\(output.shownFolder)/\(file.path)' comes twice",
          explanation: "Give one of the two models or queries another name.")
      }
    }
    for file in output.plan.files {
      // The limit of the file systems in use (NAME_MAX of Linux, of APFS and NTFS in their own units).
      guard let name = file.path.split(separator: "/").last, name.utf8.count > 255 else { continue }
      diagnostics.error(
        FileRule.name, at: nil, "A file's name has at most 255 bytes, and '\(name.prefix(40))…' has \(name.utf8.count)",
        explanation: "Give the model or query a shorter name.")
    }
    let names = Set(output.plan.files.map(\.path))
    var others: Set<String> = []
    let foldersOfPlanned = Set(names.flatMap { Self.folders(above: $0) })
    var folders: [(path: FilePath, below: String)] = [(output.folder, "")]
    switch try FileSystem.kindBehindLinks(of: output.folder) {
    case nil: return
    case .directory?: break
    default:
      Self.report(output.shownFolder, "a folder", &diagnostics)
      return
    }
    while let (folder, below) = folders.popLast() {
      for name in try FileSystem.names(in: folder) {
        let path = folder.appending(name)
        let relative = below + name
        let isPlanned = names.contains(relative)
        let isFolderOfPlanned = foldersOfPlanned.contains(relative)
        switch try FileSystem.kind(of: path) {
        case .directory? where !isPlanned:
          folders.append((path, relative + "/"))
        case .regular? where !isFolderOfPlanned:
          let schema = GeneratedHeader.schema(of: try FileSystem.readStart(of: path, count: GeneratedHeader.longest))
          if isPlanned, schema == nil {
            Self.report("\(output.shownFolder)/\(relative)", "an output of Joinery", &diagnostics)
          } else if let schema, schema != output.schemaPath {
            guard others.insert(schema).inserted else { continue }
            diagnostics.error(
              FileRule.otherSchema, at: nil,
              "A folder holds the outputs of one schema: '\(output.shownFolder)/\(relative)' was made from '\(schema)'",
              explanation: "Give one of the two schema files another name, or remove the folder if '\(schema)' is gone."
            )
          } else if schema != nil, !isPlanned {
            stale.append(path)
          }
        case nil: break
        default:
          if isPlanned || isFolderOfPlanned {
            Self.report(
              "\(output.shownFolder)/\(relative)", isPlanned ? "an output of Joinery" : "a folder", &diagnostics)
          }
        }
      }
    }
  }

  /// `a` and `a/b` for `a/b/c`.
  private static func folders(above path: String) -> [String] {
    path.indices.filter { path[$0] == "/" }.map { String(path[..<$0]) }
  }

  private static func report(_ path: String, _ expected: String, _ diagnostics: inout DiagnosticCollector) {
    diagnostics.error(
      FileRule.inTheWay, at: nil, "'\(path)' is in the way: it is not \(expected)",
      explanation: "Move it away, or choose another folder with --output.")
  }
}
