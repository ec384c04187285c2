internal import ArgumentParser
internal import Generation

/// `joinery check`.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Fails if a generated file is not what its schema gives.",
    discussion: """
      Prints the difference from the files to what the schemas give, and ends with 1 if there is any. Writes nothing. Made \
      for continuous integration.

      Paths count from the root of the project, wherever the call is made, so that is where 'git apply' or 'patch -p1' \
      takes the difference.
      """)

  @OptionGroup var arguments: SchemaArguments

  @OptionGroup var reporting: ReportOptions

  func validate() throws {
    if arguments.isPrinting { throw ValidationError("A check compares files, and '--output -' has none") }
  }

  func run() throws {
    try Report(reporting).run { generator, outcome throws(DiskError) in
      try generator.check(arguments.request, into: &outcome)
    } answer: { outcome in
      guard !outcome.outdated.isEmpty else { return Report.Answer() }
      return Report.Answer(
        text: outcome.difference, remark: "The generated files are not current; run: joinery generate\n",
        findings: outcome.outdated, exitCode: 1)
    }
  }
}
