internal import Diagnostics
internal import SchemaLanguage
internal import SystemPackage

/// What the `joinery.yaml` of each project of a run says, each read once.
struct SettingsFiles {
  /// What one of them says.
  struct Settings {
    /// As it was written.
    var written = ProjectSettings()
    /// Where `output` leads.
    var outputFolder: FilePath?
    /// The file; `nil` where there is none.
    var file: SourceFileID?
  }

  /// Gives the paths that people see.
  let viewer: Project
  private var known: [FilePath: Settings] = [:]

  /// The files of a run, whose paths are shown from `viewer`.
  init(seenFrom viewer: Project) { self.viewer = viewer }

  /// The settings of `project`; nothing is said where it has no `joinery.yaml`.
  mutating func settings(
    of project: Project, _ files: inout SchemaFiles, _ diagnostics: inout DiagnosticCollector
  ) throws(DiskError) -> Settings {
    if let known = known[project.root] { return known }
    var settings = Settings()
    let path = project.root.appending(Project.settingsFile)
    if let file = try files.file(at: path, shownAs: viewer.shownPath(of: path)) {
      settings.file = file.id
      diagnostics.add(contentsOf: file.diagnostics)
      if let root = file.root { settings.written = readProjectSettings(root, diagnostics: &diagnostics) }
      settings.outputFolder = try project.outputFolder(settings.written, &diagnostics)
    }
    known[project.root] = settings
    return settings
  }
}
