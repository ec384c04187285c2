internal import ArgumentParser
internal import Diagnostics
internal import MySQL

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
      """)

  @Argument(help: "The identifier of a rule.")
  var identifier: String?

  func run() throws {
    guard let identifier else {
      let width = ServerRules.all.map(\.identifier.count).max() ?? 0
      for rule in ServerRules.all {
        let padding = String(repeating: " ", count: width - rule.identifier.count)
        print("\(rule.identifier)\(padding)  \(rule.kind == "error" ? "error" : "lint ")  \(rule.sentence)")
      }
      return
    }
    guard let explanation = explanation(ofRule: identifier) else {
      let near = nearestName(to: identifier.uppercased(), among: ServerRules.all.map(\.identifier))
      let proposal = near.map { "; did you mean '\($0)'?" } ?? ""
      throw ValidationError("There is no rule '\(identifier)'\(proposal)")
    }
    print(explanation, terminator: "")
  }
}
