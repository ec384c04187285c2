import Foundation

/// The built command while it runs.
final class Tool {
  /// How a run ended, and what it printed.
  struct Ending: Equatable {
    /// The exit code; the negative number of a signal that ended it.
    var status: Int32
    /// Its standard output.
    var output: String
    /// Its standard error.
    var errors: String
  }

  /// The executable beside the test bundle.
  static var executable: String {
    URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "joinery").path
  }

  /// Runs `joinery` with `arguments` in `folder` to its end, started by `launcher`, with `variables` in its environment.
  static func run(
    _ arguments: [String], in folder: URL, by launcher: [String] = [], _ variables: [String: String] = [:]
  ) throws -> Ending {
    try Tool(arguments, in: folder, by: launcher, variables).wait()
  }

  private let process = Process()
  private let scratch = TemporaryFolder()

  /// Starts `joinery` with `arguments` in `folder`, with `variables` in its environment; a `launcher` is a program with its own
  /// arguments, which starts it.
  init(
    _ arguments: [String], in folder: URL, by launcher: [String] = [], _ variables: [String: String] = [:]
  ) throws {
    let words = launcher + [Self.executable] + arguments
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = words
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(variables) { _, new in new }
    for name in ["output", "errors"] { try Data().write(to: scratch.url.appending(path: name)) }
    process.standardOutput = try FileHandle(forWritingTo: scratch.url.appending(path: "output"))
    process.standardError = try FileHandle(forWritingTo: scratch.url.appending(path: "errors"))
    process.standardInput = FileHandle.nullDevice
    // The threads of a pool keep signals away, and a program that is started inherits that.
    var none = sigset_t()
    var own = sigset_t()
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &own)
    defer { pthread_sigmask(SIG_SETMASK, &own, nil) }
    try process.run()
  }

  /// Whether it has not ended yet.
  var isRunning: Bool { process.isRunning }

  /// What it has written to its standard error until now.
  var errors: String {
    get throws { try String(contentsOf: scratch.url.appending(path: "errors"), encoding: .utf8) }
  }

  /// Sends it a signal.
  func signal(_ number: Int32) { kill(process.processIdentifier, number) }

  /// Waits for its end.
  func wait() throws -> Ending {
    process.waitUntilExit()
    let status = process.terminationStatus
    return Ending(
      status: process.terminationReason == .exit ? status : -status,
      output: try String(contentsOf: scratch.url.appending(path: "output"), encoding: .utf8), errors: try errors)
  }
}

/// A folder of its own, gone with the value.
final class TemporaryFolder {
  let url = FileManager.default.temporaryDirectory.appending(path: "joinery-\(UUID().uuidString)")

  init() { try? FileManager.default.createDirectory(at: url, withIntermediateDirectories: true) }

  deinit { try? FileManager.default.removeItem(at: url) }
}
