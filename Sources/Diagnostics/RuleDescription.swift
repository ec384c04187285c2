/// What a rule says, apart from any finding.
public struct RuleDescription: Hashable, Sendable {
  /// What a breach weighs; where it depends, the most.
  public var severity: Diagnostic.Severity
  /// The rule in one sentence, without a full stop.
  public var sentence: String
  /// Why it is so, and what to do; whole sentences.
  public var explanation: String
  /// What else is known of it, a line each: the answers of the servers.
  public var facts: [String]
  /// The smallest YAML that breaks the rule; `nil` where a few lines of one file cannot.
  public var example: String?
  /// The example, mended.
  public var mend: String?

  /// A description; see the properties.
  public init(
    _ sentence: String, severity: Diagnostic.Severity = .error, explanation: String, facts: [String] = [],
    example: String? = nil, mend: String? = nil
  ) {
    self.severity = severity
    self.sentence = sentence
    self.explanation = explanation
    self.facts = facts
    self.example = example
    self.mend = mend
  }

  /// `error`, or `lint` for a warning, which a schema can switch off under `lint`.
  public var kind: String { severity == .error ? "error" : "lint" }

  /// All that there is to say of the rule called `identifier`, as plain text for a terminal.
  public func text(of identifier: DiagnosticIdentifier) -> String {
    var paragraphs = ["\(identifier.rawValue) (\(kind))\n\(sentence).", explanation]
    if !facts.isEmpty { paragraphs.append(facts.joined(separator: "\n")) }
    if let example { paragraphs += [severity == .error ? "Refused:" : "Warned of:", Self.indented(example)] }
    if let mend { paragraphs += ["Mended:", Self.indented(mend)] }
    return paragraphs.joined(separator: "\n\n") + "\n"
  }

  private static func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : "  " + $0 }
      .joined(separator: "\n")
  }
}
