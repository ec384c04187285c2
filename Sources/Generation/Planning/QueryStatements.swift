internal import MySQL
internal import Synchronization

/// The statements of queries. Where two files hold them, whichever is made first makes them, and the other takes them away: few
/// are kept at a time, if the two are made one soon after the other (``OutputPlan/workOrder``).
final class QueryStatements: Sendable {
  private let emitter: MySQLEmitter
  private let isShared: Bool
  /// What the second file takes, by the query's position.
  private let kept = Mutex<[Int: [QueryStatement]]>([:])

  /// The statements that `emitter` writes; `isShared` where two files hold those of a query.
  init(_ emitter: MySQLEmitter, isShared: Bool) {
    self.emitter = emitter
    self.isShared = isShared
  }

  /// The statements of the query at `position`, one for each level.
  subscript(position: Int) -> [QueryStatement] {
    if let statements = kept.withLock({ $0.removeValue(forKey: position) }) { return statements }
    let statements = emitter.statements(position)
    if isShared { kept.withLock { $0[position] = statements } }
    return statements
  }
}
