import TestSupport

/// Names that are hard on an emitter, and some that no server takes.
enum RandomNames {
  /// Names that every server takes where they are quoted.
  static let fitting = [
    "order", "key", "rank", "select", "group", "default", "class", "self", "init", "protocol", "Type", "id_", "2fa",
    "a-b",
    "a b", "a.b", "it's", "\"quoted\"", "back\\slash", "tick`tick", "naïve", "名前", "$price", "%", "#1", "_", "é", "ǅ",
    "value", "row", "none", "description", "hashValue", "codingKeys", "Self", "func", "true", "NULL", "0", "1e5",
    "0x10",
    "user_id", "userId", "USER_ID2", "a\tb", "a;b", "/*c*/", "--d", "{e}", "[f]", "x:y", "ſ", "İ", "ß",
    String(repeating: "n", count: 64), String(repeating: "ñ", count: 64),
  ]
  /// Names that some server refuses or changes.
  static let unfitting = [
    String(repeating: "m", count: 65), "end ", "thread🧵", "DB_ROW_ID", "primary", "GEN_CLUST_INDEX", " ", "line\nline",
    "FTS_DOC_ID", "fts_doc_id",
  ]
  /// Names of models that Swift or Foundation know.
  static let models = [
    "Group", "Data", "Character", "Error", "Notification", "Date", "String", "Int32", "Codable", "Hashable", "Set",
    "Array", "Optional", "UUID", "Decimal", "Never", "Any_", "Sequence", "Row", "Self_", "Identifiable", "URL",
    "Result",
    "CodingKey", "Encoder", "Sendable", "Type_", "Protocol_", "Void", "Bool",
  ]

  /// Texts for comments that every server takes.
  static let comments = [
    "plain", "it's", "\"q\"", "back\\slash", "two\nlines", "a\ttab", "ünï", "100 % of `x`", "-- no", "/* no */", "; no",
    "日本語", "%s", "\\n", "\\", "''", String(repeating: "k", count: 1024),
  ]
}
