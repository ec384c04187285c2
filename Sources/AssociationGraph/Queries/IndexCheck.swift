import Diagnostics
import SchemaLanguage

/// The columns by which a query finds the rows of one of its tables.
private struct Search {
  /// Those that equal a value, then those that lie in a range, each once.
  var equal: [Int] = []
  var ranges: [Int] = []
  /// The include whose condition it is; `nil` for the query's.
  var include: IncludeDeclaration?

  var columns: [Int] { equal + ranges.filter { !equal.contains($0) } }

  mutating func add(_ column: Int, _ comparison: ComparisonOperator) {
    switch comparison {
    case .eq, .in: if !equal.contains(column) { equal.append(column) }
    case .gt, .gte, .lt, .lte, .between, .startsWith: if !ranges.contains(column) { ranges.append(column) }
    default: break
    }
  }
}

extension GraphResolver {
  /// Warns where the server reads a whole table to find rows, or to take the first in an order.
  ///
  /// It begins with whichever of the tables that each row of the result has is found by an index: so one index is enough.
  mutating func warnOfSearch(_ declaration: QueryDeclaration, _ order: [OrderTerm], _ draft: QueryDraft) {
    let searches = searches(draft)
    if searches.isEmpty {
      warnOfSorting(declaration, order, draft)
      return
    }
    // A text beyond the length of a key, and what has no order, takes another index than a plain one.
    let judged = searches.filter { source, search in
      let model = graph[draft.sources[source].target.model]
      return search.columns.allSatisfy { model.columns[$0].type.isIndexable }
    }
    let isFound = judged.contains { source, search in
      orderedKeys(of: draft.sources[source].target.model).contains { parts in
        parts.first?.column.map(search.columns.contains) ?? false
      }
    }
    guard judged.count == searches.count, !isFound, let (source, search) = judged.first else { return }
    let model = graph[draft.sources[source].target.model]
    let names = search.columns.map { "'\(model.columns[$0].attribute)'" }.joined(separator: " and ")
    let columns = (search.equal + search.columns.dropFirst(search.equal.count).prefix(1))
      .map { (column: $0, isDescending: false) }
    diagnostics.warning(
      QueryRule.noIndex, at: search.include?.association.range ?? declaration.name.range,
      "Query '\(declaration.name.value)' finds rows of '\(model.name)' by \(names), and no index begins with "
        + (search.columns.count == 1 ? "it" : "one of them"),
      explanation: "The server reads the whole table. " + advice(indexing: columns, of: model))
  }

  /// The tables of the first statement whose rows conditions choose, by their sources, ascending; all of an inner join.
  private func searches(_ draft: QueryDraft) -> [(source: Int, search: Search)] {
    var searches: [Int: Search] = [:]
    func add(_ condition: Condition?, of include: IncludeDeclaration?) {
      for part in condition?.flattened ?? [] {
        guard case .comparison(.column(let term), let comparison, let operands) = part, !operands.isEmpty,
          term.source < draft.sources.count, term.hop == draft.sources[term.source].hops.count - 1
        else { continue }
        var search = searches[term.source] ?? Search(include: include)
        search.add(term.column, comparison)
        if !search.columns.isEmpty { searches[term.source] = search }
      }
    }
    add(draft.condition, of: nil)
    for source in draft.levels[0].sources.dropFirst() where isAlwaysJoined(source, draft) {
      guard let include = draft.includes[source], include.condition != nil else { continue }
      add(draft.sources[source].condition, of: include)
    }
    return searches.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// Warns where rows are sorted so that a few of them may be taken.
  private mutating func warnOfSorting(_ declaration: QueryDeclaration, _ order: [OrderTerm], _ draft: QueryDraft) {
    guard declaration.limit != nil, !draft.isGrouped, declaration.isDistinct?.value != true else { return }
    let written = order.prefix(declaration.order.count)
    let own = order.prefix { $0.term.column?.source == 0 }
    guard !written.isEmpty, own.count >= written.count else { return }
    let terms = own.compactMap { term in
      term.term.column.map { (column: $0.column, isDescending: term.isDescending) }
    }
    let id = draft.sources[0].target.model
    let model = graph[id]
    guard terms.prefix(written.count).allSatisfy({ model.columns[$0.column].type.isIndexable }) else { return }
    // An index is read in either direction, and holds the primary key behind its own columns.
    let isSorted = orderedKeys(of: id).contains { parts in
      let key = parts + model.primaryKey.filter { part in !parts.contains { $0.column == part.column } }
      return zip(key, terms).allSatisfy { part, term in
        part.column == term.column && part.length == nil
          && (part.isDescending == term.isDescending) == (key[0].isDescending == terms[0].isDescending)
      }
    }
    guard !isSorted else { return }
    let names = written.indices.map { position in
      "'\(terms[position].isDescending ? "-" : "")\(model.columns[terms[position].column].attribute)'"
    }.joined(separator: " and ")
    diagnostics.warning(
      QueryRule.noIndex, at: declaration.order[0].path.range,
      "Query '\(declaration.name.value)' takes the first rows of '\(model.name)' by \(names), and no index has this order",
      explanation: "The server reads and sorts the whole table. "
        + advice(indexing: Array(terms.prefix(written.count)), of: model))
  }

  /// The primary key and the indexes that hold their columns in an order.
  private func orderedKeys(of id: ID<Model>) -> [[IndexPart]] {
    let model = graph[id]
    let indexes = model.indexes.filter { $0.kind != .fulltext && $0.kind != .spatial }
    return ([model.primaryKey] + (indexes + graph.foreignKeyIndexes(of: model)).map(\.parts)).filter { !$0.isEmpty }
  }

  private func advice(indexing columns: [(column: Int, isDescending: Bool)], of model: Model) -> String {
    let parts = columns.map { column in
      let name = model.columns[column.column].attribute
      return column.isDescending ? "{ name: \(name), order: desc }" : name
    }
    let isPlain = columns.count == 1 && !columns[0].isDescending
    let index = isPlain ? parts[0] : "{ columns: [\(parts.joined(separator: ", "))] }"
    return "Write `indexes: [\(index)]` in the model, or switch the warning off under `lint` where tables stay small."
  }
}

extension Condition {
  /// The parts that must all hold, however they are nested.
  fileprivate var flattened: [Condition] {
    if case .all(let parts) = self { parts.flatMap(\.flattened) } else { [self] }
  }
}

extension ColumnType {
  fileprivate var isIndexable: Bool {
    switch self {
    case .text, .blob, .json, .geometry, .vector: false
    case .char(let length), .varchar(let length): length <= 768
    case .binary(let length), .varbinary(let length): length <= 3072
    default: true
    }
  }
}
