/// One statement of a query: that of `from`, or of one batched include.
public struct QueryLevel: Hashable, Sendable {
  /// The source that it begins with: 0 for `from`, else a batched source, whose parents' keys the statement is given.
  public var root: Int
  /// The sources that it returns: the root and what is joined to it, ascending.
  public var sources: [Int]
}

extension QueryPlan {
  /// The statements of the query: that of `from`, then one for each batched source, parents first.
  public var levels: [QueryLevel] { QueryLevel.levels(of: sources) }

  /// The columns of the key of the batched source's parent, by which its rows are asked for and put into their
  /// places; all of them are returned.
  public func keyOfParents(of position: Int, in graph: AssociationGraph) -> [SelectedColumn] {
    guard let parent = sources[position].parent else { return [] }
    let hop = sources[parent].target
    return graph[hop.model].identifyingColumns.compactMap { column in hop.columns.first { $0.column == column } }
  }

  /// The names of the associations that lead to the source at `position`, with dots between them.
  public func path(of position: Int, in graph: AssociationGraph) -> String {
    var names: [String] = []
    var place = position
    while let id = source(place).association, let parent = source(place).parent {
      names.insert(graph[id].name, at: 0)
      place = parent
    }
    return names.joined(separator: ".")
  }

  /// Whether a source is fetched in a statement of its own.
  public var isBatched: Bool { sources.contains(where: \.isBatched) }

  /// What is joined to the source at `position`.
  public func joined(to position: Int) -> [Int] {
    source(position).children.filter { !sources[$0].isBatched }
  }
}

extension QueryLevel {
  /// The levels of `sources`, which stand depth-first.
  static func levels(of sources: [QuerySource]) -> [QueryLevel] {
    var levels: [QueryLevel] = []
    var places: [Int] = []
    for position in sources.indices {
      if let parent = sources[position].parent, !sources[position].isBatched {
        places.append(places[parent])
        levels[places[parent]].sources.append(position)
      } else {
        places.append(levels.count)
        levels.append(QueryLevel(root: position, sources: [position]))
      }
    }
    return levels
  }
}
