import Foundation
import SchemaLanguage
import TestSupport
import Testing

/// A schema that people use, below `Tests/Corpus`: `schema.yaml`, and in `original.sql` the tables of the original as
/// MySQL prints them.
struct CorpusSchema: Sendable, CustomTestStringConvertible {
  /// The folder's name.
  let name: String

  /// All of them.
  static let all = ["camunda", "chinook", "flowable", "petclinic", "quartz", "sakila", "spring_batch"].map {
    CorpusSchema(name: $0)
  }

  /// The folder of all schemas.
  static let folder = Repository.root.appending(path: "Tests/Corpus")

  var testDescription: String { name }

  /// The schema compiled for the version of `server` that tests run on, with the findings of the verifier.
  func compile(for server: TestServer) throws -> Compilation {
    var text = try text(of: "schema.yaml")
    // MariaDB lacks MySQL's own collations of UCA 9.0.0; it has the algorithm's earlier version.
    if server == .mariadb { text.replace("utf8mb4_0900_ai_ci", with: "utf8mb4_unicode_520_ci") }
    return Compilation(Array(text.utf8), path: "schemas/\(name).yaml", target: server.target, verifies: true)
  }

  /// The original's tables.
  func originalTables() throws -> [TableText] {
    CreateTableStatements(try text(of: "original.sql")).texts.map { TableText($0.text) }
  }

  private func text(of file: String) throws -> String {
    try String(contentsOf: Self.folder.appending(path: "\(name)/\(file)"), encoding: .utf8)
  }
}
