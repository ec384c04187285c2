/// The plural and the singular of English nouns, for names of any spelling.
///
/// A name is inflected at its last word (``Words``): `OrderItem` → `OrderItems`, `staffPerson` → `staffPeople`; a few
/// compounds at the word that is their head: `mother_in_law` → `mothers_in_law`. The other words stay as they are, and
/// letter case is kept: `Person` → `People`, `PERSON` → `PEOPLE`, `ID` → `IDs`.
///
/// Tables come first (``UncountableNouns``, ``IrregularNouns``), then rules by the word's ending with tables of their
/// exceptions (``NounEndings``). A word that ends in a digit or in another letter than a to z takes an `s`.
///
/// Where English has two plurals one is made (`index` → `indices`, `appendix` → `appendixes`, `schema` → `schemas`) and
/// both are understood. Where one plural has two singulars (`leaves`, `bases`, `axes`) the one whose plural is
/// irregular is found: `leaf`, `basis`, `axis`.
package enum Inflection {
  /// The plural of a noun: `category` → `categories`. The plural of a plural is itself.
  package static func plural(of name: String) -> String {
    inflected(name) { isPluralInitialism($0) ? $0 : spelled(pluralWord(lowered($0)), like: $0) }
  }

  /// The singular of a noun: `categories` → `category`. The singular of a singular is itself.
  package static func singular(of name: String) -> String {
    inflected(name) { isPluralInitialism($0) ? $0.dropLast() : spelled(singularWord(lowered($0)), like: $0) }
  }

  /// `name` with its head replaced by what `rule` makes of it.
  private static func inflected(_ name: String, by rule: (Substring) -> Substring) -> String {
    guard let head = head(of: Words(of: name).words) else { return name }
    return String(name[..<head.startIndex] + rule(head) + name[head.endIndex...])
  }

  /// The word that takes the ending: the last, unless the words end in a compound that has its head first.
  private static func head(of words: [Substring]) -> Substring? {
    guard let last = words.last else { return nil }
    for compound in HeadFirstCompounds.endingIn(lowered(last)) where words.count > compound.tail.count {
      let head = words[words.count - compound.tail.count - 1]
      if zip(words.suffix(compound.tail.count), compound.tail).allSatisfy({ lowered($0) == $1 }),
        compound.head == nil || compound.head == singularWord(lowered(head))
      {
        return head
      }
    }
    return last
  }
}

// MARK: - Letter case

extension Inflection {
  /// `word` with its ASCII letters in small letters, as the tables have them; no other letter can change.
  private static func lowered(_ word: Substring) -> String {
    String(decoding: word.utf8.map(LetterCase.lowered), as: UTF8.self)
  }

  /// Whether `word` is capitals with a small `s` behind them: `URLs`.
  private static func isPluralInitialism(_ word: Substring) -> Bool {
    word.unicodeScalars.last == "s" && word.unicodeScalars.count > 2
      && word.unicodeScalars.dropLast().allSatisfy { $0.properties.isUppercase }
  }

  /// `inflected` in the letter case of `word`, of which it is an inflection.
  private static func spelled(_ inflected: String, like word: Substring) -> Substring {
    let lowered = lowered(word)
    let kept = zip(lowered.unicodeScalars, inflected.unicodeScalars).prefix { $0 == $1 }.count
    var result = Substring(word.unicodeScalars.prefix(kept))
    let ending = inflected.unicodeScalars.dropFirst(kept)
    let isSuffix = kept == lowered.unicodeScalars.count
    if isShouted(word), !(isSuffix && (isInitialism(lowered) || lowered.utf8.last.map(isDigit) ?? false)) {
      for scalar in ending { result += scalar.properties.uppercaseMapping }
    } else {
      result.unicodeScalars.append(contentsOf: ending)
    }
    return result
  }

  /// Whether `word` is all capitals.
  private static func isShouted(_ word: Substring) -> Bool {
    !word.utf8.contains { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
      && word.unicodeScalars.contains { $0.properties.isUppercase }
      && !word.unicodeScalars.contains { $0.properties.isLowercase }
  }

  /// Whether `word`, in small letters, looks like an initialism if it stands in capitals: it is a known one, has no
  /// vowel, or is as short as most are and no irregular noun (`BUS`).
  private static func isInitialism(_ word: String) -> Bool {
    if Initialisms.contains(word) || !word.utf8.contains(where: { isVowel($0) || $0 == UInt8(ascii: "y") }) {
      return true
    }
    return word.utf8.count <= 3 && IrregularNouns.plural(of: word) == nil
  }

  private static func isVowel(_ letter: UInt8) -> Bool {
    switch letter {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"): true
    default: false
    }
  }

  private static func isDigit(_ letter: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(letter) }
}

// MARK: - Words in small letters

extension Inflection {
  private static func pluralWord(_ word: String) -> String {
    if UncountableNouns.contain(word) || IrregularNouns.singular(of: word) != nil { return word }
    if let plural = IrregularNouns.plural(of: word) { return plural }
    let letters = Array(word.utf8)
    guard let last = letters.last else { return word }
    let beforeLast = letters.dropLast().last
    switch last {
    case UInt8(ascii: "s"):
      if singularWord(word) != word { return word }
      return NounEndings.isSingularInSis(word) ? word.dropLast(2) + "es" : word + "es"
    case UInt8(ascii: "x"), UInt8(ascii: "z"):
      return word + "es"
    case UInt8(ascii: "h"):
      let isSibilant =
        beforeLast == UInt8(ascii: "s") || beforeLast == UInt8(ascii: "c") && !NounEndings.isInHardCh(word)
      return word + (isSibilant ? "es" : "s")
    case UInt8(ascii: "y"):
      guard let before = beforeLast, before < 0x80, !isDigit(before) else { return word + "s" }
      return !isVowel(before) || word.hasSuffix("quy") ? word.dropLast() + "ies" : word + "s"
    case UInt8(ascii: "o"):
      return word + (NounEndings.takeEs.contains(word) ? "es" : "s")
    default:
      return word + "s"
    }
  }

  private static func singularWord(_ word: String) -> String {
    // What is left of `datas` is a plural again.
    let singular = singularOnce(word)
    return singular == word ? word : singularOnce(singular)
  }

  private static func singularOnce(_ word: String) -> String {
    if UncountableNouns.contain(word) { return word }
    if let singular = IrregularNouns.singular(of: word) { return singular }
    guard word.utf8.last == UInt8(ascii: "s"), word.utf8.count > 1, IrregularNouns.plural(of: word) == nil,
      !NounEndings.isSingularInS(word)
    else { return word }
    let withoutS = String(word.dropLast())
    guard withoutS.hasSuffix("e") else { return withoutS }
    let withoutEs = String(word.dropLast(2))
    switch withoutEs.utf8.last {
    case UInt8(ascii: "i"):
      return withoutEs.utf8.count == 1 || NounEndings.inIe.contains(withoutS) ? withoutS : withoutEs.dropLast() + "y"
    case UInt8(ascii: "o"):
      return NounEndings.inOe.contains(withoutS) ? withoutS : withoutEs
    case UInt8(ascii: "x"):
      return NounEndings.inXe.contains(withoutS) ? withoutS : withoutEs
    case UInt8(ascii: "z"):
      return NounEndings.isInZ(withoutEs) ? withoutEs : withoutS
    case UInt8(ascii: "h"):
      let isSibilant =
        withoutEs.hasSuffix("sh") || withoutEs.hasSuffix("ch") && !NounEndings.inChe.contains(withoutS)
      return isSibilant ? withoutEs : withoutS
    case UInt8(ascii: "s"):
      if NounEndings.isPluralOfSis(word) { return withoutEs + "is" }
      return NounEndings.isInSe(withoutS) || !NounEndings.isSingularInS(withoutEs) ? withoutS : withoutEs
    default:
      return withoutS
    }
  }
}
