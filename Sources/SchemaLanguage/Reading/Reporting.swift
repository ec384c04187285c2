import Diagnostics
import YAMLSyntax

// The wording that the diagnostics of several parts share.
extension SchemaReader {
  /// Reports an error at a node; one that stands behind an alias gets a note that shows where it is written.
  mutating func report(
    _ rule: LanguageRule, at node: YAMLNode, _ summary: String, explanation: String? = nil,
    notes: [Diagnostic.Note] = [], fixIts: [Diagnostic.FixIt] = []
  ) {
    var notes = notes
    if let definition = node.definition { notes.append(Diagnostic.Note("The alias repeats this", at: definition)) }
    report(rule, at: node.range, summary, explanation: explanation, notes: notes, fixIts: fixIts)
  }

  /// Reports an error at a place.
  mutating func report(
    _ rule: LanguageRule, at range: SourceRange, _ summary: String, explanation: String? = nil,
    notes: [Diagnostic.Note] = [], fixIts: [Diagnostic.FixIt] = []
  ) {
    report(
      Diagnostic(rule.identifier, .error, at: range, summary, explanation: explanation, notes: notes, fixIts: fixIts))
  }

  /// Reports an error, unless there are too many.
  mutating func report(_ diagnostic: Diagnostic) {
    let count = diagnostics.diagnostics.count
    if count < Self.largestReport {
      diagnostics.add(diagnostic)
    } else if count == Self.largestReport {
      diagnostics.error(
        LanguageRule.tooManyErrors, at: diagnostic.range,
        "File has more than 1,000 mistakes; the others are not reported")
    }
  }

  /// Reports that the value of `keyNode`, or an item of its list, is null.
  mutating func reportNoValue(
    _ node: YAMLNode, of keyNode: YAMLNode, isItem: Bool = false, explanation: String? = nil
  ) {
    // An empty value has no place to be seen at; its key has.
    let isUnseen = node.range.lower == node.range.upper && !isItem
    report(
      .noValue, at: isUnseen ? keyNode : node, "\(subject(keyNode, isItem)) has no value",
      explanation: explanation ?? (node.text.isEmpty ? nil : "Put quotes around \(quoted(node.text)) to mean the text.")
    )
  }

  /// Reports that a value is of the wrong kind; the table of keys says what it is to be.
  mutating func reportShape(_ node: YAMLNode, of keyNode: YAMLNode, _ key: some SchemaKey) {
    let shape = key.description.shape
    var fixIts: [Diagnostic.FixIt] = []
    if node.kind == .scalar, shape.isListAlone, node.definition == nil, node.isPlain {
      fixIts = [Diagnostic.FixIt("Put brackets around it", at: node.range, replacement: "[\(node.text)]")]
    }
    reportShape(node, of: keyNode, expected: shape.phrase(.diagnostic), fixIts: fixIts)
  }

  /// Reports that a value, or an item of a list, is of the wrong kind.
  mutating func reportShape(
    _ node: YAMLNode, of keyNode: YAMLNode, isItem: Bool = false, expected: String, explanation: String? = nil,
    fixIts: [Diagnostic.FixIt] = []
  ) {
    report(
      .wrongShape, at: node, "\(subject(keyNode, isItem)) is \(node.kind.phrase), not \(expected)",
      explanation: explanation, fixIts: fixIts)
  }

  /// Reports that a mapping lacks a key that it must have.
  mutating func reportMissing<Key: SchemaKey>(_ key: Key, at node: YAMLNode, _ summary: String) {
    report(.missingKey, at: node, summary, explanation: "Add it, as in `\(key.description.example)`.")
  }

  /// Reports a list or mapping that has nothing in it and should.
  mutating func reportEmpty(_ node: YAMLNode, of keyNode: YAMLNode) {
    report(
      .emptyList, at: node.range.lower == node.range.upper ? keyNode : node, "\(quoted(keyNode.text)) is empty",
      explanation: "Write at least one entry, or leave the key out.")
  }

  /// What a value belongs to, for the beginning of a summary.
  func subject(_ keyNode: YAMLNode, _ isItem: Bool) -> String {
    isItem ? "An item of \(quoted(keyNode.text))" : quoted(keyNode.text)
  }

  /// `text` in single quotes, on one line and not too long for it.
  func quoted(_ text: String) -> String {
    let limit = 60
    let line = String(String.UnicodeScalarView(text.unicodeScalars.prefix(limit + 1).map { $0.value < 32 ? " " : $0 }))
    return line.unicodeScalars.count > limit ? "'\(String(line.unicodeScalars.prefix(limit)))…'" : "'\(line)'"
  }

  /// The end of a summary that proposes `name`.
  func didYouMean(_ name: String?) -> String { name.map { "; did you mean '\($0)'?" } ?? "" }

  /// The change of a misspelt `text` into `name`, if there is one, and the text stands where the node does.
  func replacement(of node: YAMLNode, _ text: String, with name: String?) -> [Diagnostic.FixIt] {
    guard let name, node.definition == nil else { return [] }
    return [Diagnostic.FixIt("Replace \(quoted(text)) with '\(name)'", at: node.range, replacement: name)]
  }
}

extension ValueShape {
  /// Whether a value that is no list was hardly meant as anything else than the list's one element.
  fileprivate var isListAlone: Bool {
    switch self {
    case .list(of: .name), .list(of: .path), .list(of: .text), .list(of: .orNothing(.scalar)),
      .pair(of: .orNothing(.scalar)):
      true
    case .nonEmpty(let shape): shape.isListAlone
    case .either(let shapes): shapes.contains { $0.isListAlone } && shapes.allSatisfy { $0.isListOrParameter }
    default: false
    }
  }

  private var isListOrParameter: Bool {
    switch self {
    case .list, .parameter: true
    default: false
    }
  }
}

extension String {
  /// The same text with its first letter raised.
  var withCapital: String { prefix(1).uppercased() + dropFirst() }
}

extension YAMLNode {
  /// The place of some bytes of a scalar's text, if the text stands in the file as it is; else the whole scalar's.
  func range(ofBytes bytes: Range<Int>) -> SourceRange {
    let whole = range
    guard definition == nil else { return whole }
    let length = Int(whole.upper - whole.lower)
    let count = withTextBytes { $0.count }
    let begin: Int
    if length == count, isPlain {
      begin = 0
    } else if length == count + 2, !isPlain {
      begin = 1
    } else {
      return whole
    }
    return SourceRange(
      file: whole.file, lower: whole.lower + UInt32(begin + bytes.lowerBound),
      upper: whole.lower + UInt32(begin + bytes.upperBound))
  }
}
