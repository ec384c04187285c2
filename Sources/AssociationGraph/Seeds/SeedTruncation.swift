import Diagnostics
import SchemaLanguage

extension GraphResolver {
  /// Notes that a table is emptied before rows are inserted.
  mutating func noteTruncation(of model: ID<Model>, _ options: SeedOptions, _ draft: inout SeedDraft) {
    guard let place = options.truncateFirst?.range else { return }
    if let first = draft.rowsOf[model.index].first, first < draft.firstOwnRow {
      diagnostics.error(
        SeedRule.truncation, at: place,
        "A set does not empty '\(graph[model].name)', which has rows in 'seeds'",
        explanation: "The set is loaded after 'seeds' and may refer to its rows.",
        notes: [Diagnostic.Note("A row of 'seeds' is here", at: draft.rows[first].place)])
      return
    }
    draft.truncated[model.index] = place
  }

  /// The statements that empty tables, children before their parents.
  ///
  /// A key that leads to a table that is emptied earlier, or to its own, is set to NULL first: a server checks each row as it
  /// goes (Reference Manual, "FOREIGN KEY Constraints").
  mutating func truncation(_ draft: SeedDraft) -> [SeedStatement] {
    guard draft.truncated.contains(where: { $0 != nil }) else { return [] }
    let order = deletionOrder(draft)
    var positions = Array(repeating: 0, count: graph.models.count)
    for (position, model) in order.enumerated() { positions[model.index] = position }
    var releases: [SeedStatement] = []
    for edge in graph.edges where edge.constraint != nil {
      guard let place = draft.truncated[edge.parent.index] else { continue }
      guard draft.truncated[edge.child.index] != nil else {
        warnOfReach(edge, at: place)
        continue
      }
      guard positions[edge.child.index] >= positions[edge.parent.index] else { continue }
      let columns = edge.childColumns.filter { graph[edge.child].columns[$0].isNullable }
      if !columns.isEmpty {
        releases.append(.release(edge.child, columns: columns))
      } else if edge.onDelete != .cascade {
        diagnostics.error(
          SeedRule.truncation, at: place,
          "Tables that need one another cannot be emptied: '\(graph[edge.child].name)' needs '\(graph[edge.parent].name)'",
          explanation: "Make the key nullable with '?', or give it 'onDelete: cascade'.",
          notes: [Diagnostic.Note("The key is declared here", at: edge.declaredAt)])
      }
    }
    return releases + order.map { .delete($0) }
  }

  /// The tables that are emptied: the reverse of their creation, but each behind those that cannot be without it.
  private func deletionOrder(_ draft: SeedDraft) -> [ID<Model>] {
    var children: [[ID<Model>]] = Array(repeating: [], count: graph.models.count)
    for edge in graph.edges
    where edge.constraint != nil && edge.isRequired && edge.child != edge.parent
      && draft.truncated[edge.child.index] != nil && draft.truncated[edge.parent.index] != nil
    {
      children[edge.parent.index].append(edge.child)
    }
    var order: [ID<Model>] = []
    var isKnown = draft.truncated.map { $0 == nil }
    for start in graph.creation.order.reversed() where !isKnown[start.index] {
      var path: [(model: ID<Model>, next: Int)] = [(start, 0)]
      isKnown[start.index] = true
      while let (model, next) = path.last {
        guard next < children[model.index].count else {
          order.append(model)
          path.removeLast()
          continue
        }
        path[path.count - 1].next += 1
        let child = children[model.index][next]
        if !isKnown[child.index] {
          isKnown[child.index] = true
          path.append((child, 0))
        }
      }
    }
    return order
  }

  /// Warns that emptying a table changes another one, or is refused by it.
  private mutating func warnOfReach(_ edge: Edge, at place: SourceRange) {
    let parent = graph[edge.parent].name
    let child = graph[edge.child]
    let summary: String
    switch edge.onDelete {
    // A row of a made junction table says nothing without its two ends.
    case .cascade where child.origin == .junction: return
    case .cascade: summary = "Emptying '\(parent)' deletes the rows of '\(child.name)' that name its rows, too"
    case .setNull: summary = "Emptying '\(parent)' makes the rows of '\(child.name)' forget which of its rows they name"
    default: summary = "'\(parent)' is not emptied as long as rows of '\(child.name)' name its rows"
    }
    diagnostics.warning(
      SeedRule.truncationReach, at: place, summary,
      explanation:
        "Empty '\(child.name)' as well with 'truncateFirst: true', or switch this warning off where it is meant.",
      notes: [Diagnostic.Note("The key is declared here", at: edge.declaredAt)])
  }
}
