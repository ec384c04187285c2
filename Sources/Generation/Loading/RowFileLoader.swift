internal import CSVSyntax
internal import Diagnostics
internal import SchemaLanguage
internal import SystemPackage

/// Finds the files of rows that a schema names.
struct RowFileLoader {
  /// The most bytes of such a file: places in it are numbers of 32 bits.
  static let largestSize = Int(UInt32.max) - 1

  private let paths: ProjectPath
  private let viewer: Project
  private var diagnostics = DiagnosticCollector()

  /// Gives each `file` of the seeds of `document` what reads it. Paths are counted from the file in which they stand, and
  /// lead to regular files below the root of `project`; `viewer` is the project from which paths are shown.
  static func open(
    filesOf document: inout SchemaDocument, in project: Project, seenFrom viewer: Project, _ files: inout SchemaFiles,
    _ diagnostics: inout DiagnosticCollector
  ) throws(DiskError) {
    var loader = RowFileLoader(
      paths: try ProjectPath("File", "A file of rows is named by its path from the folder of this file", in: project) {
        FilePath($0).extension == "csv"
      }, viewer: viewer)
    defer { diagnostics.add(contentsOf: loader.diagnostics) }
    for seed in document.seeds.indices { try loader.open(&document.seeds[seed], &files) }
    for set in document.seedSets.indices {
      for seed in document.seedSets[set].seeds.indices {
        try loader.open(&document.seedSets[set].seeds[seed], &files)
      }
    }
  }

  private init(paths: ProjectPath, viewer: Project) {
    self.paths = paths
    self.viewer = viewer
  }

  private mutating func open(_ seed: inout SeedDeclaration, _ files: inout SchemaFiles) throws(DiskError) {
    guard let options = seed.options, let item = options.file, let schema = files.realPath(of: item.range.file) else {
      return
    }
    let path: FilePath
    switch try paths.target(of: item, from: schema.removingLastComponent()) {
    case .failure(let failure):
      if !options.isFileGuessed { diagnostics.add(failure.diagnostic) }
      return
    case .success(let real): path = real
    }
    let size = try FileSystem.size(of: path)
    guard size <= Self.largestSize else {
      diagnostics.error(
        FileRule.importLimit, at: item.range, "A file of rows has at most 4 GiB, and '\(item.value)' has more",
        explanation: "Divide it.")
      return
    }
    var relative = path
    _ = relative.removePrefix(paths.realRoot)
    let shown = viewer.shownPath(of: paths.project.root.pushing(relative))
    seed.options?.rows = RowFile(id: files.add(rowsAt: path, shownAs: shown), path: shown) {
      () throws(RowFileError) -> RowFile.Pieces in
      func failure(_ error: DiskError) -> RowFileError { RowFileError(path: shown, reason: error.reason) }
      let pieces: FilePieces?
      do throws(DiskError) {
        pieces = try FileSystem.size(of: path) == size ? FilePieces(path) : nil
      } catch {
        throw failure(error)
      }
      guard let pieces else { throw RowFileError(path: shown, reason: "It has changed while it was read") }
      return { (buffer) throws(RowFileError) in
        do throws(DiskError) {
          return try pieces.read(into: buffer)
        } catch {
          throw failure(error)
        }
      }
    }
  }
}
