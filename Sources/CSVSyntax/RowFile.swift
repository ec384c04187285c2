public import Diagnostics

/// A file of rows that is read piece by piece, as often as it takes, and never held as a whole.
///
/// The stages know no files; whoever runs them gives the function that opens one.
public struct RowFile: Sendable {
  /// Reads the next bytes into a buffer that is not empty, and gives how many there were; 0 at the end of the file.
  public typealias Pieces = (UnsafeMutableRawBufferPointer) throws(RowFileError) -> Int

  /// The file's identity among the sources of the run, for places in it: byte offsets, which are below 4 GiB.
  public let id: SourceFileID
  /// The path as it is shown to people.
  public let path: String
  /// Begins to read the file from its first byte.
  public let open: @Sendable () throws(RowFileError) -> Pieces

  /// The file `id`, shown as `path`, that `open` reads.
  public init(id: SourceFileID, path: String, open: @escaping @Sendable () throws(RowFileError) -> Pieces) {
    self.id = id
    self.path = path
    self.open = open
  }
}

/// A file of rows cannot be read.
public struct RowFileError: Error, Hashable, Sendable {
  /// The path as it is shown to people.
  public let path: String
  /// What the system says of it, or what has happened to the file.
  public let reason: String

  /// The file at `path` cannot be read for `reason`.
  public init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }
}
