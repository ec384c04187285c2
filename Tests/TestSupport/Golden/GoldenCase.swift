public import Foundation
public import Testing

/// A folder below `Tests/Goldens`: a schema, and beside it all that it gives.
///
/// | file | what it holds |
/// |---|---|
/// | `schema.yaml` | the schema; its first comment says what the case is about |
/// | `files/` | what lies beside it: files that it imports, or reads rows from |
/// | `expected/` | the whole output folder |
/// | `warnings.txt` | the text of the warnings, if there are any |
/// | `errors.txt` | in place of both: the text of the diagnostics of a schema that is wrong; such a case is named `error_…` |
/// | `bindings.txt` | values for parameters of its queries: `query.parameter = SQL expression`, several lines for a list |
/// | `nested/` | what `nest` makes of the rows of each query, where the case is run as a program |
///
/// A line `# servers: mysql` in the first comment names the servers that have what the schema uses: `mysql`, `mariadb`,
/// or `none` for a target that no test server is.
public struct GoldenCase: Sendable {
  /// The folder's name.
  public let name: String
  /// The folder.
  public let folder: URL
  /// The schema's text.
  public let schema: [UInt8]

  /// The files that lie beside the schema.
  public let files: FileTree

  /// The path under which the schema is compiled, as a user's would be.
  public var path: String { "schemas/\(name).yaml" }
  /// Whether the schema is wrong.
  public var isWrong: Bool { name.hasPrefix("error_") }

  /// All cases, by name.
  public static let all: [GoldenCase] = {
    let folder = Repository.root.appending(path: "Tests/Goldens")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().compactMap { name in
      let own = folder.appending(path: name)
      guard let schema = try? Data(contentsOf: own.appending(path: "schema.yaml")) else { return nil }
      let files = (try? FileTree(below: own.appending(path: "files"))) ?? FileTree()
      return GoldenCase(name: name, folder: own, schema: Array(schema), files: files)
    }
  }()
  /// The cases whose schemas are right.
  public static let right = all.filter { !$0.isWrong }
  /// The cases whose schemas are wrong.
  public static let wrong = all.filter(\.isWrong)

  /// The case named `name`.
  public static func named(_ name: String) throws -> GoldenCase {
    try #require(all.first { $0.name == name }, "There is no golden folder '\(name)'")
  }

  /// Whether `server` has what the schema uses.
  public func runs(on server: TestServer) -> Bool {
    let comment = String(decoding: schema, as: UTF8.self).split(separator: "\n").prefix { $0.hasPrefix("#") }
    guard let servers = comment.first(where: { $0.hasPrefix("# servers:") }) else { return true }
    return servers.dropFirst("# servers:".count).split(separator: ",").contains {
      $0.trimmingCharacters(in: .whitespaces) == server.name
    }
  }

  /// The text of the file `name` in the folder; `nil` where there is none.
  public func text(of name: String) throws -> String? {
    let file = folder.appending(path: name)
    guard FileManager.default.fileExists(atPath: file.path) else { return nil }
    return String(decoding: try Data(contentsOf: file), as: UTF8.self)
  }

  /// Compares `text` with the file `name`, `nil` for no file; records it instead where recording is on.
  public func expect(
    _ text: String?, isIn name: String, sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) throws {
    let file = folder.appending(path: name)
    let expected = try self.text(of: name)
    guard expected != text else { return }
    Issue.record(
      "\(name) \(Recording.isOn ? "is recorded" : "differs"):\n\(lineDifference(from: expected ?? "", to: text ?? ""))",
      sourceLocation: sourceLocation)
    guard Recording.isOn else { return }
    if let text {
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    } else {
      try FileManager.default.removeItem(at: file)
    }
  }

  /// Compares `tree` with the folder `name`; records it instead where recording is on.
  public func expect(
    _ tree: FileTree, isIn name: String, sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) throws {
    let expected = try FileTree(below: folder.appending(path: name))
    guard expected != tree else { return }
    Issue.record(
      "\(name) \(Recording.isOn ? "is recorded" : "differs"):\n\(expected.difference(to: tree))",
      sourceLocation: sourceLocation)
    if Recording.isOn { try tree.write(to: folder.appending(path: name)) }
  }
}

extension GoldenCase: CustomTestStringConvertible {
  /// The ``name``.
  public var testDescription: String { name }
}
