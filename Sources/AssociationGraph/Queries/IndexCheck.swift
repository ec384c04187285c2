import Diagnostics
import SchemaLanguage

extension GraphResolver {
  /// Warns where the rows of `from` are found by columns with which no index begins: the server reads the whole table.
  mutating func warnOfSearch(_ declaration: QueryDeclaration, _ draft: QueryDraft) {
    guard case .all(let parts)? = draft.condition.map({ Condition.all([$0]).flattened }) else { return }
    var equal: [Int] = []
    var ranges: [Int] = []
    for part in parts {
      guard case .comparison(.column(let term), let comparison, let operands) = part, term.source == 0,
        !operands.isEmpty
      else { continue }
      switch comparison {
      case .eq, .in: if !equal.contains(term.column) { equal.append(term.column) }
      case .gt, .gte, .lt, .lte, .between, .startsWith:
        if !ranges.contains(term.column) { ranges.append(term.column) }
      default: continue
      }
    }
    let model = graph[draft.sources[0].target.model]
    let searched = equal + ranges.filter { !equal.contains($0) }
    // A text beyond the length of a key, and what has no order, takes another index than a plain one.
    guard !searched.isEmpty, searched.allSatisfy({ model.columns[$0].type.isIndexable }) else { return }
    let indexes = [model.primaryKey] + (model.indexes + graph.foreignKeyIndexes(of: model)).map(\.parts)
    let isFound = indexes.contains { parts in
      guard let first = parts.first?.column else { return false }
      return searched.contains(first)
    }
    guard !isFound else { return }
    let columns = (equal + ranges.filter { !equal.contains($0) }.prefix(1)).map { model.columns[$0].attribute }
    let names = searched.map { "'\(model.columns[$0].attribute)'" }.joined(separator: " and ")
    let index = columns.count == 1 ? columns[0] : "{ columns: [\(columns.joined(separator: ", "))] }"
    diagnostics.warning(
      QueryRule.noIndex, at: declaration.name.range,
      "Query '\(declaration.name.value)' finds rows of '\(model.name)' by \(names), and no index begins with "
        + (searched.count == 1 ? "it" : "one of them"),
      explanation:
        "The server reads the whole table. Write `indexes: [\(index)]` in the model, or switch the warning off "
        + "under `lint` where tables stay small.")
  }
}

extension Condition {
  /// The parts that must all hold, as one list.
  fileprivate var flattened: Condition {
    guard case .all(let parts) = self else { return .all([self]) }
    return .all(
      parts.flatMap { part -> [Condition] in
        if case .all(let inner) = part.flattened { inner } else { [part] }
      })
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
