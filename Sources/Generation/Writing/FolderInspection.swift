internal import Diagnostics
internal import SystemPackage

/// What an output folder holds before anything is written to it.
struct FolderInspection {
  /// What goes to the folder.
  let output: SchemaOutput
  /// For each of the planned files, whether there is one under its name, byte for byte.
  private(set) var isPresent: [Bool]
  /// Files of an earlier run that are no longer made.
  private(set) var stale: [FilePath] = []

  /// The schemas whose files were found in the folder, but for the output's own.
  private var others: Set<String> = []

  /// Looks through the folder of `output`; reports what stands in the way.
  init(_ output: SchemaOutput, diagnostics: inout DiagnosticCollector) throws(DiskError) {
    self.output = output
    isPresent = output.plan.files.map { _ in false }
    Self.checkNames(output, &diagnostics)
    switch try FileSystem.kind(of: output.folder) {
    case nil: try lookAbove(&diagnostics)
    case .directory?: try look(&diagnostics)
    case let kind?: report("", kind, "a folder", &diagnostics)
    }
  }

  /// The folders that may be empty once the stale files are gone.
  var foldersOfStale: [FilePath] {
    Set(stale.map { $0.removingLastComponent() }).subtracting([output.folder]).sorted { $0.string < $1.string }
  }

  /// Reports names that two outputs share, and those that no file can have.
  static func checkNames(_ output: SchemaOutput, _ diagnostics: inout DiagnosticCollector) {
    checkFolders(FilePath(output.shownFolder), output.shownFolder, &diagnostics)
    var keys: Set<FileNameKey> = []
    keys.reserveCapacity(output.plan.files.count)
    for file in output.plan.files {
      if !keys.insert(FileNameKey(file.path)).inserted {
        diagnostics.error(
          FileRule.sameOutput, at: nil,
          "Outputs have names of their own, also without regard to case: '\(output.shownFolder)/\(file.path)' comes twice",
          explanation: "Give one of the two models or queries another name.")
      }
      // The limit of the file systems in use (NAME_MAX of Linux, of APFS and NTFS in their own units).
      let name = lastComponent(of: file.path[...])
      if DeviceName.isDevice(name) {
        reportDevice("\(output.shownFolder)/\(file.path)", "Give the model or query another name.", &diagnostics)
      }
      guard name.utf8.count > 255 else { continue }
      diagnostics.error(
        FileRule.name, at: nil, "A file's name has at most 255 bytes, and '\(name.prefix(40))…' has \(name.utf8.count)",
        explanation: "Give the model or query a shorter name.")
    }
  }

  private static func checkFolders(
    _ folders: FilePath, _ shown: String, _ diagnostics: inout DiagnosticCollector
  ) {
    let components = folders.components
    for (position, folder) in components.enumerated() where DeviceName.isDevice(folder.string) {
      if position == components.count - 1 {
        reportDevice(shown, "Give the schema file another name.", &diagnostics)
      } else if folders.isRelative {
        // What lies above the project is not checked out with it.
        let path = components.prefix(position + 1).map(\.string).joined(separator: "/")
        reportDevice(path, "Name another folder for outputs.", &diagnostics)
      }
    }
  }

  private static func reportDevice(
    _ path: String, _ explanation: String, _ diagnostics: inout DiagnosticCollector
  ) {
    diagnostics.error(
      FileRule.name, at: nil, "Outputs can be checked out on every system, and on Windows '\(path)' is a device",
      explanation: explanation)
  }

  private static func lastComponent(of path: Substring) -> Substring {
    path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[path.utf8.index(after: $0)...] } ?? path
  }

  /// Reports what stands in the place of a folder above the output folder, which is not there.
  private func lookAbove(_ diagnostics: inout DiagnosticCollector) throws(DiskError) {
    guard let (level, kind) = try FileSystem.obstacle(above: output.folder) else { return }
    var shown = FilePath(output.shownFolder)
    for _ in 0..<level { shown.removeLastComponent() }
    let found = kind == .symbolicLink ? "a symbolic link to no folder" : "not a folder"
    diagnostics.error(
      FileRule.inTheWay, at: nil, "'\(shown.string)' is in the way: it is \(found)", explanation: Self.explanation)
  }

  private static let explanation = "Move it away, or choose another folder with --output."

  /// The names of the plan, to find those of a folder among them.
  private struct PlannedNames {
    /// The positions of files, by the bytes of their paths.
    private(set) var positions: [FilePath: Int] = [:]
    /// The paths of files.
    private(set) var keys: Set<FileNameKey> = []
    /// The paths of folders.
    private(set) var folderKeys: Set<FileNameKey> = []

    init(_ plan: OutputPlan) {
      var folders: Set<Substring> = []
      positions.reserveCapacity(plan.files.count)
      keys.reserveCapacity(plan.files.count)
      for (position, file) in plan.files.enumerated() {
        positions[FilePath(file.path)] = position
        keys.insert(FileNameKey(file.path))
        var folder = file.path[...]
        while let slash = folder.utf8.lastIndex(of: UInt8(ascii: "/")) {
          folder = folder[..<slash]
          guard folders.insert(folder).inserted else { break }
          folderKeys.insert(FileNameKey(folder))
        }
      }
    }
  }

  private mutating func look(_ diagnostics: inout DiagnosticCollector) throws(DiskError) {
    let first = try FileSystem.entries(in: output.folder)
    // Most of what is new is new as a whole.
    guard !first.isEmpty else { return }
    let planned = PlannedNames(output.plan)
    var folders = [(path: output.folder, below: "", entries: first)]
    while let (folder, below, entries) = folders.popLast() {
      for (name, kind) in entries {
        let path = folder.appending(name)
        let relative = below + name.string
        let key = FileNameKey(relative)
        switch kind {
        case .directory where !planned.keys.contains(key):
          if !(below.isEmpty && StagingFolder.isName(name.string)) {
            folders.append((path, relative + "/", try FileSystem.entries(in: path)))
          }
        case .regular where !planned.folderKeys.contains(key):
          let start = try FileSystem.readStart(of: path, count: GeneratedHeader.longest)
          let schema = GeneratedHeader.schema(of: start)
          let position = planned.positions[FilePath(relative)]
          if let schema, schema != output.schemaPath {
            reportOther(schema, relative, &diagnostics)
          } else if let position, schema != nil || start.isEmpty {
            // A file without a byte is what a loss of power may leave; nobody loses anything by it.
            isPresent[position] = true
          } else if schema != nil {
            stale.append(path)
          } else if planned.keys.contains(key) {
            report(relative, .regular, "an output of Joinery", &diagnostics)
          }
        default:
          if planned.keys.contains(key) {
            report(relative, kind, "an output of Joinery", &diagnostics)
          } else if planned.folderKeys.contains(key) {
            report(relative, kind, "a folder", &diagnostics)
          }
        }
      }
    }
  }

  private mutating func reportOther(
    _ schema: String, _ relative: String, _ diagnostics: inout DiagnosticCollector
  ) {
    guard others.insert(schema).inserted else { return }
    diagnostics.error(
      FileRule.otherSchema, at: nil,
      "A folder holds the outputs of one schema: '\(output.shownFolder)/\(relative)' was made from '\(schema)'",
      explanation: """
        Give one of the two schema files another name. If '\(schema)' is gone, or is the same file, counted from another \
        root, remove the folder.
        """)
  }

  /// Reports what stands where the output folder, or something below it, is to be.
  private func report(
    _ relative: String, _ kind: FileType, _ expected: String, _ diagnostics: inout DiagnosticCollector
  ) {
    let path = relative.isEmpty ? output.shownFolder : "\(output.shownFolder)/\(relative)"
    let found =
      switch kind {
      case .symbolicLink: "a symbolic link, which may lead anywhere, and "
      case .directory: "a folder and "
      default: ""
      }
    diagnostics.error(
      FileRule.inTheWay, at: nil, "'\(path)' is in the way: it is \(found)not \(expected)",
      explanation: Self.explanation)
  }
}
