internal import Diagnostics

/// The reference page of the diagnostics in Markdown, made from ``RuleCatalog``; the rules of the servers have a page of
/// their own (``rulesReference()``).
public func diagnosticsReference() -> String {
  var text = """
    # Diagnostics

    An identifier stands in brackets behind everything that Joinery says of a schema: `[GRAPH-UNKNOWN-MODEL]`. This page \
    says of each what its rule is, why, and what to write instead. An error stops the run; a lint is a warning, which \
    `lint` in a schema switches off. `joinery rules GRAPH-UNKNOWN-MODEL` says the same on a terminal, and \
    `joinery rules --format json` [to programs](#for-programs). The examples break their rule, and leave out the line `database: school`. What a server would refuse has [a page of its own](rules.md). \
    This page is made from the tables of the rules.

    ## Index

    """
  for group in RuleCatalog.stages {
    text += "\n**\(group.title)**\n\n| rule | | what it says |\n|---|---|---|\n"
    for rule in group.rules {
      let identifier = rule.identifier.rawValue
      let link = "[\(identifier)](#\(identifier.lowercased()))"
      text += "| \(link) | \(rule.description.kind) | \(rule.description.sentence) |\n"
    }
  }
  for group in RuleCatalog.stages {
    text += "\n## \(group.title)\n"
    for rule in group.rules {
      let description = rule.description
      text += "\n### \(rule.identifier.rawValue)\n\n\(description.sentence). \(description.explanation)\n"
      if let example = description.example { text += "\n```yaml\n\(example)\n```\n" }
    }
  }
  return text + sectionForPrograms
}

/// What `joinery rules --format json` prints. The marks are those of the pages that are written by hand, by which a test runs
/// the command.
private var sectionForPrograms: String {
  let shown = "MY-NAME-LENGTH"
  // A rule as it stands in the list, from its first member to the comma.
  let lines = RuleCatalog.rule(shown)?.json.text.split(separator: "\n").dropFirst().map { "    " + $0 } ?? []
  return """

    ## For programs

    `joinery rules --format json` prints one document. Its `version` is 1; new members may come, and one that changes its meaning \
    or goes changes the version. Its `rules` are all rules, those of this page first, then [those of the servers](rules.md). \
    Each is an object:

    | member | at | what it is |
    |---|---|---|
    | `identifier` | every rule | what stands in brackets behind a diagnostic |
    | `severity` | every rule | `error` or `warning` |
    | `sentence` | every rule | what the rule says, without a full stop |
    | `explanation` | every rule | why, and what to write instead; whole sentences, with code between backticks as in Markdown |
    | `example` | most rules | lines of a schema that break the rule, without `database`; of a rule of the servers, lines below \
    `models` |
    | `mend` | rules of the servers | the lines of the example as they are right |
    | `targets` | rules of the servers | the values of `target` for which the rule holds |
    | `mysql`, `mariadb` | rules of which the servers know | what MySQL 9 and MariaDB 10.11 do with what breaks the rule: \
    `does` is `refuses`, `changes silently` or `accepts`; `errors` are the numbers of their errors, one of which comes |

    So a rule of the servers stands there:

    <!-- run -->
    ```sh
    joinery rules --format json | sed -n '/"identifier": "\(shown)"/,/^    }/p'
    ```

    <!-- output -->
    ```
    \(lines.joined(separator: "\n")),
    ```

    """
}
