internal import AssociationGraph
internal import SchemaLanguage

/// The indexes of a table but its primary key: those that are declared and those that the server makes for foreign keys.
struct TableIndexes {
  /// In the order in which SHOW CREATE TABLE prints them: unique ones, plain ones, full-text ones; of the unique ones those
  /// without a nullable part first, then those over whole columns; of all but the full-text ones those that hold a virtual
  /// column or an expression last; in the order of their making within each kind.
  let sorted: [Index]

  init(of model: Model, in graph: AssociationGraph) {
    let indexes = model.indexes + graph.foreignKeyIndexes(of: model)
    let ranks = indexes.map { Self.rank($0, model) }
    sorted = indexes.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }.map { indexes[$0] }
  }

  /// Whether `index` is unique and has no nullable part.
  func isRowKey(_ index: Index, of model: Model) -> Bool { Self.rank(index, model) < 4 }

  private static func rank(_ index: Index, _ model: Model) -> Int {
    if index.kind == .fulltext { return 10 }
    let isVirtual = index.parts.contains { part in
      part.column.map { model.columns[$0].generation?.isStored == false } ?? true
    }
    guard index.isUnique else { return isVirtual ? 9 : 8 }
    let isNullable = index.parts.contains { part in
      switch part.content {
      case .column(let position): model.columns[position].isNullable
      case .expression(let text): mayBeNull(Expression(text, .index, at: index.declaredAt, of: index.name), model)
      }
    }
    let isPartial = index.parts.contains { $0.length != nil }
    return (isNullable ? 4 : 0) + (isPartial ? 2 : 0) + (isVirtual ? 1 : 0)
  }

  /// Whether the server takes an expression for one that may be NULL: all but sums, products and lengths of what is not,
  /// and a choice that ends with a literal or has such a column.
  private static func mayBeNull(_ expression: Expression, _ model: Model) -> Bool {
    func isNullable(_ name: Expression.Name) -> Bool {
      model.columns.contains { $0.isNullable && $0.name.lowercased() == name.text.lowercased() }
    }
    if expression.functions.count == 1, ["coalesce", "ifnull"].contains(expression.enclosingFunction) {
      let last = expression.text.utf8.dropLast().last ?? 0
      let endsWithLiteral = last == UInt8(ascii: "'") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(last)
      return !endsWithLiteral && expression.names.allSatisfy(isNullable)
    }
    let lengths: Set<String> = ["char_length", "character_length", "length", "octet_length", "bit_length", "abs"]
    return !expression.functions.allSatisfy(lengths.contains) || expression.text.contains { "/%>".contains($0) }
      || expression.names.contains(where: isNullable)
  }
}
