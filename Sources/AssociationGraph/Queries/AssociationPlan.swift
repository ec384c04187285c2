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
    let hops = bareHops(of: association, alias: association.name, &names)
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

  /// The tables of an association, of which no column is returned; `alias` is the target's.
  func bareHops(of association: Association, alias: String, _ names: inout QueryNames) -> [Hop] {
    association.steps.enumerated().map { position, step in
      let model = destination(of: step)
      let isLast = position == association.steps.count - 1
      return Hop(
        alias: names.takeAlias(isLast ? alias : alias + "." + Words(of: self[model].name).lowerCamelCase), model: model,
        step: step, columns: [], swiftName: "", swiftType: self[model].swiftName)
    }
  }

  /// That none of the rows of `hops`, the tables of the source at `position`, is marked as deleted.
  func liveConditions(_ hops: [Hop], ofSource position: Int) -> [Condition] {
    hops.enumerated().compactMap { number, hop in
      self[hop.model].deletionColumn.map {
        .isNull(.column(ColumnTerm(source: position, hop: number, column: $0)), true)
      }
    }
  }
}

extension Association {
  /// What the association asks of the rows on its way, as the condition of a query's source; `nil` for nothing.
  func scopeCondition(inSource source: Int) -> Condition? {
    guard !scope.isEmpty else { return nil }
    return .all(
      scope.map { term in
        .comparison(
          .column(ColumnTerm(source: source, hop: term.step, column: term.column)), .eq, [.value(term.value)])
      })
  }
}
