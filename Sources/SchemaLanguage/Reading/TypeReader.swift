import Diagnostics
import YAMLSyntax

extension SchemaReader {
  /// The type in the value of `entry`.
  ///
  /// `rest` gives the entries that follow in the same mapping: those are taken from it that YAML made of a type with a comma
  /// which is not quoted inside braces.
  mutating func readType(
    _ entry: YAMLEntry, rest: inout YAMLEntries.Iterator, expected: ValueShape = .type
  ) -> Located<TypeSyntax>? {
    let node = entry.value
    if let whole = readCutValue(entry, rest: &rest, noun: "type") {
      // If it has another mistake, that one shows when this one is mended.
      return whole.map { (try? TypeParser.parse($0)) ?? TypeSyntax(name: node.text) }
    }
    guard let text = readName(node, of: entry.key, expected: expected) else { return nil }
    if let type = types[text.value] { return Located(type, at: text.range) }
    do throws(TypeParser.Mistake) {
      let type = try TypeParser.parse(text.value)
      types[text.value] = type
      return Located(type, at: text.range)
    } catch {
      reportType(node, text.value, error)
      return nil
    }
  }

  private mutating func reportType(_ node: YAMLNode, _ text: String, _ mistake: TypeParser.Mistake) {
    let range = node.range(ofBytes: mistake.bytes)
    var fixIts: [Diagnostic.FixIt] = []
    if let replacement = mistake.replacement, range != node.range, node.definition == nil {
      fixIts = [Diagnostic.FixIt("Replace it with '\(replacement)'", at: range, replacement: replacement)]
    }
    report(
      .badType, at: range, "Type \(quoted(text)) \(mistake.summary)" + didYouMean(mistake.replacement),
      explanation: mistake.explanation,
      notes: node.definition.map { [Diagnostic.Note("The alias repeats this", at: $0)] } ?? [], fixIts: fixIts)
  }
}
