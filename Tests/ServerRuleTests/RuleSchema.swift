import AssociationGraph
import Diagnostics
import MySQL
import SchemaLanguage
import YAMLSyntax

/// A schema of a rule's test, as far as the graph.
struct RuleSchema {
  let text: String
  let graph: AssociationGraph?
  /// The rules that are left aside.
  private let ignored: Set<String>
  /// What the stages before the verifier have said.
  let earlier: [Diagnostic]

  /// The schema with the entries `models`, for `target`. That a table has no primary key is left aside where it is written
  /// and `rule` is another one; so are the rules in `switchedOff`.
  init(models: String, target: Target, rule: String = "", without switchedOff: Set<String> = []) {
    let writesNoKey = models.contains("primaryKey: none") && rule != "MY-NO-PRIMARY-KEY"
    ignored = switchedOff.union(writesNoKey ? ["MY-NO-PRIMARY-KEY"] : [])
    let lines = models.split(separator: "\n", omittingEmptySubsequences: false).map { "  " + $0 }
    text = """
      database: rules
      target: \(target.rawValue)
      defaults: { timestamps: false }
      models:
      \(lines.joined(separator: "\n"))

      """
    var files = SourceFiles()
    let file = files.add(SourceFile(path: "schemas/rules.yaml", bytes: Array(text.utf8)))
    var diagnostics = DiagnosticCollector()
    let root = parseYAML(file, in: files, diagnostics: &diagnostics)
    let document = root.flatMap { readSchema($0, path: "schemas/rules.yaml", diagnostics: &diagnostics) }
    graph = document.flatMap { resolve($0, diagnostics: &diagnostics) }
    earlier = diagnostics.diagnostics
  }

  /// The findings of the verifier.
  var findings: [Diagnostic] { graph.map { MySQLVerifier(graph: $0).verify(without: ignored).sorted } ?? [] }

  /// The SQL of the schema, whatever the rules say.
  var sql: String { graph.map { String(decoding: MySQLEmitter(graph: $0).schema(), as: UTF8.self) } ?? "" }

  /// All that is said of the schema, a line each: the identifier, then what stands at the place with its line.
  var said: [String] {
    (earlier + findings).map { diagnostic in
      guard let range = diagnostic.range else { return diagnostic.identifier.rawValue }
      let bytes = Array(text.utf8)
      let line = bytes[..<Int(range.lower)].count { $0 == UInt8(ascii: "\n") }
      return "\(diagnostic.identifier.rawValue) line \(line - 3): "
        + String(decoding: bytes[Int(range.lower)..<Int(range.upper)], as: UTF8.self)
    }
  }
}
