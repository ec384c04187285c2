/// A half-open range of bytes in one source file: where something was written.
///
/// Offsets are byte offsets into ``SourceFile/bytes``; `lower <= upper`. An empty range is a place between two bytes.
public struct SourceRange: Hashable, Sendable {
  /// The file's index in ``SourceFiles``.
  public var file: SourceFileID
  /// Offset of the first byte.
  public var lower: UInt32
  /// Offset behind the last byte.
  public var upper: UInt32

  /// A range of `file` from byte `lower` up to, not including, byte `upper`.
  public init(file: SourceFileID, lower: UInt32, upper: UInt32) {
    self.file = file
    self.lower = lower
    self.upper = upper
  }

  /// The place just in front of this range's first byte.
  public var start: SourceRange { SourceRange(file: file, lower: lower, upper: lower) }
}

extension SourceRange: Comparable {
  /// Orders by file, then by start, then by end.
  public static func < (left: SourceRange, right: SourceRange) -> Bool {
    (left.file.index, left.lower, left.upper) < (right.file.index, right.lower, right.upper)
  }
}
