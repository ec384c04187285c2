import Diagnostics
import YAMLSyntax

extension SchemaReader {
  /// Reports a bare value that YAML has cut at its commas, as `{ type: decimal(10,2) }`, and gives it as it was meant; `nil` if
  /// the value of `entry` was not cut.
  ///
  /// The parts are keys without values; they are taken from `rest`, which gives the entries that follow in the same mapping.
  /// `noun` says what the value is.
  mutating func readCutValue(
    _ entry: YAMLEntry, rest: inout YAMLEntries.Iterator, noun: String
  ) -> Located<String>? {
    let value = entry.value
    guard value.kind == .scalar, value.isPlain, !value.isNull,
      value.withTextBytes({ $0.contains(UInt8(ascii: "(")) && !$0.contains(UInt8(ascii: ")")) })
    else { return nil }
    var following = rest
    var text = value.text
    var range = value.range
    var written = value.writtenRange
    while let part = following.next() {
      let missing = part.value.writtenRange
      guard missing.lower == missing.upper, part.value.isNull else { return nil }
      let piece = part.key.isPlain ? part.key.text : part.key.text.inSingleQuotes
      // Only the comma itself between them: no space was written.
      text += part.key.writtenRange.lower == written.upper + 1 ? "," : ", "
      text += piece
      range.upper = max(range.upper, part.key.range.upper)
      written.upper = part.key.writtenRange.upper
      guard part.key.isPlain, piece.utf8.contains(UInt8(ascii: ")")) else { continue }
      rest = following
      let quotedText = "\"" + text.escapedForDoubleQuotes + "\""
      let isAlias = value.definition != nil
      report(
        .typeComma, at: range, "\(noun.withCapital) \(quoted(text)) has a comma and is not quoted inside braces",
        explanation: """
          Inside braces a comma ends the value: YAML reads the \(noun) \(quoted(value.text)) and a key \(quoted(piece)) \
          without a value. Write `\(entry.key.text): \(quotedText)`.
          """,
        notes: isAlias ? [Diagnostic.Note("The alias repeats this", at: written)] : [],
        fixIts: isAlias ? [] : [Diagnostic.FixIt("Put the \(noun) in quotes", at: range, replacement: quotedText)])
      return Located(text, at: range)
    }
    return nil
  }
}

extension YAMLNode {
  /// Where the node's content is written, also if an alias led to it.
  fileprivate var writtenRange: SourceRange { definition ?? range }
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

  /// The text in single quotes, as a member of an enumeration is written.
  fileprivate var inSingleQuotes: String {
    var quoted = "'"
    for scalar in unicodeScalars {
      if scalar == "'" { quoted += "'" }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "'"
  }
}
