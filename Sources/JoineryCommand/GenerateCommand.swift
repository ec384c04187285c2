internal import ArgumentParser
internal import Diagnostics
internal import Generation

/// `joinery generate`.
struct GenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract: "Writes the SQL and Swift of schemas.",
    discussion: """
      A file is written only if its bytes change; a file of an earlier run that is no longer made is removed. If any \
      schema is wrong, all mistakes are printed and nothing is written.

        joinery generate                            every schema below schemas/
        joinery generate schemas/student_db.yaml    one schema
        joinery generate --target mariadb-11 --output try
        joinery generate --dry-run                  what would be written, and why
        joinery generate --output -                 every file, on standard output
      """)

  @OptionGroup var arguments: SchemaArguments

  @Flag(help: "Tell what would be written and removed, and why; write nothing.")
  var dryRun = false

  @Flag(help: "Make every file, also where the last run has written the same and nothing was changed since.")
  var noCache = false

  @OptionGroup var reporting: ReportOptions

  func validate() throws {
    guard arguments.isPrinting else { return }
    if dryRun { throw ValidationError("--dry-run tells of files, and '--output -' writes none") }
    if reporting.format.isDocument {
      throw ValidationError("--format \(reporting.format.rawValue) and '--output -' both fill standard output")
    }
  }

  func run() throws {
    // Files that are printed to a terminal show themselves how far they are.
    let report = Report(reporting, showsProgress: !arguments.isPrinting || !StandardStream.output.isTerminal)
    if arguments.isPrinting {
      try report.print(arguments.request)
    } else if dryRun {
      try report.run { generator, outcome throws(DiskError) in
        try generator.preview(arguments.request, into: &outcome)
      } answer: { outcome in
        .changes(outcome)
      }
    } else {
      var request = arguments.request
      if !noCache { request.cacheFolder = UserCacheFolder.path }
      request.whenWaiting = { folder in
        Messages.tell("joinery: waiting for another run that writes to '\(DisplayText.escaped(folder))'\n")
      }
      try report.run { generator, outcome throws(DiskError) in
        try generator.generate(request, into: &outcome)
      } answer: { outcome in
        Report.Answer(text: Array(outcome.summaries.map { DisplayText.escaped($0) + "\n" }.joined().utf8))
      }
    }
  }
}
