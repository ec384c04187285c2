public import Diagnostics
internal import SchemaLanguage

/// The reference page of the rules in Markdown, made from ``ServerRules/all`` and ``EarlierFinding/all``.
public func rulesReference() -> String {
  var text = """
    # Rules of the servers

    What a server would refuse or silently change, Joinery refuses first, at its line and without a server. An error stops \
    the run; a lint is a warning. The numbers are the errors of MySQL 9.7 and MariaDB 10.11. `joinery rules` lists the \
    rules, `joinery rules MY-ROW-SIZE` explains one. This page is made from the same table. What the schema language itself \
    asks for is on the page of the [diagnostics](diagnostics.md).

    ## Index

    | rule | | what it says | MySQL | MariaDB |
    |---|---|---|---|---|

    """
  for rule in ServerRules.all {
    let link = "[\(rule.identifier)](#\(rule.identifier.lowercased()))"
    text += "| \(link) | \(rule.description.kind) | \(rule.sentence) | \(rule.shownMySQL) | \(rule.shownMariaDB) |\n"
  }
  text += """

    ## Found before

    These are found while the schema is read, for every target.

    | diagnostic | what it says | MySQL | MariaDB |
    |---|---|---|---|

    """
  for finding in EarlierFinding.all {
    let link = "[\(finding.identifier)](diagnostics.md#\(finding.identifier.lowercased()))"
    text += "| \(link) | \(finding.sentence) | \(finding.mysql.shown) | \(finding.mariadb.shown) |\n"
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

extension ServerRule {
  /// What the rule says, with the answers of the servers.
  public var description: RuleDescription {
    let names = Target.allCases.filter(targets.contains).map(\.rawValue).joined(separator: ", ")
    return RuleDescription(
      sentence, severity: severity, explanation: explanation,
      facts: ["MySQL: \(shownMySQL)", "MariaDB: \(shownMariaDB)", "Targets: \(names)"], example: example, mend: mend)
  }

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

extension EarlierFinding {
  /// The answers of the servers, a line each.
  public var facts: [String] {
    [
      "MySQL: \(mysql.shown)", "MariaDB: \(mariadb.shown)", "Found while the schema is read, for every target.",
    ]
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
