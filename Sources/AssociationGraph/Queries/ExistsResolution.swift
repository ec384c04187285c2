import Diagnostics
import SchemaLanguage

extension GraphResolver {
  /// That the association `name` leads from a row of the scope's table to one that meets `inner`.
  mutating func resolveExists(
    _ name: Located<String>, _ inner: ConditionSyntax, in scope: ConditionScope, _ draft: inout QueryDraft
  ) -> Condition? {
    let source: Int
    switch scope {
    case .query: source = 0
    case .table(let position, let hop) where hop == draft.source(position).hops.count - 1: source = position
    case .table, .groups:
      reportOperand(
        "'exists' asks for rows of an association of 'from' or of an include", at: name.range,
        "Write it in the query's where, or in that of the include.")
      return nil
    }
    let model = draft.source(source).target.model
    if let polymorphic = polymorphicIDs[model.index][name.value] {
      // One of the ways leads to such a row.
      var ways: [Condition] = []
      forEach(graph[polymorphic].alternatives) { resolver, id in
        if let way = resolver.exists(name, id, inner, of: source, &draft) { ways.append(way) }
      }
      return ways.count == graph[polymorphic].alternatives.count ? .any(ways) : nil
    }
    return findAssociation(name, of: model).flatMap { exists(name, $0, inner, of: source, &draft) }
  }

  private mutating func exists(
    _ name: Located<String>, _ id: ID<Association>, _ inner: ConditionSyntax, of source: Int, _ draft: inout QueryDraft
  ) -> Condition? {
    let probe = addProbe(name, id, of: source, showsDeleted: draft.showsDeleted[source], &draft)
    guard let condition = resolveCondition(inner, in: .table(source: probe, hop: graph[id].steps.count - 1), &draft)
    else { return nil }
    draft.add(condition, toSource: probe)
    return .exists(probe)
  }

  /// That a required include which is batched leads to a row: its parents are chosen in another statement than its rows.
  ///
  /// Every name in it has been looked up before, so that nothing new can be wrong.
  mutating func requirement(of position: Int, below source: Int, _ draft: inout QueryDraft) -> Condition? {
    let reported = diagnostics
    defer { diagnostics = reported }
    guard let id = draft.sources[position].association, let include = draft.includes[position] else { return nil }
    let probe = addProbe(include.association, id, of: source, showsDeleted: draft.showsDeleted[position], &draft)
    let last = graph[id].steps.count - 1
    var conditions: [Condition] = []
    if let written = include.condition {
      conditions += [resolveCondition(written, in: .table(source: probe, hop: last), &draft)].compactMap(\.self)
    }
    if let written = include.through?.condition {
      conditions += [resolveCondition(written, in: .table(source: probe, hop: 0), &draft)].compactMap(\.self)
    }
    for child in draft.sources[position].children where draft.sources[child].isRequired {
      conditions += [requirement(of: child, below: probe, &draft)].compactMap(\.self)
    }
    for choice in draft.requiredChoices where choice.parent == position {
      conditions.append(requirement(of: choice, below: probe, &draft))
    }
    for condition in conditions { draft.add(condition, toSource: probe) }
    return .exists(probe)
  }

  /// Adds the tables of an association, which stands at `name`, for a condition to look into; tells their position.
  private mutating func addProbe(
    _ name: Located<String>, _ id: ID<Association>, of source: Int, showsDeleted: Bool, _ draft: inout QueryDraft
  ) -> Int {
    let position = draft.sources.count + draft.probes.count
    let prefix = source == 0 ? "" : draft.source(source).target.alias + "."
    let hops = graph.bareHops(of: graph[id], alias: prefix + graph[id].name, &draft.names)
    draft.probes.append(
      QuerySource(
        parent: source, association: id, hops: hops, cardinality: graph[id].cardinality, isRequired: true,
        condition: graph[id].scopeCondition(inSource: position), swiftName: "", swiftType: ""))
    draft.probeNames.append(name)
    draft.showsDeleted.append(showsDeleted)
    if !showsDeleted {
      for condition in graph.liveConditions(hops, ofSource: position) { draft.add(condition, toSource: position) }
    }
    return position
  }
}
