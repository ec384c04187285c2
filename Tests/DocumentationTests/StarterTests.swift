import Foundation
import TestSupport
import Testing

/// What `joinery init` writes is the golden schema `starter`, which is generated, loaded into the servers and compiled with
/// the others.
@Suite struct StarterTests {
  @Test func isTheGoldenSchema() throws {
    let folder = try TemporaryFolder()
    #expect(try JoineryTool.run(["init", "starter"], in: folder.url).status == 0)
    let written = try FileTree(below: folder.url.appending(path: "starter"))
    #expect(written.files.keys.sorted() == ["joinery.schema.json", "joinery.yaml", "schemas/starter.yaml"])
    #expect(written.text(of: "joinery.schema.json") == (try JoineryTool.run(["schema"], in: folder.url).output))
    let lines = written.text(of: "schemas/starter.yaml").split(separator: "\n", omittingEmptySubsequences: false)
    let golden = String(decoding: try GoldenCase.named("starter").schema, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    // The first line leads to the JSON Schema, which is elsewhere.
    #expect(lines[0] == "# yaml-language-server: $schema=../joinery.schema.json")
    #expect(lines.dropFirst() == golden.dropFirst())
  }

  @Test(
    "the schema is named after the folder",
    arguments: [
      ("My Shop", "my_shop"), ("école-2", "cole_2"), ("2024", "db_2024"), ("名前", "library"), ("a__b_", "a_b"),
    ])
  func name(folder: String, name: String) throws {
    let parent = try TemporaryFolder()
    #expect(try JoineryTool.run(["init", folder], in: parent.url).status == 0)
    let project = parent.url.appending(path: folder)
    #expect(
      try FileTree(below: project).files.keys.sorted() == [
        "joinery.schema.json", "joinery.yaml", "schemas/\(name).yaml",
      ])
    let result = try JoineryTool.run(["generate"], in: project)
    #expect(result.output == "generated/\(name): 13 written, 0 unchanged\n")
    #expect(result.errors == "")
  }
}
