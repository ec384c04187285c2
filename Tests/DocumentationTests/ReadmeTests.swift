import Foundation
import Testing

/// The README says what is true: its snippets stand in the files that they are from, its commands do what it says.
@Suite struct ReadmeTests {
  private let readme: String
  private let blocks: [MarkedBlock]

  init() throws {
    readme = try String(contentsOf: JoineryTool.repository.appending(path: "README.md"), encoding: .utf8)
    blocks = MarkedBlock.blocks(of: readme)
  }

  @Test("every block says where it is from, what it runs or what it prints")
  func marks() {
    let unmarked = blocks.filter { $0.mark.isEmpty }
    // Only the first block has no mark: the two commands, which continuous integration runs.
    #expect(unmarked.map(\.line) == [blocks[0].line])
    #expect(
      unmarked.first?.lines.map { $0.split(separator: "#")[0].trimmingCharacters(in: .whitespaces) } == [
        "make generate", "make test",
      ])
  }

  @Test("a snippet stands in its file, line for line")
  func snippets() throws {
    for block in blocks {
      guard block.mark.hasPrefix("from: ") else { continue }
      let path = String(block.mark.dropFirst(6))
      let text = try String(contentsOf: JoineryTool.repository.appending(path: path), encoding: .utf8)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      let isThere = lines.indices.contains { lines[$0...].starts(with: block.lines) }
      #expect(isThere, "README.md:\(block.line): the block is not in \(path)")
    }
  }

  @Test("what the README shows as output is the output")
  func output() throws {
    let shown = try #require(blocks.first { $0.mark == "output: joinery generate wrong.yaml" })
    let folder = try TemporaryFolder()
    let schema = """
      database: wrong
      models:
        Grade:
          columns:
            level: integer
        Student:
          columns:
            name: string
          belongsTo:
            grade: Grad?
      seeds:
        Student:
          john:   { nane: John }

      """
    try schema.write(to: folder.url.appending(path: "wrong.yaml"), atomically: true, encoding: .utf8)
    let result = try JoineryTool.run(["generate", "wrong.yaml"], in: folder.url)
    #expect(result.status == 1)
    #expect(result.output == "")
    #expect(result.errors == shown.lines.joined(separator: "\n") + "\n")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["wrong.yaml"])
  }

  @Test("the commands that the README lists run, and find the committed files current")
  func commands() throws {
    let block = try #require(blocks.first { $0.mark == "run" })
    let project = try TemporaryFolder()
    for name in ["Package.swift", "schemas", "generated"] {
      try FileManager.default.copyItem(
        at: JoineryTool.repository.appending(path: name), to: project.url.appending(path: name))
    }
    for line in block.lines {
      let words = line.split(separator: "#")[0].split(separator: " ").map(String.init)
      #expect(words.first == "joinery")
      let result = try JoineryTool.run(Array(words.dropFirst()), in: project.url)
      #expect(result.status == 0, "\(line)\n\(result.errors)")
      if words.contains("generate"), !words.contains("--output"), !words.contains("--dry-run") {
        // What is committed is current, so nothing is written.
        #expect(result.output.split(separator: "\n").allSatisfy { $0.contains(/: 0 written, \d+ unchanged$/) })
      }
    }
    #expect(FileManager.default.fileExists(atPath: project.url.appending(path: "try/student_db/sql/schema.sql").path))
  }

  @Test("the commands of the workflow run where the files are current, each line of it")
  func workflow() throws {
    let url = JoineryTool.repository.appending(path: "Documentation/github-workflow.yml")
    let calls = try String(contentsOf: url, encoding: .utf8).matches(of: /- run: (joinery .*)/).map { String($0.1) }
    #expect(calls.count == 2)
    let project = try TemporaryFolder()
    for name in ["Package.swift", "schemas", "generated"] {
      try FileManager.default.copyItem(
        at: JoineryTool.repository.appending(path: name), to: project.url.appending(path: name))
    }
    for call in calls {
      let script = "PATH='\(JoineryTool.executable.deletingLastPathComponent().path)':$PATH\n\(call)"
      let result = try JoineryTool.run(URL(filePath: "/bin/sh"), ["-c", script], in: project.url)
      #expect(result.status == 0, "\(call)\n\(result.errors)")
      #expect(result.output == "")
    }
    let log = try String(contentsOf: project.url.appending(path: "joinery.sarif"), encoding: .utf8)
    #expect(try JSONSchema.report("sarif").mistakes(in: [log]) == [])
  }
}
