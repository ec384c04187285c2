internal import ArgumentParser
internal import Diagnostics
internal import MySQL
internal import SchemaLanguage

/// `joinery rules`.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "Lists the rules of the servers, or explains one.",
    discussion: """
      What MySQL or MariaDB would refuse or silently change, Joinery refuses first. An identifier stands in brackets \
      behind every diagnostic.

        joinery rules
        joinery rules MY-ROW-SIZE
        joinery rules --format json
      """)

  /// How rules are listed.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    /// For people.
    case text
    /// As a JSON document.
    case json
  }

  @Argument(
    help: "The identifier of a rule.",
    completion: .list(ServerRules.all.map(\.identifier) + EarlierFinding.all.map(\.identifier)))
  var identifier: String?

  @Option(help: "How rules are listed: as text, or as a JSON document with all that is known of each.")
  var format = Format.text

  func validate() throws {
    guard let identifier else { return }
    if format == .json { throw ValidationError("--format json lists all rules: leave the identifier out") }
    guard explanation(ofRule: identifier) == nil else { return }
    let near = nearestName(to: identifier.uppercased(), among: ServerRules.all.map(\.identifier))
    throw ValidationError(
      "There is no rule '\(DisplayText.escaped(identifier))'\(near.map { "; did you mean '\($0)'?" } ?? "")")
  }

  func run() throws { try StandardStream.output.write(text) }

  private var text: String {
    if let identifier { return explanation(ofRule: identifier) ?? "" }
    switch format {
    case .json:
      let document: JSONValue = ["version": 1, "rules": .array(ServerRules.all.map(\.json))]
      return document.text
    case .text:
      let width = ServerRules.all.map(\.identifier.count).max() ?? 0
      return ServerRules.all.map { rule in
        let padding = String(repeating: " ", count: width - rule.identifier.count)
        return "\(rule.identifier)\(padding)  \(rule.kind == "error" ? "error" : "lint ")  \(rule.sentence)\n"
      }.joined()
    }
  }
}

extension ServerRule {
  /// All that is known of the rule.
  fileprivate var json: JSONValue {
    [
      "identifier": .string(identifier),
      "severity": .string(severity.rawValue),
      "sentence": .string(sentence),
      "explanation": .string(explanation),
      "example": .string(example),
      "mend": .string(mend),
      "targets": .array(Target.allCases.filter(targets.contains).map { .string($0.rawValue) }),
      "mysql": mysql.json,
      "mariadb": mariadb.json,
    ]
  }
}

extension ServerRule.Answer {
  /// What a server does, with the numbers of its errors.
  fileprivate var json: JSONValue {
    switch self {
    case .refuses(let numbers): ["does": "refuses", "errors": .array(numbers.map(JSONValue.number))]
    case .changesSilently: ["does": "changes silently", "errors": []]
    case .accepts: ["does": "accepts", "errors": []]
    }
  }
}
