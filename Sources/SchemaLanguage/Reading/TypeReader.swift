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
    if node.kind == .scalar, !node.isNull, node.isPlain, let split = splitType(entry, rest: &rest) { return split }
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

  /// Reports a type that YAML has cut at its commas, `{ type: decimal(10,2) }`, and reads it as it was meant; `nil` if it was
  /// not cut.
  private mutating func splitType(_ entry: YAMLEntry, rest: inout YAMLEntries.Iterator) -> Located<TypeSyntax>? {
    let isOpen = entry.value.withTextBytes { $0.contains(UInt8(ascii: "(")) && !$0.contains(UInt8(ascii: ")")) }
    guard isOpen else { return nil }
    var following = rest
    let begin = entry.value.text
    var text = begin
    var range = entry.value.range
    while let part = following.next() {
      guard part.key.isPlain, part.value.range.lower == part.value.range.upper, part.value.isNull else { return nil }
      let piece = part.key.text
      // Only the comma itself between them: no space was written.
      text += part.key.range.lower == range.upper + 1 ? "," : ", "
      text += piece
      range.upper = max(range.upper, part.key.range.upper)
      guard piece.utf8.contains(UInt8(ascii: ")")) else { continue }
      // If it has another mistake, that one shows when this one is mended.
      let type = (try? TypeParser.parse(text)) ?? TypeSyntax(name: begin)
      rest = following
      let key = entry.key.text
      let quotedType = "\"" + text.escapedForDoubleQuotes + "\""
      let isAlias = entry.value.definition != nil
      report(
        .typeComma, at: range, "Type \(quoted(text)) has a comma and is not quoted inside braces",
        explanation: """
          Inside braces a comma ends the value: YAML reads the type \(quoted(begin)) and a key \(quoted(piece)) without a \
          value. Write `\(key): \(quotedType)`.
          """,
        fixIts: isAlias ? [] : [Diagnostic.FixIt("Put the type in quotes", at: range, replacement: quotedType)])
      return Located(type, at: range)
    }
    return nil
  }
}

extension String {
  fileprivate var escapedForDoubleQuotes: String {
    var escaped = ""
    for scalar in unicodeScalars {
      if scalar == "\"" || scalar == "\\" { escaped.unicodeScalars.append("\\") }
      escaped.unicodeScalars.append(scalar)
    }
    return escaped
  }
}
