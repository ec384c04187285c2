public import SchemaLanguage

/// The collations of a server by name: those of `information_schema.COLLATIONS` of MySQL 9.7, and the full names of
/// `COLLATION_CHARACTER_SET_APPLICABILITY` of MariaDB 10.11.
///
/// MySQL has had the same ones since 8.0.30 (Release Notes: the last new ones), MariaDB since 10.10 (documentation,
/// "Supported Character Sets and Collations"). MariaDB takes some of MySQL's for others since 11.4.5; they are none of its
/// own.
public struct CollationNames: Sendable {
  private let names: Set<String>

  /// The collations of `target`.
  public init(of target: Target) { names = target.isMariaDB ? Self.ofMariaDB : Self.ofMySQL }

  /// Whether `collation` is one of them.
  public func contains(_ collation: Collation) -> Bool { names.contains(collation.name) }

  /// The names in alphabetical order.
  public var sorted: [String] { names.sorted() }

  /// The targets that have `collation`.
  public static func targets(having collation: Collation) -> [Target] {
    Target.allCases.filter { CollationNames(of: $0).contains(collation) }
  }

  private static let ofMySQL: Set<String> = {
    var names = common
    names.formUnion(["utf8mb3_tolower_ci", "gb18030_bin", "gb18030_chinese_ci", "gb18030_unicode_520_ci"])
    names.formUnion(words("ai_ci as_ci as_cs bin").map { "utf8mb4_0900_\($0)" })
    names.formUnion(["utf8mb4_ja_0900_as_cs", "utf8mb4_ja_0900_as_cs_ks", "utf8mb4_zh_0900_as_cs"])
    for language in languages0900 { names.formUnion(["ai_ci", "as_cs"].map { "utf8mb4_\(language)_0900_\($0)" }) }
    return names
  }()

  private static let ofMariaDB: Set<String> = {
    var names = common
    for (charset, suffixes) in ofOneCharset {
      // The first is the default.
      names.insert("\(charset)_\(suffixes[0].dropLast(3))_nopad_ci")
      names.insert("\(charset)_nopad_bin")
    }
    for charset in unicodeCharsets {
      for suffix in ofMariaDBsUnicode { names.insert("\(charset)_\(suffix)") }
      for language in [""] + languages1400 {
        for padding in ["", "nopad_"] {
          for sensitivity in ["ai_ci", "ai_cs", "as_ci", "as_cs"] {
            names.insert("\(charset)_uca1400_\(language.isEmpty ? "" : language + "_")\(padding)\(sensitivity)")
          }
        }
      }
    }
    return names
  }()

  /// Those that every target has.
  private static let common: Set<String> = {
    var names: Set<String> = ["binary", "ucs2_general_mysql500_ci", "utf8mb3_general_mysql500_ci"]
    names.reserveCapacity(300)
    for (charset, suffixes) in ofOneCharset {
      names.insert("\(charset)_bin")
      for suffix in suffixes { names.insert("\(charset)_\(suffix)") }
    }
    for charset in unicodeCharsets {
      for suffix in ofUnicode { names.insert("\(charset)_\(suffix)") }
    }
    return names
  }()

  private static func words(_ text: String) -> [String] { WordList.words(of: text.utf8) }

  /// The character sets with all the Unicode collations.
  private static let unicodeCharsets = ["ucs2", "utf16", "utf32", "utf8mb3", "utf8mb4"]

  /// The other character sets, each with its collations but `_bin`; the default comes first.
  private static let ofOneCharset: [(charset: String, suffixes: [String])] = [
    ("armscii8", ["general_ci"]), ("ascii", ["general_ci"]), ("big5", ["chinese_ci"]),
    ("cp1250", words("general_ci croatian_ci czech_cs polish_ci")),
    ("cp1251", words("general_ci bulgarian_ci general_cs ukrainian_ci")), ("cp1256", ["general_ci"]),
    ("cp1257", words("general_ci lithuanian_ci")), ("cp850", ["general_ci"]), ("cp852", ["general_ci"]),
    ("cp866", ["general_ci"]), ("cp932", ["japanese_ci"]), ("dec8", ["swedish_ci"]), ("eucjpms", ["japanese_ci"]),
    ("euckr", ["korean_ci"]), ("gb2312", ["chinese_ci"]), ("gbk", ["chinese_ci"]), ("geostd8", ["general_ci"]),
    ("greek", ["general_ci"]), ("hebrew", ["general_ci"]), ("hp8", ["english_ci"]), ("keybcs2", ["general_ci"]),
    ("koi8r", ["general_ci"]), ("koi8u", ["general_ci"]),
    ("latin1", words("swedish_ci danish_ci general_ci general_cs german1_ci german2_ci spanish_ci")),
    ("latin2", words("general_ci croatian_ci czech_cs hungarian_ci")), ("latin5", ["turkish_ci"]),
    ("latin7", words("general_ci estonian_cs general_cs")), ("macce", ["general_ci"]), ("macroman", ["general_ci"]),
    ("sjis", ["japanese_ci"]), ("swe7", ["swedish_ci"]), ("tis620", ["thai_ci"]), ("ujis", ["japanese_ci"]),
    ("utf16le", ["general_ci"]),
  ]

  private static let ofUnicode = words(
    """
    bin croatian_ci czech_ci danish_ci esperanto_ci estonian_ci general_ci german2_ci hungarian_ci icelandic_ci latvian_ci \
    lithuanian_ci persian_ci polish_ci roman_ci romanian_ci sinhala_ci slovak_ci slovenian_ci spanish2_ci spanish_ci \
    swedish_ci turkish_ci unicode_520_ci unicode_ci vietnamese_ci
    """)

  private static let ofMariaDBsUnicode = words(
    """
    croatian_mysql561_ci general_nopad_ci myanmar_ci nopad_bin thai_520_w2 unicode_520_nopad_ci unicode_nopad_ci
    """)

  private static let languages0900 = words(
    "bg bs cs da de_pb eo es es_trad et gl hr hu is la lt lv mn_cyrl nb nn pl ro ru sk sl sr_latn sv tr vi")

  private static let languages1400 = words(
    """
    croatian czech danish esperanto estonian german2 hungarian icelandic latvian lithuanian persian polish roman romanian \
    sinhala slovak slovenian spanish spanish2 swedish turkish vietnamese
    """)
}
