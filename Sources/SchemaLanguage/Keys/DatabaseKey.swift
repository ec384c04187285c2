/// The keys of `database`.
enum DatabaseKey: String, SchemaKey {
  case name, charset, collation

  static let named = makeNamed()

  static let section = KeySection(
    "Database",
    noun: "a database",
    introduction: "`database: student_db` is short for `database: { name: student_db }`.",
    example: """
      database: { name: student_db, charset: utf8mb4, collation: utf8mb4_0900_ai_ci }
      """)

  var description: KeyDescription {
    switch self {
    case .name: KeyDescription("The database's name.", .name, default: nil, example: "name: student_db")
    case .charset:
      KeyDescription(
        "The character set of tables that name none.", .name, default: "the target's", example: "charset: utf8mb4")
    case .collation:
      KeyDescription(
        "The collation of tables that name none.", .name, default: "the character set's",
        example: "collation: utf8mb4_bin")
    }
  }
}
