import Foundation

/// The built command, run as a user runs it.
struct JoineryTool {
  /// What a run printed and how it ended.
  struct Result {
    var status: Int32
    var output: String
    var errors: String
  }

  /// The folder of this package.
  static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The executable beside the test bundle.
  static var executable: URL {
    URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "joinery")
  }

  /// Runs `joinery` with `arguments` in `folder`.
  static func run(_ arguments: [String], in folder: URL) throws -> Result {
    try run(executable, arguments, in: folder)
  }

  /// Runs `joinery` with `arguments` in `folder`, with its output in the file `outputIn` there, byte for byte.
  static func run(_ arguments: [String], in folder: URL, outputIn name: String) throws -> Result {
    let script = "exec \"$@\" >\"$0\""
    return try run(URL(filePath: "/bin/sh"), ["-c", script, name, executable.path] + arguments, in: folder)
  }

  /// Runs any program with `arguments` in `folder`.
  static func run(_ program: URL, _ arguments: [String], in folder: URL) throws -> Result {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    // Files, not pipes: a pipe that nobody reads stops a program that writes much.
    let scratch = try TemporaryFolder()
    let output = scratch.url.appending(path: "output")
    let errors = scratch.url.appending(path: "errors")
    for file in [output, errors] { try Data().write(to: file) }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus, output: try String(contentsOf: output, encoding: .utf8),
      errors: try String(contentsOf: errors, encoding: .utf8))
  }
}

/// A folder of its own, gone with the value.
final class TemporaryFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "joinery-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }
}
