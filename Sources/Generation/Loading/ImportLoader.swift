internal import Diagnostics
internal import SchemaLanguage
internal import SystemPackage

/// Reads the files that a schema imports, and those that they import.
struct ImportLoader {
  /// The most files that a schema imports.
  static let mostFiles = 1_000
  /// The most bytes that all files of a schema have together.
  static let largestSize = SourceFile.largestSize

  /// A file whose imports are being followed.
  private struct OpenFile {
    /// The file's path, as imports lead to it.
    let path: FilePath
    /// The same without links.
    let realPath: FilePath
    /// What it says; of the schema itself only the imports.
    let fragment: SchemaFragment
    /// Where it is imported; `nil` for the schema itself.
    let importedAt: SourceRange?
    /// The import that is followed next.
    var next = 0
  }

  private let paths: ProjectPath
  /// Gives the paths that people see.
  private let viewer: Project
  private var diagnostics = DiagnosticCollector()
  /// Whether every import led to a file that could be parsed.
  private var isComplete = true
  /// The paths that imports led to so far, each with the file there by its path without links; `nil` where there is none.
  private var tried: [FilePath: FilePath?] = [:]

  /// The content of the files that the schema at `path` in `project` imports, each once, in the order in which it comes in
  /// front of the schema's own: depth first. `size` is the size of the schema's own file, in bytes; `viewer` is the project
  /// from which paths are shown.
  ///
  /// - Returns: `nil` if an import leads to nothing that can be read; `diagnostics` says to what.
  static func fragments(
    importedBy document: SchemaDocument, at path: FilePath, size: Int, in project: Project, seenFrom viewer: Project,
    _ files: inout SchemaFiles, _ diagnostics: inout DiagnosticCollector
  ) throws(DiskError) -> [SchemaFragment]? {
    guard !document.imports.isEmpty else { return [] }
    var loader = ImportLoader(
      paths: try ProjectPath(
        "Import", "An import is a path from the folder of the importing file", in: project, Project.isNameOfSchema),
      viewer: viewer)
    defer { diagnostics.add(contentsOf: loader.diagnostics) }
    let fragments = try loader.follow(document.imports, of: path, size: size, &files)
    return loader.isComplete ? fragments : nil
  }

  private init(paths: ProjectPath, viewer: Project) {
    self.paths = paths
    self.viewer = viewer
  }

  /// Walks over the imports depth first, without recursion: a chain of imports may be long.
  private mutating func follow(
    _ imports: [Located<String>], of path: FilePath, size: Int, _ files: inout SchemaFiles
  ) throws(DiskError) -> [SchemaFragment] {
    var schema = SchemaFragment()
    schema.imports = imports
    var fragments: [SchemaFragment] = []
    var open = [
      OpenFile(path: path, realPath: try FileSystem.realPath(of: path) ?? path, fragment: schema, importedAt: nil)
    ]
    /// Files that were opened, by real path: the position in `open`, or `nil` for those that are done.
    var known: [FilePath: Int?] = [open[0].realPath: 0]
    var rest = Self.largestSize - size
    while let last = open.indices.last {
      guard open[last].next < open[last].fragment.imports.count else {
        let done = open.removeLast()
        known.updateValue(nil, forKey: done.realPath)
        if done.importedAt != nil { fragments.append(done.fragment) }
        continue
      }
      let item = open[last].fragment.imports[open[last].next]
      open[last].next += 1
      guard let target = lexicalTarget(of: item, in: open[last].path) else { continue }
      if tried[target] == nil {
        guard tried.count < Self.mostFiles else {
          reportLimit(item, "A schema imports at most 1,000 files")
          return []
        }
        tried.updateValue(try realTarget(of: item, at: target), forKey: target)
      }
      // What leads nowhere is reported where it is imported first.
      guard case let realPath?? = tried[target] else { continue }
      if let position = known[realPath] {
        if let position {
          reportCircle(item, open[position...])
          // One circle is enough to see what is wrong with a file.
          open[last].next = open[last].fragment.imports.count
        }
        continue
      }
      rest -= try FileSystem.size(of: realPath)
      guard rest >= 0 else {
        reportLimit(item, "The files of a schema have at most 256 MiB together")
        return []
      }
      guard let file = try files.importedFile(at: realPath, shownAs: viewer.shownPath(of: target)) else {
        _ = found(paths.missing(item, near: nil))
        continue
      }
      diagnostics.add(contentsOf: file.diagnostics)
      if file.diagnostics.hasErrors { isComplete = false }
      // A file with nothing in it brings nothing.
      let fragment =
        file.root.map { readFragment($0, importedAt: item.range, diagnostics: &diagnostics) } ?? SchemaFragment()
      known[realPath] = open.count
      open.append(OpenFile(path: target, realPath: realPath, fragment: fragment, importedAt: item.range))
    }
    return fragments
  }

  // MARK: Paths

  /// Where an import of the file at `path` leads by its words alone, which is below the root.
  private mutating func lexicalTarget(of item: Located<String>, in path: FilePath) -> FilePath? {
    found(paths.lexicalTarget(of: item, from: path.removingLastComponent(), below: paths.project.root))
  }

  /// The path without links of the regular file at `target`, which is below the root, too.
  private mutating func realTarget(of item: Located<String>, at target: FilePath) throws(DiskError) -> FilePath? {
    found(try paths.realTarget(of: item, at: target))
  }

  private mutating func found(_ result: Result<FilePath, ProjectPath.Failure>) -> FilePath? {
    switch result {
    case .success(let path): return path
    case .failure(let failure):
      isComplete = false
      diagnostics.add(failure.diagnostic)
      return nil
    }
  }

  // MARK: Reporting

  private mutating func report(
    _ rule: FileRule, _ item: Located<String>, _ summary: String, explanation: String?,
    notes: [Diagnostic.Note] = [], fixIts: [Diagnostic.FixIt] = []
  ) {
    isComplete = false
    diagnostics.error(rule, at: item.range, summary, explanation: explanation, notes: notes, fixIts: fixIts)
  }

  private mutating func reportLimit(_ item: Located<String>, _ summary: String) {
    report(.importLimit, item, summary, explanation: "Divide the schema, or leave out what it does not need.")
  }

  /// Reports an import that leads back to the first file of `circle`, whose last file it stands in.
  private mutating func reportCircle(_ item: Located<String>, _ circle: ArraySlice<OpenFile>) {
    let names = circle.map { viewer.shownPath(of: $0.path) }
    report(
      .importCircle, item, "Imports form no circle, and this one leads back to '\(names[0])'",
      explanation: "Put what the files share into a file that imports none of them.",
      notes: zip(names, circle.dropFirst()).map { name, next in
        Diagnostic.Note("'\(name)' imports '\(viewer.shownPath(of: next.path))' here", at: next.importedAt)
      })
  }
}
