/// The keys of a query.
enum QueryKey: String, SchemaKey {
  case from, include, `where`, columns, order, limit, offset, doc

  static let named = makeNamed()

  static let foreignNames: [String: QueryKey] = ["attributes": .columns, "model": .from, "select": .columns]

  static let section = KeySection(
    "Queries", noun: "a query",
    introduction: """
      A query's name begins with a letter and holds letters, digits and `_`. A value `$level` is a parameter; its type comes \
      from what it is compared with.
      """,
    example: """
      queries:
        bestStudents:
          doc: Who has passed, the best first.
          from: Student
          columns: [name]
          where: { "enrollments.score": { gte: $score } }
          include: { enrollments: { include: [course] } }
          order: [-enrollments.score, name]
          limit: 20
      """)

  var description: KeyDescription {
    switch self {
    case .from: KeyDescription("The model whose rows are asked for.", .model, default: nil, example: "from: Student")
    case .include: IncludeKey.include.description
    case .where:
      KeyDescription(
        "Which rows.", .mapping(ConditionKey.self), default: "all", example: "where: { born: { gte: $day } }")
    case .columns: IncludeKey.columns.description
    case .order:
      KeyDescription(
        "Columns, also of included models (`grade.level`); `-` in front for descending.",
        .either([.name, .list(of: .name)]), default: "the primary key's", example: "order: [-born, grade.level]")
    case .limit:
      KeyDescription(
        "How many rows of `from` at most.", .either([.number(from: 0), .parameter]), default: "all",
        example: "limit: 20")
    case .offset:
      KeyDescription(
        "How many rows of `from` are skipped.", .either([.number(from: 0), .parameter]), default: "0",
        example: "offset: $start")
    case .doc:
      KeyDescription(
        "What the query is for; it becomes a comment in the SQL and in the Swift.", .text, default: "none",
        example: "doc: Who has passed.")
    }
  }
}
