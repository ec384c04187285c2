import Foundation
import TestSupport
import Testing

/// The folder `generated/` is what the schemas below `schemas/` give.
@Suite struct CommittedOutputTests {
  @Test(arguments: ProjectSchema.all)
  func isCurrent(schema: ProjectSchema) throws {
    let compilation = Compilation(try schema.text(), path: schema.path)
    #expect(compilation.diagnostics == "")
    let folder = Repository.root.appending(path: "generated/\(schema.name)")
    let committed = try FileTree(below: folder)
    #expect(committed.difference(to: compilation.outputs) == "", "Run make generate")
  }

  @Test func holdsNothingElse() throws {
    let folders = try FileManager.default.contentsOfDirectory(
      atPath: Repository.root.appending(path: "generated").path)
    #expect(folders.sorted() == ProjectSchema.all.map(\.name).sorted())
  }
}
