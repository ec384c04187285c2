/// What a run would do with one file of an output folder.
public struct OutputChange: Hashable, Sendable {
  /// How the file on the disk stands to what the schema gives.
  public enum Kind: String, Hashable, Sendable {
    /// It is not there yet.
    case new
    /// It has other bytes.
    case changed
    /// It has the same bytes.
    case unchanged
    /// It was made by an earlier run, and no schema gives it any more.
    case stale
  }

  /// What is done.
  public enum Action: String, Hashable, Sendable {
    /// The file is written.
    case write
    /// The file stays as it is.
    case keep
    /// The file is removed.
    case remove
  }

  /// The file's path as it is shown.
  public let path: String
  /// Why something is done.
  public let kind: Kind

  /// What is done.
  public var action: Action {
    switch kind {
    case .new, .changed: .write
    case .unchanged: .keep
    case .stale: .remove
    }
  }
}
