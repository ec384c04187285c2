import Diagnostics

/// Parses the text of a column's type.
///
/// ```
/// type       = name [ "(" argument { "," argument } ")" ] { modifier } [ "?" ]
/// modifier   = "unsigned" | "signed" | "zerofill" | "srid" number
/// argument   = bare text without "," ")" "'" around which spaces do not count | "'" text in which '' is a quote "'"
/// ```
///
/// Modifiers may stand in any order, each once, in any letter case.
struct TypeParser {
  /// What is wrong with a type, and where in its text.
  struct Mistake: Error {
    /// The bytes of the text.
    var bytes: Range<Int>
    /// What is wrong, to be read behind `Type 'decimal(10'`.
    var summary: String
    /// What to write instead.
    var explanation: String?
    /// What to put in the place of the bytes.
    var replacement: String?

    /// The same mistake with an explanation.
    func explained(_ explanation: String) -> Mistake {
      var mistake = self
      mistake.explanation = explanation
      return mistake
    }
  }

  private let bytes: [UInt8]
  private var position = 0

  /// Parses `text`.
  static func parse(_ text: String) throws(Mistake) -> TypeSyntax {
    var parser = TypeParser(bytes: Array(text.utf8))
    return try parser.parseType()
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func parseType() throws(Mistake) -> TypeSyntax {
    skipSpaces()
    let first = nextWord()
    guard !first.isEmpty, !isDigit(bytes[first.lowerBound]) else {
      throw Mistake(bytes: position..<bytes.count, summary: "does not begin with a name")
    }
    guard Modifier(rawValue: text(first).lowercased()) == nil else {
      throw Mistake(
        bytes: first, summary: "begins with '\(text(first))', which follows a type",
        explanation: "Write the type's name in front: `int unsigned`.")
    }
    position = first.upperBound
    var type = TypeSyntax(name: parseName(from: first))
    skipSpaces()
    if peek == UInt8(ascii: "(") { type.arguments = try parseArguments(of: type.name) }
    try parseModifiers(of: &type)
    if peek == UInt8(ascii: "?") {
      position += 1
      type.isNullable = true
      skipSpaces()
    }
    guard position == bytes.count else { throw unexpectedRest(of: type) }
    return type
  }

  /// The name, whose first word was read: several words only where the language has such a type.
  private mutating func parseName(from first: Range<Int>) -> String {
    let start = position
    skipSpaces()
    let second = nextWord()
    let both = text(first).lowercased() + " " + text(second).lowercased()
    if !second.isEmpty, TypeName.named[both] != nil {
      position = second.upperBound
      return both
    }
    position = start
    let name = text(first)
    let lowercased = name.lowercased()
    return TypeName.named[lowercased] == nil ? name : lowercased
  }

  // MARK: Arguments

  private mutating func parseArguments(of name: String) throws(Mistake) -> [TypeSyntax.Argument] {
    let opening = position
    // Members of an enumeration are text, also where they look like numbers: `enum(01, 1)` has two.
    let areTexts = name == TypeName.enum.rawValue || name == TypeName.set.rawValue
    var arguments: [TypeSyntax.Argument] = []
    repeat {
      position += 1
      skipSpaces()
      guard let byte = peek else { throw unclosed(opening) }
      if byte == UInt8(ascii: "'") {
        arguments.append(.text(try parseQuoted()))
        skipSpaces()
        if let next = peek, next != UInt8(ascii: ","), next != UInt8(ascii: ")") {
          throw Mistake(
            bytes: position..<position + 1, summary: "has something behind the closing quote of a member",
            explanation: "Put `,` between members, and write a quote inside a member twice: `'it''s'`.")
        }
      } else {
        arguments.append(try parseBare(areTexts: areTexts, opening: opening))
      }
    } while peek == UInt8(ascii: ",")
    guard peek == UInt8(ascii: ")") else { throw unclosed(opening) }
    position += 1
    return arguments
  }

  private mutating func parseQuoted() throws(Mistake) -> String {
    let start = position
    var content: [UInt8] = []
    position += 1
    while let byte = peek {
      position += 1
      guard byte == UInt8(ascii: "'") else {
        content.append(byte)
        continue
      }
      guard peek == UInt8(ascii: "'") else { return String(decoding: content, as: UTF8.self) }
      content.append(byte)
      position += 1
    }
    throw Mistake(
      bytes: start..<bytes.count, summary: "has a quote that is not closed",
      explanation: "Close it, and write a quote inside a member twice: `'it''s'`.")
  }

  private mutating func parseBare(areTexts: Bool, opening: Int) throws(Mistake) -> TypeSyntax.Argument {
    let start = position
    while let byte = peek, byte != UInt8(ascii: ","), byte != UInt8(ascii: ")") {
      guard byte != UInt8(ascii: "'") else {
        throw Mistake(
          bytes: position..<position + 1, summary: "has a quote inside a bare member",
          explanation: "Put the whole member in single quotes, and write the quote twice: `'it''s'`.")
      }
      position += 1
    }
    guard peek != nil else { throw unclosed(opening) }
    var end = position
    while end > start, isSpace(bytes[end - 1]) { end -= 1 }
    guard start < end else {
      throw Mistake(
        bytes: start - 1..<position + 1, summary: "has nothing where a number or a member is expected",
        explanation: "Write one, or take the comma or the parentheses away; the empty text is `''`.")
    }
    if bytes[start] == UInt8(ascii: "\"") {
      throw Mistake(
        bytes: start..<end, summary: "has a member in double quotes",
        explanation: "Members are bare or in single quotes: `enum(a, 'b, c')`.")
    }
    let argument = bytes[start..<end]
    if !areTexts, argument.allSatisfy(isDigit) {
      guard let number = UInt64(text(start..<end)) else {
        throw Mistake(bytes: start..<end, summary: "has a number over \(UInt64.max)")
      }
      return .number(number)
    }
    return .text(text(start..<end))
  }

  private func unclosed(_ opening: Int) -> Mistake {
    Mistake(
      bytes: opening..<opening + 1, summary: "has a parenthesis that is not closed",
      explanation: "Write the closing `)`. Inside braces a type with a comma is quoted: `{ type: \"decimal(10,2)\" }`.")
  }

  // MARK: Modifiers

  private enum Modifier: String, CaseIterable {
    case unsigned, signed, zerofill, srid
  }

  private mutating func parseModifiers(of type: inout TypeSyntax) throws(Mistake) {
    var seen = Set<Modifier>()
    while true {
      skipSpaces()
      let word = nextWord()
      guard !word.isEmpty else { return }
      guard let modifier = Modifier(rawValue: text(word).lowercased()) else { throw unknown(word) }
      guard seen.insert(modifier).inserted else {
        throw Mistake(bytes: word, summary: "says '\(text(word))' twice")
      }
      if seen.contains(.signed), seen.contains(.unsigned) {
        throw Mistake(bytes: word, summary: "is both signed and unsigned")
      }
      position = word.upperBound
      switch modifier {
      case .unsigned: type.isUnsigned = true
      case .zerofill: type.isZerofill = true
      case .signed: break
      case .srid: type.srid = try parseReferenceSystem(behind: word)
      }
    }
  }

  private mutating func parseReferenceSystem(behind word: Range<Int>) throws(Mistake) -> UInt32 {
    skipSpaces()
    let digits = nextWord()
    guard !digits.isEmpty, bytes[digits].allSatisfy(isDigit), let number = UInt32(text(digits)) else {
      throw Mistake(
        bytes: digits.isEmpty ? word : digits, summary: "has no number behind 'srid'",
        explanation: "Write the number of a spatial reference system, at most \(UInt32.max): `point srid 4326`.")
    }
    position = digits.upperBound
    return number
  }

  private func unknown(_ word: Range<Int>) -> Mistake {
    let written = text(word)
    let mistake = Mistake(bytes: word, summary: "has '\(written)' behind it, which is no part of a type")
    return switch written.lowercased() {
    case "not", "null":
      mistake.explained("A column is NOT NULL unless `?` stands behind the type: `date?`.")
    case "auto_increment", "autoincrement": mistake.explained(longForm("autoIncrement: true"))
    case "primary": mistake.explained(longForm("primaryKey: true"))
    case "unique": mistake.explained(longForm("unique: true"))
    case "default": mistake.explained(longForm("default: 0"))
    case "comment": mistake.explained(longForm("comment: In euros"))
    case "character", "charset": mistake.explained(longForm("charset: ascii"))
    case "collate": mistake.explained(longForm("collation: ascii_bin"))
    case "generated", "as": mistake.explained(longForm("generated: { as: \"a + b\" }"))
    case "check": mistake.explained(longForm("check: \"points > 0\""))
    case "references": mistake.explained("Declare an association: `belongsTo: { grade: Grade }`.")
    case let other where other.utf8.allSatisfy(isDigit):
      mistake.explained("A length stands in parentheses: `varchar(80)`.")
    default:
      Mistake(
        bytes: mistake.bytes, summary: mistake.summary,
        replacement: nearestName(to: written, among: Modifier.allCases.lazy.map(\.rawValue)))
    }
  }

  private func longForm(_ key: String) -> String { "Write the long form of the column: `{ type: …, \(key) }`." }

  private func unexpectedRest(of type: TypeSyntax) -> Mistake {
    let rest = position..<bytes.count
    if type.isNullable {
      return Mistake(
        bytes: rest, summary: "has something behind its '?'", explanation: "The `?` stands at the very end: `int(10)?`."
      )
    }
    if peek == UInt8(ascii: "(") {
      return Mistake(
        bytes: rest, summary: "has parentheses in the wrong place",
        explanation: "They stand once, behind the type's name: `decimal(10,2) unsigned`.")
    }
    return Mistake(
      bytes: rest, summary: "has something behind it that is no part of a type",
      explanation:
        "A type is a name, then its numbers or members in parentheses, then `unsigned` and the like, then `?`.")
  }

  // MARK: Bytes

  private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipSpaces() {
    while let byte = peek, isSpace(byte) { position += 1 }
  }

  /// The letters, digits and `_` at the position, which stays; letters are all that is not ASCII.
  private func nextWord() -> Range<Int> {
    var end = position
    while end < bytes.count {
      switch bytes[end] {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
        end += 1
      default: return position..<end
      }
    }
    return position..<end
  }

  private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }

  private func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
}
