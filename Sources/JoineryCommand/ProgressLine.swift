internal import Dispatch
internal import Generation
internal import Synchronization

/// A line on the terminal that tells how far a run is, once that takes more than a second; gone when the run ends.
final class ProgressLine: Sendable {
  private struct State {
    var isShown = false
    var isEnded = false
  }

  private let progress: RunProgress
  private let state = Mutex(State())

  /// Shows `progress` from now on, on standard error; `nil` where that is no terminal.
  init?(of progress: RunProgress) {
    guard StandardStream.error.isTerminal else { return nil }
    self.progress = progress
    show(after: .seconds(1))
  }

  /// Erases the line; nothing is shown any more.
  func end() {
    state.withLock { state in
      state.isEnded = true
      if state.isShown { try? StandardStream.error.write(Self.erasure) }
    }
  }

  /// Back to the first column, and the line erased (ECMA-48, erase in line).
  private static let erasure = "\r\u{1B}[K"

  private func show(after interval: DispatchTimeInterval) {
    DispatchQueue.global().asyncAfter(deadline: .now() + interval) {
      let summary = self.progress.summary
      let isEnded = self.state.withLock { state in
        guard !state.isEnded, !summary.isEmpty else { return state.isEnded }
        try? StandardStream.error.write("\(Self.erasure)joinery: \(summary)")
        state.isShown = true
        return false
      }
      if !isEnded { self.show(after: .milliseconds(100)) }
    }
  }
}
