internal import SchemaLanguage

extension AssociationGraph {
  /// A query of an association's source that includes the association alone and returns no columns: to show its join.
  public func plan(joining id: ID<Association>) -> QueryPlan {
    let association = self[id]
    var names = QueryNames(self)
    let source = self[association.source]
    let root = Hop(
      alias: names.takeAlias(Words(of: source.name).lowerCamelCase), model: association.source, step: nil, columns: [],
      swiftName: "", swiftType: source.swiftName)
    let hops = association.steps.enumerated().map { position, step in
      let model = destination(of: step)
      let isLast = position == association.steps.count - 1
      let alias = isLast ? association.name : association.name + "." + Words(of: self[model].name).lowerCamelCase
      return Hop(
        alias: names.takeAlias(alias), model: model, step: step, columns: [], swiftName: "",
        swiftType: self[model].swiftName)
    }
    var sources = [
      QuerySource(
        parent: nil, association: nil, hops: [root], cardinality: .many, isRequired: true, swiftName: "", swiftType: ""),
      QuerySource(
        parent: 0, association: id, hops: hops, cardinality: association.cardinality, isRequired: false,
        condition: association.scopeCondition(inSource: 1), swiftName: "", swiftType: ""),
    ]
    sources[0].children = [1]
    return QueryPlan(
      name: association.name, swiftName: "", documentation: nil, sources: sources, condition: nil, order: [],
      limit: nil,
      offset: nil, parameters: [], declaredAt: association.declaredAt)
  }
}

extension Association {
  /// What the association asks of the rows on its way, as the condition of a query's source; `nil` for nothing.
  func scopeCondition(inSource source: Int) -> Condition? {
    guard !scope.isEmpty else { return nil }
    return .all(
      scope.map { term in
        .comparison(ColumnTerm(source: source, hop: term.step, column: term.column), .eq, [.value(term.value)])
      })
  }
}
