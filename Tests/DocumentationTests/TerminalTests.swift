import Foundation
import TestSupport
import Testing

/// What is shown on a terminal alone: colours, and how far a long run is.
@Suite struct TerminalTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try FileTree(["joinery.yaml": []]).write(to: folder.url)
  }

  /// Runs `joinery` with its standard error on a terminal, and gives what that shows.
  private func run(
    _ arguments: [String], _ environment: [String: String] = [:], output: Pipe? = nil,
    while body: () throws -> Void = {}
  ) throws -> String {
    let terminal = try PseudoTerminal()
    let process = Process()
    process.executableURL = JoineryTool.executable
    process.arguments = arguments
    process.currentDirectoryURL = folder.url
    var variables = ProcessInfo.processInfo.environment
    variables["NO_COLOR"] = nil
    variables["TERM"] = "xterm"
    process.environment = variables.merging(environment) { _, new in new }
    process.standardInput = FileHandle.nullDevice
    if let output { process.standardOutput = output } else { process.standardOutput = FileHandle.nullDevice }
    process.standardError = terminal.file
    try process.run()
    try body()
    process.waitUntilExit()
    return terminal.text()
  }

  @Test(
    "colours on a terminal, unless NO_COLOR is set and not empty, or the terminal has none",
    arguments: [
      ([], [:], true), ([], ["NO_COLOR": "1"], false), ([], ["NO_COLOR": ""], true), ([], ["TERM": "dumb"], false),
      (["--color", "never"], [:], false), (["--color", "always"], ["NO_COLOR": "1"], true),
    ] as [([String], [String: String], Bool)])
  func colors(options: [String], environment: [String: String], isColored: Bool) throws {
    let text = try run(["check", "nowhere.yaml"] + options, environment)
    let plain = """
      joinery: error: There is no schema file '\(folder.url.resolvingSymlinksInPath().path)/nowhere.yaml' [FILE-NOT-FOUND]
      help: Paths are counted from the folder in which joinery is called.

      1 error

      """
    #expect(text.contains("\u{1B}[1;31merror:") == isColored)
    #expect(text.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
  }

  /// A schema whose outputs fill more than a pipe holds.
  private func writeSchema() throws {
    let models = (1...300).map { "  Model\($0): { columns: { name: string, note: text } }\n" }
    let schema = "database: shop\nmodels:\n" + models.joined()
    try FileTree(["joinery.yaml": [], "schemas/shop.yaml": Array(schema.utf8)]).write(to: folder.url)
  }

  @Test("how far a run is that takes more than a second; nothing is left of it")
  func progress() throws {
    try writeSchema()
    let pipe = Pipe()
    // Nobody reads for a while, so the run takes as long as is wanted.
    let text = try run(["generate", "--output", "-"], output: pipe) {
      Thread.sleep(forTimeInterval: 2)
      try #require(try pipe.fileHandleForReading.readToEnd()?.isEmpty == false)
    }
    let steps = text.split(separator: "\r\u{1B}[K", omittingEmptySubsequences: false)
    #expect(steps.count >= 3)
    #expect(steps.first == "")
    #expect(steps.last == "")
    #expect(steps.dropFirst().dropLast().allSatisfy { $0.wholeMatch(of: /joinery: \d+ of 303 files/) != nil })
  }

  @Test func nothingOfAShortRun() throws {
    try FileTree(["joinery.yaml": [], "schemas/shop.yaml": Array("database: shop\nmodels: { Customer: {} }\n".utf8)])
      .write(to: folder.url)
    // On a machine that is busy, a run may take more than a second, and a shorter one is to be had soon.
    for _ in 0..<50 {
      let start = ContinuousClock.now
      let text = try run(["generate"])
      guard ContinuousClock.now - start >= .seconds(1) else {
        #expect(text == "")
        return
      }
    }
    Issue.record("No run took less than a second")
  }

  @Test("nothing where standard error is no terminal")
  func noTerminal() throws {
    try writeSchema()
    let result = try JoineryTool.run(
      URL(filePath: "/bin/sh"),
      ["-c", "\"$0\" generate --output - | { sleep 1.6; cat; }", JoineryTool.executable.path],
      in: folder.url)
    #expect(result.errors == "")
    #expect(result.output.hasPrefix("==> shop/graph.md ("))
  }

  #if os(Linux)
    @Test(
      "where nobody takes what is printed, the exit code is 3",
      arguments: [
        ["generate", "--output", "-"], ["generate", "--dry-run"], ["check", "--format", "json"], ["rules"],
      ])
    func fullDisk(arguments: [String]) throws {
      try writeSchema()
      let result = try JoineryTool.run(arguments, in: folder.url, outputIn: "/dev/full")
      #expect(result.status == 3)
      #expect(
        result.errors == "joinery: error: Cannot write 'standard output': No space left on device\n")
    }
  #endif
}
