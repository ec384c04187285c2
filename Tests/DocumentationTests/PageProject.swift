import Foundation
import TestSupport

/// The project that a page of the documentation builds as it is read.
final class PageProject {
  /// The lines that the last run printed, to standard output and then to standard error.
  private(set) var output: [String] = []

  private let database: TestDatabase
  private let folder: TemporaryFolder
  private let programs: TemporaryFolder
  private var swift: [String] = []

  /// An empty project. `joinery` is the built command there, `mysql` a client of `database` whatever name it is given.
  init(database: TestDatabase) throws {
    self.database = database
    folder = try TemporaryFolder()
    programs = try TemporaryFolder()
    let mysql = """
      #!/bin/sh
      for word do
        shift
        case $word in -*) ;; *) word='\(database.name)' ;; esac
        set -- "$@" "$word"
      done
      \(try database.server.clientCall()) "$@"

      """
    // The database of the test is there already.
    for (name, script) in [("mysql", mysql), ("mysqladmin", "#!/bin/sh\n")] {
      let file = programs.url.appending(path: name)
      try Data(script.utf8).write(to: file)
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
    }
  }

  /// Does with a block what its mark says; gives what is not as it says.
  func take(_ block: MarkedBlock, _ mark: PageMark) throws -> String? {
    let text = block.lines.map { $0 + "\n" }.joined()
    switch mark {
    case .from(let path):
      return try stands(block.lines, in: Repository.root.appending(path: path)) ? nil : "the block is not in \(path)"
    case .show(let path):
      return try stands(block.lines, in: folder.url.appending(path: path)) ? nil : "the block is not in \(path)"
    case .file(let path):
      try write(text, to: path)
    case .insert(let path, let line):
      return try change(path, line) { [$0] + block.lines }
    case .replace(let path, let line):
      return try change(path, line) { _ in block.lines }
    case .run(let status):
      let result = try run(text)
      output = (result.output + result.errors).split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(
        String.init)
      if result.status != status { return "the commands end with \(result.status):\n\(result.output)\(result.errors)" }
    case .output:
      if output != block.lines { return "the output is:\n\(output.joined(separator: "\n"))" }
    case .swift:
      swift.append(text)
    }
    return nil
  }

  /// Compiles the Swift of the page with that of the project; gives what the compiler says.
  func compileSwift() throws -> String? {
    if swift.isEmpty { return nil }
    let drivers = Repository.root.appending(path: "Tests/GoldenTests/Programs/Drivers")
    var module = SwiftModule(FileTree(["main.swift": []]))
    let generated = try FileTree(below: folder.url.appending(path: "generated"))
    for (path, bytes) in generated.files where path.hasSuffix(".swift") {
      module.sources.files[URL(filePath: path).lastPathComponent] = bytes
    }
    module.sources.files["Page.swift"] = Array(swift.joined(separator: "\n").utf8)
    for name in ["GeneratedStatement.swift", "TextUUIDRow.swift"] {
      module.sources.files[name] = Array(try Data(contentsOf: drivers.appending(path: name)))
    }
    module.imports["MySQLKit"] = try FileTree(below: drivers.appending(path: "MySQLKit"))
    do {
      try module.withProgram { _ in }
      return nil
    } catch let failure as TestServerFailure {
      return "its Swift does not compile:\n\(failure)"
    }
  }

  // MARK: Files and commands

  private func write(_ text: String, to path: String) throws {
    let file = folder.url.appending(path: path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  private func lines(of file: URL) throws -> [String] {
    try String(contentsOf: file, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
  }

  private func stands(_ block: [String], in file: URL) throws -> Bool {
    let lines = try lines(of: file)
    return lines.indices.contains { lines[$0...].starts(with: block) }
  }

  /// Puts others in the place of the one line of a file that is `line` but for the spaces around it.
  private func change(_ path: String, _ line: String, _ change: (String) -> [String]) throws -> String? {
    var lines = try lines(of: folder.url.appending(path: path))
    let indices = lines.indices.filter { lines[$0].trimmingCharacters(in: .whitespaces) == line }
    guard indices.count == 1 else { return "\(path) has \(indices.count) lines '\(line)'" }
    lines.replaceSubrange(indices[0]...indices[0], with: change(lines[indices[0]]))
    try write(lines.joined(separator: "\n"), to: path)
    return nil
  }

  private func run(_ commands: String) throws -> JoineryTool.Result {
    let script = """
      PATH='\(programs.url.path)':'\(JoineryTool.executable.deletingLastPathComponent().path)':$PATH
      GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null
      GIT_AUTHOR_NAME=Ada GIT_AUTHOR_EMAIL=ada@example.org GIT_COMMITTER_NAME=Ada GIT_COMMITTER_EMAIL=ada@example.org
      export PATH GIT_CONFIG_GLOBAL GIT_CONFIG_SYSTEM
      export GIT_AUTHOR_NAME GIT_AUTHOR_EMAIL GIT_COMMITTER_NAME GIT_COMMITTER_EMAIL
      \(commands)
      """
    return try JoineryTool.run(URL(filePath: "/bin/sh"), ["-ec", script], in: folder.url)
  }
}
