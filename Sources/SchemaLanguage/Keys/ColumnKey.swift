/// The keys of the long form of a column.
enum ColumnKey: String, SchemaKey {
  case type, nullable, primaryKey, autoIncrement, unique
  case `default`, onUpdate, check, comment, generated, charset, collation, invisible, column, swift

  static let named = makeNamed()

  static let foreignNames: [String: ColumnKey] = [
    "allowNull": .nullable, "null": .nullable, "optional": .nullable, "defaultValue": .default, "field": .column,
    "collate": .collation, "primary": .primaryKey,
  ]

  static let section = KeySection(
    "Columns",
    noun: "a column",
    introduction: """
      `name: string(80)` is the short form, `name: { type: string(80), … }` the long one. A `?` behind the type makes the \
      column nullable; without it the column is NOT NULL.

      Inside braces a type with a comma is quoted: `{ type: "decimal(10,2)" }`. Without quotes YAML reads two keys.
      """,
    example: """
      columns:
        email: { type: string(120), unique: true }
        nickname: string(40)?
        price: { type: "decimal(10,2)", default: 0, check: "price >= 0" }
        changed: { type: datetime(3), default: now, onUpdate: now }
        total: { type: int, generated: { as: "a + b", stored: true } }
      """)

  var description: KeyDescription {
    switch self {
    case .type: KeyDescription("The type, with `?` for a nullable column.", .type, default: nil, example: "type: int?")
    case .nullable:
      KeyDescription(
        "Whether the column may be NULL; the same as `?` behind the type.", .boolean, default: "by the `?`",
        example: "nullable: true")
    case .primaryKey:
      KeyDescription(
        "Whether the column is the primary key.", .boolean, default: "`false`", example: "primaryKey: true")
    case .autoIncrement:
      KeyDescription("Whether the server counts up.", .boolean, default: "`false`", example: "autoIncrement: true")
    case .unique:
      KeyDescription(
        "Whether no value stands twice; a name makes one key of all columns of the model that say the same name.",
        .either([.boolean, .name]), default: "`false`", example: "unique: true")
    case .default:
      KeyDescription(
        """
        The value of rows that give none: one of the column's type, `now` for a moment, `uuid` for a UUID, or an SQL \
        expression.
        """, .either([.value, .mapping(DefaultKey.self)]), default: "none", example: "default: 5")
    case .onUpdate:
      KeyDescription(
        "`now`: the server sets the moment of every change.", .choice(["now"]), default: "nothing happens",
        example: "onUpdate: now")
    case .check:
      KeyDescription(
        "A condition that every row meets.", .either([.sql, .mapping(CheckKey.self)]), default: "none",
        example: "check: \"points > 0\"")
    case .comment: KeyDescription("The column's comment.", .text, default: "none", example: "comment: In euros")
    case .generated:
      KeyDescription(
        "The server computes the column.", .mapping(GeneratedKey.self), default: "an ordinary column",
        example: "generated: { as: \"a + b\" }")
    case .charset: KeyDescription("The character set.", .name, default: "the table's", example: "charset: ascii")
    case .collation: KeyDescription("The collation.", .name, default: "the table's", example: "collation: ascii_bin")
    case .invisible:
      KeyDescription("Whether `SELECT *` leaves it out.", .boolean, default: "`false`", example: "invisible: true")
    case .column:
      KeyDescription(
        "The SQL name, where it differs from the name in the schema.", .name, default: "by `naming.columns`",
        example: "column: e_mail")
    case .swift:
      KeyDescription(
        "How the column looks in Swift.", .mapping(ColumnSwiftKey.self), default: "those of its keys",
        example: "swift: { name: address }")
    }
  }
}
