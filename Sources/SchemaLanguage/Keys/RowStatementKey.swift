extension RowStatement: SchemaKey {
  /// The statements by their names.
  static let named = makeNamed()

  /// Other tools' names.
  static let foreignNames: [String: RowStatement] = [
    "create": .insert, "read": .find, "get": .find, "select": .find, "save": .upsert, "destroy": .delete,
    "remove": .delete,
  ]

  /// The section of the reference page.
  static let section = KeySection(
    "Statements for rows", noun: "crud",
    introduction: """
      `crud: true` makes all of these statements for single rows of a model, as SQL and as Swift functions; a mapping makes \
      those that are `true`, or, where it only says `false`, all others. `update`, `delete` and `find` come once for the primary \
      key and once for each unique key.
      """,
    example: """
      crud: { insert: true, find: true }
      """)

  /// What the statement does.
  var description: KeyDescription {
    switch self {
    case .insert: KeyDescription("Adds a row.", .boolean, default: "by the others", example: "insert: true")
    case .update:
      KeyDescription(
        "Changes the row that has a key: all columns but the key's and those that the server fills.", .boolean,
        default: "by the others", example: "update: true")
    case .delete:
      KeyDescription(
        "Deletes the row that has a key; with `softDelete` it is marked.", .boolean, default: "by the others",
        example: "delete: false")
    case .upsert:
      KeyDescription(
        "Adds a row, or changes the one that has any of its keys.", .boolean, default: "by the others",
        example: "upsert: true")
    case .find:
      KeyDescription("Gives the row that has a key.", .boolean, default: "by the others", example: "find: true")
    }
  }
}
