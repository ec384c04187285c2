internal import ArgumentParser
internal import Generation

/// `joinery init`.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Begins a project with a commented schema.",
    discussion: """
      Writes schemas/<name of the folder>.yaml, a small schema that generates as it stands; joinery.schema.json, by which \
      an editor with the YAML language server completes, explains and checks it; and joinery.yaml, which marks the root of \
      the project where no Package.swift does. Overwrites nothing.
      """)

  @Argument(help: "The folder; it is made if it is not there.", completion: .directory)
  var folder = "."

  @OptionGroup var reporting: ReportOptions

  func run() throws {
    try Report(reporting).run { generator, outcome throws(DiskError) in
      try generator.start(in: folder, into: &outcome)
    } answer: { outcome in
      // A shell takes everything between single quotes as it is, and a quote outside of them behind a backslash.
      let quoted = folder.unicodeScalars.split(separator: "'", omittingEmptySubsequences: false).map { String($0) }
        .joined(separator: "'\\''")
      let call = folder == "." ? "" : "  cd '\(quoted)'\n"
      let text = """
        \(outcome.summaries.map { "\($0): written" }.joined(separator: "\n"))

        Next:
        \(call)  joinery generate              make generated/ of it, and after each change again
          joinery explain Book.genres   see by which keys an association goes
          joinery check                 in continuous integration: fail if generated/ is not current

        Commit the schemas and generated/: a reviewer sees in the diff what a change means.

        """
      return Report.Answer(text: Array(text.utf8))
    }
  }
}
