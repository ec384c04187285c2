import Diagnostics
import YAMLSyntax

/// Parses a text as a file, and asks for all that its tree and its findings hold; a wrong place is a trap.
func read(_ bytes: [UInt8]) {
  var files = SourceFiles()
  let file = files.add(SourceFile(path: "fuzz.yaml", bytes: bytes))
  var diagnostics = DiagnosticCollector()
  let whole = SourceRange(file: file, lower: 0, upper: UInt32(bytes.count))
  if let root = parseYAML(file, in: files, diagnostics: &diagnostics) { visit(root, inside: whole) }
  for diagnostic in diagnostics.diagnostics {
    for case let range? in [diagnostic.range] + diagnostic.notes.map(\.range) { check(range, inside: whole) }
  }
  let text = TextRenderer(files: files).render(diagnostics.sorted)
  precondition(text.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
}

func visit(_ node: YAMLNode, inside whole: SourceRange) {
  check(node.range, inside: whole)
  precondition(node.text.utf8.count <= Int(whole.upper) * 3, "A text grew")
  for element in node.elements { visit(element, inside: whole) }
  for entry in node.entries {
    visit(entry.key, inside: whole)
    visit(entry.value, inside: whole)
  }
}

func check(_ range: SourceRange, inside whole: SourceRange) {
  precondition(range.lower <= range.upper && range.upper <= whole.upper, "\(range) is no place of the file")
}

/// Takes one input of libFuzzer, whose `main` calls it.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>, _ size: Int) -> Int32 {
  read(Array(UnsafeBufferPointer(start: data, count: size)))
  return 0
}
