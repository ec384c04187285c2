internal import ArgumentParser
internal import Diagnostics
internal import Generation

/// `joinery rules`.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "Lists the rules behind diagnostics, or explains one.",
    discussion: """
      An identifier stands in brackets behind every diagnostic. It names a rule of the schema language, or one of MySQL or \
      MariaDB: what a server would refuse or silently change, Joinery refuses first.

        joinery rules
        joinery rules GRAPH-UNKNOWN-MODEL
        joinery rules MY-ROW-SIZE
        joinery rules --format json
      """)

  /// How rules are listed.
  enum Format: String, OptionWord {
    /// For people.
    case text
    /// As a JSON document.
    case json
  }

  @Argument(
    help: "The identifier of a rule.", completion: .list(RuleCatalog.all.map(\.identifier.rawValue)))
  var identifier: String?

  @Option(help: "How rules are listed: as text, or as a JSON document with all that is known of each.")
  var format = Format.text

  func validate() throws {
    guard let identifier else { return }
    if format == .json { throw ValidationError("--format json lists all rules: leave the identifier out") }
    guard RuleCatalog.rule(identifier) == nil else { return }
    let near = nearestName(to: identifier.uppercased(), among: RuleCatalog.all.lazy.map(\.identifier.rawValue))
    throw ValidationError(
      "There is no rule '\(DisplayText.escaped(identifier))'\(near.map { "; did you mean '\($0)'?" } ?? "")")
  }

  func run() throws { try StandardStream.output.write(text) }

  private var text: String {
    if let rule = identifier.flatMap(RuleCatalog.rule) { return rule.description.text(of: rule.identifier) }
    switch format {
    case .json:
      let document: JSONValue = ["version": 1, "rules": .array(RuleCatalog.all.map(\.json))]
      return document.text
    case .text:
      let width = RuleCatalog.all.map(\.identifier.rawValue.count).max() ?? 0
      return RuleCatalog.groups.map { group in
        "\(group.title)\n\n" + group.rules.map { $0.line(width: width) }.joined()
      }.joined(separator: "\n")
    }
  }
}

extension RuleCatalog.Entry {
  /// The rule in a list whose identifiers take `width` columns.
  fileprivate func line(width: Int) -> String {
    let name = identifier.rawValue
    let padding = String(repeating: " ", count: width - name.count)
    let kind = description.kind == "error" ? "error" : "lint "
    return "\(name)\(padding)  \(kind)  \(description.sentence)\n"
  }
}
