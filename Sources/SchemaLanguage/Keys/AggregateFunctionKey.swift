extension AggregateFunction: SchemaKey {
  /// The functions by their names.
  static let named = makeNamed()

  /// Other tools' names.
  static let foreignNames: [String: AggregateFunction] = [
    "average": .avg, "mean": .avg, "minimum": .min, "maximum": .max, "total": .sum,
  ]

  /// The section of the reference page.
  static let section = KeySection(
    "Aggregates", noun: "an aggregate",
    introduction: """
      An aggregate is one value for each group of rows, or for all rows without `groupBy`. It has a name, a function and a \
      column, which may be a path over includes. A query with aggregates returns rows of groups, and nothing nested: its \
      includes are joined only. Without a list of columns those of `groupBy` are returned before the aggregates.
      """,
    example: """
      columns: { students: { count: "*" }, best: { max: score } }
      groupBy: [gradeId]
      having: { best: { gt: 5 } }
      order: [-students]
      """)

  /// What the function means.
  var description: KeyDescription {
    switch self {
    case .count:
      KeyDescription(
        "How many values there are; of `*` how many rows.", .name, default: "", example: "count: \"*\"")
    case .countDistinct:
      KeyDescription("How many different values there are.", .name, default: "", example: "countDistinct: gradeId")
    case .sum:
      KeyDescription("The sum of numbers; NULL where there is no value.", .name, default: "", example: "sum: score")
    case .avg:
      KeyDescription("The mean of numbers; NULL where there is no value.", .name, default: "", example: "avg: score")
    case .min: KeyDescription("The least value, or NULL.", .name, default: "", example: "min: score")
    case .max: KeyDescription("The greatest value, or NULL.", .name, default: "", example: "max: score")
    }
  }
}
