internal import Diagnostics

/// The reference page of the diagnostics in Markdown, made from ``RuleCatalog``; the rules of the servers have a page of
/// their own (``rulesReference()``).
public func diagnosticsReference() -> String {
  var text = """
    # Diagnostics

    An identifier stands in brackets behind everything that Joinery says of a schema: `[GRAPH-UNKNOWN-MODEL]`. This page \
    says of each what its rule is, why, and what to write instead. An error stops the run; a lint is a warning, which \
    `lint` in a schema switches off. `joinery rules GRAPH-UNKNOWN-MODEL` says the same on a terminal. \
    `joinery rules --format json` gives programs the `identifier`, `severity`, `sentence` and `explanation` of every rule, \
    its `example` where there is one, and the answers of `mysql` and `mariadb` where they have one; a rule of the servers has \
    a `mend` and its `targets` too. The examples break \
    their rule, and leave out the line `database: school`. What a server would refuse has [a page of its own](rules.md). \
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
  return text
}
