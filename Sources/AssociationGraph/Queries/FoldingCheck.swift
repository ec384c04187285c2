import Diagnostics
import SchemaLanguage

extension GraphResolver {
  /// Reports sources whose rows the nested result must tell apart and cannot, for want of a key.
  mutating func checkFolding(_ declaration: QueryDeclaration, _ draft: QueryDraft) {
    for level in draft.levels {
      for position in level.sources {
        let model = graph[draft.sources[position].target.model]
        guard position == 0 || draft.sources[position].cardinality == .many,
          model.identifyingColumns.isEmpty,
          let other = repetition(of: position, in: level, draft)
        else { continue }
        let name = graph[other.association].name
        let range = draft.includes[position]?.association.range ?? declaration.from.range
        let explanation = "Give the model a primary key, or a unique key of columns that are not nullable."
        if other.isBatched {
          diagnostics.error(
            QueryRule.noKey, at: range,
            "Rows of '\(model.name)' have no key by which a batch of '\(name)' could find them",
            explanation: explanation)
        } else {
          diagnostics.warning(
            QueryRule.noKey, at: range,
            "Rows of '\(model.name)' have no key, so a row that '\(name)' repeats is several in the nested result",
            explanation: explanation)
        }
      }
    }
  }

  /// The include that repeats the rows of the source at `position`, or hangs below them; `nil` for none.
  private func repetition(of position: Int, in level: QueryLevel, _ draft: QueryDraft) -> (
    association: ID<Association>, isBatched: Bool
  )? {
    if let batched = draft.sources[position].children.first(where: { draft.sources[$0].isBatched }),
      let association = draft.sources[batched].association
    {
      return (association, true)
    }
    var ancestors: Set<Int> = []
    var place: Int? = position
    while let source = place {
      ancestors.insert(source)
      place = draft.sources[source].parent
    }
    let other = level.sources.first { other in
      !ancestors.contains(other)
        && draft.sources[other].hops.contains { hop in
          guard let step = hop.step else { return false }
          return step.direction == .toChild && !graph[step.edge].isUnique
        }
    }
    return other.flatMap { draft.sources[$0].association }.map { ($0, false) }
  }
}
