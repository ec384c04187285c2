import Diagnostics
import Foundation
import Generation
import Testing

/// A folder with files of its own, which is removed when the value is released.
final class TemporaryProject {
  let folder: URL

  /// A folder that holds `files`, by path; in the paths `/` parts folders.
  init(_ files: [String: String]) throws {
    folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appending(path: "joinery-imports-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (path, text) in files { try write(text, to: path) }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Writes a file, in a folder that is made if need be.
  func write(_ text: String, to path: String) throws {
    let file = folder.appending(path: path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// Makes a symbolic link with the words of `target` in it.
  func link(_ path: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: folder.appending(path: path).path(percentEncoded: false), withDestinationPath: target)
  }

  /// Generates from `schemas`, or from all below `schemas/`, called in the folder `call`.
  func generate(_ schemas: [String], calledIn call: String = "") throws -> Generator.Outcome {
    let folder = call.isEmpty ? folder : folder.appending(path: call)
    var outcome = Generator.Outcome()
    let request = Generator.Request(schemas: schemas, folder: folder.path(percentEncoded: false))
    try Generator().generate(request, into: &outcome)
    return outcome
  }

  /// The generated files by path below `generated/`.
  func generated() throws -> [String: String] {
    let root = folder.appending(path: "generated")
    var files: [String: String] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: root.path(percentEncoded: false)) {
      let file = root.appending(path: path)
      if try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true {
        files[path] = String(decoding: try Data(contentsOf: file), as: UTF8.self)
      }
    }
    return files
  }

  /// The findings of a run (see ``generate(_:calledIn:)``) and what it wrote, line by line. A finding is followed by its notes
  /// behind `-`.
  func lines(generating schemas: [String], calledIn call: String = "") throws -> [String] {
    let outcome = try generate(schemas, calledIn: call)
    func place(_ range: SourceRange?) -> String {
      guard let range else { return "" }
      let file = outcome.files[range.file]
      let location = LineTable(file).location(of: range.lower)
      return "\(file.path):\(location.line):\(location.column): "
    }
    var lines: [String] = []
    for diagnostic in outcome.diagnostics {
      lines.append("\(place(diagnostic.range))\(diagnostic.summary) [\(diagnostic.identifier.rawValue)]")
      for note in diagnostic.notes { lines.append("- \(place(note.range))\(note.message)") }
    }
    return lines + outcome.summaries
  }

  /// Records an issue unless a run says just `expected`; see ``lines(generating:calledIn:)``.
  func expect(
    _ expected: [String], generating schemas: [String], calledIn call: String = "",
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) throws {
    let lines = try lines(generating: schemas, calledIn: call)
    #expect(lines == expected, sourceLocation: sourceLocation)
  }
}

/// Records an issue unless a run in a project with `files`, over `schemas/school.yaml`, says just `expected`.
func expectLines(
  _ files: [String: String], _ expected: [String], sourceLocation: Testing.SourceLocation = #_sourceLocation
) throws {
  var files = files
  files["Package.swift"] = ""
  try TemporaryProject(files).expect(expected, generating: ["schemas/school.yaml"], sourceLocation: sourceLocation)
}
