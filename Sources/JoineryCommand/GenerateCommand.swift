internal import ArgumentParser
internal import Generation

/// `joinery generate`.
struct GenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract: "Writes the SQL and Swift of schemas.",
    discussion: """
      A file is written only if its bytes change; a file of an earlier run that is no longer made is removed. If any \
      schema is wrong, all mistakes are printed and nothing is written.

        joinery generate                              every schema below schemas/, into generated/
        joinery generate schemas/student_db.yaml      one schema
        joinery generate --target mariadb-11 --output try
      """)

  @OptionGroup var arguments: SchemaArguments

  func run() throws {
    var request = arguments.request
    request.whenWaiting = { folder in
      StandardError.write("joinery: waiting for another run that writes to '\(folder)'\n")
    }
    let outcome = try Report.run { outcome throws(DiskError) in
      try Generator().generate(request, into: &outcome)
    }
    if outcome.hasErrors { throw ExitCode(1) }
    for summary in outcome.summaries { print(summary) }
  }
}
