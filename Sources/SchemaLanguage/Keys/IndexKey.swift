/// The keys of the long form of an index.
enum IndexKey: String, SchemaKey {
  case columns, name, unique, type, parser, invisible, comment, keyBlockSize

  static let named = makeNamed()

  static let foreignNames: [String: IndexKey] = ["fields": .columns, "using": .type, "parts": .columns]

  static let section = KeySection(
    "Indexes", noun: "an index", introduction: "In `indexes`, `email` is short for `{ columns: [email] }`.",
    example: """
      indexes:
        - email
        - { columns: [last, first], unique: true, name: people_by_name }
        - { columns: [{ name: body, length: 20, order: desc }, { expression: "lower(`name`)" }] }
        - { columns: [body], type: fulltext, parser: ngram }
      """)

  var description: KeyDescription {
    switch self {
    case .columns:
      KeyDescription(
        "What is indexed, in the index's order.", .nonEmpty(.list(of: .either([.name, .mapping(IndexPartKey.self)]))),
        default: nil, example: "columns: [last, first]")
    case .name:
      KeyDescription(
        "The index's name.", .name, default: "made from the table and the columns", example: "name: people_by_name")
    case .unique:
      KeyDescription("Whether no entry stands twice.", .boolean, default: "`false`", example: "unique: true")
    case .type:
      KeyDescription(
        "The kind of index.", .choice(of: IndexDeclaration.Kind.self), default: "the engine's", example: "type: btree")
    case .parser:
      KeyDescription(
        "The parser plugin of a full-text index.", .name, default: "the server's own", example: "parser: ngram")
    case .invisible:
      KeyDescription(
        "Whether the server leaves it aside in queries.", .boolean, default: "`false`", example: "invisible: true")
    case .comment: KeyDescription("The index's comment.", .text, default: "none", example: "comment: For the report")
    case .keyBlockSize:
      KeyDescription(
        "The size of its pages, in KiB; for MyISAM in bytes.", .number(from: 1), default: "the table's",
        example: "keyBlockSize: 8")
    }
  }
}
