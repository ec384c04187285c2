internal import Synchronization

/// How the server compares texts under a collation, as far as that is known here.
///
/// It is known wholly for the collations of ``CollationData``, among them the default of every target and of every
/// character set of single bytes, and for those that compare code by code. Of the others it is known
/// that they tell apart what their algorithm's own table tells apart, but for a few letters, and how they compare ASCII.
public struct TextComparison: Sendable {
  /// What is known of a collation.
  private enum Knowledge {
    /// It compares code by code.
    case codes
    /// It compares canonical forms.
    case whole(CollationTable)
    /// It tells apart what the table tells apart, and perhaps more: accents or letter case.
    case atLeast(CollationTable, ignoresCase: Bool)
    /// It changes the order of letters for a language; consonants and digits are as in the table.
    case language(CollationTable, ignoresCase: Bool)
    /// Nothing is known but that equal texts are equal.
    case nothing
  }

  private let knowledge: Knowledge
  /// Whether spaces at the end do not count (PAD SPACE).
  private let isPadded: Bool
  /// The canonical form of a space.
  private let space: [UInt8]

  /// The comparisons by their collations' names: a schema has few, and asks for them with each key.
  private static let made = Mutex<[String: TextComparison]>([:])

  /// The comparison of `collation`.
  public init(_ collation: Collation) {
    self = Self.made.withLock { made in
      if let known = made[collation.name] { return known }
      let new = TextComparison(knowing: collation)
      made[collation.name] = new
      return new
    }
  }

  private init(knowing collation: Collation) {
    let knowledge = Self.knowledge(of: collation)
    self.knowledge = knowledge
    let name = collation.name
    isPadded = name != "binary" && !name.contains("_0900_") && !name.contains("_nopad_")
    space = if case .whole(let table) = knowledge { table.canonical(" ") } else { [UInt8(ascii: " ")] }
  }

  /// A text as its collation sees it.
  public struct Key: Hashable, Sendable {
    /// Equal for texts that are surely equal.
    public var certain: [UInt8]
    /// Different for texts that surely differ; `nil` where that is so for ``certain``.
    public var possible: [UInt8]?
    /// Where both texts have one: different for texts that surely differ.
    public var plain: [UInt8]?
  }

  /// The key of `text`.
  public func key(of text: String) -> Key {
    switch knowledge {
    case .codes: return Key(certain: padded(Array(text.utf8)))
    case .whole(let table): return Key(certain: padded(table.canonical(text)))
    case .atLeast(let table, let ignoresCase):
      return key(of: text, possible: padded(table.canonical(text)), ignoresCase: ignoresCase)
    case .language(let table, let ignoresCase):
      let possible = table.canonical(text).filter(Self.isCommonToLanguages)
      return key(of: text, possible: possible, ignoresCase: ignoresCase)
    case .nothing: return Key(certain: padded(Array(text.utf8)), possible: [])
    }
  }

  /// Whether `left` and `right` are equal under the collation; `nil` where that is not known.
  public func areEqual(_ left: String, _ right: String) -> Bool? {
    let left = key(of: left)
    let right = key(of: right)
    if left.certain == right.certain { return true }
    guard let possible = left.possible, possible == right.possible else { return false }
    if let plain = left.plain, let other = right.plain, plain != other { return false }
    return nil
  }

  /// The key under a collation that is known for the visible characters of ASCII alone.
  private func key(of text: String, possible: [UInt8], ignoresCase: Bool) -> Key {
    let bytes = padded(Array(text.utf8))
    let folded = ignoresCase ? bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 } : bytes
    let isPlain = bytes.allSatisfy { (0x20..<0x7F).contains($0) }
    return Key(
      certain: isPlain && !Self.mayBreakLetter(bytes) ? folded : bytes, possible: possible,
      plain: isPlain ? folded : nil)
  }

  /// Whether a capital stands behind a small letter: languages that take two letters for one do so for `ch`, `Ch` and
  /// `CH`, and not for `cH`.
  private static func mayBreakLetter(_ bytes: [UInt8]) -> Bool {
    zip(bytes, bytes.dropFirst()).contains { (0x61...0x7A).contains($0) && (0x41...0x5A).contains($1) }
  }

  /// Whether no language takes this byte of a canonical form for others: digits, and consonants but for those that some
  /// write as two letters or as others.
  private static func isCommonToLanguages(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): true
    default: "BCDFGKLMNPQRSXZ".utf8.contains(byte)
    }
  }

  private func padded(_ bytes: [UInt8]) -> [UInt8] {
    guard isPadded, bytes.last == space.last else { return bytes }
    var end = bytes.count
    while end >= space.count, bytes[..<end].suffix(space.count).elementsEqual(space) { end -= space.count }
    return Array(bytes[..<end])
  }

  // MARK: Which collation is which

  private static func knowledge(of collation: Collation) -> Knowledge {
    let charset = collation.charset
    let words = collation.name.split(separator: "_").dropFirst().filter { $0 != "nopad" }
    let kind = words.joined(separator: "_")
    if words.isEmpty || kind.hasSuffix("bin") { return .codes }
    guard unicodeCharsets.contains(charset) else {
      return CollationTable.ofSingleBytes["\(charset)_\(kind)"].map { .whole($0) } ?? .nothing
    }
    switch kind {
    case "general_ci": return .whole(.general)
    case "unicode_ci": return .whole(.unicode400)
    case "unicode_520_ci": return .whole(.unicode520)
    case "0900_ai_ci": return .whole(.unicode900)
    case "uca1400_ai_ci": return .whole(.unicode1400)
    case "0900_as_ci", "0900_as_cs": return .atLeast(.unicode900, ignoresCase: kind.hasSuffix("_ci"))
    case "uca1400_ai_cs", "uca1400_as_ci", "uca1400_as_cs":
      return .atLeast(.unicode1400, ignoresCase: kind.hasSuffix("_ci"))
    default: break
    }
    guard let last = words.last, last == "ci" || last == "cs" || last == "ks", words.first != "general",
      !words.contains(where: { changedASCII.contains(String($0)) })
    else { return .nothing }
    let table: CollationTable =
      switch true {
      case words.contains("0900"): .unicode900
      case words.contains("uca1400"): .unicode1400
      case words.contains("520"), words.contains("myanmar"): .unicode520
      default: .unicode400
      }
    return .language(table, ignoresCase: last == "ci")
  }

  private static let unicodeCharsets: Set<String> = ["utf8mb4", "utf8mb3", "ucs2", "utf16", "utf16le", "utf32"]

  /// The languages whose collations take one ASCII letter for another, or do not take a capital for its small letter: `i`
  /// and `y` of Lithuanian, `i` and `j` of Latin, the `I` of Turkish, the long consonants of Hungarian.
  private static let changedASCII: Set<String> = [
    "lithuanian", "lt", "lv", "roman", "la", "turkish", "tr", "hungarian", "hu",
  ]
}

extension CollationTable {
  /// `general_ci`: character by character, those beyond the Basic Multilingual Plane all alike.
  fileprivate static let general = CollationTable([CollationData.general])
  /// `unicode_ci`: the Unicode Collation Algorithm 4.0.0.
  fileprivate static let unicode400 = CollationTable([CollationData.unicode400, CollationData.unicode900])
  /// `unicode_520_ci`: the algorithm's version 5.2.0.
  fileprivate static let unicode520 = CollationTable([CollationData.unicode520, CollationData.unicode900])
  /// MySQL's `0900_ai_ci`: the algorithm's version 9.0.0.
  fileprivate static let unicode900 = CollationTable([CollationData.unicode900], decomposesHangul: true)
  /// MariaDB's `uca1400_ai_ci`: the algorithm's version 14.0.0.
  fileprivate static let unicode1400 = CollationTable(
    [CollationData.unicode1400, CollationData.unicode900], contractions: CollationData.contractions1400)
  /// The collations of character sets of single bytes.
  fileprivate static let ofSingleBytes = Dictionary(
    CollationData.singleBytes.map { ($0.collation, CollationTable([$0.runs])) }, uniquingKeysWith: { first, _ in first }
  )
}
