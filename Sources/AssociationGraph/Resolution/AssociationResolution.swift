import Diagnostics
import SchemaLanguage

extension GraphResolver {
  /// Makes edges, keys, junction models and associations of what the models declare.
  mutating func resolveAssociations() {
    var (drafts, chains) = draftAssociations()
    pairInverses(&drafts)
    let requests = requestKeys(&drafts)
    var groups = groupRequests(requests, drafts)
    nameKeys(&groups, requests, drafts)
    mergeKeysOfOneName(&groups, requests)
    addKeyColumns(&groups, requests, drafts)
    resolvePrimaryKeys(groups, requests, drafts)
    takeKeyTypes(groups, requests)
    resolveIndexes()
    makeEdges(&groups, requests, drafts)
    makeAssociations(drafts, groups)
    resolveChains(chains)
  }

  // MARK: Models

  private mutating func draftAssociations() -> (direct: [AssociationDraft], chains: [ChainDraft]) {
    var drafts: [AssociationDraft] = []
    var chains: [ChainDraft] = []
    makeJunctions()
    let modelNames = graph.models.map(\.name)
    drafts.reserveCapacity(document.models.reduce(0) { $0 + $1.associations.count })
    for index in graph.models.indices {
      guard let declaration = declaration(of: index) else { continue }
      let source = ID<Model>(index)
      var firsts: [String: SourceRange] = [:]
      for association in declaration.associations {
        var target: ID<Model>?
        if let written = association.target {
          target = modelIDs[written.value]
          guard target != nil else {
            let subject =
              association.name.map { "Association '\($0.value)'" } ?? "An association of '\(declaration.name.value)'"
            reportUnknown(
              GraphRule.unknownModel, "\(subject) leads to model '\(written.value)', which does not exist", written,
              candidates: modelNames)
            if let name = association.name { brokenNames[index].insert(name.value) }
            continue
          }
        }
        let isToMany = association.kind == .hasMany || association.kind == .belongsToMany
        guard
          let name = association.name
            ?? association.target?.map({ SQLNames.associationName(forModel: $0, toMany: isToMany) })
        else { continue }
        if let first = firsts[name.value] {
          diagnostics.error(
            GraphRule.duplicateAssociation, at: name.range,
            "Model '\(declaration.name.value)' has two associations '\(name.value)'",
            explanation: "Give one of them another name.",
            notes: [Diagnostic.Note("The first is declared here", at: first)])
          continue
        }
        firsts[name.value] = name.range
        if association.options.values.oneOf != nil {
          draftAlternatives(association, name, of: source, into: &drafts)
        } else if let chain = association.options.values.chain {
          chains.append(
            ChainDraft(declaration: association, name: name, source: source, statedTarget: target, names: chain))
        } else if let target {
          drafts.append(AssociationDraft(declaration: association, name: name, source: source, target: target))
        }
      }
    }
    for index in drafts.indices where drafts[index].declaration.kind == .belongsToMany {
      drafts[index].junction = drafts[index].options.through.flatMap { modelIDs[$0.value] }
    }
    return (drafts, chains)
  }

  /// Makes the junction models that `through` names and no model declares.
  private mutating func makeJunctions() {
    let wanted = document.models.flatMap { $0.associations.lazy.map(\.options) }.filter { options in
      options.values.through.map { modelIDs[$0.value] == nil } ?? false
    }.map(\.values)
    guard !wanted.isEmpty else { return }
    var slips = SlipIndex()
    for model in graph.models { slips.insert(model.name) }
    for options in wanted {
      guard let through = options.through, modelIDs[through.value] == nil else { continue }
      makeJunction(through, timestamps: options.timestamps, &slips)
    }
  }

  private mutating func makeJunction(
    _ through: Located<String>, timestamps said: Located<Bool>?, _ slips: inout SlipIndex
  ) {
    // One letter's difference is a slip, unless the author says otherwise by declaring the model.
    if through.value.utf8.count > 4, let near = slips.slip(of: through.value) {
      diagnostics.error(
        GraphRule.junctionNearMiss, at: through.range,
        "Junction model '\(through.value)' is new, and '\(near)' is a letter away; did you mean '\(near)'?",
        explanation:
          "A name that no model has makes a junction table. If another one is meant, declare it under 'models'.",
        fixIts: [Diagnostic.FixIt("Replace '\(through.value)' with '\(near)'", at: through.range, replacement: near)])
    }
    slips.insert(through.value)
    let declaration = ModelDeclaration(name: through)
    let id = addModel(declaration, origin: .junction)
    var timestamps = document.defaults.timestamps
    if let said { timestamps = TimestampsDeclaration(range: said.range, isEnabled: said.value) }
    addTimestamps(timestamps, to: id)
  }

  // MARK: Inverses

  /// Finds the two ends of one thing: what `inverse` says, and the two sides of a many-to-many.
  private mutating func pairInverses(_ drafts: inout [AssociationDraft]) {
    var byName: [[String: [Int]]] = Array(repeating: [:], count: graph.models.count)
    var byEnds: [AssociationEnds: [Int]] = [:]
    var sides: [JunctionSide: [Int]] = [:]
    for (index, draft) in drafts.enumerated() {
      byName[draft.source.index][draft.name.value, default: []].append(index)
      byEnds[AssociationEnds(source: draft.source, name: draft.name.value, target: draft.target), default: []]
        .append(index)
      if let junction = draft.junction {
        sides[JunctionSide(junction: junction, source: draft.source, target: draft.target), default: []].append(index)
      }
    }
    for index in drafts.indices {
      guard let said = drafts[index].options.inverse else { continue }
      let draft = drafts[index]
      let target = graph[draft.target].name
      let ends = byName[draft.target.index][said.value] ?? []
      guard let end = ends.first else {
        reportUnknown(
          GraphRule.inverse, "Model '\(target)' has no association '\(said.value)'", said,
          candidates: byName[draft.target.index].keys.sorted())
        continue
      }
      let back = byEnds[AssociationEnds(source: draft.target, name: said.value, target: draft.source)] ?? []
      guard let other = back.first(where: { $0 != index && leadsBack(drafts[$0], from: draft) }) else {
        let source = graph[draft.source].name
        diagnostics.error(
          GraphRule.inverse, at: said.range,
          "Association '\(said.value)' of '\(target)' is not the other end of '\(draft.name.value)'",
          explanation: drafts[end].polymorphic != nil && draft.declaration.kind != .belongsToMany
            ? "It does not lead to '\(source)': add that to its oneOf."
            : "The inverse of a belongsTo is a hasOne or hasMany that leads back, and the other way round; that of "
              + "a belongsToMany is a belongsToMany through the same model.",
          notes: [Diagnostic.Note("It is declared here", at: drafts[end].name.range)])
        continue
      }
      if let taken = drafts[other].inverse, taken != index {
        let isScoped = !draft.options.scope.isEmpty
        let isTakenByScope = !drafts[taken].options.scope.isEmpty
        if draft.declaration.kind != .belongsToMany, isScoped || isTakenByScope {
          // Several may go back over one key, each to other rows; the one without a scope is the other end.
          drafts[index].inverse = other
          if !isScoped { drafts[other].inverse = index }
          continue
        }
        diagnostics.error(
          GraphRule.inverse, at: said.range,
          "Association '\(said.value)' of '\(target)' already has the inverse '\(drafts[taken].name.value)'",
          notes: [Diagnostic.Note("Which is declared here", at: drafts[taken].name.range)])
        continue
      }
      drafts[index].inverse = other
      drafts[other].inverse = index
    }
    for index in drafts.indices where drafts[index].inverse == nil {
      guard let junction = drafts[index].junction else { continue }
      let draft = drafts[index]
      let back = JunctionSide(junction: junction, source: draft.target, target: draft.source)
      let here = JunctionSide(junction: junction, source: draft.source, target: draft.target)
      let others = sides[back, default: []].filter { $0 != index && drafts[$0].inverse == nil }
      let rivals = sides[here, default: []].filter { drafts[$0].inverse == nil }
      let isUnambiguous = back == here ? others.count == 1 : others.count == 1 && rivals.count == 1
      if !isUnambiguous { warnOfAmbiguity(draft, others.map { drafts[$0] }) }
      guard isUnambiguous, let other = others.first, !walksTheSameWay(draft, drafts[other]) else { continue }
      drafts[index].inverse = other
      drafts[other].inverse = index
    }
  }

  /// Warns of a many-to-many that may be the other end of several, and names no keys that would tell.
  /// (Those with a scope lead to a part of what another one leads to, over the same keys.)
  private mutating func warnOfAmbiguity(_ draft: AssociationDraft, _ candidates: [AssociationDraft]) {
    let others = candidates.filter { !$0.options.hasScope }.map(\.name)
    guard others.count > 1, !draft.options.hasScope, draft.options.foreignKey?.columns == nil,
      draft.options.otherKey?.columns == nil
    else { return }
    let target = graph[draft.target].name
    diagnostics.warning(
      GraphRule.inverse, at: draft.name.range,
      "Association '\(draft.name.value)' may be the other end of more than one association of '\(target)': "
        + others.map { "'\($0.value)'" }.joined(separator: ", "),
      explanation: "Write \(others.map { "inverse: \($0.value)" }.joined(separator: " or ")) here, or name the keys of "
        + "each with foreignKey and otherKey.",
      notes: others.map { Diagnostic.Note("One is declared here", at: $0.range) })
  }

  /// Whether two many-to-manys of a model to itself name the same key first, so that neither is the other's way back.
  private func walksTheSameWay(_ draft: AssociationDraft, _ other: AssociationDraft) -> Bool {
    guard draft.source == draft.target, let first = draft.options.foreignKey?.columns?.map(\.value) else {
      return false
    }
    return first == other.options.foreignKey?.columns?.map(\.value)
  }

  /// Whether an association from the target of `draft` to its source is of a kind that goes over the same key.
  private func leadsBack(_ other: AssociationDraft, from draft: AssociationDraft) -> Bool {
    switch (draft.declaration.kind, other.declaration.kind) {
    case (.belongsTo, .hasOne), (.belongsTo, .hasMany), (.hasOne, .belongsTo), (.hasMany, .belongsTo): return true
    case (.belongsToMany, .belongsToMany): return draft.junction == other.junction
    default: return false
    }
  }

  // MARK: Keys that are asked for

  private func requestKeys(_ drafts: inout [AssociationDraft]) -> [KeyRequest] {
    var requests: [KeyRequest] = []
    requests.reserveCapacity(drafts.count)
    for index in drafts.indices {
      let draft = drafts[index]
      let options = draft.options
      func add(
        _ part: KeyRequest.Part, child: ID<Model>, parent: ID<Model>, _ key: ForeignKeyDeclaration?,
        _ referenced: [Located<String>]?
      ) {
        drafts[index].requests.append(requests.count)
        requests.append(
          KeyRequest(draft: index, part: part, child: child, parent: parent, key: key, referenced: referenced))
      }
      switch draft.declaration.kind {
      case .belongsTo:
        // A `foreignKey` of an exclusive arc is about all of its keys, not about this one.
        let isArc = draft.polymorphic.map { polymorphicDrafts[$0].isArc } ?? false
        add(
          .belongsTo, child: draft.source, parent: draft.target, isArc ? nil : options.foreignKey, options.targetKey)
      case .hasOne, .hasMany:
        add(.has, child: draft.target, parent: draft.source, options.foreignKey, options.sourceKey)
      case .belongsToMany:
        guard let junction = draft.junction else { continue }
        add(.junctionToSource, child: junction, parent: draft.source, options.foreignKey, options.sourceKey)
        add(.junctionToTarget, child: junction, parent: draft.target, options.otherKey, options.targetKey)
      }
    }
    return requests
  }

  /// Puts the requests of two inverse ends together, and those of a many-to-many with the polymorphic key that it goes by.
  private mutating func groupRequests(_ requests: [KeyRequest], _ drafts: [AssociationDraft]) -> [KeyGroup] {
    var partners: [[Int]] = Array(repeating: [], count: requests.count)
    func pair(_ one: Int, _ other: Int) {
      partners[one].append(other)
      partners[other].append(one)
    }
    for (index, request) in requests.enumerated() {
      guard let inverse = drafts[request.draft].inverse else { continue }
      switch request.part {
      case .belongsTo, .has, .junctionToTarget: pair(index, drafts[inverse].requests[0])
      case .junctionToSource: pair(index, drafts[inverse].requests[1])
      }
    }
    for (index, key) in polymorphicKeys(of: requests, drafts) { pair(index, key) }
    var groups: [KeyGroup] = []
    groups.reserveCapacity(requests.count)
    var isGrouped = Array(repeating: false, count: requests.count)
    for index in requests.indices where !isGrouped[index] {
      var members = [index]
      isGrouped[index] = true
      var next = 0
      while next < members.count {
        for partner in partners[members[next]] where !isGrouped[partner] {
          isGrouped[partner] = true
          members.append(partner)
        }
        next += 1
      }
      groups.append(KeyGroup(requests: members))
    }
    return groups
  }

  /// The polymorphic keys of junction models by which a many-to-many goes that names no key: of the request at `index`, the
  /// request for the key.
  private mutating func polymorphicKeys(
    of requests: [KeyRequest], _ drafts: [AssociationDraft]
  ) -> [(index: Int, key: Int)] {
    guard !polymorphicDrafts.isEmpty else { return [] }
    var keys: [ModelPair: [Int]] = [:]
    for draft in drafts where draft.declaration.kind == .belongsTo {
      guard let request = draft.requests.first else { continue }
      keys[ModelPair(child: draft.source, parent: draft.target), default: []].append(request)
    }
    var found: [(index: Int, key: Int)] = []
    for (index, request) in requests.enumerated() where request.isOfJunction && request.key?.columns == nil {
      let candidates = keys[ModelPair(child: request.child, parent: request.parent), default: []]
      let polymorphic = candidates.filter { drafts[requests[$0].draft].polymorphic != nil }
      guard let first = polymorphic.first else { continue }
      guard candidates.count == 1 else {
        let names = candidates.map { drafts[requests[$0].draft].name }
        let draft = drafts[request.draft]
        diagnostics.error(
          GraphRule.inverse, at: draft.name.range,
          "Association '\(draft.name.value)' may go by more than one key of '\(graph[request.child].name)': "
            + names.map { "'\($0.value)'" }.joined(separator: ", "),
          explanation: "Name the column of the key that is meant with "
            + (request.part == .junctionToSource ? "foreignKey." : "otherKey."),
          notes: names.map { Diagnostic.Note("One is declared here", at: $0.range) })
        continue
      }
      found.append((index, first))
    }
    return found
  }

  // MARK: Associations of the graph

  private mutating func makeAssociations(_ drafts: [AssociationDraft], _ groups: [KeyGroup]) {
    var edgeOf: [Int: ID<Edge>] = [:]
    for group in groups {
      guard let edge = group.edge else { continue }
      for request in group.requests { edgeOf[request] = edge }
    }
    var ids: [ID<Association>?] = []
    ids.reserveCapacity(drafts.count)
    graph.associations.reserveCapacity(drafts.count)
    for draft in drafts {
      let edges = draft.requests.compactMap { edgeOf[$0] }
      guard edges.count == draft.requests.count, let first = edges.first, let last = edges.last else {
        ids.append(nil)
        continue
      }
      let steps: [Step]
      let cardinality: Association.Cardinality
      switch draft.declaration.kind {
      case .belongsTo:
        steps = [Step(edge: first, direction: .toParent)]
        // Without a constraint nothing keeps the key from naming a row that is not there.
        cardinality = graph[first].isRequired && graph[first].constraint != nil ? .one : .optional
      case .hasOne:
        steps = [Step(edge: first, direction: .toChild)]
        cardinality = .optional
      case .hasMany:
        steps = [Step(edge: first, direction: .toChild)]
        cardinality = .many
      case .belongsToMany:
        steps = [Step(edge: first, direction: .toChild), Step(edge: last, direction: .toParent)]
        cardinality = .many
      }
      let id = ID<Association>(graph.associations.count)
      ids.append(id)
      // One way of a polymorphic association is named after its model too.
      let target = draft.polymorphic.map { _ in graph[draft.target].name }
      let name = [draft.name.value, target].compactMap { $0 }.joined(separator: ".")
      let swiftName = [draft.name.value, target].compactMap { $0 }.joined(separator: "_")
      graph.associations.append(
        Association(
          name: name,
          swiftName: swiftAssociationName(swiftName, of: draft.source, target: draft.target),
          kind: draft.declaration.kind, source: draft.source, target: draft.target, steps: steps,
          cardinality: cardinality,
          declaredAt: draft.name.range))
      graph.associations[id.index].scope = scope(of: draft)
      graph.models[draft.source.index].associations.append(id)
      associationIDs[draft.source.index][name] = id
    }
    for (index, draft) in drafts.enumerated() {
      guard let id = ids[index] else { continue }
      graph.associations[id.index].inverse = draft.inverse.flatMap { ids[$0] }
    }
    inferInverses()
    makePolymorphicAssociations(drafts, ids)
    let warned = warnOfTwoKeys(drafts, ids)
    for id in ids.compactMap({ $0 }) where graph[id].kind == .hasOne && !warned.contains(id) {
      if !graph[graph[id].steps[0].edge].isUnique { warnOfPlainKey(graph[id]) }
    }
  }

  private mutating func warnOfPlainKey(_ association: Association) {
    diagnostics.warning(
      GraphRule.hasOneNotUnique, at: association.declaredAt,
      "Association '\(association.name)' has one, but its key is not unique: nothing keeps a second row out",
      explanation: "Write foreignKey: { unique: true }, or hasMany.")
  }

  /// The property's name. Where a column has the same, the target's name stands behind it.
  mutating func swiftAssociationName(_ written: String, of source: ID<Model>, target: ID<Model>) -> String {
    let name = swiftPropertyName(written)
    guard graph[source].columns.contains(where: { $0.swiftName == name }) else { return name }
    return name + Words(of: graph[target].name).upperCamelCase
  }

  /// What `scope` asks of the target's rows and, for a belongsToMany, of the junction table's.
  private mutating func scope(of draft: AssociationDraft) -> [ScopeTerm] {
    var terms: [ScopeTerm] = []
    if let junction = draft.junction {
      terms += scopeTerms(draft.options.throughScope, of: junction, step: 0)
      terms += scopeTerms(draft.options.scope, of: draft.target, step: 1)
    } else {
      terms += scopeTerms(draft.options.scope, of: draft.target, step: 0)
    }
    return terms
  }

  mutating func scopeTerms(_ fields: [FieldSyntax], of model: ID<Model>, step: Int) -> [ScopeTerm] {
    fields.compactMap { field in
      guard let position = findColumn(field.name, of: model) else { return nil }
      let column = graph[model].columns[position]
      guard let value = readValue(field.value, as: column) else { return nil }
      guard value != .null else {
        diagnostics.error(
          ValueRule.null, at: field.value.range, "A scope names a value that column '\(column.attribute)' has, not NULL"
        )
        return nil
      }
      return ScopeTerm(step: step, column: position, value: value)
    }
  }

  /// The two ends of an edge are each other's inverse where each is the only one of its direction.
  private mutating func inferInverses() {
    var ends: [ID<Edge>: (parents: [ID<Association>], children: [ID<Association>])] = [:]
    for (index, association) in graph.associations.enumerated() where association.steps.count == 1 {
      let step = association.steps[0]
      if step.direction == .toParent {
        ends[step.edge, default: ([], [])].parents.append(ID(index))
      } else {
        ends[step.edge, default: ([], [])].children.append(ID(index))
      }
    }
    for end in ends.values where end.parents.count == 1 && end.children.count == 1 {
      graph.associations[end.parents[0].index].inverse = end.children[0]
      graph.associations[end.children[0].index].inverse = end.parents[0]
    }
  }

  /// Warns of a hasOne or hasMany beside a belongsTo between the same models that silently became a second key.
  ///
  /// - Returns: those that it warned of.
  private mutating func warnOfTwoKeys(
    _ drafts: [AssociationDraft], _ ids: [ID<Association>?]
  ) -> Set<ID<Association>> {
    var warned: Set<ID<Association>> = []
    var open: [ModelPair: [Int]] = [:]
    for (index, draft) in drafts.enumerated() where draft.declaration.kind == .belongsTo {
      guard let id = ids[index], graph[id].inverse == nil else { continue }
      open[ModelPair(child: draft.source, parent: draft.target), default: []].append(index)
    }
    for (index, draft) in drafts.enumerated()
    where draft.declaration.kind == .hasOne || draft.declaration.kind == .hasMany {
      guard let id = ids[index], graph[id].inverse == nil, draft.options.inverse == nil else { continue }
      let others = open[ModelPair(child: draft.target, parent: draft.source), default: []].filter { other in
        guard let otherID = ids[other], graph[otherID].steps[0].edge != graph[id].steps[0].edge else { return false }
        return draft.options.foreignKey?.columns == nil || drafts[other].options.foreignKey?.columns == nil
      }
      guard let first = others.first else { continue }
      warned.insert(id)
      let names = others.prefix(3).map { drafts[$0].name.value }
      diagnostics.warning(
        GraphRule.twoKeys, at: draft.name.range,
        "Association '\(draft.name.value)' is no other end of '\(names.joined(separator: "', '"))', but a foreign key of its own",
        explanation:
          "If one key is meant, write \(names.map { "inverse: \($0)" }.joined(separator: " or ")) here; if not, name "
          + "the keys with foreignKey.",
        notes: [Diagnostic.Note("'\(names[0])' is declared here", at: drafts[first].name.range)])
    }
    warnOfSecondJunctionKeys(drafts, ids)
    return warned
  }

  /// Warns of a many-to-many that made a key in a declared model, beside the key of a belongsTo to the same model.
  private mutating func warnOfSecondJunctionKeys(_ drafts: [AssociationDraft], _ ids: [ID<Association>?]) {
    var own: [ModelPair: [Int]] = [:]
    var isOwn: Set<ID<Edge>> = []
    for (index, draft) in drafts.enumerated() where draft.declaration.kind == .belongsTo {
      guard let id = ids[index] else { continue }
      own[ModelPair(child: draft.source, parent: draft.target), default: []].append(index)
      isOwn.insert(graph[id].steps[0].edge)
    }
    var warned: Set<ID<Edge>> = []
    for (index, draft) in drafts.enumerated() where draft.declaration.kind == .belongsToMany {
      guard let junction = draft.junction, let id = ids[index] else { continue }
      for (step, key, option) in [
        (graph[id].steps[0], draft.options.foreignKey, "foreignKey"),
        (graph[id].steps[1], draft.options.otherKey, "otherKey"),
      ] where key?.columns == nil && !isOwn.contains(step.edge) {
        let others = own[ModelPair(child: junction, parent: graph[step.edge].parent), default: []]
        guard let first = others.first, warned.insert(step.edge).inserted else { continue }
        // Which of several polymorphic keys is meant has been asked.
        if others.contains(where: { drafts[$0].polymorphic != nil }) { continue }
        let columns = others.compactMap { ids[$0] }.map { id in
          graph[graph[id].steps[0].edge].childColumns.map { graph[junction].columns[$0].attribute }
        }
        let names = others.map { "'\(drafts[$0].name.value)'" }.joined(separator: ", ")
        diagnostics.warning(
          GraphRule.twoKeys, at: draft.name.range,
          "Association '\(draft.name.value)' made a foreign key to '\(graph[graph[step.edge].parent].name)' in "
            + "'\(graph[junction].name)', beside that of \(names)",
          explanation: "If one key is meant, write "
            + columns.map { "\(option): \($0.count == 1 ? $0[0] : "[\($0.joined(separator: ", "))]")" }
            .joined(separator: " or ") + " here.",
          notes: [Diagnostic.Note("'\(drafts[first].name.value)' is declared here", at: drafts[first].name.range)])
      }
    }
  }
}

/// The side of a junction model from which a `belongsToMany` looks.
private struct JunctionSide: Hashable {
  let junction: ID<Model>
  let source: ID<Model>
  let target: ID<Model>
}

/// An association by its name and the models that it connects. (A polymorphic one has a target for each of its models.)
private struct AssociationEnds: Hashable {
  let source: ID<Model>
  let name: String
  let target: ID<Model>
}

/// The two models of a foreign key.
private struct ModelPair: Hashable {
  let child: ID<Model>
  let parent: ID<Model>
}

extension AssociationOptionValues {
  /// Whether not all rows that the keys find are meant.
  fileprivate var hasScope: Bool { !scope.isEmpty || !throughScope.isEmpty }
}
