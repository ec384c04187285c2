internal import Diagnostics

/// Where the check of a rule puts what it finds: the rule's identifier and severity come by themselves.
struct Findings {
  private(set) var diagnostics = DiagnosticCollector()
  /// The rule that is checked now, as a position in the run's rules.
  var rule = 0
  private let rules: [ServerRule]

  init(_ rules: [ServerRule]) { self.rules = rules }

  /// Reports a breach of the rule at `range`; see ``Diagnostic`` for the wording.
  mutating func report(
    at range: SourceRange, _ summary: String, _ explanation: String, notes: [Diagnostic.Note] = []
  ) {
    diagnostics.add(
      Diagnostic(
        DiagnosticIdentifier(rawValue: rules[rule].identifier), rules[rule].severity, at: range, summary,
        explanation: explanation, notes: notes))
  }
}
