import Diagnostics
import SchemaLanguage

extension GraphResolver {
  /// Plans every query.
  mutating func resolveQueries() {
    let names = QueryNames(graph)
    for declaration in document.queries {
      guard let model = modelIDs[declaration.from.value] else {
        reportUnknown(
          GraphRule.unknownModel,
          "Query '\(declaration.name.value)' reads model '\(declaration.from.value)', which does not exist",
          declaration.from, candidates: graph.models.map(\.name))
        continue
      }
      var draft = QueryDraft(names: names)
      addRoot(model, declaration, &draft)
      for include in declaration.includes { addInclude(include, to: 0, path: [], &draft) }
      if let condition = declaration.condition {
        draft.condition = resolveCondition(condition, of: 0, &draft)
      }
      let found = foundChoices(draft)
      if !found.isEmpty { draft.condition = .all([draft.condition].compactMap { $0 } + found) }
      for (source, written) in draft.includeConditions {
        guard let condition = resolveCondition(written, of: source, &draft) else { continue }
        draft.sources[source].condition =
          if let scope = draft.sources[source].condition { .all([scope, condition]) } else { condition }
      }
      let order = resolveOrder(declaration, &draft)
      let limit = declaration.limit.flatMap { rowCount($0, &draft) }
      let offset = declaration.offset.flatMap { rowCount($0, &draft) }
      nameChoices(&draft)
      warnOfMultipliedRows(declaration, draft)
      if limit != nil || offset != nil, graph[model].primaryKey.isEmpty {
        diagnostics.warning(
          QueryRule.noTotalOrder, at: declaration.from.range,
          "Model '\(graph[model].name)' has no primary key, so which rows a limit leaves may differ each time",
          explanation: "Give the model a primary key.")
      }
      graph.queries.append(
        QueryPlan(
          name: declaration.name.value, swiftName: swiftTypeName(declaration.name.value),
          documentation: declaration.documentation?.value, sources: draft.sources, condition: draft.condition,
          order: order, limit: limit, offset: offset, parameters: draft.parameters,
          declaredAt: declaration.name.range))
    }
  }

  // MARK: Sources

  private mutating func addRoot(_ model: ID<Model>, _ declaration: QueryDeclaration, _ draft: inout QueryDraft) {
    let type = draft.names.takeType(graph[model].swiftName)
    let alias = draft.names.takeAlias(Words(of: graph[model].name).lowerCamelCase)
    let isFolded = declaration.includes.contains { leadsToMany($0, from: model) }
    let columns = selectedColumns(declaration.columns, of: model, path: [], isFolded: isFolded, &draft)
    if columns.isEmpty {
      diagnostics.error(
        QueryRule.noColumns, at: declaration.from.range,
        "Query '\(declaration.name.value)' returns no column of '\(graph[model].name)'")
    }
    draft.sources.append(
      QuerySource(
        parent: nil, association: nil,
        hops: [Hop(alias: alias, model: model, step: nil, columns: columns, swiftName: "", swiftType: type)],
        cardinality: .many, isRequired: true, swiftName: Words(of: type).lowerCamelCase, swiftType: type))
  }

  mutating func addInclude(
    _ include: IncludeDeclaration, to parent: Int, path: [String], _ draft: inout QueryDraft
  ) {
    let model = draft.sources[parent].target.model
    let name = include.association
    if let polymorphic = polymorphicIDs[model.index][name.value] {
      addAlternatives(of: graph[polymorphic], include, to: parent, path: path, &draft)
      return
    }
    guard let id = associationIDs[model.index][name.value] else {
      if brokenNames[model.index].contains(name.value) { return }
      reportUnknown(
        QueryRule.unknownAssociation, "Model '\(graph[model].name)' has no association '\(name.value)'", name,
        candidates: graph[model].associations.map { graph[$0].name } + polymorphicIDs[model.index].keys.sorted())
      return
    }
    if draft.child(by: id, of: parent) != nil {
      diagnostics.error(
        QueryRule.duplicateInclude, at: name.range, "Association '\(name.value)' is included twice in one place")
      return
    }
    let association = graph[id]
    let path = path + [name.value]
    let position = draft.sources.count
    let type = draft.names.takeType(
      graph[association.target].swiftName,
      otherwise: Words(of: SQLNames.singular(ofAssociation: name.value)).upperCamelCase)
    // The place is taken before the children's, so that sources stand depth-first.
    draft.sources.append(
      QuerySource(
        parent: parent, association: id, hops: [], cardinality: association.cardinality,
        isRequired: include.isRequired?.value ?? (include.condition != nil), swiftName: association.swiftName,
        swiftType: type))
    draft.sources[parent].children.append(position)
    draft.places[QueryDraft.Place(parent: parent, association: id)] = position
    draft.sources[position].hops = hops(of: association, include, path: path, type: type, &draft)
    draft.sources[position].condition = association.scopeCondition(inSource: position)
    if let condition = include.condition { draft.includeConditions.append((position, condition)) }
    for child in include.includes { addInclude(child, to: position, path: path, &draft) }
  }

  /// Whether an include, or one in it, may have several rows.
  private func leadsToMany(_ include: IncludeDeclaration, from model: ID<Model>) -> Bool {
    if let polymorphic = polymorphicIDs[model.index][include.association.value] {
      return graph[polymorphic].alternatives.contains { id in
        include.includes.contains { leadsToMany($0, from: graph[id].target) }
      }
    }
    guard let id = associationIDs[model.index][include.association.value] else { return false }
    return graph[id].cardinality == .many || include.includes.contains { leadsToMany($0, from: graph[id].target) }
  }

  /// The tables of an association: that of the target, and before it the junction table, whose columns stand behind the
  /// target's in the result.
  private mutating func hops(
    of association: Association, _ include: IncludeDeclaration, path: [String], type: String, _ draft: inout QueryDraft
  ) -> [Hop] {
    let alias = path.joined(separator: ".")
    let target = Hop(
      alias: draft.names.takeAlias(alias), model: association.target,
      step: association.steps[association.steps.count - 1],
      columns: selectedColumns(
        include.columns, of: association.target, path: path,
        isFolded: association.cardinality != .one
          || include.includes.contains { leadsToMany($0, from: association.target) },
        &draft),
      swiftName: "", swiftType: type)
    var hops: [Hop] = []
    for step in association.steps.dropLast() {
      let model = graph.destination(of: step)
      let name = Words(of: graph[model].name).lowerCamelCase
      let taken =
        graph[association.target].columns.map(\.swiftName)
        + graph[association.target].associations.map { graph[$0].swiftName }
      var properties = UniqueNames(reserved: Set(taken))
      hops.append(
        Hop(
          alias: draft.names.takeAlias(alias + "." + name), model: model, step: step,
          // A chain passes through its tables; a junction row belongs to the pair that it makes.
          columns: association.isChain
            ? [] : selectedColumns(.all, of: model, path: path + [name], isFolded: true, &draft),
          swiftName: properties.take(Words(of: graph[model].swiftName).lowerCamelCase),
          swiftType: draft.names.takeType(graph[model].swiftName)))
    }
    return hops + [target]
  }

  private mutating func selectedColumns(
    _ selection: ColumnSelection, of model: ID<Model>, path: [String], isFolded: Bool, _ draft: inout QueryDraft
  ) -> [SelectedColumn] {
    var positions: [Int]
    switch selection {
    case .all: positions = Array(graph[model].columns.indices)
    case .only(let names): positions = names.compactMap { findColumn($0, of: model) }
    case .except(let names):
      let left = Set(names.compactMap { findColumn($0, of: model) })
      positions = graph[model].columns.indices.filter { !left.contains($0) }
    }
    // Rows that are folded are told apart by their whole key, so that it is always returned.
    if isFolded {
      positions = graph[model].primaryKeyColumns.filter { !positions.contains($0) } + positions
    }
    return positions.map { position in
      let column = graph[model].columns[position]
      let name = ShortenedName.fittingResult((path + [column.name]).joined(separator: "."))
      let rowName =
        path.isEmpty ? column.swiftName : Words(of: (path + [column.swiftName]).joined(separator: "_")).lowerCamelCase
      return SelectedColumn(column: position, name: name, rowName: draft.names.takeRowName(rowName))
    }
  }

  // MARK: Order

  /// The order as written, completed to a total one by the keys of `from` and of every include that may have several rows.
  private mutating func resolveOrder(_ declaration: QueryDeclaration, _ draft: inout QueryDraft) -> [OrderTerm] {
    var terms: [OrderTerm] = []
    var seen = Set<ColumnTerm>()
    for written in declaration.order {
      guard let term = findTerm(written.path, from: 0, draft) else { continue }
      if seen.insert(term).inserted { terms.append(OrderTerm(term, isDescending: written.isDescending)) }
    }
    for (position, source) in draft.sources.enumerated() {
      for hop in hopsWithSeveralRows(source) {
        for column in graph[source.hops[hop].model].primaryKeyColumns {
          let term = ColumnTerm(source: position, hop: hop, column: column)
          if seen.insert(term).inserted { terms.append(OrderTerm(term, isDescending: false)) }
        }
      }
    }
    return terms
  }

  private func hopsWithSeveralRows(_ source: QuerySource) -> [Int] {
    guard let id = source.association else { return [0] }
    let steps = graph[id].steps
    if steps.count == 1 {
      return steps[0].direction == .toChild && !graph[steps[0].edge].isUnique ? [0] : []
    }
    if graph[id].isChain { return graph[id].cardinality == .one ? [] : [steps.count - 1] }
    let pair = graph[steps[0].edge].decidingColumns + graph[steps[1].edge].decidingColumns
    let junction = source.hops[0].model
    return hasUniqueKey(in: junction, within: pair) ? [1] : [1, 0]
  }

  private mutating func rowCount(_ syntax: LimitSyntax, _ draft: inout QueryDraft) -> RowCount? {
    switch syntax {
    case .number(let number): return .number(number.value)
    case .parameter(let name):
      let type = ColumnType.integer(.big, isUnsigned: true, zerofillWidth: nil)
      return parameter(name, type: type, swiftType: nil, isList: false, &draft).map { .parameter($0) }
    }
  }

  private mutating func warnOfMultipliedRows(_ declaration: QueryDeclaration, _ draft: QueryDraft) {
    let leaves = leavesSideBySide(below: 0, draft)
    guard leaves.count > 1 else { return }
    let names = leaves.map { "'" + draft.path(of: $0, in: graph).joined(separator: ".") + "'" }
    diagnostics.warning(
      QueryRule.multipliesRows, at: declaration.name.range,
      "Query '\(declaration.name.value)' joins \(names.joined(separator: " and ")) side by side, which multiplies their rows",
      explanation: "The nested result is right all the same; where there are many rows, ask in two queries.")
  }

  /// The last to-many includes of each path below a source whose rows meet in one result.
  ///
  /// A path of to-many includes is no multiplication; two paths that part are, unless they part at a polymorphic
  /// association, of which a row has one way.
  private func leavesSideBySide(below position: Int, _ draft: QueryDraft) -> [Int] {
    var leaves: [Int] = []
    var choices: [ID<PolymorphicAssociation>: [Int]] = [:]
    for child in draft.sources[position].children {
      var found = leavesSideBySide(below: child, draft)
      if found.isEmpty, draft.sources[child].cardinality == .many { found = [child] }
      if let choice = draft.sources[child].association.flatMap({ graph[$0].polymorphic }) {
        if found.count > choices[choice, default: []].count { choices[choice] = found }
      } else {
        leaves += found
      }
    }
    return (leaves + choices.values.joined()).sorted()
  }
}

/// A query while it is planned.
struct QueryDraft {
  var names: QueryNames
  var sources: [QuerySource] = []
  /// Where each include stands among the sources.
  var places: [Place: Int] = [:]
  var condition: Condition?
  var includeConditions: [(source: Int, condition: ConditionSyntax)] = []
  /// For each polymorphic include that has to find a row, the sources of which one finds it.
  var requiredChoices: [[Int]] = []
  var parameters: [QueryParameter] = []
  /// Where each parameter was first named.
  var parameterPlaces: [SourceRange] = []

  /// An include: the source that has it, and its association.
  struct Place: Hashable {
    let parent: Int
    let association: ID<Association>
  }

  init(names: QueryNames) { self.names = names }

  /// The child of `source` that includes `association`.
  func child(by association: ID<Association>, of source: Int) -> Int? {
    places[Place(parent: source, association: association)]
  }

  /// The association names that lead from `from` to `source`.
  func path(of source: Int, in graph: AssociationGraph) -> [String] {
    guard let parent = sources[source].parent, let id = sources[source].association else { return [] }
    return path(of: parent, in: graph) + [graph[id].name]
  }
}

/// The names that a query gives out, each once.
struct QueryNames {
  private var aliases = UniqueNames()
  private var rowNames = UniqueNames()
  private var types: UniqueNames

  init(_ graph: AssociationGraph) {
    types = UniqueNames(
      reserved: Set(graph.enumerations.map(\.swiftName)).union([graph.swift.namespace, "Row", "Parameters"]))
  }

  mutating func takeAlias(_ name: String) -> String { aliases.take(name) }

  mutating func takeRowName(_ name: String) -> String { rowNames.take(name) }

  /// A nested type's name: the model's; where that is taken, the association's, then with a number.
  mutating func takeType(_ name: String, otherwise: String? = nil) -> String {
    types.take(types.isTaken(name) ? otherwise ?? name : name)
  }
}
