public import ArgumentParser
internal import Diagnostics
internal import Generation

/// The command `joinery`.
public struct JoineryCommand: ParsableCommand {
  /// The name and the version of the command.
  static let tool = DiagnosticReport.Tool(name: "joinery", version: "0.1.0")

  /// Name, help and subcommands.
  public static let configuration = CommandConfiguration(
    commandName: "joinery",
    abstract: "Compiles a YAML schema to MySQL and Swift.",
    discussion: """
      One schema file describes a database: its models, how they are associated, its seed rows and its named queries. \
      Joinery writes, without a server,

        sql/schema.sql   CREATE TABLE, parents first
        sql/drop.sql     the reverse
        sql/seeds.sql    INSERT, in an order that the foreign keys accept
        sql/queries/     one prepared statement for each query
        swift/           structs for rows, types for queries
        graph.md         the association graph, as a diagram and as tables

      into generated/<name of the schema file>/. Commit these files: a reviewer sees in the diff what a change of the \
      schema means.

      Exit codes: 0 done; 1 the schema or the check says no; 2 a wrong call; 3 the disk says no.
      """,
    version: tool.version,
    subcommands: [
      InitCommand.self, GenerateCommand.self, CheckCommand.self, SwiftCommand.self, ExplainCommand.self,
      RulesCommand.self, SchemaCommand.self,
    ])

  /// The command without arguments.
  public init() {}

  /// Parses the process's arguments, runs the command and ends the process with its exit code.
  public static func runAndExit() -> Never {
    StandardStream.occupyClosed()
    do {
      var command = try parseCall(Array(CommandLine.arguments.dropFirst()))
      try command.run()
      exit()
    } catch let error as ExitCode {
      exit(withError: error)
    } catch let error as DiskError {
      Messages.tell("joinery: error: \(DisplayText.escaped(error.message))\n")
      exit(withError: ExitCode(3))
    } catch {
      // A call for help is an error to the parser; a wrong call is told apart by its code.
      let isWrongCall = exitCode(for: error) == .validationFailure
      if isWrongCall {
        Messages.tell(DisplayText.escaped(lines: fullMessage(for: error)) + "\n")
        exit(withError: ExitCode(2))
      }
      exit(withError: error)
    }
  }

  /// The command that `arguments` call.
  ///
  /// Nearly every call begins with a subcommand's name and is right. Then that command parses its arguments alone: by the whole
  /// tree of commands it takes half as long again, which is felt in a short run. All else, be it a call for help, is for the tree,
  /// which says what is wrong.
  private static func parseCall(_ arguments: [String]) throws -> any ParsableCommand {
    if let name = arguments.first,
      let command = configuration.subcommands.first(where: { $0.configuration.commandName == name }),
      let call = try? command.parseAsRoot(Array(arguments.dropFirst())), type(of: call) == command
    {
      return call
    }
    return try parseAsRoot(arguments)
  }
}
