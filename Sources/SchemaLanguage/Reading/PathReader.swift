import Diagnostics
import YAMLSyntax

extension SchemaReader {
  /// The path in `text`, the text of `node`, behind its first `skipped` bytes.
  mutating func readPath(_ node: YAMLNode, _ text: String, skipping skipped: Int = 0) -> PathSyntax? {
    do throws(PathParser.Mistake) {
      let parts = try PathParser.parse(text, skipping: skipped)
      var names = parts.map { Located($0.name, at: node.range(ofBytes: $0.bytes)) }
      guard let column = names.popLast() else { return nil }
      return PathSyntax(associations: names, column: column, isQuoted: parts.last?.isQuoted ?? false)
    } catch {
      report(
        .badPath, at: node.range(ofBytes: error.bytes), "Path \(quoted(text)) \(error.summary)",
        explanation: """
          A path is names with dots between them: `grade.level`. A name that holds a dot stands in backticks, \
          which are doubled inside.
          """,
        notes: node.definition.map { [Diagnostic.Note("The alias repeats this", at: $0)] } ?? [])
      return nil
    }
  }
}
