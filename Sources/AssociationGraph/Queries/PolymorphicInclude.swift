import Diagnostics
import SchemaLanguage

extension GraphResolver {
  /// Includes every way of a polymorphic association; each finds a row or none, so that none leaves a row of its parent out.
  ///
  /// What the include says goes for each of them. Where it asks for a row, one of the ways has to find one.
  mutating func addAlternatives(
    of association: PolymorphicAssociation, _ include: IncludeDeclaration, to parent: Int, path: ResultPath,
    _ draft: inout QueryDraft
  ) {
    var sources: [Int] = []
    forEach(association.alternatives) { resolver, id in
      var alternative = include
      alternative.association = Located(resolver.graph[id].name, at: include.association.range)
      alternative.isRequired = Located(false, at: include.association.range)
      sources.append(draft.sources.count)
      resolver.addInclude(alternative, to: parent, path: path, &draft)
    }
    guard include.isRequired?.value ?? (include.condition != nil) else { return }
    draft.requiredChoices.append(RequiredChoice(parent: parent, sources: sources))
  }

  /// Reads what is written once for each of several ways; see ``keepCommonFixIts(of:)``.
  mutating func forEach(_ ways: [ID<Association>], _ body: (inout GraphResolver, ID<Association>) -> Void) {
    let readings = ways.map { way in
      let start = diagnostics.diagnostics.count
      body(&self, way)
      return start..<diagnostics.diagnostics.count
    }
    keepCommonFixIts(of: readings)
  }

  /// Of the findings of several readings of one text, each a range of their positions, leaves those fix-its that all of the
  /// readings ask for: another one mends one of them, and may break the others.
  mutating func keepCommonFixIts(of readings: [Range<Int>]) {
    let fixIts = readings.map { Set(diagnostics.diagnostics[$0].flatMap(\.fixIts)) }
    guard let first = fixIts.first else { return }
    let common = fixIts.dropFirst().reduce(first) { $0.intersection($1) }
    for reading in readings { diagnostics.keepFixIts(of: reading, where: common.contains) }
  }

  /// Whether each row of the first statement has a row of `source`.
  func isAlwaysJoined(_ source: Int, _ draft: QueryDraft) -> Bool {
    var place: Int? = source
    while let position = place {
      guard draft.sources[position].isRequired, !draft.sources[position].isBatched else { return false }
      place = draft.sources[position].parent
    }
    return true
  }

  /// Adds to what rows must meet that each of the required polymorphic includes finds a row.
  ///
  /// Where each row of the result has its parent, the join has looked for it already. Else, as it does not promote its
  /// parent, it is asked for by the condition under which that is joined.
  mutating func requireChoices(_ conditions: inout [Condition], _ draft: inout QueryDraft) {
    for choice in draft.requiredChoices {
      if isAlwaysJoined(choice.parent, draft) {
        conditions.append(hasFound(choice, draft))
      } else {
        let condition = requirement(of: choice, below: choice.parent, &draft)
        draft.add(condition, toSource: choice.parent)
      }
    }
  }

  /// That one of the ways of a required choice leads to a row from `source`, a probe or the choice's parent.
  mutating func requirement(of choice: RequiredChoice, below source: Int, _ draft: inout QueryDraft) -> Condition {
    .any(choice.sources.compactMap { requirement(of: $0, below: source, &draft) })
  }

  private func hasFound(_ choice: RequiredChoice, _ draft: QueryDraft) -> Condition {
    .any(
      choice.sources.compactMap { source -> Condition? in
        guard source < draft.sources.count, let edge = draft.sources[source].target.step?.edge,
          let column = graph[edge].parentColumns.first
        else { return nil }
        let hop = draft.sources[source].hops.count - 1
        return .isNull(.column(ColumnTerm(source: source, hop: hop, column: column)), false)
      })
  }

  /// Finds the polymorphic associations of which a source includes every way, and names what holds the row that was found.
  func nameChoices(_ draft: inout QueryDraft) {
    for position in draft.sources.indices {
      let model = draft.sources[position].target.model
      for id in polymorphicIDs[model.index].values.sorted(by: { $0.index < $1.index }) {
        let association = graph[id]
        let sources = association.alternatives.compactMap { draft.child(by: $0, of: position) }
        guard sources.count == association.alternatives.count,
          !sources.contains(where: { draft.sources[$0].isRequired })
        else { continue }
        var cases = UniqueNames()
        draft.sources[position].choices.append(
          QueryChoice(
            association: id, sources: sources, swiftName: association.swiftName,
            swiftType: draft.names.takeType(Words(of: association.name).upperCamelCase),
            swiftCases: association.alternatives.map {
              cases.take(Words(of: graph[graph[$0].target].name).lowerCamelCase)
            }))
      }
    }
  }
}
