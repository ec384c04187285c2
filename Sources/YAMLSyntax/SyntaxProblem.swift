/// A mistake of syntax as a person sees it, made from what libyaml says and from the text around the place.
///
/// libyaml reports where it could not go on, often a line behind the mistake, and in the terms of its own grammar. Here
/// every message it has gets a place and words of its own; one that is not known keeps libyaml's.
struct SyntaxProblem {
  /// Where the mistake is, as well as it can be told.
  private(set) var range: Range<Int>
  /// See `Diagnostic`.
  private(set) var summary: String
  /// See `Diagnostic`.
  private(set) var explanation: String?
  /// A second place.
  private(set) var note: (message: String, range: Range<Int>)?
  /// What to put at ``range`` instead.
  private(set) var fixIt: (summary: String, replacement: String)?

  private let text: TextBytes
  /// Where libyaml stopped, and where the thing started that it was reading.
  private let offset: Int
  private let context: Int

  /// Reads `failure`, which libyaml places at the bytes `offset` and `context`. `openBracket` is the place of the
  /// innermost `[` or `{` that is not closed, if the text stands in one; `cutValue` the value, cut at a comma, that goes on
  /// at `offset`, if one does.
  init(
    _ failure: EventReader.Failure, at offset: Int, context: Int, openBracket: Int?, cutValue: CutValue?,
    in text: TextBytes
  ) {
    self.text = text
    self.offset = offset
    self.context = context
    range = text.character(at: offset)
    summary = "Text is not YAML: \(failure.problem)"
    explanation = failure.context.isEmpty ? nil : "The YAML reader stopped \(failure.context)."

    switch failure.problem {
    case "mapping values are not allowed in this context": explainColon()
    case "found unexpected ':'":
      set(range, "A key's ':' must be followed by a space", "For text with a colon, use quotes.")
    case "could not find expected ':'": explainMissingColon()
    case "did not find expected key": explainMissingKey()
    case "did not find expected '-' indicator":
      set(
        line(from: offset), "Line stands among the items of a list, but does not start with '- '",
        "Start it with '- ', or indent it like the key to which it belongs.")
    case "did not find expected ',' or ']'": explainBracket(open: openBracket ?? context, closing: "]")
    case "did not find expected ',' or '}'":
      if let cutValue, character(offset) == ")" {
        explainCutValue(cutValue)
      } else {
        explainBracket(open: openBracket ?? context, closing: "}")
      }
    case "did not find expected node content": explainMissingValue(openBracket: openBracket)
    case "did not find expected <document start>": explainDocumentStart()
    case "block sequence entries are not allowed in this context":
      set(range, "A list must start on the line below its key", "Put each '- ' on a line of its own, below the key.")
    case "mapping keys are not allowed in this context":
      set(range, "Character '?' cannot start a value", "Put the text between quotes.")
    case "found character that cannot start any token": explainCharacter()
    case "found a tab character that violates indentation",
      "found a tab character where an indentation space is expected":
      explainTab()
    case "found unexpected end of stream" where failure.context.contains("quoted"),
      "found unexpected document indicator" where failure.context.contains("quoted"):
      let quote = character(context)
      set(
        text.character(at: context), "Quote \(quote) is not closed",
        "Put the same quote at the end of the text" + (quote == "'" ? "; inside it, write ' as ''." : "."))
    case "found unknown escape character":
      let lower = max(text.start, min(offset, text.bytes.count))
      let upper = text.character(at: lower + 1).upperBound
      set(
        lower..<upper, "Escape \(quoted(lower..<upper)) does not exist in YAML",
        #"Write a backslash as \\, or use single quotes, in which it has no meaning."#)
    case "did not find expected hexdecimal number":
      set(
        escape, "Escape \(quoted(escape)) lacks hexadecimal digits",
        #"Write \x with two, \u with four or \U with eight."#)
    case "found invalid Unicode character escape code":
      set(
        escape, "Escape \(quoted(escape)) is not a Unicode scalar",
        #"Write a character above U+FFFF with \U and eight digits, or with \u as a high surrogate and, directly behind it, "#
          + "a low one.")
    case "did not find expected alphabetic or numeric character":
      let sign = character(context)
      set(
        context..<max(context, offset), "Name behind '\(sign)' must consist of letters, digits, '-' and '_'",
        sign == "*"
          ? "For text that starts with '*', use quotes." : "For text that starts with '&', use quotes.")
    case "found undefined tag handle":
      set(
        word(from: context), "Tag \(quoted(word(from: context))) has a prefix that is not declared",
        "For text that starts with '!', use quotes.")
    case _ where failure.context == "while scanning a tag" || failure.context == "while parsing a tag":
      set(
        word(from: context), "Tag \(quoted(word(from: context))) is not complete",
        "Put a space behind it. For text that starts with '!', use quotes.")
    case "found an indentation indicator equal to 0":
      set(range, "Indentation of a block text must be 1 to 9", nil)
    case "did not find expected comment or line break" where failure.context == "while scanning a block scalar":
      let sign = character(context)
      set(
        text.trimmed(offset..<line(from: offset).upperBound), "Nothing may follow '\(sign)' on its line",
        "Start the text on the next line. For text that starts with '\(sign)', use quotes.")
    case "found incompatible YAML document":
      set(line(from: offset), "YAML version must be 1.1 or 1.2", "Delete this line.")
    case _ where failure.context.contains("directive") || failure.problem.contains("directive"):
      set(
        line(from: failure.context.isEmpty ? offset : context), "Line with '%' is not a directive of YAML",
        "For text that starts with '%', use quotes.")
    default: break
    }
  }

  // MARK: Explanations

  /// A `:` that cannot be one.
  private mutating func explainColon() {
    let line = text.line(around: offset)
    let before = text.trimmed(line.lowerBound..<offset)
    let above = lineAbove(line)
    if let earlier = colonWithBlank(in: before) {
      set(
        offset..<offset + 1, "Text with ': ' in it must be quoted",
        "Put the whole value between quotes.", note: ("The key ends here", earlier..<earlier + 1))
    } else if let above, colonWithBlank(in: above) == nil, let colon = colonWithoutBlank(in: above) {
      set(colon..<colon + 1, "A key's ':' must be followed by a space")
    } else if let above, indentation(of: line) > indentation(of: text.line(around: above.lowerBound)) {
      set(
        before, "Key \(quoted(before)) is indented under a line that has a value already",
        "Indent it like the key above, or take away that key's value.", note: ("The line above", above))
    } else if let above, colonWithBlank(in: above) == nil {
      set(above, "Line \(quoted(above)) has no ':'", "Write `key: value`.")
    } else {
      set(offset..<offset + 1, "A key cannot stand here", "For text with a colon, use quotes.")
    }
  }

  /// A line among keys that has no `:`.
  private mutating func explainMissingColon() {
    let key = text.trimmed(context..<text.line(around: context).upperBound)
    if let colon = colonWithoutBlank(in: key) {
      set(colon..<colon + 1, "A key's ':' must be followed by a space")
    } else {
      set(key, "Line \(quoted(key)) has no ':'", "Write `key: value`.")
    }
  }

  /// Something among the entries of a mapping without brackets that is no key.
  private mutating func explainMissingKey() {
    let line = text.line(around: offset)
    let before = text.trimmed(line.lowerBound..<min(max(offset, line.lowerBound), line.upperBound))
    let rest = text.trimmed(min(max(offset, line.lowerBound), line.upperBound)..<line.upperBound)
    let sign = character(offset)
    if sign == "]" || sign == "}" {
      set(range, "Bracket '\(sign)' closes nothing", "Delete it, or add the opening bracket.")
    } else if sign == ":", before.isEmpty {
      set(range, "A ':' must have a key in front of it", #"Write "" for an empty key."#)
    } else if before.isEmpty, sign == "-" {
      set(
        rest, "A list item cannot stand among the keys of a mapping",
        "Indent it deeper than the key to which it belongs, like the items above.")
    } else if before.isEmpty {
      set(
        rest, "Line is indented like none of the lines above",
        "Keys of one mapping stand in the same column; text that goes on must be indented deeper than its key.")
    } else if sign == "*" || sign == "&" {
      set(word(from: offset), "Only one anchor or alias may stand in front of a value", "Delete one of them.")
    } else {
      let last = character(before.upperBound - 1)
      set(
        rest, "Nothing may follow a value that has ended",
        last == "'" ? "Inside single quotes, write ' as ''." : "Put the whole value between quotes.")
    }
  }

  /// An element of `[…]` or `{…}` that is followed by neither `,` nor the closing bracket.
  private mutating func explainBracket(open: Int, closing: String) {
    let bracket = character(open)
    guard bracket == "[" || bracket == "{" else { return }
    let line = text.line(around: offset)
    let openLine = text.line(around: open)
    let isAtEnd = text.skipTrivia(from: offset) >= text.bytes.count
    // A line that starts no deeper than the line of the bracket belongs to something else.
    let isOutside =
      line.lowerBound > openLine.lowerBound && indentation(of: line) <= indentation(of: openLine)
      && !["]", "}"].contains(character(text.trimmed(line).lowerBound))
    if isAtEnd || isOutside {
      set(open..<open + 1, "Bracket '\(bracket)' is not closed", "Put '\(closing)' at the end.")
    } else {
      set(
        range, "Between '\(bracket)' and '\(closing)' elements must be separated by ','",
        "For text that holds one of the characters , : [ ] { }, use quotes.",
        note: ("The bracket is here", open..<open + 1))
    }
  }

  /// A bare value inside braces with a comma in it, whose last part is in quotes and ends before its parenthesis:
  /// `{ type: enum('a','b') }`.
  private mutating func explainCutValue(_ cutValue: CutValue) {
    guard let lower = cutValue.pieces.first?.lowerBound, let last = cutValue.pieces.last else { return }
    let line = text.line(around: offset)
    let ends: [UInt8] = [",", "{", "}", "[", "]"].map { UInt8(ascii: $0) }
    let rest = (offset..<line.upperBound).prefix {
      !ends.contains(text.bytes[$0]) && !(text.bytes[$0] == UInt8(ascii: "#") && text.isBlank($0 - 1))
    }
    let upper = text.trimmed(rest).upperBound
    var value = ""
    var previous: Int?
    for piece in cutValue.pieces {
      // Only the comma itself between them: no space was written.
      if let previous { value += piece.lowerBound == previous + 1 ? "," : ", " }
      value += onOneLine(piece)
      previous = piece.upperBound
    }
    value += (offset == last.upperBound ? "" : " ") + onOneLine(offset..<upper)
    let quotedValue =
      value.utf8.contains { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }
      ? "'" + value.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
      : "\"\(value)\""
    // Types are names with parentheses directly behind them; other texts are seldom.
    let isType = value.utf8.first { !(0x61...0x7A ~= $0 | 0x20) } == UInt8(ascii: "(")
    let noun = isType ? "type" : "value"
    set(
      lower..<upper,
      "\(isType ? "Type" : "Value") \(YAMLSyntax.quoted(value)) has a comma and is not quoted inside braces",
      "Inside braces a comma ends the value. "
        + (value.utf8.count > 80
          ? "Put the whole \(noun) between quotes." : "Write `\(onOneLine(cutValue.key)): \(quotedValue)`."))
    fixIt = ("Put the \(noun) in quotes", quotedValue)
  }

  /// A place at which a value is missing.
  private mutating func explainMissingValue(openBracket: Int?) {
    if text.skipTrivia(from: offset) >= text.bytes.count, let openBracket {
      let bracket = character(openBracket)
      set(
        openBracket..<openBracket + 1, "Bracket '\(bracket)' is not closed",
        "Put '\(bracket == "[" ? "]" : "}")' at the end.")
      return
    }
    switch character(offset) {
    case "]", "}":
      set(range, "Bracket '\(character(offset))' closes nothing", "For text that starts with a bracket, use quotes.")
    case ":": set(range, "A ':' must have a key in front of it", #"Write "" for an empty key."#)
    case let sign:
      set(range, "Character '\(sign)' has no value in front of it", "For text that starts with '\(sign)', use quotes.")
    }
  }

  /// Text behind the end of the document's value.
  private mutating func explainDocumentStart() {
    let rest = line(from: offset)
    let above = lineAbove(text.line(around: offset))
    if let above, text.bytes[above.lowerBound] == UInt8(ascii: "%") {
      set(above, "A line with '%' must be followed by '---'", "For text that starts with '%', use quotes.")
    } else if character(offset) == "]" || character(offset) == "}" {
      set(range, "Bracket '\(character(offset))' closes nothing", "Delete it, or add the opening bracket.")
    } else {
      set(rest, "Nothing may follow a value that has ended", "A file holds one mapping.")
    }
  }

  /// A character that no value can start with.
  private mutating func explainCharacter() {
    guard character(offset) != "\t" else { return explainTab() }
    set(range, "Character '\(character(offset))' cannot start a value", "Put the text between quotes.")
  }

  /// A tab in the indentation.
  private mutating func explainTab() {
    set(range, "Indentation must consist of spaces, not of tabs", "Replace the tab with spaces.")
  }

  private mutating func set(
    _ range: Range<Int>, _ summary: String, _ explanation: String? = nil, note: (String, Range<Int>)? = nil
  ) {
    self.range = range
    self.summary = summary
    self.explanation = explanation
    self.note = note.map { (message: $0.0, range: $0.1) }
  }

  // MARK: The text around

  /// The character at `offset`, or nothing at the end of the text.
  private func character(_ offset: Int) -> String {
    String(decoding: text.bytes[text.character(at: offset)], as: UTF8.self)
  }

  /// The text of `range` with spaces for its line ends.
  private func onOneLine(_ range: Range<Int>) -> String {
    String(decoding: text.bytes[range].map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 }, as: UTF8.self)
  }

  private func quoted(_ range: Range<Int>) -> String {
    YAMLSyntax.quoted(UnsafeBufferPointer(rebasing: text.bytes[range]))
  }

  /// The text from `offset` to the end of its line.
  private func line(from offset: Int) -> Range<Int> {
    let upper = text.line(around: offset).upperBound
    return text.trimmed(min(offset, upper)..<upper)
  }

  /// The text from `offset` to the next white space.
  private func word(from offset: Int) -> Range<Int> {
    let line = line(from: offset)
    return line.lowerBound..<(line.first { text.isBlank($0) } ?? line.upperBound)
  }

  /// The escape in front of which, or in which, libyaml stopped: it has consumed `\x`, `\u` or `\U`.
  private var escape: Range<Int> {
    let lower = max(text.start, offset - 2)
    let digits = [UInt8(ascii: "x"): 2, UInt8(ascii: "u"): 4][text.bytes[lower + 1]] ?? 8
    let upper = text.bytes[min(offset, text.bytes.count)...].prefix(digits)
      .prefix { $0 >= 0x30 && $0 != 0x5C && $0 < 0x7F }
    return lower..<max(offset, upper.endIndex)
  }

  /// The nearest line above with text in it, without its indentation.
  private func lineAbove(_ line: Range<Int>) -> Range<Int>? {
    var lower = line.lowerBound
    while lower > text.start {
      let above = text.line(around: lower - 1)
      let words = text.trimmed(above)
      if !words.isEmpty, text.bytes[words.lowerBound] != UInt8(ascii: "#") { return words }
      lower = min(above.lowerBound, lower - 1)
    }
    return nil
  }

  private func indentation(of line: Range<Int>) -> Int { text.trimmed(line).lowerBound - line.lowerBound }

  /// The first `:` that ends a key: with white space or nothing behind it.
  private func colonWithBlank(in range: Range<Int>) -> Int? {
    range.first {
      text.bytes[$0] == UInt8(ascii: ":") && ($0 + 1 == range.upperBound || text.isBlank($0 + 1))
    }
  }

  /// The first `:` with something behind it.
  private func colonWithoutBlank(in range: Range<Int>) -> Int? {
    range.first {
      text.bytes[$0] == UInt8(ascii: ":") && $0 > range.lowerBound && $0 + 1 < range.upperBound
        && !text.isBlank($0 + 1)
    }
  }
}
