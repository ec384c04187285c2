/// Where a stage puts its findings, so that all of them are reported and not the first alone.
public struct DiagnosticCollector: Sendable {
  /// The findings in the order in which they were made; see ``sorted``.
  public private(set) var diagnostics: [Diagnostic] = []
  /// Whether one of them is an error: then later stages do not run.
  public private(set) var hasErrors = false

  /// No findings yet.
  public init() {}

  /// Adds a finding.
  public mutating func add(_ diagnostic: Diagnostic) {
    diagnostics.append(diagnostic)
    if diagnostic.severity == .error { hasErrors = true }
  }

  /// Adds an error that breaks `rule` at `range`; see ``Diagnostic`` for the wording.
  public mutating func error(
    _ rule: some DiagnosticRule, at range: SourceRange?, _ summary: String, explanation: String? = nil,
    notes: [Diagnostic.Note] = [], fixIts: [Diagnostic.FixIt] = []
  ) {
    add(
      Diagnostic(
        rule.identifier, .error, at: range, summary, explanation: explanation, notes: notes, fixIts: fixIts))
  }

  /// Adds a warning that breaks `rule` at `range`; see ``Diagnostic`` for the wording.
  public mutating func warning(
    _ rule: some DiagnosticRule, at range: SourceRange?, _ summary: String, explanation: String? = nil,
    notes: [Diagnostic.Note] = [], fixIts: [Diagnostic.FixIt] = []
  ) {
    add(
      Diagnostic(
        rule.identifier, .warning, at: range, summary, explanation: explanation, notes: notes, fixIts: fixIts))
  }

  /// Takes from the findings at `positions` those fix-its that are not `kept`.
  public mutating func keepFixIts(of positions: Range<Int>, where kept: (Diagnostic.FixIt) -> Bool) {
    for position in positions { diagnostics[position].fixIts.removeAll { !kept($0) } }
  }

  /// Adds all findings of another stage.
  public mutating func add(contentsOf other: DiagnosticCollector) {
    for diagnostic in other.diagnostics { add(diagnostic) }
  }

  /// The findings by file and place (those without a place first), each once.
  public var sorted: [Diagnostic] {
    var seen = Set<Diagnostic>()
    return diagnostics.enumerated()
      .filter { seen.insert($0.element).inserted }
      .sorted { left, right in
        switch (left.element.range, right.element.range) {
        case (nil, nil): left.offset < right.offset
        case (nil, _): true
        case (_, nil): false
        case (let leftRange?, let rightRange?):
          leftRange == rightRange ? left.offset < right.offset : leftRange < rightRange
        }
      }
      .map(\.element)
  }
}
