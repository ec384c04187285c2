/// The keys of an association in `include`.
enum IncludeKey: String, SchemaKey {
  case `where`, required, columns, include

  static let named = makeNamed()

  static let foreignNames: [String: IncludeKey] = ["attributes": .columns, "inner": .required]

  static let section = KeySection(
    "Includes", noun: "an include",
    introduction: """
      `include` lists associations, or is a tree of them: `include: [grade]`, `include: { grade: { include: [school] } }`, \
      `include: [grade, { courses: { columns: [title] } }]`. An association that is included without `where` is joined by \
      LEFT JOIN.
      """,
    example: """
      include:
        grade:
        courses:
          where: { points: { gt: 2 } }
          required: false
          include: [teacher]
      """)

  var description: KeyDescription {
    switch self {
    case .where:
      KeyDescription(
        "Which rows of the target.", .mapping(ConditionKey.self), default: "all", example: "where: { level: 9 }")
    case .required:
      KeyDescription(
        "Whether rows without a partner are left out: an INNER JOIN.", .boolean,
        default: "`true` with `where`, else `false`", example: "required: true")
    case .columns:
      KeyDescription(
        "Which columns are returned.", .either([.list(of: .name), .mapping(ColumnSelectionKey.self)]), default: "all",
        example: "columns: [name, born]")
    case .include:
      KeyDescription(
        "Associations whose rows come along.",
        .either([
          .list(of: .either([.name, .entries("one name", .mapping(IncludeKey.self))])),
          .entries("names", .mapping(IncludeKey.self)),
        ]), default: "none", example: "include: [grade]")
    }
  }
}
