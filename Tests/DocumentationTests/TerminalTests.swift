import Foundation
import TestSupport
import Testing

/// What is shown on a terminal alone: colours, how far a long run is, and text that would steer it as escapes.
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
    try show(arguments, environment, output: output.map { $0 as Any } ?? FileHandle.nullDevice, while: body).errors
  }

  /// Runs `joinery` with its standard error on a terminal, and its standard output, unless there is another, on one more.
  private func show(
    _ arguments: [String], _ environment: [String: String] = [:], output: Any? = nil, while body: () throws -> Void = {}
  ) throws -> (output: String, errors: String) {
    let terminal = try PseudoTerminal()
    let outputTerminal = try PseudoTerminal()
    let process = Process()
    process.executableURL = JoineryTool.executable
    process.arguments = arguments
    process.currentDirectoryURL = folder.url
    var variables = ProcessInfo.processInfo.environment
    variables["NO_COLOR"] = nil
    variables["TERM"] = "xterm"
    process.environment = variables.merging(environment) { _, new in new }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output ?? outputTerminal.file
    process.standardError = terminal.file
    try process.run()
    try body()
    process.waitUntilExit()
    return (outputTerminal.text(), terminal.text())
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
    #expect(steps.count >= 2)
    #expect(steps.last == "")
    #expect(steps.dropLast().allSatisfy { $0.wholeMatch(of: /joinery: \d+ of 303 files/) != nil })
  }

  @Test("what is told meanwhile takes its place") func messages() throws {
    try FileTree([
      "joinery.yaml": [], "schemas/a.yaml": Array("database: a\nmodels: { M: {} }\n".utf8),
      "schemas/b.yaml": Array("database: b\nmodels: { M: {} }\n".utf8),
    ]).write(to: folder.url)
    #expect(try JoineryTool.run(["generate"], in: folder.url).status == 0)
    let locks = try ["a", "b"].map { name in
      let lock = open(folder.url.appending(path: "generated/\(name)").path, O_RDONLY)
      try #require(lock >= 0 && flock(lock, LOCK_EX) == 0)
      return lock
    }
    let terminal = try PseudoTerminal()
    let process = Process()
    process.executableURL = JoineryTool.executable
    process.arguments = ["generate", "--no-cache"]
    process.currentDirectoryURL = folder.url
    process.environment = ProcessInfo.processInfo.environment.merging(["TERM": "xterm"]) { _, new in new }
    process.standardOutput = FileHandle.nullDevice
    process.standardError = terminal.file
    try process.run()
    var text = ""
    while process.isRunning, !text.contains("files") {
      text += terminal.text()
      usleep(1000)
    }
    close(locks[0])
    while process.isRunning, !text.contains("generated/b") {
      text += terminal.text()
      usleep(1000)
    }
    close(locks[1])
    process.waitUntilExit()
    text += terminal.text()
    let erasure = "\r\u{1B}[K"
    let line = "joinery: 0 of 8 files"
    let waiting = "joinery: waiting for another run that writes to 'generated/"
    let steps = text.replacing(erasure + line, with: "").split(separator: erasure, omittingEmptySubsequences: false)
    #expect(process.terminationStatus == 0)
    #expect(steps.first == "\(waiting)a'\n\(line)")
    #expect(steps.dropFirst().first?.hasPrefix("\(waiting)b'\n") == true, "\(text.debugDescription)")
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

  /// What steers a terminal, and how it is shown there.
  private static let marks = "\u{1B}[2J\u{9B}31m\u{7}\u{8}\u{202E}\u{2066}\u{61C}\u{E0041}"
  private static let shownMarks = #"\u{1B}[2J\u{9B}31m\u{7}\u{8}\u{202E}\u{2066}\u{61C}\u{E0041}"#

  @Test(
    "a check shows what steers a terminal as escapes there, and to a program as it is", arguments: ["xterm", "dumb"])
  func escapesOfADifference(terminal: String) throws {
    let schema = "database: shop\nmodels: { Item: {} }\n"
    try FileTree(["joinery.yaml": [], "schemas/shop.yaml": Array(schema.utf8)]).write(to: folder.url)
    #expect(try JoineryTool.run(["generate"], in: folder.url).status == 0)
    let file = folder.url.appending(path: "generated/shop/sql/drop.sql")
    let made = try String(contentsOf: file, encoding: .utf8)
    try Data((made + "\(Self.marks)\r\n\rback\n").utf8).write(to: file)
    func difference(_ marks: String, _ carriageReturn: String) -> String {
      let lines = made.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      return """
        --- a/generated/shop/sql/drop.sql
        +++ b/generated/shop/sql/drop.sql
        @@ -1,\(lines.count + 2) +1,\(lines.count) @@
         \(lines.joined(separator: "\n "))
        -\(marks)\(carriageReturn)
        -\(carriageReturn)back

        """
    }
    let shown = try show(["check"], ["TERM": terminal])
    #expect(shown.output == difference(Self.shownMarks, #"\u{D}"#))
    #expect(shown.errors == "The generated files are not current; run: joinery generate\n")
    #expect(try JoineryTool.run(["check"], in: folder.url).output == difference(Self.marks, "\r"))
  }

  @Test("so does a run that prints its files")
  func escapesOfFiles() throws {
    let schema = "database: shop\nmodels: { A: { comment: \"\u{202E}\" } }\n"
    try FileTree(["joinery.yaml": [], "schemas/shop.yaml": Array(schema.utf8)]).write(to: folder.url)
    let printed = try JoineryTool.run(["generate", "--output", "-"], in: folder.url).output
    #expect(printed.contains("COMMENT='\u{202E}'"))
    #expect(
      try show(["generate", "--output", "-"]).output.split(separator: "\n")
        == printed.replacing("\u{202E}", with: #"\u{202E}"#).split(separator: "\n"))
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
