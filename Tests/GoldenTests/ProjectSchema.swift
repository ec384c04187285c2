import Foundation
import TestSupport
import Testing

/// A schema below `schemas/`, whose output is committed.
struct ProjectSchema: Sendable, CustomTestStringConvertible {
  /// The path below the root of the project.
  let path: String

  /// All of them, by path.
  static let all: [ProjectSchema] = {
    let paths = try? FileManager.default.subpathsOfDirectory(atPath: Repository.root.appending(path: "schemas").path)
    return (paths ?? []).filter { $0.hasSuffix(".yaml") }.sorted().map { ProjectSchema(path: "schemas/\($0)") }
  }()

  /// The file's stem, which is the name of the output folder.
  var name: String { URL(filePath: path).deletingPathExtension().lastPathComponent }
  var testDescription: String { name }

  /// The text.
  func text() throws -> [UInt8] { Array(try Data(contentsOf: Repository.root.appending(path: path))) }
}
