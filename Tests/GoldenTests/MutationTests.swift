import AssociationGraph
import Diagnostics
import Generation
import MySQL
import SchemaLanguage
import TestSupport
import Testing
import YAMLSyntax

/// Schemas that are half-written or mixed up: no stage traps, and what is accepted renders twice to the same bytes.
@Suite struct MutationTests {
  private static let texts = GoldenCase.all.map { golden in
    String(decoding: golden.schema, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
  }
  /// The words of all goldens: names, types, keys, values.
  private static let words = Set(texts.joined().flatMap { $0.split { " :,{}[]\"'".contains($0) }.map(String.init) })
    .sorted()

  @Test func noStageTraps() {
    var generator = SeededGenerator(state: 7)
    var accepted = 0
    let count = TestRun.cases(3_000)
    for _ in 0..<count {
      let text = Self.mutated(&generator)
      let compilation = Compilation(Array(text.utf8), path: "schemas/mutated.yaml")
      guard let graph = compilation.graph else {
        // An empty file has no tree; the command says what is missing, not the compiler.
        let isEmpty = text.split(separator: "\n").allSatisfy { line in
          line.first { $0 != " " } == "#" || line.allSatisfy { $0 == " " }
        }
        #expect(isEmpty || !compilation.diagnostics.isEmpty, "refused without a word:\n\(text)")
        continue
      }
      accepted += 1
      _ = MySQLVerifier(graph: graph).verify()
      #expect(compilation.outputs == compilation.outputs, "\(text)")
    }
    // Enough of the changes are harmless, and enough are not.
    #expect(accepted > count / 20)
    #expect(accepted < count)
  }

  /// A golden schema with one to three changes: a line lost, doubled or moved, a word in the place of another.
  private static func mutated(_ generator: inout SeededGenerator) -> String {
    var lines = texts.randomElement(using: &generator) ?? []
    for _ in 0..<Int.random(in: 1...3, using: &generator) {
      guard !lines.isEmpty else { break }
      let position = Int.random(in: lines.indices, using: &generator)
      switch Int.random(in: 0..<5, using: &generator) {
      case 0: lines.remove(at: position)
      case 1: lines.insert(lines[position], at: position)
      case 2: lines.swapAt(position, Int.random(in: lines.indices, using: &generator))
      case 3:
        lines[position] = String(lines[position].prefix(Int.random(in: 0...lines[position].count, using: &generator)))
      default:
        let own = lines[position].split { " :,{}[]\"'".contains($0) }
        guard let old = own.randomElement(using: &generator), let new = words.randomElement(using: &generator) else {
          continue
        }
        lines[position] = lines[position].replacing(String(old), with: new, maxReplacements: 1)
      }
    }
    return lines.joined(separator: "\n")
  }
}
