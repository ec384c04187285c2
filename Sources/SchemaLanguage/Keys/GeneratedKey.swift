/// The keys of `generated`.
enum GeneratedKey: String, SchemaKey {
  case `as`, stored

  static let named = makeNamed()

  static let section = KeySection(
    "Generated columns", noun: "a generated column", introduction: "The value of `generated` in a column.",
    example: """
      generated: { as: "price * amount", stored: true }
      """)

  var description: KeyDescription {
    switch self {
    case .as: KeyDescription("The expression that gives the value.", .sql, default: nil, example: "as: \"a + b\"")
    case .stored:
      KeyDescription(
        "Whether the value is stored, or computed when it is read.", .boolean, default: "`false`",
        example: "stored: true")
    }
  }
}
