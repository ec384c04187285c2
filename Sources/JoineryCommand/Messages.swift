internal import Synchronization

/// What people are told beside the results of a run, on standard error.
///
/// Whether anybody takes it is nothing to the run: what is told is lost where standard error is closed, full, or a pipe
/// without a reader, and all else is as it would be.
enum Messages {
  /// Whether the last line is one that passes.
  private static let isPassing = Mutex(false)
  /// Back to the first column, and the line erased (ECMA-48, erase in line).
  private static let erasure = "\r\u{1B}[K"

  /// Tells `text`, whole lines, in the place of a line that passes.
  static func tell(_ text: String) { replace(with: text, isPassing: false) }

  /// Shows a line on a terminal until something else is told.
  static func show(passing line: String) { replace(with: line, isPassing: true) }

  private static func replace(with text: String, isPassing: Bool) {
    self.isPassing.withLock { wasPassing in
      StandardStream.error.offer((wasPassing ? erasure : "") + text)
      wasPassing = isPassing
    }
  }
}
