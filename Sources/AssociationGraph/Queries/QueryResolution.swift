import Diagnostics
import SchemaLanguage

extension GraphResolver {
  /// So many queries are planned before what was written of them is let go of.
  private static let queriesAtATime = 2_048

  /// Plans every query.
  mutating func resolveQueries() {
    let names = QueryNames(graph)
    graph.queries.reserveCapacity(document.queries.count)
    while !document.queries.isEmpty {
      let turn = Array(document.queries.prefix(Self.queriesAtATime))
      document.queries.removeFirst(turn.count)
      let parts = inParts(of: turn.indices) { resolver, positions in
        positions.compactMap { resolver.plan(turn[$0], names) }
      }
      for part in parts { graph.queries += part }
    }
  }

  private mutating func plan(_ declaration: QueryDeclaration, _ names: QueryNames) -> QueryPlan? {
    guard let model = modelIDs[declaration.from.value] else {
      reportUnknown(
        GraphRule.unknownModel,
        "Query '\(declaration.name.value)' reads model '\(declaration.from.value)', which does not exist",
        declaration.from, candidates: searchesLeft > 0 ? graph.models.map(\.name) : [])
      return nil
    }
    var draft = QueryDraft(names: names)
    addRoot(model, declaration, &draft)
    for include in declaration.includes { addInclude(include, to: 0, path: ResultPath(), &draft) }
    resolveConditions(declaration, &draft)
    let grouping = resolveGrouping(declaration, &draft)
    let order = resolveOrder(declaration, grouping, &draft)
    let limit = declaration.limit.flatMap { rowCount($0, &draft) }
    let offset = declaration.offset.flatMap { rowCount($0, &draft) }
    if grouping == nil { checkFolding(declaration, draft) }
    checkTableCounts(draft)
    nameChoices(&draft)
    warnOfMultipliedRows(declaration, draft)
    warnOfSearch(declaration, order, draft)
    if grouping == nil { warnOfChance(declaration, isLimited: limit != nil || offset != nil, draft) }
    var plan = QueryPlan(
      name: declaration.name.value, swiftName: swiftTypeName(declaration.name.value),
      documentation: declaration.documentation?.value, sources: draft.sources, condition: draft.condition,
      order: order, limit: limit, offset: offset, parameters: draft.parameters,
      declaredAt: declaration.name.range)
    plan.probes = draft.probes
    plan.grouping = grouping
    plan.isDistinct = declaration.isDistinct?.value ?? false
    plan.result = declaration.result?.value ?? grouping?.resultCount ?? .many
    return plan
  }

  /// Resolves what rows must meet: when all sources are known.
  private mutating func resolveConditions(_ declaration: QueryDeclaration, _ draft: inout QueryDraft) {
    var conditions: [Condition] = []
    if let written = declaration.condition {
      conditions += [resolveCondition(written, in: .query, &draft)].compactMap(\.self)
    }
    if !draft.showsDeleted[0] {
      conditions += graph.liveConditions(draft.sources[0].hops, ofSource: 0)
    }
    var readings: [SourceRange: [Range<Int>]] = [:]
    for position in draft.sources.indices.dropFirst() {
      guard let include = draft.includes[position] else { continue }
      let start = diagnostics.diagnostics.count
      defer { readings[include.association.range, default: []].append(start..<diagnostics.diagnostics.count) }
      let last = draft.sources[position].hops.count - 1
      if let written = include.condition,
        let condition = resolveCondition(written, in: .table(source: position, hop: last), &draft)
      {
        draft.add(condition, toSource: position)
      }
      if let written = include.through?.condition, last > 0,
        let condition = resolveCondition(written, in: .table(source: position, hop: 0), &draft)
      {
        draft.add(condition, toSource: position)
      }
    }
    for reading in readings.values { keepCommonFixIts(of: reading) }
    // A batched include that is required chooses among its parents' rows.
    for position in draft.sources.indices where draft.sources[position].isBatched && draft.sources[position].isRequired
    {
      guard let parent = draft.sources[position].parent,
        let requirement = requirement(of: position, below: parent, &draft)
      else { continue }
      if parent == 0 { conditions.append(requirement) } else { draft.add(requirement, toSource: parent) }
    }
    requireChoices(&conditions, &draft)
    draft.condition = conditions.count == 1 ? conditions[0] : conditions.isEmpty ? nil : .all(conditions)
  }

  // MARK: Sources

  private mutating func addRoot(_ model: ID<Model>, _ declaration: QueryDeclaration, _ draft: inout QueryDraft) {
    let type = draft.names.takeType(graph[model].swiftName)
    let alias = draft.names.takeAlias(Words(of: graph[model].name).lowerCamelCase)
    let isFolded = declaration.includes.contains { leadsToMany($0, from: model) }
    let reported = diagnostics.diagnostics.count
    let columns =
      declaration.isGrouped
      ? [] : selectedColumns(declaration.columns, of: model, path: ResultPath(), isFolded: isFolded, &draft)
    if columns.isEmpty, !declaration.isGrouped { reportNoColumns(declaration, since: reported) }
    draft.sources.append(
      QuerySource(
        parent: nil, association: nil,
        hops: [Hop(alias: alias, model: model, step: nil, columns: columns, swiftName: "", swiftType: type)],
        cardinality: .many, isRequired: true, swiftName: Words(of: type).lowerCamelCase, swiftType: type))
    draft.includes.append(nil)
    draft.showsDeleted.append(declaration.withDeleted?.value ?? false)
    draft.strategies.append(declaration.strategy?.value ?? .join)
    draft.isGrouped = declaration.isGrouped
  }

  /// Reports that nothing is returned, unless a mistake that was reported is the reason.
  mutating func reportNoColumns(_ declaration: QueryDeclaration, since reported: Int) {
    guard diagnostics.diagnostics.count == reported else { return }
    diagnostics.error(
      QueryRule.noColumns, at: declaration.from.range,
      "Query '\(declaration.name.value)' returns no column of '\(declaration.from.value)'")
  }

  mutating func addInclude(
    _ include: IncludeDeclaration, to parent: Int, path: ResultPath, _ draft: inout QueryDraft
  ) {
    let model = draft.sources[parent].target.model
    let name = include.association
    if let polymorphic = polymorphicIDs[model.index][name.value] {
      addAlternatives(of: graph[polymorphic], include, to: parent, path: path, &draft)
      return
    }
    guard let id = findAssociation(name, of: model) else { return }
    if draft.child(by: id, of: parent) != nil {
      diagnostics.error(
        QueryRule.duplicateInclude, at: name.range, "Association '\(name.value)' is included twice in one place")
      return
    }
    let association = graph[id]
    let path = path.appending(name.value)
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
    draft.includes.append(include)
    draft.showsDeleted.append(include.withDeleted?.value ?? draft.showsDeleted[parent])
    if !draft.showsDeleted[position] {
      for condition in graph.liveConditions(draft.sources[position].hops, ofSource: position) {
        draft.add(condition, toSource: position)
      }
    }
    chooseStrategy(include, at: position, &draft)
    for child in include.includes { addInclude(child, to: position, path: path, &draft) }
  }

  /// Decides whether the include's rows are fetched in a statement of their own. Only a to-many's are: a to-one multiplies
  /// nothing. One with a limit has to be, since no join that both servers know counts rows for each parent: MariaDB lacks
  /// LATERAL.
  private mutating func chooseStrategy(_ include: IncludeDeclaration, at position: Int, _ draft: inout QueryDraft) {
    let inherited = draft.sources[position].parent.map { draft.strategies[$0] } ?? .join
    let strategy = include.strategy?.value ?? (include.limit != nil ? .batched : inherited)
    draft.strategies.append(strategy)
    if include.limit != nil, draft.sources[position].cardinality != .many {
      diagnostics.error(
        QueryRule.includeLimit, at: include.association.range,
        "A limit counts rows of a to-many include, and '\(include.association.value)' leads to one row")
      return
    }
    if include.limit != nil, include.strategy?.value == .join {
      diagnostics.error(
        QueryRule.includeLimit, at: include.association.range,
        "A limit for each parent needs a statement of its own, and '\(include.association.value)' is to be joined",
        explanation: "Leave out `strategy: join`, or the limit.")
    }
    reportUseless(include, draft)
    guard strategy == .batched, draft.sources[position].cardinality == .many, !draft.isGrouped else { return }
    draft.sources[position].isBatched = true
    draft.sources[position].limit = include.limit.flatMap { rowCount($0, &draft) }
  }

  /// Reports what an include says about rows that a query with groups does not return, or about a junction it has not.
  private mutating func reportUseless(_ include: IncludeDeclaration, _ draft: QueryDraft) {
    let id = draft.sources[draft.sources.count - 1].association
    if let through = include.through, let id, graph[id].isChain || graph[id].steps.count != 2 {
      diagnostics.error(
        QueryRule.noJunction, at: through.range,
        "Association '\(include.association.value)' has no junction table, which 'through' speaks of")
    }
    guard draft.isGrouped else { return }
    var isAll = false
    if case .all = include.columns { isAll = true }
    guard !isAll || !include.order.isEmpty || include.limit != nil || include.strategy?.value == .batched else {
      return
    }
    diagnostics.error(
      QueryRule.grouping, at: include.association.range,
      "A query with groups returns no rows of '\(include.association.value)'",
      explanation: "Choose its columns by their paths in the query's own columns: "
        + "`columns: [\(include.association.value).name, …]`.")
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
    of association: Association, _ include: IncludeDeclaration, path: ResultPath, type: String,
    _ draft: inout QueryDraft
  ) -> [Hop] {
    let target = Hop(
      alias: draft.names.takeAlias(path.alias), model: association.target,
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
      let junction = path.appending(name)
      hops.append(
        Hop(
          alias: draft.names.takeAlias(junction.alias), model: model, step: step,
          // A chain passes through its tables; a junction row belongs to the pair that it makes.
          columns: association.isChain
            ? []
            : selectedColumns(include.through?.columns ?? .all, of: model, path: junction, isFolded: true, &draft),
          swiftName: properties.take(Words(of: graph[model].swiftName).lowerCamelCase),
          swiftType: draft.names.takeType(graph[model].swiftName)))
    }
    return hops + [target]
  }

  private mutating func selectedColumns(
    _ selection: ColumnSelection, of model: ID<Model>, path: ResultPath, isFolded: Bool, _ draft: inout QueryDraft
  ) -> [SelectedColumn] {
    var positions: [Int]
    switch selection {
    case .all: positions = Array(graph[model].columns.indices)
    case .only(let paths):
      if paths.isEmpty { return [] }
      positions = paths.compactMap { written in
        guard let association = written.associations.first else { return findColumn(written.column, of: model) }
        diagnostics.error(
          QueryRule.pathInColumns, at: written.range,
          "Columns of an include are chosen there, unlike '\(written.text)'",
          explanation: "Write `\(association.value): { columns: [\(written.column.value)] }` in include.")
        return nil
      }
    case .except(let names):
      let left = Set(names.compactMap { findColumn($0, of: model) })
      positions = graph[model].columns.indices.filter { !left.contains($0) }
    }
    if draft.isGrouped { return [] }
    // Rows that are folded are told apart by their whole key, so that it is always returned.
    if isFolded {
      positions = graph[model].identifyingColumns.filter { !positions.contains($0) } + positions
    }
    return positions.map { position in
      let column = graph[model].columns[position]
      return SelectedColumn(
        column: position, name: path.name(of: column),
        rowName: draft.names.takeRowName(path.propertyName(of: column) { ending(of: $0) }))
    }
  }

  private mutating func rowCount(_ syntax: LimitSyntax, _ draft: inout QueryDraft) -> RowCount? {
    switch syntax {
    case .number(let number): return .number(number.value)
    case .parameter(let name):
      let type = ColumnType.integer(.big, isUnsigned: true, zerofillWidth: nil)
      return parameter(name, type: type, swiftType: nil, isList: false, &draft).map { .parameter($0) }
    }
  }

  /// Warns where a limit leaves rows of a model that has no key to order them all.
  private mutating func warnOfChance(_ declaration: QueryDeclaration, isLimited: Bool, _ draft: QueryDraft) {
    for (position, source) in draft.sources.enumerated() {
      let model = graph[source.target.model]
      guard position == 0 ? isLimited : source.limit != nil, model.identifyingColumns.isEmpty else { continue }
      diagnostics.warning(
        QueryRule.noTotalOrder, at: draft.includes[position]?.association.range ?? declaration.from.range,
        "Model '\(model.name)' has no primary key, so which rows a limit leaves may differ each time",
        explanation: "Give the model a primary key.")
    }
  }

  private mutating func warnOfMultipliedRows(_ declaration: QueryDeclaration, _ draft: QueryDraft) {
    let leaves = draft.levels.flatMap { level in
      let own = leavesSideBySide(below: level.root, draft)
      return own.count > 1 ? own : []
    }
    guard !leaves.isEmpty, !draft.isGrouped else { return }
    let names = leaves.map { "'" + draft.path(of: $0, in: graph).joined(separator: ".") + "'" }
    diagnostics.warning(
      QueryRule.multipliesRows, at: declaration.name.range,
      "Query '\(declaration.name.value)' joins \(names.joined(separator: " and ")) side by side, which multiplies their rows",
      explanation:
        "The nested result is right all the same. Where there are many rows, write `strategy: batched` at one "
        + "of them: it is then fetched in a statement of its own.")
  }

  /// The last to-many includes of each path below a source whose rows meet in one result.
  ///
  /// A path of to-many includes is no multiplication; two paths that part are, unless they part at a polymorphic
  /// association, of which a row has one way.
  private func leavesSideBySide(below position: Int, _ draft: QueryDraft) -> [Int] {
    var leaves: [Int] = []
    var choices: [ID<PolymorphicAssociation>: [Int]] = [:]
    for child in draft.sources[position].children where !draft.sources[child].isBatched {
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
