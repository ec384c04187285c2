public import SchemaLanguage

/// The character sets of a server, each with its default collation.
///
/// MySQL 9 Reference Manual, "Supported Character Sets and Collations"; MariaDB documentation, "Supported Character Sets
/// and Collations".
public struct CharacterSets: Sendable {
  /// The collation of a schema that names none: the target's own default.
  public let standard: Collation
  /// Whether the server is a MariaDB.
  public let isMariaDB: Bool
  private let defaults: [String: String]

  /// The character sets of `target`.
  public init(target: Target) {
    var defaults = Self.common
    switch target {
    case .mysql80, .mysql84, .mysql9:
      defaults["utf8mb4"] = "utf8mb4_0900_ai_ci"
      defaults["gb18030"] = "gb18030_chinese_ci"
    case .mariadb1011:
      defaults["utf8mb4"] = "utf8mb4_general_ci"
    case .mariadb11:
      defaults["utf8mb4"] = "utf8mb4_uca1400_ai_ci"
    }
    self.defaults = defaults
    isMariaDB = target.isMariaDB
    standard = Collation(defaults["utf8mb4", default: "utf8mb4_general_ci"])
  }

  /// The default collation of `charset`; `nil` for one that the server does not have. `utf8` is `utf8mb3`.
  public func defaultCollation(of charset: String) -> Collation? {
    let charset = charset.lowercased()
    return defaults[charset == "utf8" ? "utf8mb3" : charset].map { Collation($0) }
  }

  /// The names of the character sets, in alphabetical order.
  public var names: [String] { defaults.keys.sorted() }

  private static let common = [
    "armscii8": "armscii8_general_ci", "ascii": "ascii_general_ci", "big5": "big5_chinese_ci", "binary": "binary",
    "cp1250": "cp1250_general_ci", "cp1251": "cp1251_general_ci", "cp1256": "cp1256_general_ci",
    "cp1257": "cp1257_general_ci", "cp850": "cp850_general_ci", "cp852": "cp852_general_ci",
    "cp866": "cp866_general_ci", "cp932": "cp932_japanese_ci", "dec8": "dec8_swedish_ci",
    "eucjpms": "eucjpms_japanese_ci", "euckr": "euckr_korean_ci", "gb2312": "gb2312_chinese_ci",
    "gbk": "gbk_chinese_ci", "geostd8": "geostd8_general_ci", "greek": "greek_general_ci",
    "hebrew": "hebrew_general_ci", "hp8": "hp8_english_ci", "keybcs2": "keybcs2_general_ci",
    "koi8r": "koi8r_general_ci", "koi8u": "koi8u_general_ci", "latin1": "latin1_swedish_ci",
    "latin2": "latin2_general_ci", "latin5": "latin5_turkish_ci", "latin7": "latin7_general_ci",
    "macce": "macce_general_ci", "macroman": "macroman_general_ci", "sjis": "sjis_japanese_ci",
    "swe7": "swe7_swedish_ci", "tis620": "tis620_thai_ci", "ucs2": "ucs2_general_ci", "ujis": "ujis_japanese_ci",
    "utf16": "utf16_general_ci", "utf16le": "utf16le_general_ci", "utf32": "utf32_general_ci",
    "utf8mb3": "utf8mb3_general_ci", "utf8mb4": "utf8mb4_general_ci",
  ]
}
