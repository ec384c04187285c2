import Diagnostics
import SchemaLanguage

/// A query while it is planned.
struct QueryDraft {
  var names: QueryNames
  var sources: [QuerySource] = []
  /// Where each include stands among the sources.
  var places: [Place: Int] = [:]
  /// What was written of each source; `nil` for `from`.
  var includes: [IncludeDeclaration?] = []
  /// How what each source includes is fetched unless it says so itself.
  var strategies: [IncludeStrategy] = []
  /// What conditions look into.
  var probes: [QuerySource] = []
  /// What asks for each of them.
  var probeNames: [Located<String>] = []
  /// For each source, then each probe, whether rows that are marked as deleted are seen.
  var showsDeleted: [Bool] = []
  /// Whether the query returns groups, so that no source returns columns.
  var isGrouped = false
  var condition: Condition?
  /// The polymorphic includes that have to find a row.
  var requiredChoices: [RequiredChoice] = []
  var parameters: [QueryParameter] = []
  /// Where each parameter was first named.
  var parameterPlaces: [SourceRange] = []
  /// Columns of which it is said, beside the condition at hand, what becomes of rows where they are NULL.
  var nullDecided: Set<String> = []

  /// An include: the source that has it, and its association.
  struct Place: Hashable {
    let parent: Int
    let association: ID<Association>
  }

  init(names: QueryNames) { self.names = names }

  /// The source or probe at a position, as ``QueryPlan/source(_:)`` counts them.
  func source(_ position: Int) -> QuerySource {
    position < sources.count ? sources[position] : probes[position - sources.count]
  }

  /// The statements, as far as the sources are known.
  var levels: [QueryLevel] { QueryLevel.levels(of: sources) }

  /// Adds to what the rows of a source or probe must meet.
  mutating func add(_ condition: Condition, toSource position: Int) {
    func joined(_ old: Condition?) -> Condition {
      old.map { .all($0.conjuncts + condition.conjuncts) } ?? condition
    }
    if position < sources.count {
      sources[position].condition = joined(sources[position].condition)
    } else {
      probes[position - sources.count].condition = joined(probes[position - sources.count].condition)
    }
  }

  /// The child of `source` that includes `association`.
  func child(by association: ID<Association>, of source: Int) -> Int? {
    places[Place(parent: source, association: association)]
  }

  /// The association names that lead from `from` to `source`.
  func path(of source: Int, in graph: AssociationGraph) -> [String] {
    guard let parent = sources[source].parent, let id = sources[source].association else { return [] }
    return path(of: parent, in: graph) + [graph[id].name]
  }
}

/// A polymorphic include of which one way has to find a row.
struct RequiredChoice {
  /// The source that includes it.
  let parent: Int
  /// The sources of its ways.
  let sources: [Int]
}

extension QueryDeclaration {
  /// Whether it returns groups in place of rows.
  var isGrouped: Bool { !aggregates.isEmpty || !groups.isEmpty || groupCondition != nil }
}
