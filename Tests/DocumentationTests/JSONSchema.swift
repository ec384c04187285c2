import Foundation
import TestSupport

/// A JSON Schema of draft 7, with which Python's `jsonschema` looks at documents.
struct JSONSchema {
  /// What can be said of documents at all failed.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  private let file: URL

  /// The shape of the reports that `--format` asks for: `json` or `sarif`. Of SARIF that is the part that Joinery uses.
  static func report(_ format: String) -> JSONSchema {
    JSONSchema(
      file: Repository.root.appending(
        path: format == "json" ? "Documentation/report.schema.json" : "Tests/DocumentationTests/Schemas/sarif.json"))
  }

  /// What is wrong with each of `documents`, one line a mistake: the number of the document, the place, the message.
  func mistakes(in documents: [String]) throws -> [String] {
    let program = """
      import json, sys, jsonschema
      schema = json.load(open(sys.argv[1], encoding='utf-8'))
      jsonschema.Draft7Validator.check_schema(schema)
      validator = jsonschema.Draft7Validator(schema)
      for number, document in enumerate(json.load(open(sys.argv[2], encoding='utf-8'))):
          for mistake in validator.iter_errors(json.loads(document)):
              print(f"{number}: {'/'.join(map(str, mistake.absolute_path))}: {mistake.message[:200]}")
      """
    let folder = try TemporaryFolder()
    let list = folder.url.appending(path: "documents.json")
    try JSONEncoder().encode(documents).write(to: list)
    let result = try JoineryTool.run(
      URL(filePath: "/usr/bin/python3"), ["-c", program, file.path, list.path], in: folder.url)
    guard result.status == 0 else { throw Failure(description: result.errors) }
    return result.output.split(separator: "\n").map(String.init)
  }
}
