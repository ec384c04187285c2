import Synchronization

/// How often each kind of failure was found: one bug may show in hundreds of models, and to make each of them small takes
/// long.
final class Reported: Sendable {
  private let counts = Mutex<[String: Int]>([:])

  /// Notes a failure, and says whether it is one of the first of its `kind`.
  func isNew(_ kind: String) -> Bool {
    counts.withLock { counts in
      counts[kind, default: 0] += 1
      return counts[kind, default: 0] <= 4
    }
  }
}
