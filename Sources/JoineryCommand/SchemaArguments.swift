internal import ArgumentParser
internal import Generation
public import SchemaLanguage

/// What `generate` and `check` are told alike.
struct SchemaArguments: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Schema files.",
      discussion: """
        Without any, every schema below schemas/ of the project, at any depth, or what joinery.yaml names in its place.
        """),
    completion: SchemaArguments.completion)
  var schemas: [String] = []

  @Option(
    help: ArgumentHelp("The folder below which each schema has its own.", valueName: "folder"), completion: .directory)
  var output: String?

  @Option(help: ArgumentHelp("The server, in place of the one that the schema names.", valueName: "target"))
  var target: Target?

  @Option(help: ArgumentHelp("Who sees the Swift types, in place of what the schema says.", valueName: "access"))
  var access: SwiftDeclaration.Access?

  @Option(
    help: ArgumentHelp("One Swift file a type or one in all, in place of what the schema says.", valueName: "layout"))
  var layout: SwiftDeclaration.Layout?

  func validate() throws {
    // An unset variable of a script, which would fill the folder of the call.
    if output?.isEmpty == true { throw ValidationError("--output is the path of a folder, and not empty") }
  }

  /// The completion of a schema's path.
  static let completion = CompletionKind.file(extensions: ["yaml", "yml", "json"])

  /// Whether outputs go to standard output.
  var isPrinting: Bool { output == "-" }

  var request: Generator.Request {
    Generator.Request(schemas: schemas, output: output, target: target, access: access, layout: layout)
  }
}

extension Target: OptionWord {}
extension SwiftDeclaration.Access: OptionWord {}
extension SwiftDeclaration.Layout: OptionWord {}
