internal import ArgumentParser
internal import SchemaLanguage

/// `joinery schema`.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Prints the schema language as a JSON Schema, for editors.",
    discussion: """
      An editor with the YAML language server completes, explains and checks a schema that names this file in its first \
      line:

        joinery schema > joinery.schema.json
        # yaml-language-server: $schema=../joinery.schema.json

      The path is counted from the schema's folder. With --project it is the JSON Schema of joinery.yaml.
      """)

  @Flag(help: "Print the one of joinery.yaml.")
  var project = false

  func run() throws {
    try StandardStream.output.write(project ? projectJSONSchema() : languageJSONSchema())
  }
}
