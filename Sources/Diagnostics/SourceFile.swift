/// The identity of a file among the ``SourceFiles`` of a run.
public struct SourceFileID: Hashable, Sendable {
  /// Position in ``SourceFiles``, from 0 in the order in which files were read.
  public let index: UInt32

  /// The file at `index`.
  public init(index: UInt32) { self.index = index }
}

/// The text of one input file.
public struct SourceFile: Sendable {
  /// The largest file that is read, in bytes: 256 MiB.
  public static let largestSize = 256 << 20

  /// The path as it is shown to people: below the root, with `/` between the components.
  public let path: String
  /// The file's bytes, as they were read; not necessarily valid UTF-8. Of an excerpt these are not all.
  public let bytes: [UInt8]
  /// The number of the line that ``bytes`` begin with; 1 but for an excerpt.
  public let firstLine: Int
  /// How many bytes of the file come before ``bytes``; 0 but for an excerpt.
  public let firstOffset: Int

  /// A file that is shown as `path` and holds `bytes`; or an excerpt of one, which begins with the line `firstLine` at
  /// `firstOffset`. Places count in `bytes`.
  public init(path: String, bytes: [UInt8], firstLine: Int = 1, firstOffset: Int = 0) {
    self.path = path
    self.bytes = bytes
    self.firstLine = firstLine
    self.firstOffset = firstOffset
  }
}

/// All files that a run has read, so that a ``SourceRange`` can be shown.
public struct SourceFiles: Sendable {
  /// The files in the order in which they were read; ``SourceFileID/index`` counts in it.
  public private(set) var files: [SourceFile] = []

  /// No files yet.
  public init() {}

  /// Adds a file and gives its identity.
  public mutating func add(_ file: SourceFile) -> SourceFileID {
    files.append(file)
    return SourceFileID(index: UInt32(files.count - 1))
  }

  /// Lets go of the bytes of the file with the identity `id`: nothing is to be shown of it.
  public mutating func forgetBytes(of id: SourceFileID) {
    files[Int(id.index)] = SourceFile(path: self[id].path, bytes: [])
  }

  /// The file with the identity `id`, which must come from ``add(_:)`` of this value.
  public subscript(id: SourceFileID) -> SourceFile { files[Int(id.index)] }
}
