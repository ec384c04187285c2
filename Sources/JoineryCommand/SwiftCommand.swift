internal import ArgumentParser
internal import Generation
internal import SchemaLanguage

/// `joinery swift`.
struct SwiftCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "swift",
    abstract: "Writes the Swift of one schema as one file, for build systems.",
    discussion: """
      The file has the name that the call gives it, and is written only if its bytes change. A fragment, which other \
      schemas import, gives a file without types. The build plugin calls this; so can any other build system.

        joinery swift schemas/student_db.yaml --output build/student_db.swift
      """)

  @Argument(help: "The schema file.", completion: SchemaArguments.completion)
  var schema: String

  @Option(help: ArgumentHelp("The Swift file.", valueName: "file"), completion: .file(extensions: ["swift"]))
  var output: String

  @Option(help: ArgumentHelp("The server, in place of the one that the schema names.", valueName: "target"))
  var target: Target?

  @Option(help: ArgumentHelp("Who sees the types, in place of what the schema says.", valueName: "access"))
  var access: SwiftDeclaration.Access?

  @Flag(help: "Show files by whole paths, not by those below the root of the project.")
  var wholePaths = false

  @OptionGroup var reporting: ReportOptions

  func validate() throws {
    // `-` is no file elsewhere, and an empty path is an unset variable of a script.
    if ["", "-"].contains(output) { throw ValidationError("--output is the path of a file, unlike '\(output)'") }
  }

  func run() throws {
    var request = Generator.Request(target: target, access: access)
    request.showsWholePaths = wholePaths
    try Report(reporting).run { generator, outcome throws(DiskError) in
      try generator.generateSwift(of: schema, to: output, request, into: &outcome)
    } answer: { _ in
      Report.Answer()
    }
  }
}
