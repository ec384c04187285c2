/// The keys of `naming`.
enum NamingKey: String, SchemaKey {
  case tables, columns, keys, underscored

  static let named = makeNamed()

  static let section = KeySection(
    "Naming",
    noun: "a naming",
    introduction: "Names that are spelt out (`table`, `column`, `foreignKey`) are used as they stand.",
    example: """
      naming: { tables: snakeSingular, columns: snake, keys: snake }
      """)

  var description: KeyDescription {
    switch self {
    case .tables:
      KeyDescription(
        """
        A table's name, made from its model's. `OrderItem` becomes `order_items`, `order_item`, `OrderItems` or \
        `OrderItem`.
        """, .choice(of: NamingDeclaration.TableStyle.self), default: "`snakePlural`", example: "tables: modelPlural")
    case .columns:
      KeyDescription(
        "A column's SQL name, made from the name it is declared by. `firstName` stays or becomes `first_name`.",
        .choice(of: NamingDeclaration.ColumnStyle.self), default: "`asWritten`", example: "columns: snake")
    case .keys:
      KeyDescription(
        "The name of a foreign key that no one declares: `gradeId` or `grade_id`.",
        .choice(of: NamingDeclaration.KeyStyle.self), default: "`camel`", example: "keys: snake")
    case .underscored:
      KeyDescription(
        "`true` is short for `tables: snakePlural`, `columns: snake`, `keys: snake`; those keys cannot stand beside it.",
        .boolean, default: "`false`", example: "underscored: true")
    }
  }
}
