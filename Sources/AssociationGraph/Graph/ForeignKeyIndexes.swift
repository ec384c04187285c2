internal import SchemaLanguage

extension AssociationGraph {
  /// The indexes that InnoDB makes for a model's foreign keys (Reference Manual, "FOREIGN KEY Constraints"), each with its
  /// key's name: one for each key whose columns are not the first columns of another index, in the same order. Of two keys
  /// over the same first columns the longer one's index serves both.
  public func foreignKeyIndexes(of model: Model) -> [Index] {
    var served: Set<[Int]> = []
    func serve(_ columns: [Int]) {
      for count in 1...max(1, columns.count) where count <= columns.count {
        served.insert(Array(columns.prefix(count)))
      }
    }
    serve(wholeColumns(model.primaryKey))
    for index in model.indexes where index.kind != .fulltext && index.kind != .spatial && index.kind != .hash {
      serve(wholeColumns(index.parts))
    }
    let edges = model.foreignKeys.map { self[$0] }.filter { $0.constraint != nil }
    let longestFirst = edges.indices.sorted {
      (-edges[$0].childColumns.count, $0) < (-edges[$1].childColumns.count, $1)
    }
    var made: [Int] = []
    for position in longestFirst where !served.contains(edges[position].childColumns) {
      serve(edges[position].childColumns)
      made.append(position)
    }
    return made.sorted().map { position in
      let edge = edges[position]
      return Index(
        name: edge.constraint ?? "", parts: edge.childColumns.map { IndexPart(.column($0)) }, isUnique: false,
        declaredAt: edge.declaredAt)
    }
  }

  /// The columns in front of the first part that is not a whole column.
  private func wholeColumns(_ parts: [IndexPart]) -> [Int] {
    parts.prefix { $0.column != nil && $0.length == nil }.compactMap(\.column)
  }
}
