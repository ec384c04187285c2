/// The words of a condition that join others.
enum ConditionKey: String, SchemaKey {
  case and, or, not, exists

  static let named = makeNamed()

  static let section = KeySection(
    "Conditions", noun: "a condition",
    introduction: """
      A condition is a mapping; all its keys must hold. A key is a column, or a path to one over associations \
      (`grade.level`). Its value is what the column equals: a value, `null`, a `$parameter` (quoted, both are text), or a \
      mapping of [operators](#operators). A column whose name holds a dot, or is one of these words, is written in \
      backticks: `` "`not`": 5 ``.
      """,
    example: """
      where:
        grade.level: { gte: 9, lt: 12 }
        name: $name
        or: [{ born: null }, { born: { lt: $day } }]
      """)

  static var otherKeys: ValueShape? {
    .either([.nonEmpty(.mapping(ComparisonOperator.self)), .orNothing(.scalar)])
  }

  var description: KeyDescription {
    let conditions = ValueShape.list(of: .mapping(ConditionKey.self))
    return switch self {
    case .and: KeyDescription("All of them.", conditions, default: "none", example: "and: [{ a: 1 }, { b: 2 }]")
    case .or: KeyDescription("At least one of them.", conditions, default: "none", example: "or: [{ a: 1 }, { b: 2 }]")
    case .not:
      KeyDescription(
        "Not all of them.", .either([conditions, .mapping(ConditionKey.self)]), default: "none",
        example: "not: { a: 1, b: 2 }")
    case .exists:
      KeyDescription(
        "An association has a row that meets the condition; of several associations each has one, of a polymorphic one some "
          + "model's row does. Nothing needs to be included for it.",
        .nonEmpty(.entries("associations", .orNothing(.mapping(ConditionKey.self)))), default: "none",
        example: "exists: { students: { born: { gte: $day } } }")
    }
  }
}
