/// An association that a query includes.
struct Include: Sendable {
  /// The association.
  var way: Way
  /// What is said of it.
  var mode: IncludeMode
  /// What its target includes.
  var includes: [Include] = []

  /// The include as an entry of a schema's `include`.
  func text(_ world: World) -> String {
    var parts = ["columns: [\((world.tables[way.target]?.returned ?? []).joined(separator: ", "))]"]
    if let required = mode.required { parts.append("required: \(required)") }
    if mode.isConditional { parts.append("where: { size: { gte: 2 } }") }
    if !includes.isEmpty { parts.append("include: { \(includes.map { $0.text(world) }.joined(separator: ", ")) }") }
    return "\(way.name): { \(parts.joined(separator: ", ")) }"
  }
}
