/// The keys of an association in `include`.
enum IncludeKey: String, SchemaKey {
  case `where`, required, columns, order, limit, through, withDeleted, strategy, include

  static let named = makeNamed()

  static let foreignNames: [String: IncludeKey] = [
    "attributes": .columns, "inner": .required, "separate": .strategy,
  ]

  static let section = KeySection(
    "Includes", noun: "an include",
    introduction: """
      `include` lists associations, or is a tree of them: `include: [grade]`, `include: { grade: { include: [school] } }`, \
      `include: [grade, { courses: { columns: [title] } }]`. An association that is included without `where` is joined by \
      LEFT JOIN. Where one that is required stands below one that is not, it takes away its parent's row alone and nothing \
      above that, under a `limit` too (where Sequelize takes away rows of `from`).
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
        "Whether rows without a partner are left out: an INNER JOIN. A limit has no part in it.", .boolean,
        default: "`true` with `where`, else `false`", example: "required: true")
    case .columns:
      KeyDescription(
        "Which columns are returned.",
        .either([.nonEmpty(.list(of: .name)), .nonEmpty(.mapping(ColumnSelectionKey.self))]), default: "all",
        example: "columns: [name, born]")
    case .order:
      KeyDescription(
        "The order of its rows below one row of the parent: its columns, also of what it includes to one.",
        .either([.name, .nonEmpty(.list(of: .name))]), default: "the primary key's", example: "order: [-born, name]")
    case .limit:
      KeyDescription(
        "How many rows for each row of the parent at most; the include is then batched.",
        .either([.number(from: 0), .parameter]), default: "all", example: "limit: 3")
    case .through:
      KeyDescription(
        "What is asked of the junction table's rows.", .mapping(ThroughIncludeKey.self), default: "all of them",
        example: "through: { columns: [score], where: { score: { gte: 5 } } }")
    case .withDeleted:
      KeyDescription(
        "Whether rows marked as deleted (`softDelete`) come too, also of what is included in it.", .boolean,
        default: "that of the parent", example: "withDeleted: true")
    case .strategy:
      KeyDescription(
        "How rows of a to-many include are fetched, also those included in it: joined to their parents, or `batched` in a "
          + "statement of their own for all parents. A to-one include is always joined.",
        .choice(of: IncludeStrategy.self), default: "that of the parent", example: "strategy: batched")
    case .include:
      KeyDescription(
        "Associations whose rows come along.",
        .orNothing(
          .either([
            .list(of: .either([.name, .single(.entries("one name", .orNothing(.mapping(IncludeKey.self))))])),
            .entries("names", .orNothing(.mapping(IncludeKey.self))),
          ])), default: "none", example: "include: [grade]")
    }
  }
}
