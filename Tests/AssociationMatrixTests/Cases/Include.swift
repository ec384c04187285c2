/// An association that a query includes.
struct Include: Sendable {
  /// The association.
  var way: Way
  /// What is said of it.
  var mode: IncludeMode
  /// What its target includes.
  var includes: [Include] = []

  /// The includes of single associations: itself, or those that it stands for. Each of these may find nothing, and has in it
  /// what is included by the same names.
  func parts(_ world: World) -> [Include] {
    guard !way.alternatives.isEmpty else { return [self] }
    return way.alternatives.map { alternative in
      Include(
        way: alternative, mode: IncludeMode(required: false, isConditional: mode.isConditional),
        includes: includes.compactMap { $0.moved(to: alternative.target, world) })
    }
  }

  /// The include of the association of the same name of `model`.
  private func moved(to model: String, _ world: World) -> Include? {
    guard let way = world.way(way.name, of: model) else { return nil }
    return Include(way: way, mode: mode, includes: includes.compactMap { $0.moved(to: way.target, world) })
  }

  /// The include with modes that may stand together. Of several associations one can be asked for only where the row that
  /// has them is there: above it everything is required, and below others like it nothing is asked.
  func permitted() -> Include {
    var include = self
    include.includes = includes.map { way.alternatives.isEmpty ? $0.permitted() : $0.withoutChoices() }
    if way.alternatives.isEmpty, include.includes.contains(where: \.asksForChoice) { include.mode.required = true }
    return include
  }

  private var asksForChoice: Bool {
    way.alternatives.isEmpty ? includes.contains(where: \.asksForChoice) : mode.leavesOut
  }

  private func withoutChoices() -> Include {
    var include = self
    if !way.alternatives.isEmpty { include.mode.required = false }
    include.includes = includes.map { $0.withoutChoices() }
    return include
  }

  /// The include as an entry of a schema's `include`.
  func text(_ world: World) -> String {
    var parts = ["columns: [\((world.tables[way.target]?.returned ?? []).joined(separator: ", "))]"]
    if let required = mode.required { parts.append("required: \(required)") }
    if mode.isConditional { parts.append("where: { size: { gte: 2 } }") }
    if !includes.isEmpty { parts.append("include: { \(includes.map { $0.text(world) }.joined(separator: ", ")) }") }
    return "\(way.name): { \(parts.joined(separator: ", ")) }"
  }
}
