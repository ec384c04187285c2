import Diagnostics
import YAMLSyntax

// Scalars, each read by the type that its place expects.
extension SchemaReader {
  /// Any text, which may be empty.
  mutating func readText(
    _ node: YAMLNode, of keyNode: YAMLNode, isItem: Bool = false, expected: ValueShape = .text
  ) -> Located<String>? {
    if node.isNull {
      reportNoValue(node, of: keyNode, isItem: isItem)
      return nil
    }
    guard node.kind == .scalar, node.tag != .binary else {
      reportShape(node, of: keyNode, isItem: isItem, expected: expected.phrase(.diagnostic))
      return nil
    }
    return Located(node.text, at: node.range)
  }

  /// A text that is not empty.
  mutating func readName(
    _ node: YAMLNode, of keyNode: YAMLNode, isItem: Bool = false, expected: ValueShape = .name
  ) -> Located<String>? {
    guard let text = readText(node, of: keyNode, isItem: isItem, expected: expected) else { return nil }
    guard !text.value.isEmpty else {
      report(.noValue, at: node, "\(subject(keyNode, isItem)) is an empty text, not \(expected.phrase(.diagnostic))")
      return nil
    }
    return text
  }

  /// An SQL expression, which is not empty.
  mutating func readSQL(_ node: YAMLNode, of keyNode: YAMLNode) -> Located<String>? {
    readName(node, of: keyNode, expected: .sql)
  }

  /// The name that a key gives to what it holds: not empty.
  mutating func readEntryName(_ keyNode: YAMLNode, of what: String) -> Located<String>? {
    let name = keyNode.text
    guard !name.isEmpty else {
      report(.badName, at: keyNode, "The name of \(what) is not empty")
      return nil
    }
    return Located(name, at: keyNode.range)
  }

  /// The name that a key gives to what has a name in SQL and in Swift: letters, digits and `_`, a letter first.
  mutating func readEntryIdentifier(_ keyNode: YAMLNode, of what: String) -> Located<String>? {
    guard let name = readEntryName(keyNode, of: what) else { return nil }
    checkIdentifier(name.value, at: keyNode, of: what)
    return name
  }

  /// Reports a name that does not begin with a letter or holds something other than letters, digits and `_`.
  mutating func checkIdentifier(_ name: String, at node: YAMLNode, of what: String) {
    guard !name.isIdentifier else { return }
    report(
      .badName, at: node, "The name of \(what) is letters, digits and '_' with a letter first, unlike \(quoted(name))",
      explanation: "It becomes a name in Swift.")
  }

  /// `true` or `false`.
  mutating func readBoolean(_ node: YAMLNode, of keyNode: YAMLNode) -> Located<Bool>? {
    guard let text = readText(node, of: keyNode, expected: .boolean) else { return nil }
    if let value = boolean(text.value) { return Located(value, at: text.range) }
    reportBoolean(node, of: keyNode, text.value)
    return nil
  }

  /// What `true` and `false` say.
  func boolean(_ text: String) -> Bool? {
    switch text {
    case "true": true
    case "false": false
    default: nil
    }
  }

  /// Reports a text that is no truth value.
  mutating func reportBoolean(_ node: YAMLNode, of keyNode: YAMLNode, _ text: String) {
    let meant = booleanMeant(by: text)
    report(
      .badBoolean, at: node,
      "\(quoted(keyNode.text)) is true or false, not \(quoted(text))" + didYouMean(meant),
      fixIts: replacement(of: node, text, with: meant))
  }

  /// `true`, `false` or a name.
  mutating func readBooleanOrName(_ entry: YAMLEntry) -> Located<BooleanOrName>? {
    let shape = ValueShape.either([.boolean, .name])
    guard let text = readName(entry.value, of: entry.key, expected: shape) else { return nil }
    if let value = boolean(text.value) { return text.map { _ in .boolean(value) } }
    // `no` was hardly meant as a name; in quotes it is one.
    if entry.value.isPlain, booleanMeant(by: text.value) != nil {
      reportBoolean(entry.value, of: entry.key, text.value)
      return nil
    }
    return text.map { .name($0) }
  }

  /// What a word of YAML 1.1 says, or `true` and `false` in another letter case; `nil` for other words.
  private func booleanMeant(by text: String) -> String? {
    switch text.lowercased() {
    case "true", "yes", "on", "y": "true"
    case "false", "no", "off", "n": "false"
    default: nil
    }
  }

  /// A whole number in decimal digits: `010` is ten.
  mutating func readNumber(_ node: YAMLNode, of keyNode: YAMLNode, from first: UInt64 = 0) -> Located<UInt64>? {
    guard let text = readText(node, of: keyNode, expected: .number(from: first)) else { return nil }
    if let number = decimalNumber(text.value), number >= first { return Located(number, at: text.range) }
    reportNumber(node, of: keyNode, text.value, from: first)
    return nil
  }

  /// The value of decimal digits; `nil` for anything else, also for what is over 2⁶⁴ − 1.
  func decimalNumber(_ text: String) -> UInt64? {
    // `UInt64("+1")` is one.
    text.utf8.allSatisfy { (48...57).contains($0) } ? UInt64(text) : nil
  }

  /// Reports a text that is no number from `first` on.
  mutating func reportNumber(_ node: YAMLNode, of keyNode: YAMLNode, _ text: String, from first: UInt64) {
    report(
      .badNumber, at: node,
      "\(quoted(keyNode.text)) is a whole number" + (first > 0 ? " from \(first) on" : "") + ", not \(quoted(text))",
      explanation: "A number is written in decimal digits, without a sign, and is at most \(UInt64.max).")
  }

  /// One of the words of an enumeration.
  mutating func readChoice<Words: CaseIterable & RawRepresentable<String>>(
    _ node: YAMLNode, of keyNode: YAMLNode, _: Words.Type
  ) -> Located<Words>? {
    guard let text = readText(node, of: keyNode, expected: .choice(of: Words.self)) else { return nil }
    if let word = Words(rawValue: text.value) { return Located(word, at: text.range) }
    let letters = text.value.lettersAndDigits
    let meant =
      Words.allCases.first { $0.rawValue.lettersAndDigits == letters }?.rawValue
      ?? nearestName(to: text.value, among: Words.allCases.lazy.map(\.rawValue))
    report(
      .badChoice, at: node,
      "\(quoted(keyNode.text)) is \(ValueShape.choice(of: Words.self).phrase(.diagnostic)), not \(quoted(text.value))"
        + didYouMean(meant),
      fixIts: replacement(of: node, text.value, with: meant))
    return nil
  }
}

/// The value of a key that is either switched or named.
enum BooleanOrName {
  case boolean(Bool)
  case name(String)
}

extension String {
  /// Whether it is letters, digits and `_` with a letter first, all of which show. Marks belong to the letter before them.
  var isIdentifier: Bool {
    guard let first = unicodeScalars.first, first.isLetter else { return false }
    return unicodeScalars.allSatisfy { $0.isLetter || $0 == "_" || $0.isDigitOrMark }
  }

  /// What is left without letter case, spaces and signs: `SET NULL` and `setNull` are the same.
  fileprivate var lettersAndDigits: String {
    String(String.UnicodeScalarView(lowercased().unicodeScalars.filter { $0.isLetter || $0.isDigitOrMark }))
  }
}

extension Unicode.Scalar {
  fileprivate var isLetter: Bool {
    // Nearly all names are ASCII, and a look into the tables of Unicode costs.
    isASCII ? ("a"..."z").contains(self) || ("A"..."Z").contains(self) : properties.isAlphabetic && isVisible
  }

  fileprivate var isDigitOrMark: Bool {
    if isASCII { return ("0"..."9").contains(self) }
    switch properties.generalCategory {
    case .decimalNumber, .nonspacingMark, .spacingMark: return isVisible
    default: return false
    }
  }

  /// Whether readers can tell that it is there, unlike a filler or a selector.
  private var isVisible: Bool { !properties.isDefaultIgnorableCodePoint }
}
