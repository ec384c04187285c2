import Foundation
import TestSupport
import Testing

/// A page of `Documentation/` that is written by hand.
struct DocumentationPage: Sendable, CustomTestStringConvertible {
  /// The file's name.
  let name: String

  /// All of them. The others are made from tables, whose examples are tested with these.
  static let all: [DocumentationPage] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".md") && !["diagnostics.md", "reference.md", "rules.md"].contains($0) }.sorted()
      .map { DocumentationPage(name: $0) }
  }()

  private static let folder = Repository.root.appending(path: "Documentation")

  var testDescription: String { name }

  private var file: URL { Self.folder.appending(path: name) }

  /// Goes through the page; gives what is not as it says. Where recording is on, the outputs are written into it.
  func follow(on database: TestDatabase) throws -> [String] {
    let text = try String(contentsOf: file, encoding: .utf8)
    let (findings, current) = try Self.follow(text, on: database)
    if Recording.isOn, current != text { try Data(current.utf8).write(to: file) }
    return findings
  }

  /// Does what the text of a page says, as a reader who types it; gives what is not as it says, and the text with the outputs
  /// that there are.
  static func follow(_ text: String, on database: TestDatabase) throws -> (findings: [String], current: String) {
    let project = try PageProject(database: database)
    var findings: [String] = []
    var outputs: [(block: MarkedBlock, output: [String])] = []
    for block in MarkedBlock.blocks(of: text) {
      guard let mark = PageMark(block.mark) else {
        findings.append("line \(block.line): the block has no mark")
        continue
      }
      if let finding = try project.take(block, mark) { findings.append("line \(block.line): \(finding)") }
      if mark == .output { outputs.append((block, project.output)) }
    }
    if let finding = try project.compileSwift() { findings.append(finding) }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    // From behind, so that the lines in front keep their numbers.
    for (block, output) in outputs.reversed() {
      lines.replaceSubrange(block.line..<block.line + block.lines.count, with: output)
    }
    return (findings, lines.joined(separator: "\n"))
  }
}
