/// The keys of `partition`.
enum PartitionKey: String, SchemaKey {
  case hash, key, range, list, count, parts

  static let named = makeNamed()

  static let foreignNames: [String: PartitionKey] = ["partitions": .count, "values": .parts]

  static let section = KeySection(
    "Partitions", noun: "'partition'",
    introduction: """
      The value of `partition` in a model: one of `hash`, `key`, `range` and `list`. An expression gives a whole number; \
      `{ columns: [a, b] }` in its place compares the values of columns, also dates and texts.

      Under `parts` a partition of `range` has the bound that its rows stay below: a value, or `max` for the last; for \
      several columns a list of them. A partition of `list` has a list of values; for several columns a list of lists. \
      Quotes make `max` a text where the column holds texts. `{ sql: "…" }` in place of a value is an expression.

      Each unique key of the table, the primary key too, holds all columns that the partitions depend on. A table with \
      partitions has no foreign keys, and none references it.
      """,
    example: """
      models:
        Visit:
          columns: { id: { type: bigint, autoIncrement: true }, day: date, region: int }
          primaryKey: [id, day]
          partition:
            range: { columns: [day] }
            parts: { p2023: 2024-01-01, p2024: 2025-01-01, later: max }
      """)

  static var dependencies: [KeyDependency<PartitionKey>] {
    [
      .exactlyOne([.hash, .key, .range, .list]), .needs(.range, [.parts]), .needs(.list, [.parts]),
      .excludes(.parts, [.hash, .key]), .excludes(.count, [.range, .list]),
    ]
  }

  var description: KeyDescription {
    switch self {
    case .hash:
      KeyDescription("An expression that is divided by `count`.", .sql, default: "see the others", example: "hash: id")
    case .key:
      KeyDescription(
        "Columns of which the server makes a number by itself.", .nonEmpty(.list(of: .name)), default: "see the others",
        example: "key: [id]")
    case .range:
      KeyDescription(
        "What is compared with the bounds of `parts`, which go up.",
        .either([.sql, .mapping(PartitionFunctionKey.self)]), default: "see the others", example: "range: year(born)")
    case .list:
      KeyDescription(
        "What is looked for in the lists of `parts`.", .either([.sql, .mapping(PartitionFunctionKey.self)]),
        default: "see the others", example: "list: { columns: [region] }")
    case .count:
      KeyDescription("How many partitions `hash` or `key` has.", .number(from: 1), default: "1", example: "count: 4")
    case .parts:
      KeyDescription(
        "The partitions of `range` or `list` by their names.", .nonEmpty(.entries("names", .value)),
        default: "needed by `range` and `list`", example: "parts: { north: [1, 2], south: [3] }")
    }
  }
}

/// The keys of `range` and `list` in `partition`, where they are no expression.
enum PartitionFunctionKey: String, SchemaKey {
  case columns

  static let named = makeNamed()

  static let section = KeySection(
    "Columns of partitions", noun: "what partitions depend on",
    introduction: "In place of an expression in `range` and `list` of `partition`.")

  var description: KeyDescription {
    KeyDescription(
      "The columns whose values are compared, the first one first.", .nonEmpty(.list(of: .name)), default: nil,
      example: "columns: [day]")
  }
}
