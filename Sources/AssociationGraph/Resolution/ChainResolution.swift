import Diagnostics
import SchemaLanguage

/// An association that goes over other associations, before those are known.
struct ChainDraft {
  let declaration: AssociationDeclaration
  let name: Located<String>
  let source: ID<Model>
  /// The model that `model` names, if it is written.
  let statedTarget: ID<Model>?
  /// The names of the associations, each of the model at which the one before arrives.
  let names: [Located<String>]
}

extension GraphResolver {
  /// Makes the associations that go over others. A chain may go over chains; one that goes over itself is a mistake.
  mutating func resolveChains(_ drafts: [ChainDraft]) {
    struct Place: Hashable {
      let model: ID<Model>
      let name: String
    }
    enum State { case waiting, open, done }
    var states = Array(repeating: State.waiting, count: drafts.count)
    var positions: [Place: Int] = [:]
    for (index, draft) in drafts.enumerated() {
      positions[Place(model: draft.source, name: draft.name.value)] = index
    }
    for start in drafts.indices where states[start] == .waiting {
      var path = [start]
      states[start] = .open
      while let index = path.last {
        switch walk(drafts[index]) {
        case .arrived(let associations):
          makeChain(drafts[index], over: associations)
        case .stopped(let model, let name):
          if let needed = positions[Place(model: model, name: name.value)], states[needed] == .waiting {
            states[needed] = .open
            path.append(needed)
            continue
          }
          if let needed = positions[Place(model: model, name: name.value)], states[needed] == .open {
            diagnostics.error(
              GraphRule.chain, at: name.range, "The chain '\(drafts[index].name.value)' goes over itself",
              notes: [Diagnostic.Note("By way of this association", at: drafts[needed].name.range)])
          } else if let polymorphic = polymorphicIDs[model.index][name.value] {
            let ways = graph[polymorphic].alternatives.map { graph[$0].name }
            diagnostics.error(
              GraphRule.chain, at: name.range,
              "Association '\(name.value)' leads to one of several models, so that a chain names which",
              explanation: "Write \(ways.joined(separator: " or ")).")
          } else if !brokenNames[model.index].contains(name.value) {
            reportUnknown(
              GraphRule.chain, "Model '\(graph[model].name)' has no association '\(name.value)'", name,
              candidates: graph[model].associations.map { graph[$0].name })
          }
          brokenNames[drafts[index].source.index].insert(drafts[index].name.value)
        }
        states[index] = .done
        path.removeLast()
      }
    }
  }

  private enum Walk {
    /// All associations are known.
    case arrived([ID<Association>])
    /// This one of this model is not, or not yet.
    case stopped(ID<Model>, Located<String>)
  }

  private func walk(_ draft: ChainDraft) -> Walk {
    var model = draft.source
    var associations: [ID<Association>] = []
    for name in draft.names {
      guard let id = associationIDs[model.index][name.value] else { return .stopped(model, name) }
      associations.append(id)
      model = graph[id].target
    }
    return .arrived(associations)
  }

  private mutating func makeChain(_ draft: ChainDraft, over ids: [ID<Association>]) {
    let associations = ids.map { graph[$0] }
    guard let target = associations.last?.target else { return }
    if let stated = draft.statedTarget, stated != target {
      diagnostics.error(
        GraphRule.chain, at: draft.declaration.target?.range ?? draft.name.range,
        "The chain '\(draft.name.value)' leads to '\(graph[target].name)', not to '\(graph[stated].name)'",
        explanation: "Leave 'model' out, or go another way.")
      return
    }
    var steps: [Step] = []
    var scope: [ScopeTerm] = []
    for association in associations {
      scope += association.scope.map { ScopeTerm(step: $0.step + steps.count, column: $0.column, value: $0.value) }
      steps += association.steps
    }
    scope += scopeTerms(draft.declaration.options.values.scope, of: target, step: steps.count - 1)
    let isCertain = associations.allSatisfy { $0.cardinality == .one } && scope.isEmpty
    var association = Association(
      name: draft.name.value, swiftName: swiftAssociationName(draft.name.value, of: draft.source, target: target),
      kind: draft.declaration.kind, source: draft.source, target: target, steps: steps,
      cardinality: draft.declaration.kind == .hasMany ? .many : isCertain ? .one : .optional,
      declaredAt: draft.name.range)
    association.scope = scope
    association.isChain = true
    let id = ID<Association>(graph.associations.count)
    graph.associations.append(association)
    graph.models[draft.source.index].associations.append(id)
    associationIDs[draft.source.index][draft.name.value] = id
  }
}
