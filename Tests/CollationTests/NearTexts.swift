import Foundation

/// Random texts that a collation may hold equal: one, and another with the changes that collations do not see.
struct NearTexts {
  private var generator: any RandomNumberGenerator

  init(_ generator: any RandomNumberGenerator) { self.generator = generator }

  /// Two texts of up to eight characters.
  mutating func pair() -> (String, String) {
    let first = text()
    var second = first
    for _ in 0..<Int.random(in: 1...3, using: &generator) { second = changed(second) }
    return (String(first), String(second))
  }

  private mutating func text() -> String.UnicodeScalarView {
    var text = String.UnicodeScalarView()
    // Most texts keep to one script, as those of people do.
    let pool = element(of: Self.pools)
    for _ in 0..<Int.random(in: 1...6, using: &generator) {
      text.append(Int.random(in: 0..<5, using: &generator) == 0 ? anyScalar() : element(of: pool))
    }
    return text
  }

  private mutating func anyScalar() -> Unicode.Scalar {
    let bits = Int.random(in: 7...21, using: &generator)
    return Unicode.Scalar(UInt32.random(in: 1..<(1 << UInt32(bits)), using: &generator)) ?? element(of: Self.pools[0])
  }

  private mutating func changed(_ text: String.UnicodeScalarView) -> String.UnicodeScalarView {
    guard !text.isEmpty else { return text }
    var scalars = Array(text)
    let position = Int.random(in: scalars.indices, using: &generator)
    let properties = scalars[position].properties
    var replacement = String.UnicodeScalarView([scalars[position]])
    switch Int.random(in: 0..<14, using: &generator) {
    case 0, 1: replacement = properties.uppercaseMapping.unicodeScalars
    case 2, 3: replacement = properties.lowercaseMapping.unicodeScalars
    case 4: return String(text).decomposedStringWithCanonicalMapping.unicodeScalars
    case 5: return String(text).precomposedStringWithCanonicalMapping.unicodeScalars
    case 6: return String(text).decomposedStringWithCompatibilityMapping.unicodeScalars
    case 7:
      return String.UnicodeScalarView(scalars + Array(repeating: " ", count: Int.random(in: 1...3, using: &generator)))
    case 8: scalars.insert(element(of: Self.ignored), at: position)
    case 9: scalars.insert(element(of: Self.accents), at: position)
    case 10: scalars.swapAt(position, scalars.count - 1)
    case 11: replacement = String.UnicodeScalarView([element(of: Self.pools.randomElement(using: &generator) ?? [])])
    case 12: scalars.append(element(of: Self.spaces))
    default:
      let decomposed = String(replacement).decomposedStringWithCompatibilityMapping.unicodeScalars
      replacement = String.UnicodeScalarView(decomposed.filter { $0.properties.generalCategory != .nonspacingMark })
    }
    if scalars.count == text.count, position < scalars.count {
      scalars.replaceSubrange(position...position, with: replacement)
    }
    return String.UnicodeScalarView(scalars)
  }

  private mutating func element(of pool: [Unicode.Scalar]) -> Unicode.Scalar {
    pool.randomElement(using: &generator) ?? "a"
  }

  private mutating func element(of pools: [[Unicode.Scalar]]) -> [Unicode.Scalar] {
    pools.randomElement(using: &generator) ?? []
  }

  private static let ignored = Array(
    "\u{1}\u{0}\u{8}\u{AD}\u{200B}\u{200D}\u{FEFF}\u{180E}\u{E0001}\u{2060}".unicodeScalars)
  private static let accents = Array(
    "\u{300}\u{301}\u{306}\u{307}\u{308}\u{30A}\u{327}\u{328}\u{3099}\u{309A}".unicodeScalars)
  private static let spaces = Array("\t\n\u{A0}\u{3000}\u{2003}\u{1680}".unicodeScalars)

  private static func range(_ range: ClosedRange<UInt32>) -> [Unicode.Scalar] {
    range.compactMap { Unicode.Scalar($0) }
  }

  private static let pools: [[Unicode.Scalar]] = [
    range(0x20...0x7E), Array("abcdeABCDE ".unicodeScalars), Array("aAåÅæÆøØöÖäÄüÜyYeEßsS".unicodeScalars),
    Array("cChHlLnNjJdDžŽzZsSgGyYtTǆǅǈǋ".unicodeScalars), Array("iIıİjJyYuUvVwW".unicodeScalars),
    range(0xA0...0x24F), range(0x1E00...0x1EFF), Array("ßsSﬁfiﬂlœŒoOæÆaAĳĲ".unicodeScalars),
    range(0x370...0x3FF), range(0x400...0x4FF), Array("иИйЙеЕёЁ\u{306}\u{308}".unicodeScalars), range(0x5D0...0x5EA),
    range(0x621...0x6FF), range(0x900...0x9FF), range(0xB82...0xCF2), range(0xD00...0xDF4), range(0xE01...0xE4F),
    range(0xE81...0xECD), range(0xF00...0xFBC), range(0x1000...0x109F), range(0x1100...0x11FF), range(0x1980...0x19DF),
    range(0x1B00...0x1B4B), range(0xAA80...0xAADF), range(0x2000...0x206F), range(0x2070...0x218F),
    range(0x2460...0x24FF), range(0x3041...0x30FF), range(0x3040...0x3096) + range(0xFF66...0xFF9D),
    range(0x3200...0x33FF), range(0x4E00...0x4E40), range(0x9FA0...0xA030), range(0xAC00...0xAC80),
    range(0xD780...0xD7FB), range(0xF900...0xFAFF), range(0xFB00...0xFDFF), range(0xFE70...0xFFDC),
    range(0x10400...0x1044F), range(0x11100...0x1119F), range(0x11300...0x114FF), range(0x1D400...0x1D7FF),
    range(0x1F170...0x1F1FF), range(0x1F600...0x1F64F), range(0x2F800...0x2FA1D),
  ]
}
