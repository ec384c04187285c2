internal import Diagnostics
internal import SchemaLanguage

/// What a schema switches off under `lint`.
struct AcceptedWarnings {
  private let identifiers: Set<String>

  /// Reads the entries; one that names no warning is an error.
  init(_ entries: [AcceptedWarning], diagnostics: inout DiagnosticCollector) {
    identifiers = Set(entries.map(\.identifier.value))
    for entry in entries {
      let severity = RuleCatalog.severity(of: entry.identifier.value)
      if severity == .warning { continue }
      if severity == .error {
        diagnostics.error(
          FileRule.unknownWarning, at: entry.identifier.range,
          "Only warnings can be switched off, and '\(entry.identifier.value)' is an error",
          explanation: "Mend what it says, and take it out of `lint`.")
        continue
      }
      let near = nearestName(to: entry.identifier.value, among: Self.warnings)
      diagnostics.error(
        FileRule.unknownWarning, at: entry.identifier.range,
        "No warning is called '\(entry.identifier.value)'\(near.map { "; did you mean '\($0)'?" } ?? "")",
        explanation: "A warning's identifier stands in brackets behind it.",
        fixIts: near.map {
          [
            Diagnostic.FixIt(
              "Replace '\(entry.identifier.value)' with '\($0)'", at: entry.identifier.range, replacement: $0)
          ]
        } ?? [])
    }
  }

  /// The findings but for the warnings that are switched off. Errors stay.
  func filter(_ collector: DiagnosticCollector) -> DiagnosticCollector {
    guard !identifiers.isEmpty else { return collector }
    var rest = DiagnosticCollector()
    for diagnostic in collector.diagnostics
    where diagnostic.severity == .error || !identifiers.contains(diagnostic.identifier.rawValue) {
      rest.add(diagnostic)
    }
    return rest
  }

  /// The identifiers of all warnings.
  private static let warnings =
    RuleCatalog.all.filter { $0.description.severity == .warning }.map(\.identifier.rawValue).sorted()
}
