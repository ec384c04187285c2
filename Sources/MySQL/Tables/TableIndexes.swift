internal import AssociationGraph
internal import SchemaLanguage

/// An index as the server has it: a declared one, or one that it makes for a foreign key.
struct TableIndex {
  var name: String
  var parts: [IndexPart]
  var isUnique: Bool
  var kind: IndexDeclaration.Kind?
  /// The declared index; `nil` for one that is made for a foreign key.
  var declaration: Index?
}

/// The indexes of a table but its primary key.
struct TableIndexes {
  /// In the order in which SHOW CREATE TABLE prints them: unique ones without a nullable part, other unique ones, plain
  /// ones, those with an expression, full-text ones; in the order of their making within each kind.
  let sorted: [TableIndex]

  init(of id: ID<Model>, in graph: AssociationGraph) {
    let model = graph[id]
    let indexes =
      model.indexes.map {
        TableIndex(name: $0.name, parts: $0.parts, isUnique: $0.isUnique, kind: $0.kind, declaration: $0)
      } + Self.foreignKeyIndexes(of: model, in: graph)
    let ranks = indexes.map { Self.rank($0, model) }
    sorted = indexes.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }.map { indexes[$0] }
  }

  private static func rank(_ index: TableIndex, _ model: Model) -> Int {
    if index.kind == .fulltext { return 4 }
    let hasExpression = index.parts.contains { $0.column == nil }
    guard index.isUnique else { return hasExpression ? 3 : 2 }
    let isNullable = index.parts.contains { part in part.column.map { model.columns[$0].isNullable } ?? true }
    return isNullable ? 1 : 0
  }

  /// The indexes that InnoDB makes for foreign keys (Reference Manual, "FOREIGN KEY Constraints"): one for each key whose
  /// columns are not the first columns of another index, in the same order.
  private static func foreignKeyIndexes(of model: Model, in graph: AssociationGraph) -> [TableIndex] {
    let edges = model.foreignKeys.map { graph[$0] }.filter { $0.constraint != nil }
    var leading: [[Int]] = [wholeColumns(model.primaryKey)]
    for index in model.indexes where index.kind != .fulltext && index.kind != .spatial && index.kind != .hash {
      leading.append(wholeColumns(index.parts))
    }
    var made: [TableIndex] = []
    for (position, edge) in edges.enumerated() {
      let columns = edge.childColumns
      if leading.contains(where: { $0.starts(with: columns) }) { continue }
      // Of two keys over the same first columns the longer one's index serves both; of two equal ones the first's.
      let isServed = edges.enumerated().contains { other, longer in
        other != position && longer.childColumns.starts(with: columns)
          && (longer.childColumns.count > columns.count || other < position)
      }
      if isServed { continue }
      made.append(
        TableIndex(
          name: edge.constraint ?? "", parts: columns.map { IndexPart(.column($0)) }, isUnique: false, kind: nil,
          declaration: nil))
    }
    return made
  }

  /// The columns in front of the first part that is not a whole column.
  private static func wholeColumns(_ parts: [IndexPart]) -> [Int] {
    parts.prefix { $0.column != nil && $0.length == nil }.compactMap(\.column)
  }
}
