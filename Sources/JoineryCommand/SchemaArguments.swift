public import ArgumentParser
internal import Generation
public import SchemaLanguage

/// What `generate` and `check` are told alike.
struct SchemaArguments: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Schema files.", discussion: "Without any, every schema below schemas/ of the project, at any depth."))
  var schemas: [String] = []

  @Option(help: ArgumentHelp("The folder below which each schema has its own.", valueName: "folder"))
  var output: String?

  @Option(help: ArgumentHelp("The server, in place of the one that the schema names.", valueName: "target"))
  var target: Target?

  var request: Generator.Request { Generator.Request(schemas: schemas, output: output, target: target) }
}

extension Target: ExpressibleByArgument {}
