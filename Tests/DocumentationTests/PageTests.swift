import Foundation
import TestSupport
import Testing

/// The pages of the documentation say what is true: see ``PageMark``.
@Suite struct PageTests {
  @Test(.needs(.mysql), arguments: DocumentationPage.all)
  func saysWhatIsTrue(page: DocumentationPage) throws {
    let findings = try TestServer.mysql.withDatabase { try page.follow(on: $0) }
    for finding in findings { Issue.record("\(page.name), \(finding)") }
  }

  @Test(.needs(.mysql)) func `programs get what the page of the diagnostics says`() throws {
    let page = try String(
      contentsOf: Repository.root.appending(path: "Documentation/diagnostics.md"), encoding: .utf8)
    let section = try #require(page.firstRange(of: "\n## For programs\n"))
    let text = String(page[section.lowerBound...])
    let result = try TestServer.mysql.withDatabase { try DocumentationPage.follow(text, on: $0) }
    #expect(result.findings == [])
    #expect(MarkedBlock.blocks(of: text).map { PageMark($0.mark) } == [.run(status: 0), .output])

    // The members of the table are those that there are.
    let rules = try JoineryTool.run(["rules", "--format", "json"], in: Repository.root).output
    let document = try #require(try JSONSerialization.jsonObject(with: Data(rules.utf8)) as? [String: Any])
    let members = try #require(document["rules"] as? [[String: Any]]).reduce(into: Set()) { $0.formUnion($1.keys) }
    let rows = text.matches(of: /\n\| (`[a-z`, ]+`) \|/).flatMap { $0.1.matches(of: /[a-z]+/).map { String($0.0) } }
    #expect(rows.sorted() == members.sorted())
  }

  @Test(.needs(.mysql)) func `what is not as a page says is found`() throws {
    func page(_ name: String) -> String {
      """
      <!-- file: schemas/a.yaml -->
      ```yaml
      database: a
      models: { \(name): }
      ```
      <!-- run -->
      ```sh
      touch joinery.yaml
      joinery generate
      ```
      <!-- output -->
      ```
      generated/a: 4 written, 0 unchanged
      ```
      <!-- show: generated/a/sql/drop.sql -->
      ```sql
      DROP TABLE IF EXISTS `bees`;
      ```
      <!-- swift -->
      ```swift
      let tables = [Bee.self]
      ```

      """
    }
    let right = try TestServer.mysql.withDatabase { try DocumentationPage.follow(page("Bee"), on: $0) }
    #expect(right.findings == [])
    #expect(right.current == page("Bee"))

    let unmarked = "```sh\nfalse\n```\n<!-- run: exit 1 -->\n```sh\necho b; true\n```\n<!-- output -->\n```\na\n```\n"
    let wrong = try TestServer.mysql.withDatabase { try DocumentationPage.follow(page("Ant") + unmarked, on: $0) }
    #expect(
      wrong.findings.map { $0.prefix { $0 != "\n" } } == [
        "line 16: the block is not in generated/a/sql/drop.sql", "line 23: the block has no mark",
        "line 27: the commands end with 0:", "line 31: the output is:", "its Swift does not compile:",
      ])
    #expect(wrong.current == page("Ant") + unmarked.replacing("\na\n", with: "\nb\n"))
  }

  @Test func `every link leads to a file and a heading`() throws {
    let folder = Repository.root.appending(path: "Documentation")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".md") }
    for path in ["README.md", "CHANGELOG.md"] + names.map({ "Documentation/\($0)" }) {
      let page = Repository.root.appending(path: path)
      for match in try prose(of: page).matches(of: /\]\(([^)#:]*)(?:#([^)]*))?\)/) {
        let target =
          match.1.isEmpty ? page : page.deletingLastPathComponent().appending(path: String(match.1)).standardized
        guard FileManager.default.fileExists(atPath: target.path) else {
          Issue.record("\(path) links to \(match.1), which is not there")
          continue
        }
        guard let anchor = match.2 else { continue }
        #expect(try anchors(of: target).contains(String(anchor)), "\(path) links to \(match.1)#\(anchor)")
      }
    }
  }

  @Test func `the README lists every page`() throws {
    let readme = try String(contentsOf: Repository.root.appending(path: "README.md"), encoding: .utf8)
    for page in DocumentationPage.all { #expect(readme.contains("(Documentation/\(page.name))"), "\(page.name)") }
  }

  /// The lines of a page that stand in no block.
  private func prose(of page: URL) throws -> String {
    var isCode = false
    return try String(contentsOf: page, encoding: .utf8).split(separator: "\n").filter { line in
      if line.hasPrefix("```") { isCode.toggle() }
      return !isCode
    }.joined(separator: "\n")
  }

  /// The anchors that GitHub gives to the headings of a page.
  private func anchors(of page: URL) throws -> Set<String> {
    Set(
      try prose(of: page).split(separator: "\n").filter { $0.hasPrefix("#") }.map { line in
        line.drop { $0 == "#" }.trimmingCharacters(in: .whitespaces).lowercased().filter {
          $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" || $0 == "_"
        }.replacing(" ", with: "-")
      })
  }
}
