internal import Synchronization

/// How far a run is, for those who wait for it.
public final class RunProgress: Sendable {
  private struct State {
    /// The schema that is compiled.
    var schema = ""
    /// Of each planned file, whether it was made.
    var isMade: [Bool] = []
    var made = 0
  }

  private let state = Mutex(State())

  /// The progress of a run that has not begun.
  public init() {}

  /// What the run does now, in a few words; empty where it has not begun.
  public var summary: String {
    state.withLock { state in
      if !state.isMade.isEmpty { return "\(state.made) of \(state.isMade.count) files" }
      return state.schema.isEmpty ? "" : "compiling \(state.schema)"
    }
  }

  /// A schema, as its path is shown, is compiled from now on.
  func compiles(_ schema: String) { state.withLock { $0.schema = schema } }

  /// The files of `plan`, which tell from now on when they are made for the first time.
  func follow(_ plan: OutputPlan) -> OutputPlan {
    let first = state.withLock { state in
      state.isMade += plan.files.map { _ in false }
      return state.isMade.count - plan.files.count
    }
    return plan.followed { ProgressFollower(maker: $0, progress: self, first: first) }
  }

  fileprivate func made(_ position: Int) {
    state.withLock { state in
      guard !state.isMade[position] else { return }
      state.isMade[position] = true
      state.made += 1
    }
  }
}

/// Tells a ``RunProgress`` of the files that are made.
private final class ProgressFollower: FileMaker {
  private let maker: any FileMaker
  private let progress: RunProgress
  /// The place of the plan's first file among those of the run.
  private let first: Int

  init(maker: any FileMaker, progress: RunProgress, first: Int) {
    self.maker = maker
    self.progress = progress
    self.first = first
  }

  func make(_ number: Int, _ take: ([UInt8]) throws -> Void) throws {
    try maker.make(number, take)
    progress.made(first + number)
  }
}
