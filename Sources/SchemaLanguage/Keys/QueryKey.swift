/// The keys of a query.
enum QueryKey: String, SchemaKey {
  case from, include, `where`, columns, groupBy, having, distinct, order, limit, offset, result, withDeleted, strategy
  case doc

  static let named = makeNamed()

  /// Aggregates by their names.
  private static let aggregates = ValueShape.nonEmpty(
    .entries("names", keys: .identifier, .single(.mapping(AggregateFunction.self))))

  static let foreignNames: [String: QueryKey] = [
    "attributes": .columns, "model": .from, "select": .columns, "group": .groupBy,
  ]

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
    case .columns:
      KeyDescription(
        "Which columns are returned, or [aggregates](#aggregates) by their names.",
        .either([
          .nonEmpty(.list(of: .either([.name, Self.aggregates]))), .nonEmpty(.mapping(ColumnSelectionKey.self)),
          Self.aggregates,
        ]), default: "all", example: "columns: [name, born]")
    case .groupBy:
      KeyDescription(
        "Columns, also of included models: rows that are alike in them are one group.",
        .either([.name, .nonEmpty(.list(of: .name))]), default: "none", example: "groupBy: [gradeId]")
    case .having:
      KeyDescription(
        "Which groups: a condition on aggregates of `columns`, by their names, and on the columns of `groupBy`.",
        .mapping(ConditionKey.self), default: "all", example: "having: { students: { gte: 10 } }")
    case .distinct:
      KeyDescription(
        "Whether rows that are alike in every returned column are one.", .boolean, default: "`false`",
        example: "distinct: true")
    case .order:
      KeyDescription(
        "Columns, also of included models (`grade.level`), and aggregates; `-` in front for descending.",
        .either([.name, .nonEmpty(.list(of: .name))]), default: "the primary key's",
        example: "order: [-born, grade.level]")
    case .limit:
      KeyDescription(
        "How many rows of `from` at most.", .either([.number(from: 0), .parameter]), default: "all",
        example: "limit: 20")
    case .offset:
      KeyDescription(
        "How many rows of `from` are skipped.", .either([.number(from: 0), .parameter]), default: "0",
        example: "offset: $start")
    case .result:
      KeyDescription(
        "What `nest` gives in Swift: an array; `one` result, and an error for none or several; or `optional`: one, `nil` for "
          + "none, and an error for several.",
        .choice(of: ResultCount.self), default: "`many`; `one` for aggregates without `groupBy`",
        example: "result: optional")
    case .withDeleted:
      KeyDescription(
        "Whether rows marked as deleted (`softDelete`) come too, also of what is included.", .boolean,
        default: "`false`",
        example: "withDeleted: true")
    case .strategy:
      KeyDescription(
        "How rows of to-many includes are fetched: joined in one statement, or `batched`: a statement for each of them, with "
          + "the keys of all parents.",
        .choice(of: IncludeStrategy.self), default: "`join`", example: "strategy: batched")
    case .doc:
      KeyDescription(
        "What the query is for; it becomes a comment in the SQL and in the Swift.", .text, default: "none",
        example: "doc: Who has passed.")
    }
  }
}
