import Foundation
import TestSupport
import Testing

/// A file below `Tests/CommandTranscripts`: commands that are run one after the other in a copy of a project, and all that
/// each prints.
///
/// ```
/// # What it is about.
/// project: shop
///
/// $ joinery check
/// | what it writes to standard output
/// ! what it writes to standard error
/// exit 1
/// ```
///
/// The project is a folder below `Tests/CommandTranscripts/projects`, whose copy is shown as `/project`. Each line behind a
/// `$` is run by `sh`. Where nothing is said of its exit, it is 0.
struct CommandTranscript: Sendable, CustomTestStringConvertible {
  /// One of the commands.
  struct Call: Sendable {
    /// The line behind `$`.
    let line: String
    /// What was written to standard output.
    let output: String
    /// How it ended.
    let status: Int32
  }

  private static let folder = Repository.root.appending(path: "Tests/CommandTranscripts")

  /// All of them, by name.
  static let all: [CommandTranscript] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".txt") }.sorted().map { CommandTranscript(name: String($0.dropLast(4))) }
  }()

  /// The file's name without its extension.
  let name: String
  var testDescription: String { name }

  private var file: URL { Self.folder.appending(path: "\(name).txt") }

  /// What is written down.
  func text() throws -> String { try String(contentsOf: file, encoding: .utf8) }

  /// Writes down what was run.
  func record(_ text: String) throws { try text.write(to: file, atomically: true, encoding: .utf8) }

  /// Runs the commands; gives the transcript as it is now, and each call.
  func run() throws -> (text: String, calls: [Call]) {
    let lines = try text().split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let head = lines.prefix { !$0.hasPrefix("$ ") }.filter { !$0.isEmpty }
    let project = try #require(head.first { $0.hasPrefix("project: ") }?.dropFirst("project: ".count))
    let folder = try TemporaryFolder()
    let copy = folder.url.appending(path: "project")
    try FileManager.default.copyItem(at: Self.folder.appending(path: "projects/\(project)"), to: copy)
    var text = head.joined(separator: "\n") + "\n"
    var calls: [Call] = []
    for line in lines where line.hasPrefix("$ ") {
      let result = try Self.run(String(line.dropFirst(2)), in: copy)
      text += "\n\(line)\n" + Self.marked(result.output, "|") + Self.marked(result.errors, "!")
      if result.status != 0 { text += "exit \(result.status)\n" }
      calls.append(Call(line: String(line.dropFirst(2)), output: result.output, status: result.status))
    }
    return (text, calls)
  }

  private static func run(_ line: String, in folder: URL) throws -> JoineryTool.Result {
    let tools = JoineryTool.executable.deletingLastPathComponent().path
    let script = """
      PATH='\(tools)':$PATH COLUMNS=80
      export PATH COLUMNS
      unset GITHUB_WORKSPACE NO_COLOR
      \(line)
      """
    var result = try JoineryTool.run(URL(filePath: "/bin/sh"), ["-c", script], in: folder)
    result.output = masked(result.output, folder)
    result.errors = masked(result.errors, folder)
    return result
  }

  /// `text` without what differs from run to run: the folder, and the word that shields the text of a log from commands.
  private static func masked(_ text: String, _ folder: URL) -> String {
    var text = text
    for path in [folder.resolvingSymlinksInPath().path, folder.path] { text = text.replacing(path, with: "/project") }
    if let token = text.firstMatch(of: /::stop-commands::([a-z0-9]+)/)?.1 {
      text = text.replacing(token, with: "TOKEN")
    }
    return text.replacing("\u{1B}", with: "<ESC>").replacing("\r", with: "<CR>")
  }

  private static func marked(_ text: String, _ mark: String) -> String {
    guard !text.isEmpty else { return "" }
    let isWhole = text.hasSuffix("\n")
    let lines = (isWhole ? text.dropLast() : text[...]).split(separator: "\n", omittingEmptySubsequences: false)
    return lines.map { $0.isEmpty ? mark + "\n" : "\(mark) \($0)\n" }.joined() + (isWhole ? "" : "\\ no line end\n")
  }
}
