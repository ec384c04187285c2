/// The stable name of a rule, as printed in brackets behind a diagnostic: `GRAPH-UNKNOWN-MODEL`.
///
/// Upper-case words with `-` between them; the first word tells the stage (`YAML`, `LANG`, `GRAPH`, `SEED`, `QUERY`,
/// `MY` for rules of the server, `FILE` for the disk).
public struct DiagnosticIdentifier: RawRepresentable, Hashable, Sendable {
  /// The name as it is printed.
  public let rawValue: String

  /// The identifier that is printed as `rawValue`.
  public init(rawValue: String) { self.rawValue = rawValue }
}

/// The rules of one stage: an enumeration whose raw values are the identifiers that the stage may report.
///
/// Every stage keeps its own, so that all of them can be listed.
public protocol DiagnosticRule: RawRepresentable<String>, CaseIterable, Sendable {
  /// What the rule says. Its example is a schema but for the line `database: school`.
  var description: RuleDescription { get }
}

extension DiagnosticRule {
  /// The identifier of diagnostics that report this rule.
  public var identifier: DiagnosticIdentifier { DiagnosticIdentifier(rawValue: rawValue) }
}
