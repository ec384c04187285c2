/// The keys of `through` in an include.
enum ThroughIncludeKey: String, SchemaKey {
  case columns, `where`

  static let named = makeNamed()

  static let foreignNames: [String: ThroughIncludeKey] = ["attributes": .columns]

  static let section = KeySection(
    "Junctions of includes", noun: "the junction of an include",
    introduction: "What is said of the rows of the junction table on the way to a many-to-many include.",
    example: """
      include: { courses: { through: { columns: [score], where: { score: { gte: 5 } } } } }
      """)

  var description: KeyDescription {
    switch self {
    case .columns:
      KeyDescription(
        "Which columns are returned; `[]` for none.",
        .either([.list(of: .name), .nonEmpty(.mapping(ColumnSelectionKey.self))]), default: "all",
        example: "columns: [score]")
    case .where:
      KeyDescription(
        "Which rows. It does not make the include required.", .mapping(ConditionKey.self), default: "all",
        example: "where: { score: { gte: 5 } }")
    }
  }
}
