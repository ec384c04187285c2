import Diagnostics
import YAMLSyntax

/// The result of reading one text as a file.
struct Parsing {
  let root: YAMLNode?
  let diagnostics: [Diagnostic]
  let bytes: [UInt8]

  init(_ text: String) { self.init(bytes: Array(text.utf8)) }

  init(bytes: [UInt8]) {
    var files = SourceFiles()
    let file = files.add(SourceFile(path: "test.yaml", bytes: bytes))
    var collector = DiagnosticCollector()
    root = parseYAML(file, in: files, diagnostics: &collector)
    diagnostics = collector.sorted
    self.bytes = bytes
  }

  /// The tree with the place of every node, one line each: `key = "text" @lower..<upper`, nested ones indented.
  var outline: String { root.map { Self.outline($0, indentation: "") } ?? "nothing" }

  private static func outline(_ node: YAMLNode, indentation: String) -> String {
    let place =
      "\(node.range.lower)..<\(node.range.upper)" + (node.definition.map { " = \($0.lower)..<\($0.upper)" } ?? "")
    switch node.kind {
    case .scalar:
      return "\(node.text.debugDescription) \(place)"
    case .sequence:
      return node.elements.reduce("[\(node.count)] \(place)") {
        $0 + "\n\(indentation)- " + outline($1, indentation: indentation + "  ")
      }
    case .mapping:
      return node.entries.reduce("{\(node.count)} \(place)") {
        $0 + "\n\(indentation)" + outline($1.key, indentation: "") + ": "
          + outline($1.value, indentation: indentation + "  ")
      }
    }
  }

  /// The content without places, in JSON-like notation.
  var content: String { root.map(Self.content) ?? "nothing" }

  private static func content(_ node: YAMLNode) -> String {
    switch node.kind {
    case .scalar: node.text.debugDescription
    case .sequence: "[" + node.elements.map(content).joined(separator: ", ") + "]"
    case .mapping:
      "{" + node.entries.map { content($0.key) + ": " + content($0.value) }.joined(separator: ", ") + "}"
    }
  }
}
