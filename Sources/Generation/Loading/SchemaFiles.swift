internal import Diagnostics
internal import SystemPackage
internal import YAMLSyntax

/// The files of a run, each read and parsed once, however many schemas import it.
struct SchemaFiles {
  /// One of them.
  struct File {
    /// Its identity among ``SchemaFiles/sources``.
    let id: SourceFileID
    /// How many bytes it has.
    let size: Int
    /// Its tree; `nil` where there is nothing in it, or nothing that is YAML.
    let root: YAMLNode?
    /// What was found in it as YAML.
    let diagnostics: DiagnosticCollector
  }

  /// The texts, to show diagnostics with.
  private(set) var sources = SourceFiles()
  /// By path without links.
  private var files: [FilePath: File] = [:]

  /// The files of rows, by their identities; nothing of them is held.
  private(set) var rowFiles: [SourceFileID: FilePath] = [:]
  private var realPaths: [SourceFileID: FilePath] = [:]

  /// The files that were read as parts of a schema.
  private(set) var imported: Set<SourceFileID> = []

  /// The files that the schema at hand is made of, in the order in which they were asked for; see ``beginSchema()``.
  private(set) var parts: [SourceFileID] = []

  /// Begins with the files of another schema.
  mutating func beginSchema() { parts = [] }

  /// The file at `path`, read as a part of a schema.
  mutating func importedFile(at path: FilePath, shownAs shownPath: String) throws(DiskError) -> File? {
    guard let file = try file(at: path, shownAs: shownPath) else { return nil }
    imported.insert(file.id)
    return file
  }

  /// The path without links of a file that was read.
  func realPath(of id: SourceFileID) -> FilePath? { realPaths[id] }

  /// Lets go of the tree of a file that nothing imports; should something do so all the same, it is read again.
  mutating func forget(_ file: consuming File) {
    if let path = realPaths[file.id] { files[path] = nil }
  }

  /// Lets go of the text of a file in which nothing was found; its tree was let go of before.
  mutating func forgetText(of id: SourceFileID) {
    if let path = realPaths[id], files[path] == nil { sources.forgetBytes(of: id) }
  }

  /// Adds a file of rows, of which nothing is read yet.
  mutating func add(rowsAt path: FilePath, shownAs shownPath: String) -> SourceFileID {
    let id = sources.add(SourceFile(path: shownPath, bytes: []))
    rowFiles[id] = path
    parts.append(id)
    return id
  }

  /// The file at `path`, which is shown to people as `shownPath`; `nil` if no regular file is there.
  mutating func file(at path: FilePath, shownAs shownPath: String) throws(DiskError) -> File? {
    guard try FileSystem.kindBehindLinks(of: path) == .regular, let real = try FileSystem.realPath(of: path) else {
      return nil
    }
    if let known = files[real] {
      parts.append(known.id)
      return known
    }
    guard let bytes = try FileSystem.read(real, largest: SourceFile.largestSize) else { return nil }
    let id = sources.add(SourceFile(path: shownPath, bytes: bytes))
    var diagnostics = DiagnosticCollector()
    let root = parseYAML(id, in: sources, diagnostics: &diagnostics)
    let file = File(id: id, size: bytes.count, root: root, diagnostics: diagnostics)
    files[real] = file
    realPaths[id] = real
    parts.append(id)
    return file
  }
}
