public import Diagnostics
internal import SchemaLanguage

/// The reference page of the rules in Markdown, made from ``ServerRules/all`` and ``EarlierFinding/all``.
public func rulesReference() -> String {
  var text = """
    # Rules of the servers

    What a server would refuse or silently change, Joinery refuses first, at its line and without a server. An error stops \
    the run; a lint is a warning. The numbers are the errors of MySQL 9.7 and MariaDB 10.11. `joinery rules` lists the \
    rules, `joinery rules MY-ROW-SIZE` explains one. This page is made from the same table.

    ## Index

    | rule | | what it says | MySQL | MariaDB |
    |---|---|---|---|---|

    """
  for rule in ServerRules.all {
    let link = "[\(rule.identifier)](#\(rule.identifier.lowercased()))"
    text += "| \(link) | \(rule.kind) | \(rule.sentence) | \(rule.shownMySQL) | \(rule.shownMariaDB) |\n"
  }
  text += """

    ## Found before

    These are found while the schema is read, for every target.

    | diagnostic | what it says | MySQL | MariaDB |
    |---|---|---|---|

    """
  for finding in EarlierFinding.all {
    text += "| \(finding.identifier) | \(finding.sentence) | \(finding.mysql.shown) | \(finding.mariadb.shown) |\n"
  }
  text += "\n## The rules\n"
  for rule in ServerRules.all {
    text += """

      ### \(rule.identifier)

      \(rule.sentence). \(rule.explanation)

      ```yaml
      # \(rule.severity == .error ? "refused" : "warned of")
      \(rule.example)
      # mended
      \(rule.mend)
      ```

      """
  }
  return text
}

/// The explanation of one rule for a terminal: what it says, why, what the servers answer, an example and its mend.
///
/// - Parameter identifier: The rule's identifier, in any letter case; also that of an ``EarlierFinding``.
/// - Returns: `nil` where no rule is called so.
public func explanation(ofRule identifier: String) -> String? {
  if let finding = EarlierFinding.all.first(where: { $0.identifier == identifier.uppercased() }) {
    return """
      \(finding.identifier) (error)
      \(finding.sentence).

      MySQL: \(finding.mysql.shown)
      MariaDB: \(finding.mariadb.shown)
      Found while the schema is read, for every target.

      """
  }
  guard let rule = ServerRules.rule(identifier) else { return nil }
  let targets = Target.allCases.filter(rule.targets.contains).map(\.rawValue).joined(separator: ", ")
  return """
    \(rule.identifier) (\(rule.kind))
    \(rule.sentence).

    \(rule.explanation)

    MySQL: \(rule.shownMySQL)
    MariaDB: \(rule.shownMariaDB)
    Targets: \(targets)

    \(rule.severity == .error ? "Refused" : "Warned of"):

    \(indented(rule.example))

    Mended:

    \(indented(rule.mend))

    """
}

/// What the rule of a diagnostic says; `nil` where it is no rule of the servers.
public func ruleDescription(_ identifier: DiagnosticIdentifier) -> RuleDescription? {
  guard let help = explanation(ofRule: identifier.rawValue) else { return nil }
  if let rule = ServerRules.rule(identifier.rawValue) {
    return RuleDescription(sentence: rule.sentence, explanation: rule.explanation, help: help)
  }
  return EarlierFinding.all.first { $0.identifier == identifier.rawValue }
    .map { RuleDescription(sentence: $0.sentence, help: help) }
}

private func indented(_ text: String) -> String {
  text.split(separator: "\n", omittingEmptySubsequences: false).map { "  " + $0 }.joined(separator: "\n")
}

extension ServerRule {
  /// `error` or `lint`.
  public var kind: String { severity == .error ? "error" : "lint" }

  fileprivate var shownMySQL: String { shown(mysql, isMariaDB: false) }

  fileprivate var shownMariaDB: String { shown(mariadb, isMariaDB: true) }

  /// The answer; where the rule does not hold for all targets of a server, with those for which it does.
  private func shown(_ answer: Answer, isMariaDB: Bool) -> String {
    let own = Target.allCases.filter { $0.isMariaDB == isMariaDB }
    let holding = own.filter(targets.contains)
    if holding.isEmpty || holding == own { return answer.shown }
    let names = holding.map(\.rawValue).joined(separator: ", ")
    return answer == .accepts ? "refused by \(names)" : "\(answer.shown) (\(names))"
  }
}

extension ServerRule.Answer {
  /// The answer in few words.
  fileprivate var shown: String {
    switch self {
    case .refuses(let numbers): numbers.map(String.init).joined(separator: ", ")
    case .changesSilently: "changed silently"
    case .accepts: "accepted"
    }
  }
}
