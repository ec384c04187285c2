/// The keys of `defaults`.
enum DefaultsKey: String, SchemaKey {
  case timestamps, id, engine, charset, collation, onDelete, onUpdate

  static let named = makeNamed()

  static let section = KeySection(
    "Defaults",
    noun: "defaults",
    introduction: "What holds for every model, or association, that does not say otherwise.",
    example: """
      defaults:
        id: bigint unsigned
        timestamps: false
        onDelete: restrict
      """)

  var description: KeyDescription {
    switch self {
    case .timestamps:
      KeyDescription(
        "The columns that record when a row was made and changed.", .either([.boolean, .mapping(TimestampsKey.self)]),
        default: "`true`", example: "timestamps: false")
    case .id:
      KeyDescription(
        "The type of the `id` that a model without a primary key gets.", .type, default: "`integer`",
        example: "id: bigint unsigned")
    case .engine:
      KeyDescription("The storage engine.", .name, default: "`InnoDB`", example: "engine: InnoDB")
    case .charset:
      KeyDescription("The character set.", .name, default: "the database's", example: "charset: utf8mb4")
    case .collation:
      KeyDescription("The collation.", .name, default: "the database's", example: "collation: utf8mb4_bin")
    case .onDelete:
      KeyDescription(
        "What happens to a child when its parent is deleted.", .choice(of: ReferentialAction.self),
        default: "see [Associations](#associations)", example: "onDelete: restrict")
    case .onUpdate:
      KeyDescription(
        "What happens to a child when its parent's key changes.", .choice(of: ReferentialAction.self),
        default: "`cascade`", example: "onUpdate: restrict")
    }
  }
}
