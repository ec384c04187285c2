/// The keys of `timestamps`.
enum TimestampsKey: String, SchemaKey {
  case createdAt, updatedAt, type

  static let named = makeNamed()

  static let section = KeySection(
    "Timestamps",
    noun: "timestamps",
    introduction: """
      `timestamps: true` adds both columns, NOT NULL and filled by the server; `false` adds none; a mapping renames one, \
      leaves one out or changes their type.
      """,
    example: """
      timestamps: { createdAt: created_on, updatedAt: false, type: timestamp }
      """)

  var description: KeyDescription {
    switch self {
    case .createdAt:
      KeyDescription(
        "The name of the column for the moment a row was made; `false` for none.", .either([.boolean, .name]),
        default: "`createdAt`", example: "createdAt: created_on")
    case .updatedAt:
      KeyDescription(
        "The name of the column for the moment a row last changed; `false` for none.", .either([.boolean, .name]),
        default: "`updatedAt`", example: "updatedAt: false")
    case .type:
      KeyDescription("The type of both.", .type, default: "`datetime`", example: "type: timestamp(3)")
    }
  }
}
