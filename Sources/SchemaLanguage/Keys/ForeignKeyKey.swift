/// The keys of the long form of `foreignKey` and `otherKey`.
enum ForeignKeyKey: String, SchemaKey {
  case name, nullable, unique, `default`, comment

  static let named = makeNamed()

  static let foreignNames: [String: ForeignKeyKey] = [
    "columns": .name, "allowNull": .nullable, "defaultValue": .default,
  ]

  static let section = KeySection(
    "Foreign keys", noun: "a foreign key",
    introduction: """
      `foreignKey: gradeId` is short for `foreignKey: { name: gradeId }`; a list of names is a composite key. A column that \
      the model declares itself is used as it stands.
      """,
    example: """
      foreignKey: { name: gradeId, nullable: true, comment: Empty for guests }
      """)

  var description: KeyDescription {
    switch self {
    case .name:
      KeyDescription(
        "The column, or the columns.", .either([.name, .nonEmpty(.list(of: .name))]), default: "made from names",
        example: "name: gradeId")
    case .nullable:
      KeyDescription(
        "Whether the key may be NULL.", .boolean, default: "by the `?` of `belongsTo`", example: "nullable: true")
    case .unique:
      KeyDescription(
        "Whether a parent has at most one child.", .boolean, default: "`false`", example: "unique: true")
    case .default:
      KeyDescription(
        "The key's default.", .either([.value, .mapping(DefaultKey.self)]), default: "none", example: "default: 1")
    case .comment: KeyDescription("The column's comment.", .text, default: "none", example: "comment: Empty for guests")
    }
  }
}
