/// The keys of the long form of `through`.
enum ThroughKey: String, SchemaKey {
  case model, scope

  static let named = makeNamed()

  static let section = KeySection(
    "Junctions", noun: "a junction",
    introduction: "The long form of `through` of a `belongsToMany`.",
    example: "through: { model: Tagging, scope: { kind: topic } }")

  var description: KeyDescription {
    switch self {
    case .model:
      KeyDescription(
        "The junction model: one that is declared, or the name of one to be made.", .model, default: nil,
        example: "model: Tagging")
    case .scope:
      KeyDescription(
        "Values that the junction table's rows have: others are left out of queries, and rows that seeds make get them.",
        .entries("columns", .value), default: "none", example: "scope: { kind: topic }")
    }
  }
}
