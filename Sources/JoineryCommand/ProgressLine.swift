internal import Diagnostics
internal import Dispatch
internal import Generation
internal import Synchronization

/// A line on the terminal that tells how far a run is, once that takes more than a second; gone when the run ends.
final class ProgressLine: Sendable {
  private let progress: RunProgress
  private let isEnded = Mutex(false)

  /// Shows `progress` from now on, on standard error; `nil` where that is no terminal.
  init?(of progress: RunProgress) {
    guard StandardStream.error.isTerminal else { return nil }
    self.progress = progress
    show(after: .seconds(1))
  }

  /// Erases the line; nothing is shown any more.
  func end() {
    isEnded.withLock { isEnded in
      isEnded = true
      Messages.tell("")
    }
  }

  private func show(after interval: DispatchTimeInterval) {
    DispatchQueue.global().asyncAfter(deadline: .now() + interval) {
      let summary = self.progress.summary
      let isEnded = self.isEnded.withLock { isEnded in
        if !isEnded, !summary.isEmpty { Messages.show(passing: "joinery: \(DisplayText.escaped(summary))") }
        return isEnded
      }
      if !isEnded { self.show(after: .milliseconds(100)) }
    }
  }
}
