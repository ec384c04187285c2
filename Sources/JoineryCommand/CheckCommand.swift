internal import ArgumentParser
internal import Generation

/// `joinery check`.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Fails if a generated file is not what its schema gives.",
    discussion: """
      Prints the difference from the files to what the schemas give, and ends with 1 if there is any. Writes nothing. \
      Made for continuous integration.
      """)

  @OptionGroup var arguments: SchemaArguments

  func run() throws {
    let outcome = try Report.run { outcome throws(DiskError) in try Generator().check(arguments.request, into: &outcome)
    }
    if outcome.hasErrors { throw ExitCode(1) }
    guard outcome.difference.isEmpty else {
      print(outcome.difference, terminator: "")
      StandardError.write("The generated files are not current; run: joinery generate\n")
      throw ExitCode(1)
    }
  }
}
