/// The keys of a model.
enum ModelKey: String, SchemaKey {
  case table, uses, columns, primaryKey, autoIncrementStart, timestamps, softDelete
  case belongsTo, hasOne, hasMany, belongsToMany
  case indexes, checks, comment, engine, charset, collation, rowFormat, keyBlockSize, partition, crud, swift

  static let named = makeNamed()

  static let foreignNames: [String: ModelKey] = [
    "tableName": .table, "paranoid": .softDelete, "attributes": .columns, "fields": .columns,
    "manyToMany": .belongsToMany, "constraints": .checks, "partitions": .partition, "partitionBy": .partition,
  ]

  static let section = KeySection(
    "Models",
    noun: "a model",
    introduction: """
      A model's name begins with a letter and holds letters, digits and `_`. A model with nothing in it (`Grade:`) has \
      an `id` and timestamps.

      Columns stand in the table in this order: the `id` that no one declared, the declared columns, the timestamps, then \
      the keys of associations in the order of their declaration.
      """,
    example: """
      models:
        OrderItem:
          table: order_lines
          columns:
            position: int unsigned
            amount: decimal(10,2)
          primaryKey: [orderId, position]
          belongsTo: [Order]
          indexes: [amount]
          checks: { positive: "amount > 0" }
      """)

  var description: KeyDescription {
    switch self {
    case .table:
      KeyDescription(
        "The table's name.", .name, default: "made from the model's name", example: "table: order_lines")
    case .uses:
      KeyDescription(
        "[Mixins](#mixins) whose columns, associations, indexes and checks are taken in behind those that stand beside it.",
        .nonEmpty(.list(of: .name)), default: "none", example: "uses: [Audited]")
    case .columns:
      KeyDescription(
        "The columns.", .orNothing(.entries("names", .either([.type, .mapping(ColumnKey.self)]))), default: "none",
        example: "columns: { name: string(80), born: date? }")
    case .primaryKey:
      KeyDescription(
        "The columns of the primary key, for a composite one; or `none` for a table without.",
        .either([.choice(["none"]), .nonEmpty(.list(of: .either([.name, .mapping(IndexPartKey.self)])))]),
        default: "the column with `primaryKey: true`, else an `id` that counts up", example: "primaryKey: [a, b]")
    case .autoIncrementStart:
      KeyDescription(
        "The first number that the server gives.", .number(from: 1), default: "1", example: "autoIncrementStart: 1000")
    case .timestamps:
      KeyDescription(
        "The columns that record when a row was made and changed.", .either([.boolean, .mapping(TimestampsKey.self)]),
        default: "that of `defaults`", example: "timestamps: false")
    case .softDelete:
      KeyDescription(
        "Rows are marked as deleted by a column, `deletedAt` unless another is named, and queries leave them out.",
        .either([.boolean, .name]), default: "`false`", example: "softDelete: true")
    case .belongsTo: association(.belongsTo, "The key is here: one target.", example: "belongsTo: { grade: Grade? }")
    case .hasOne: association(.hasOne, "The key is in the target: one row.", example: "hasOne: { profile: Profile }")
    case .hasMany: association(.hasMany, "The key is in the target: any number of rows.", example: "hasMany: [Student]")
    case .belongsToMany:
      association(
        .belongsToMany, "The keys are in a junction table: any number of rows.",
        example: "belongsToMany: { courses: { model: Course, through: Enrollment } }")
    case .indexes:
      KeyDescription(
        "The indexes; a name is an index of that one column.",
        .orNothing(.list(of: .either([.name, .mapping(IndexKey.self)]))), default: "none",
        example: "indexes: [born, { columns: [name, born], unique: true }]")
    case .checks:
      KeyDescription(
        "Conditions that every row meets.", .orNothing(.entries("names", .either([.sql, .mapping(CheckKey.self)]))),
        default: "none", example: "checks: { positive: \"a > 0\" }")
    case .comment: KeyDescription("The table's comment.", .text, default: "none", example: "comment: Who learns here")
    case .engine:
      KeyDescription("The storage engine.", .name, default: "that of `defaults`", example: "engine: InnoDB")
    case .charset:
      KeyDescription("The character set.", .name, default: "that of `defaults`", example: "charset: utf8mb4")
    case .collation:
      KeyDescription("The collation.", .name, default: "that of `defaults`", example: "collation: utf8mb4_bin")
    case .rowFormat:
      KeyDescription("The row format.", .name, default: "the engine's", example: "rowFormat: dynamic")
    case .keyBlockSize:
      KeyDescription(
        "The size of a page of a compressed table, in KiB.", .number(from: 1), default: "the engine's",
        example: "keyBlockSize: 8")
    case .partition:
      KeyDescription(
        "How the rows are spread over partitions.", .mapping(PartitionKey.self), default: "none",
        example: "partition: { hash: id, count: 4 }")
    case .crud:
      KeyDescription(
        "Statements for single rows, by each key.", .either([.boolean, .nonEmpty(.mapping(RowStatement.self))]),
        default: "`false`",
        example: "crud: true")
    case .swift:
      KeyDescription(
        "How the model looks in Swift.", .mapping(ModelSwiftKey.self), default: "those of its keys",
        example: "swift: { name: Pupil }")
    }
  }

  private func association(_ kind: AssociationKind, _ summary: String, example: String) -> KeyDescription {
    let target = AssociationKey.target(of: kind)
    let shape: ValueShape =
      switch kind {
      case .belongsTo, .hasOne, .hasMany:
        .either([.list(of: target), .entries("names", .either([target, .association(kind)]))])
      // There is no short form: the junction model must be named.
      case .belongsToMany: .entries("names", .association(kind))
      }
    return KeyDescription(summary, .orNothing(shape), default: "none", example: example)
  }
}
