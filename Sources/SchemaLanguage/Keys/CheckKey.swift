/// The keys of the long form of a check.
enum CheckKey: String, SchemaKey {
  case sql, enforced

  static let named = makeNamed()

  static let section = KeySection(
    "Checks", noun: "a check",
    introduction: "`positive: \"points > 0\"` is short for `positive: { sql: \"points > 0\" }`.",
    example: """
      checks:
        positive: "points > 0"
        later: { sql: "ends > begins", enforced: false }
      """)

  var description: KeyDescription {
    switch self {
    case .sql: KeyDescription("The condition.", .sql, default: nil, example: "sql: \"points > 0\"")
    case .enforced:
      KeyDescription(
        "Whether the server checks it.", .boolean, default: "`true`", example: "enforced: false")
    }
  }
}
