/// The key of a default that is an expression.
enum DefaultKey: String, SchemaKey {
  case sql

  static let named = makeNamed()

  static let section = KeySection(
    "Default expressions", noun: "a default expression",
    introduction: """
      A mapping with this key alone is an expression. Any other mapping is the value of a JSON column.
      """,
    example: """
      columns:
        token: { type: binary(16), default: { sql: "uuid_to_bin(uuid())" } }
      """)

  var description: KeyDescription {
    switch self {
    case .sql:
      KeyDescription(
        "The expression; Joinery puts it between one pair of parentheses.", .sql, default: nil,
        example: "sql: \"uuid()\"")
    }
  }
}
