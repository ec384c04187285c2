import Diagnostics
import SchemaLanguage

extension GraphResolver {
  /// The order of the first level; gives each batched source that of its own.
  ///
  /// What was written is completed to a total order: by the order of each include and the keys of what may have several
  /// rows; in a query with groups by their columns; with `distinct` by what is returned.
  mutating func resolveOrder(
    _ declaration: QueryDeclaration, _ grouping: Grouping?, _ draft: inout QueryDraft
  ) -> [OrderTerm] {
    var first: [OrderTerm] = []
    for level in draft.levels {
      var order = TotalOrder()
      if let grouping {
        let scope = GroupScope(grouping: grouping, declaration: declaration, tables: [])
        for written in declaration.order {
          guard let (term, _) = findTerm(written.path, in: scope, draft) else { continue }
          order.add(term, isDescending: written.isDescending)
        }
        for term in completion(of: grouping, declaration) { order.add(term) }
      } else {
        if level.root == 0 {
          addTerms(declaration.order, from: 0, to: &order, draft)
        } else if let parent = draft.sources[level.root].parent {
          for column in graph[draft.sources[parent].target.model].identifyingColumns {
            order.add(
              .column(ColumnTerm(source: parent, hop: draft.sources[parent].hops.count - 1, column: column)))
          }
        }
        if level.root == 0, declaration.isDistinct?.value == true {
          completeDistinct(&order, by: level, draft)
        } else {
          for position in level.sources { complete(&order, by: position, draft) }
        }
      }
      if level.root == 0, declaration.isDistinct?.value == true { checkDistinct(order, grouping, declaration, draft) }
      if level.root == 0 { first = order.terms } else { draft.sources[level.root].order = order.terms }
    }
    return first
  }

  /// What tells the rows of groups apart: the groups' columns, or with `distinct`, where not all of these are returned,
  /// everything that is.
  private func completion(of grouping: Grouping, _ declaration: QueryDeclaration) -> [Term] {
    let groups = grouping.columns.prefix(declaration.groups.count)
    let returned = grouping.returned.map(\.term)
    guard declaration.isDistinct?.value == true, !groups.allSatisfy(returned.contains) else {
      return groups.map { .column($0) }
    }
    return returned.map { .column($0) } + grouping.aggregates.indices.map { .aggregate($0) }
  }

  private mutating func addTerms(
    _ written: [OrderSyntax], from source: Int, to order: inout TotalOrder, _ draft: QueryDraft
  ) {
    for written in written {
      guard let term = findTerm(written.path, from: source, draft) else { continue }
      order.add(.column(term), isDescending: written.isDescending)
    }
  }

  /// Adds the order of an include, and the keys that tell apart the rows of a source.
  private mutating func complete(_ order: inout TotalOrder, by position: Int, _ draft: QueryDraft) {
    if let include = draft.includes[position] { addTerms(include.order, from: position, to: &order, draft) }
    let source = draft.sources[position]
    for hop in hopsWithSeveralRows(source) {
      for column in graph[source.hops[hop].model].identifyingColumns {
        order.add(.column(ColumnTerm(source: position, hop: hop, column: column)))
      }
    }
  }

  /// Adds what tells distinct rows apart: keys as far as they are returned, and everything that is returned of a source
  /// whose own key, or that of what includes it, is not. Nothing else may order them.
  private mutating func completeDistinct(_ order: inout TotalOrder, by level: QueryLevel, _ draft: QueryDraft) {
    /// The sources of which what is returned tells the row.
    var told: Set<Int> = []
    for position in level.sources {
      if let include = draft.includes[position] { addTerms(include.order, from: position, to: &order, draft) }
      let source = draft.sources[position]
      let keys = hopsWithSeveralRows(source).map { hop in
        graph[source.hops[hop].model].identifyingColumns.map { ColumnTerm(source: position, hop: hop, column: $0) }
      }
      let returned = ([source.hops.count - 1] + source.hops.indices.dropLast()).flatMap { hop in
        source.hops[hop].columns.map { ColumnTerm(source: position, hop: hop, column: $0.column) }
      }
      let isTold = keys.allSatisfy { !$0.isEmpty && $0.allSatisfy(returned.contains) }
      if isTold, source.parent.map(told.contains) ?? true {
        told.insert(position)
        for term in keys.joined() { order.add(.column(term)) }
      } else {
        for term in returned where isOrdered(column(of: term, draft).type) { order.add(.column(term)) }
      }
    }
  }

  private func isOrdered(_ type: ColumnType) -> Bool {
    switch type {
    case .json, .geometry, .vector: false
    default: true
    }
  }

  private func hopsWithSeveralRows(_ source: QuerySource) -> [Int] {
    guard let id = source.association else { return [0] }
    let steps = graph[id].steps
    if steps.count == 1 {
      return steps[0].direction == .toChild && !graph[steps[0].edge].isUnique ? [0] : []
    }
    if graph[id].isChain { return graph[id].cardinality == .one ? [] : [steps.count - 1] }
    let pair = graph[steps[0].edge].decidingColumns + graph[steps[1].edge].decidingColumns
    let junction = source.hops[0].model
    return hasUniqueKey(in: junction, within: pair) ? [1] : [1, 0]
  }

  /// Reports an order by what DISTINCT does not keep (error 3065 of the server).
  private mutating func checkDistinct(
    _ order: TotalOrder, _ grouping: Grouping?, _ declaration: QueryDeclaration, _ draft: QueryDraft
  ) {
    for term in order.terms.compactMap(\.term.column) {
      let isReturned =
        if let grouping { grouping.returned.contains { $0.term == term } } else {
          draft.sources[term.source].hops[term.hop].columns.contains { $0.column == term.column }
        }
      guard !isReturned else { continue }
      let name = (draft.path(of: term.source, in: graph) + [column(of: term, draft).attribute]).joined(separator: ".")
      diagnostics.error(
        QueryRule.distinctOrder,
        at: declaration.order.first { $0.path.text == name }?.path.range ?? declaration.name.range,
        "Rows that are distinct are ordered by what is returned of them, unlike '\(name)'",
        explanation: "Add it to columns, or leave it out of order.")
    }
  }
}

/// Terms of an order, each once.
struct TotalOrder {
  private(set) var terms: [OrderTerm] = []
  private var seen: Set<Term> = []

  /// Adds a term, unless the rows stand in its order already.
  mutating func add(_ term: Term, isDescending: Bool = false) {
    if seen.insert(term).inserted { terms.append(OrderTerm(term, isDescending: isDescending)) }
  }
}
