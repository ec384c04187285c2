/// What has come of many random models on one server.
struct Tally: Sendable {
  /// Models that Joinery accepts, and the server takes as they are.
  var accepted = 0
  /// Refused models by identifier; one that breaks several rules counts for each.
  var refused: [String: Int] = [:]
  /// Of the refused models, those that the server refuses when it is forced to see them, and those that it changes.
  var refusedByServer = 0, changedByServer = 0
  /// Of the refused models, those that were not shown to the server: nothing can be made of them, or they need another
  /// refused one.
  var notShown = 0
  /// Models left out because they name a refused one.
  var leftOut = 0
  /// What went wrong, with the smallest schema that shows it.
  var failures: [String] = []

  /// All models that were refused.
  var refusedModels: Int { refusedByServer + changedByServer + notShown }

  /// Adds what has come of other models.
  mutating func add(_ other: Tally) {
    accepted += other.accepted
    refused.merge(other.refused, uniquingKeysWith: +)
    refusedByServer += other.refusedByServer
    changedByServer += other.changedByServer
    notShown += other.notShown
    leftOut += other.leftOut
    failures += other.failures
  }

  /// A few lines for the log of a run.
  var summary: String {
    let rules = refused.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.key) \($0.value)" }
    return """
      \(accepted) accepted; \(refusedModels) refused: \(refusedByServer) by the server too, \(changedByServer) changed by it, \
      \(notShown) not shown to it; \(leftOut) left out, \(failures.count) failures
      refused by \(rules.count) rules: \(rules.joined(separator: ", "))
      """
  }
}
