/// The words that a name is made of, and the forms that they give together.
///
/// A word ends
/// - at a scalar that cannot stand in an identifier (`-`, a space, `.`) and at `_`;
/// - before a capital behind a small letter, a digit or a letter without case: `orderItem`, `line2Item`;
/// - before the last capital of a run, if a small letter follows it: `APIKey` is `API`, `Key`.
///
/// Digits belong to the word before them: `HTTPStatus2Code` is `HTTP`, `Status2`, `Code`. A run of capitals keeps a
/// plural `s` (`URLs`, `APIsList`) and a version (`IPv4`). Case is Unicode's (`Uppercase`, `Lowercase`), identifiers
/// are those of UAX #31 (`XID_Continue`) but for what does not show; a combining mark belongs to the letter before it.
package struct Words: Hashable, Sendable {
  /// The words in their order, spelled as in the name, of which they are slices; empty if the name has none.
  package let words: [Substring]

  /// The words of `name`.
  package init(of name: String) {
    words = Self.split(name)
  }

  /// The words in small letters with `_` between them: `OrderItem` → `order_item`. Empty if there are no words.
  package var snakeCase: String {
    words.map { LetterCase.lowered($0) }.joined(separator: "_")
  }

  /// The name of a Swift property, function or case: `student_id` → `studentID`, `APIKey` → `apiKey`.
  ///
  /// Initialisms (``Initialisms``) stand in one case, as the Swift API Design Guidelines ask. The result is an
  /// identifier or a keyword: `_` stands in front of a scalar that begins none, and alone for no words at all.
  package var lowerCamelCase: String {
    Self.identifier(words.first.map { first in [LetterCase.lowered(first)] + capitalized.dropFirst() } ?? [])
  }

  /// The words behind `prefix`, which is a name in lowerCamelCase already: `score` behind `studentsEnrollment` →
  /// `studentsEnrollmentScore`.
  func lowerCamelCase(behind prefix: String) -> String {
    prefix.isEmpty ? lowerCamelCase : Self.lowerCamelCase(ending, behind: prefix)
  }

  /// The words as they stand behind others in a name: `student_id` → `StudentID`. No identifier by itself.
  var ending: String { Self.joined(capitalized) }

  /// The ``ending`` of a name behind `prefix`.
  static func lowerCamelCase(_ ending: String, behind prefix: String) -> String { identifier([prefix, ending]) }

  /// The name of a Swift type: `student_courses` → `StudentCourses`, `api_keys` → `APIKeys`.
  ///
  /// An identifier like ``lowerCamelCase``.
  package var upperCamelCase: String {
    Self.identifier(capitalized)
  }

  /// The words in lowerCamelCase with their letters kept: `OrderItem` → `orderItem`, `UserAPIKey` → `userAPIKey`,
  /// `user_id` → `userId`. For names of columns, which know no initialisms. Empty if there are no words.
  var lowerCamelCaseKeepingLetters: String {
    guard let first = words.first else { return "" }
    let isShouted = isShouted
    return words.dropFirst().reduce(into: LetterCase.lowered(first)) { name, word in
      name += isShouted ? LetterCase.raised(LetterCase.lowered(word)) : LetterCase.raised(word)
    }
  }

  /// Every word as it stands inside a Swift name.
  private var capitalized: [String] {
    let isShouted = isShouted
    return words.map { word in
      let lowered = LetterCase.lowered(word)
      if let initialism = Initialisms.capitalized(lowered) { return initialism }
      return LetterCase.raised(isShouted ? Substring(lowered) : word)
    }
  }

  /// Whether the name is all capitals with something between its words (`ORDER_ITEM`), so that capitals mean nothing.
  private var isShouted: Bool {
    guard let first = words.first, let last = words.last, words.count > 1 else { return false }
    let isSeparated = zip(words, words.dropFirst()).contains { $0.endIndex != $1.startIndex }
    return isSeparated
      && !first.base[first.startIndex..<last.endIndex].unicodeScalars.contains { ScalarKind($0) == .lower }
  }

  /// `parts` put together to an identifier, with `_` in front if it would be none.
  private static func identifier(_ parts: [String]) -> String {
    let name = joined(parts)
    guard let first = name.unicodeScalars.first else { return "_" }
    return first.properties.isXIDStart ? name : "_" + name
  }

  /// `parts` put together, with `_` between two digits (`version_1_2` is not `version_12`).
  private static func joined(_ parts: [String]) -> String {
    var result = ""
    for part in parts {
      if let before = result.unicodeScalars.last, let after = part.unicodeScalars.first,
        ScalarKind(before) == .digit, ScalarKind(after) == .digit
      {
        result += "_"
      }
      result += part
    }
    return result
  }

  private static func split(_ name: String) -> [Substring] {
    var words: [Substring] = []
    let scalars = name.unicodeScalars
    var start: String.Index?
    var before = ScalarKind.separator
    var index = scalars.startIndex
    while index < scalars.endIndex {
      let kind = ScalarKind(scalars[index])
      let next = scalars.index(after: index)
      if kind == .separator {
        if let wordStart = start { words.append(name[wordStart..<index]) }
        start = nil
      } else if let wordStart = start {
        if kind == .upper, before != .upper || startsWord(scalars[next...]) {
          words.append(name[wordStart..<index])
          start = index
        }
      } else {
        start = index
      }
      if kind != .mark { before = kind }
      index = next
    }
    if let wordStart = start { words.append(name[wordStart...]) }
    return words
  }

  /// Whether the capital in front of `rest`, itself behind a capital, is the first letter of a word: a small letter
  /// follows, which is neither a plural `s` (`URLs`) nor the `v` of a version (`IPv4`).
  private static func startsWord(_ rest: Substring.UnicodeScalarView) -> Bool {
    let letters = rest.lazy.filter { ScalarKind($0) != .mark }.prefix(2)
    var iterator = letters.makeIterator()
    guard let first = iterator.next(), ScalarKind(first) == .lower else { return false }
    let second = iterator.next().map { ScalarKind($0) }
    return switch first {
    case "s": second == .lower || second == .caseless
    case "v": second != .digit
    default: true
    }
  }
}

/// What a scalar does in a name.
private enum ScalarKind {
  case upper, lower, caseless, digit, mark, separator

  init(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "a"..."z": self = .lower
    case "A"..."Z": self = .upper
    case "0"..."9": self = .digit
    case _ where scalar.isASCII: self = .separator
    default:
      let properties = scalar.properties
      // What does not show makes no name different that a reader could tell apart: the joiners, a filler, a selector.
      guard properties.isXIDContinue, !properties.isDefaultIgnorableCodePoint else {
        self = .separator
        return
      }
      switch properties.generalCategory {
      case .titlecaseLetter: self = .upper
      case .nonspacingMark, .spacingMark, .enclosingMark: self = .mark
      case .decimalNumber: self = .digit
      default: self = properties.isUppercase ? .upper : properties.isLowercase ? .lower : .caseless
      }
    }
  }
}
