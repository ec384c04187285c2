extension ComparisonOperator: SchemaKey {
  /// The operators by their names.
  static let named = makeNamed()

  /// Signs that SQL writes, and other tools' names.
  static let foreignNames: [String: ComparisonOperator] = [
    "=": .eq, "==": .eq, "!=": .ne, "<>": .ne, ">": .gt, ">=": .gte, "<": .lt, "<=": .lte, "is": .isNull,
  ]

  /// The section of the reference page.
  static let section = KeySection(
    "Operators", noun: "a comparison",
    introduction: """
      The keys of a mapping in the place of a column's value; all of them must hold.
      """,
    example: """
      where: { level: { gte: 9, lt: 12 }, name: { startsWith: Ma } }
      """)

  /// What the operator means.
  var description: KeyDescription {
    let scalar = ValueShape.either([.scalar, .parameter])
    let scalarOrNull = ValueShape.either([.orNothing(.scalar), .parameter])
    let list = ValueShape.either([.list(of: .orNothing(.scalar)), .parameter])
    let pair = ValueShape.pair(of: .orNothing(.scalar))
    return switch self {
    case .eq: KeyDescription("Equal; `null` means IS NULL.", scalarOrNull, default: "", example: "eq: 9")
    case .ne: KeyDescription("Not equal; `null` means IS NOT NULL.", scalarOrNull, default: "", example: "ne: 9")
    case .gt: KeyDescription("Greater.", scalar, default: "", example: "gt: 9")
    case .gte: KeyDescription("Greater or equal.", scalar, default: "", example: "gte: 9")
    case .lt: KeyDescription("Less.", scalar, default: "", example: "lt: 9")
    case .lte: KeyDescription("Less or equal.", scalar, default: "", example: "lte: 9")
    case .in: KeyDescription("One of a list.", list, default: "", example: "in: [9, 10]")
    case .notIn: KeyDescription("None of a list.", list, default: "", example: "notIn: $levels")
    case .between:
      KeyDescription(
        "From the first of two values to the second, both included.", pair, default: "",
        example: "between: [9, $last]")
    case .notBetween:
      KeyDescription("Outside of two values.", pair, default: "", example: "notBetween: [9, 12]")
    case .like: KeyDescription("LIKE a pattern with `%` and `_`.", scalar, default: "", example: "like: 'M%'")
    case .notLike: KeyDescription("NOT LIKE a pattern.", scalar, default: "", example: "notLike: 'M%'")
    case .startsWith: KeyDescription("Begins with a text.", scalar, default: "", example: "startsWith: Ma")
    case .endsWith: KeyDescription("Ends with a text.", scalar, default: "", example: "endsWith: x")
    case .contains: KeyDescription("Contains a text.", scalar, default: "", example: "contains: ax")
    case .regexp:
      KeyDescription("Matches a regular expression of the server.", scalar, default: "", example: "regexp: '^M.x$'")
    case .isNull:
      KeyDescription("`true`: IS NULL; `false`: IS NOT NULL.", .boolean, default: "", example: "isNull: false")
    }
  }
}
