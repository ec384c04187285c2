internal import Diagnostics
internal import SchemaLanguage
internal import SystemPackage

/// The files that a new project begins with.
struct StarterProject {
  /// The schema.
  let schema: StarterSchema
  private let folder: FilePath

  /// A project in `folder`.
  init(in folder: FilePath) {
    self.folder = folder
    schema = StarterSchema(folder: folder.lastComponent?.string ?? "")
  }

  /// Writes the files, and gives their paths below the folder; writes none where one would take the place of another file.
  func write(_ diagnostics: inout DiagnosticCollector) throws(DiskError) -> [String] {
    var files: [(path: String, text: String)] = []
    var isRoot = false
    for name in ["joinery.yaml", "Package.swift"]
    where try FileSystem.kindBehindLinks(of: folder.appending(name)) != nil {
      isRoot = true
    }
    if !isRoot {
      files.append(
        (
          "joinery.yaml",
          "# The root of the project: its schemas are below schemas/, what they give below generated/.\n"
        ))
    }
    // One that is there was written by `joinery schema`.
    if try FileSystem.kind(of: folder.appending(StarterSchema.languageFile)) == nil {
      files.append((StarterSchema.languageFile, languageJSONSchema()))
    }
    files.append(("schemas/\(schema.name).yaml", schema.text))
    for (path, _) in files where try FileSystem.kind(of: folder.pushing(FilePath(path))) != nil {
      diagnostics.error(
        FileRule.inTheWay, at: nil, "'\(path)' is in the way: a new project takes the place of no file",
        explanation: "Begin in another folder: joinery init <folder>.")
    }
    if diagnostics.hasErrors { return [] }
    for (path, text) in files { try Self.create(folder.pushing(FilePath(path)), text) }
    return files.map(\.path)
  }

  private static func create(_ path: FilePath, _ text: String) throws(DiskError) {
    _ = try FileSystem.makeFolders(path.removingLastComponent())
    try FileSystem.write(PlannedFile(path: path.string) { Array(text.utf8) }, to: path, for: path)
  }
}

extension Generator {
  /// Begins a project in `folder`, a path from the folder of the call: writes a schema that generates, and what marks the
  /// root. ``Outcome/summaries`` names the files; where one is there already, nothing is written.
  public func start(in folder: String, into outcome: inout Outcome) throws(DiskError) {
    var diagnostics = DiagnosticCollector()
    let path = try FileSystem.currentFolder().pushing(FilePath(folder)).lexicallyNormalized()
    let project = StarterProject(in: path)
    outcome.root = path.string
    outcome.summaries = try project.write(&diagnostics)
    outcome.diagnostics = diagnostics.sorted
    outcome.hasErrors = diagnostics.hasErrors
  }
}
