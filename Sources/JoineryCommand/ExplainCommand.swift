internal import ArgumentParser
internal import Diagnostics
internal import Generation

/// `joinery explain`.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Tells by which way an association goes, or what a query does.",
    discussion: """
      Prints the path of an association in words, and the join that it makes in a query; or the plan of a query: what is
      joined how, under which alias, and how many rows there are at most for one of 'from'.

        joinery explain Student.courses
        joinery explain studentsWithGrade
      """)

  @Argument(help: ArgumentHelp("The association, Model.association, or the query.", valueName: "subject"))
  var subject: String

  @Option(
    name: .customLong("schema"),
    help: ArgumentHelp("A schema file; without any, every schema below schemas/.", valueName: "schema"))
  var schemas: [String] = []

  func run() throws {
    let outcome = try Report.run { outcome throws(DiskError) in
      try Generator().explain(subject, Generator.Request(schemas: schemas), into: &outcome)
    }
    if outcome.hasErrors { throw ExitCode(1) }
    guard !outcome.explanations.isEmpty else {
      let near = nearestName(to: subject, among: outcome.subjects)
      StandardError.write(
        "joinery: error: No schema has an association or a query '\(subject)'\(near.map { "; did you mean '\($0)'?" } ?? "")\n"
      )
      throw ExitCode(2)
    }
    Swift.print(outcome.explanations.joined(separator: "\n"), terminator: "")
  }
}
