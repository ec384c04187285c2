internal import AssociationGraph
internal import SchemaLanguage

/// The indexes of a table but its primary key: those that are declared and those that the server makes for foreign keys.
struct TableIndexes {
  /// In the order in which SHOW CREATE TABLE prints them: unique ones without a nullable part, other unique ones, plain
  /// ones, those with an expression, full-text ones; in the order of their making within each kind.
  let sorted: [Index]

  init(of model: Model, in graph: AssociationGraph) {
    let indexes = model.indexes + graph.foreignKeyIndexes(of: model)
    let ranks = indexes.map { Self.rank($0, model) }
    sorted = indexes.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }.map { indexes[$0] }
  }

  private static func rank(_ index: Index, _ model: Model) -> Int {
    if index.kind == .fulltext { return 4 }
    let hasExpression = index.parts.contains { $0.column == nil }
    guard index.isUnique else { return hasExpression ? 3 : 2 }
    let isNullable = index.parts.contains { part in part.column.map { model.columns[$0].isNullable } ?? true }
    return isNullable ? 1 : 0
  }
}
