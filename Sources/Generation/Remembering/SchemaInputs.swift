internal import Diagnostics
internal import Hashing
internal import SchemaLanguage
internal import SystemPackage

/// All that the outputs of a schema follow from: its files, what the call asks for, and the program.
struct SchemaInputs {
  /// The hash of all of it.
  let fingerprint: UInt64
  /// The files of rows, which are read again when outputs are made, and what they held.
  private let rows: [(path: FilePath, hash: UInt64)]

  /// What `document`, which was read just now, and its outputs in `folder` follow from; `settings` is the `joinery.yaml` of its
  /// project. `nil` where that cannot be known.
  init?(
    of document: SchemaDocument, writtenTo folder: FilePath, settings: SourceFileID?, _ request: Generator.Request,
    _ files: SchemaFiles
  ) {
    guard let program = ProgramFile.fingerprint() else { return nil }
    var fingerprint = Fingerprint()
    fingerprint.add(program)
    fingerprint.add(document.path)
    fingerprint.add(folder.string)
    for choice in [request.target?.rawValue, request.access?.rawValue, request.layout?.rawValue] {
      fingerprint.add(choice ?? "")
    }
    var rows: [(path: FilePath, hash: UInt64)] = []
    for part in [settings].compactMap({ $0 }) + files.parts.filter({ $0 != settings }) {
      let source = files.sources[part]
      fingerprint.add(source.path)
      if let path = files.rowFiles[part] {
        guard let hash = Self.hash(of: path) else { return nil }
        fingerprint.add(hash)
        rows.append((path, hash))
      } else {
        fingerprint.add(source.bytes)
      }
    }
    self.fingerprint = fingerprint.value
    self.rows = rows
  }

  /// Whether the files of rows hold what they held.
  var areRowsUnchanged: Bool { rows.allSatisfy { Self.hash(of: $0.path) == $0.hash } }

  private static func hash(of path: FilePath) -> UInt64? {
    (try? FilePieces(path)).flatMap { try? XXH64.hash($0) }
  }
}
