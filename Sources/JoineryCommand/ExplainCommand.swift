internal import ArgumentParser
internal import Diagnostics
internal import Generation

/// `joinery explain`.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Tells by which way an association goes, or what a query does.",
    discussion: """
      Prints the path of an association in words, and the join that it makes in a query; or the plan of a query: what is \
      joined how, under which alias, and how many rows there are at most for one of 'from'.

        joinery explain Student.courses
        joinery explain studentsWithGrade
      """)

  @Argument(
    help: ArgumentHelp("The association, Model.association, or the query.", valueName: "subject"),
    completion: .custom { _, _, _ in subjects() })
  var subject: String

  @Option(
    name: .customLong("schema"),
    help: ArgumentHelp("A schema file; without any, every schema below schemas/.", valueName: "schema"),
    completion: SchemaArguments.completion)
  var schemas: [String] = []

  @OptionGroup var reporting: ReportOptions

  func run() throws {
    try Report(reporting).run { generator, outcome throws(DiskError) in
      try generator.explain(subject, Generator.Request(schemas: schemas), into: &outcome)
    } answer: { outcome in
      let members = [JSONValue.Member("explanations", .array(outcome.explanations.map(JSONValue.string)))]
      guard !outcome.explanations.isEmpty else {
        let near = nearestName(to: subject, among: outcome.subjects).map { "; did you mean '\($0)'?" } ?? ""
        return Report.Answer(
          remark: "joinery: error: No schema has an association or a query '\(subject)'\(near)\n", members: members,
          exitCode: 2)
      }
      return Report.Answer(
        text: Array(DisplayText.escaped(lines: outcome.explanations.joined(separator: "\n")).utf8), members: members,
        remarks: outcome.explanations)
    }
  }

  /// What the schemas of the project have, for a shell that completes; nothing where they cannot be read.
  private static func subjects() -> [String] {
    var outcome = Generator.Outcome()
    try? Generator().explain("", Generator.Request(), into: &outcome)
    return outcome.subjects
  }
}
