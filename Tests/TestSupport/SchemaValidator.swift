import Foundation

/// A validator of JSON Schema that is not ours, reading YAML with a parser that is not ours: Python's `jsonschema` and PyYAML.
public enum SchemaValidator {
  /// What an editor makes of a text.
  public enum Verdict: Equatable, Sendable {
    /// Nothing is marked.
    case valid
    /// Something is: the path to it, and a message.
    case invalid(String)
  }

  /// What a validator with the JSON Schema `schema` says of each of `texts`, in order. A text that is no YAML is invalid.
  ///
  /// - Throws: ``TestServerFailure`` where the program does not run to its end: `Scripts/install-test-requirements` installs what
  ///   it needs. It also checks `schema` itself: that it is one, and that each default has the shape that it is a default of.
  public static func verdicts(on texts: [String], by schema: String) throws -> [Verdict] {
    let file = FileManager.default.temporaryDirectory.appending(path: "joinery-\(UUID().uuidString).json")
    try Data(schema.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let encoder = JSONEncoder()
    let lines = try texts.map { String(decoding: try encoder.encode($0), as: UTF8.self) + "\n" }
    let program = Repository.root.appending(path: "Tests/TestSupport/Programs/validate-yaml").path
    let completion = try Subprocess(program, [file.path]).run(input: Array(lines.joined().utf8))
    let verdicts = String(decoding: completion.output, as: UTF8.self).split(separator: "\n").map {
      $0 == "valid" ? Verdict.valid : .invalid(String($0))
    }
    guard completion.status == 0, verdicts.count == texts.count else {
      throw TestServerFailure("validate-yaml failed: \(String(decoding: completion.errors, as: UTF8.self))")
    }
    return verdicts
  }
}
