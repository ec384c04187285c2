import SchemaLanguage

/// Collations of the servers by what texts of them can hold.
enum RandomCollations {
  /// Those that hold any text, on both servers.
  static let unicode = [
    "utf8mb4_unicode_ci", "utf8mb4_bin", "utf8mb4_general_ci", "utf8mb4_unicode_520_ci", "utf8mb4_swedish_ci",
    "utf8mb4_turkish_ci", "utf8mb3_general_ci", "utf8mb3_bin", "utf8mb3_unicode_ci", "utf8_general_ci",
  ]
  /// The others of both servers.
  static let narrow = [
    "latin1_swedish_ci", "latin1_bin", "latin1_german2_ci", "latin1_general_cs", "ascii_general_ci", "ascii_bin",
    "ucs2_general_ci", "ucs2_bin", "utf16_general_ci", "utf16le_bin", "utf32_general_ci", "utf32_bin",
    "cp1250_general_ci",
    "cp1251_general_ci", "cp1251_bin", "latin2_general_ci", "latin5_turkish_ci", "latin7_general_cs",
    "greek_general_ci",
    "hebrew_general_ci", "koi8r_general_ci", "big5_chinese_ci", "gbk_chinese_ci", "gb2312_bin", "sjis_japanese_ci",
    "cp932_japanese_ci", "euckr_korean_ci", "ujis_japanese_ci", "eucjpms_bin", "tis620_thai_ci", "cp850_general_ci",
    "macroman_general_ci", "dec8_swedish_ci", "hp8_english_ci", "swe7_swedish_ci", "armscii8_general_ci",
    "keybcs2_general_ci", "geostd8_general_ci",
  ]
  /// Those that `target` alone has.
  static func own(of target: Target) -> [String] {
    target.isMariaDB
      ? ["utf8mb4_uca1400_ai_ci", "utf8mb4_nopad_bin", "utf8mb4_general_nopad_ci"]
      : [
        "utf8mb4_0900_ai_ci", "utf8mb4_0900_as_cs", "utf8mb4_0900_bin", "utf8mb4_ja_0900_as_cs", "gb18030_chinese_ci",
        "gb18030_bin",
      ]
  }
  /// Names that no server has, or that are no text's.
  static let unfitting = ["utf8mb4_klingon_ci", "latin1_unicode_ci", "binary", "utf8mb4_0900_ci", "ascii_swedish_ci"]
}
