import Foundation
import MySQL
import TestSupport
import Testing

/// The inputs that fuzzing begins with, among them all that it found: no stage traps, and each is refused with a word or
/// accepted. `make fuzz` goes on from here.
@Suite struct FuzzingCorpusTests {
  private static let files = try? FileTree(below: Repository.root.appending(path: "Tests/Fuzzing/Corpus"))

  // A test waits for others meanwhile, so that the time of a hang has to be long.
  @Test(.timeLimit(.minutes(10)), arguments: (files?.files.keys.sorted()) ?? [])
  func isCompiled(path: String) throws {
    let bytes = try #require(Self.files?.files[path])
    let compilation = Compilation(bytes, path: "schemas/fuzz.yaml", verifies: true)
    #expect(compilation.graph == nil || compilation.outputs.files["graph.md"] != nil)
    #expect(compilation.graph != nil || !compilation.diagnostics.isEmpty)
  }

  @Test func isThere() { #expect((Self.files?.files.count ?? 0) >= 20) }
}
