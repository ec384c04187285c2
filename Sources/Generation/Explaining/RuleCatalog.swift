internal import AssociationGraph
public import Diagnostics
internal import MySQL
internal import SchemaLanguage
internal import YAMLSyntax

/// Every rule whose identifier may stand behind a diagnostic, whichever stage keeps it.
public enum RuleCatalog {
  /// The rules of one stage.
  public struct Group: Sendable {
    /// What they are about, as a heading.
    public let title: String
    /// The rules, in the order in which the stage lists them.
    public let rules: [Entry]
  }

  /// A rule and what it says.
  public struct Entry: Sendable {
    /// The name in brackets behind a diagnostic.
    public let identifier: DiagnosticIdentifier
    /// What the rule says.
    public let description: RuleDescription
  }

  /// The groups in the order of the stages; the rules of the servers are the last.
  public static let groups = stages + [servers]

  /// All rules, in the order of ``groups``.
  public static let all = groups.flatMap(\.rules)

  /// What Joinery itself demands.
  public static let stages = rulesOfStages.map { title, rules in group(title, rules) }

  private static let rulesOfStages: [(title: String, rules: any DiagnosticRule.Type)] = [
    ("Syntax of YAML", SyntaxRule.self),
    ("Schema language", LanguageRule.self),
    ("Models, columns and associations", GraphRule.self),
    ("Values", ValueRule.self),
    ("Rows", SeedRule.self),
    ("Files of rows", RowFileRule.self),
    ("Queries", QueryRule.self),
    ("Files and projects", FileRule.self),
  ]

  /// What a server would refuse or change silently; see ``ServerRules``.
  private static let servers = Group(
    title: "Servers",
    rules: ServerRules.all.map {
      Entry(identifier: DiagnosticIdentifier(rawValue: $0.identifier), description: $0.description)
    })

  /// The rule called `identifier`, in any letter case; `nil` where none is.
  public static func rule(_ identifier: String) -> Entry? { byIdentifier[identifier.uppercased()] }

  /// How grave what the rule called `identifier`, in these letters, finds is; `nil` where there is no such rule. No other rule's
  /// description is made to find out.
  static func severity(of identifier: String) -> Diagnostic.Severity? {
    for (_, rules) in rulesOfStages {
      if let severity = severity(of: identifier, among: rules) { return severity }
    }
    return ServerRules.all.first { $0.identifier == identifier }?.description.severity
  }

  private static func severity<Rule: DiagnosticRule>(
    of identifier: String, among _: Rule.Type
  ) -> Diagnostic.Severity? {
    Rule(rawValue: identifier)?.description.severity
  }

  private static let byIdentifier = Dictionary(uniqueKeysWithValues: all.map { ($0.identifier.rawValue, $0) })

  private static func group<Rule: DiagnosticRule>(_ title: String, _: Rule.Type) -> Group {
    let answers = Dictionary(uniqueKeysWithValues: EarlierFinding.all.map { ($0.identifier, $0.facts) })
    return Group(
      title: title,
      rules: Rule.allCases.map { rule in
        var description = rule.description
        description.facts = answers[rule.rawValue] ?? []
        return Entry(identifier: rule.identifier, description: description)
      })
  }
}
