import Diagnostics
import SchemaLanguage

extension GraphResolver {
  /// Makes the edge of every key.
  mutating func makeEdges(_ groups: inout [KeyGroup], _ requests: [KeyRequest], _ drafts: [AssociationDraft]) {
    graph.edges.reserveCapacity(groups.count)
    for index in groups.indices {
      let group = groups[index]
      let first = requests[group.requests[0]]
      guard let childColumns = positions(of: group.columns, in: first.child),
        let parentColumns = referencedPositions(group, requests)
      else { continue }
      takeDefault(of: group, requests, childColumns)
      let isRequired = childColumns.allSatisfy { !graph[first.child].columns[$0].isNullable }
      let actions = self.actions(of: group, requests, drafts, isRequired: isRequired)
      var edge = Edge(
        child: first.child, childColumns: childColumns, parent: first.parent, parentColumns: parentColumns,
        isRequired: isRequired, isUnique: false, onDelete: actions.onDelete, onUpdate: actions.onUpdate,
        constraint: constraintName(of: group, requests, drafts, childColumns),
        declaredAt: drafts[first.draft].name.range)
      if let type = polymorphic(of: group, requests, drafts)?.typeColumn,
        let column = columnPosition(type, of: first.child)
      {
        edge.discriminator = Discriminator(column: column, value: .text(graph[first.parent].name))
        edge.isRequired = false
      }
      let id = ID<Edge>(graph.edges.count)
      groups[index].edge = id
      graph.edges.append(edge)
      graph.models[first.child.index].foreignKeys.append(id)
      addUniqueKeys(of: group, requests, edge.decidingColumns)
    }
    addPairKeys(groups, requests, drafts)
    for index in graph.edges.indices {
      let edge = graph.edges[index]
      graph.edges[index].isUnique = hasUniqueKey(in: edge.child, within: edge.decidingColumns)
    }
  }

  /// Gives the made columns of a key the default that `foreignKey` names.
  private mutating func takeDefault(of group: KeyGroup, _ requests: [KeyRequest], _ columns: [Int]) {
    let child = requests[group.requests[0]].child
    guard let declaration = group.requests.lazy.compactMap({ requests[$0].key?.defaultValue }).first else { return }
    for position in columns where graph[child].columns[position].role == .foreignKey {
      graph.models[child.index].columns[position].defaultValue =
        resolveDefault(declaration, of: graph[child].columns[position])
    }
  }

  private func positions(of names: [String], in model: ID<Model>) -> [Int]? {
    let positions = names.compactMap { columnPosition($0, of: model) }
    return positions.count == names.count ? positions : nil
  }

  private mutating func referencedPositions(_ group: KeyGroup, _ requests: [KeyRequest]) -> [Int]? {
    let parent = requests[group.requests[0]].parent
    if let said = group.requests.lazy.compactMap({ requests[$0].referenced }).first {
      let found = said.map { findColumn($0, of: parent) }
      return found.contains(nil) ? nil : found.compactMap { $0 }
    }
    return positions(of: group.referenced, in: parent)
  }

  // MARK: Referential actions

  private mutating func actions(
    of group: KeyGroup, _ requests: [KeyRequest], _ drafts: [AssociationDraft], isRequired: Bool
  ) -> (onDelete: ReferentialAction, onUpdate: ReferentialAction) {
    func said(_ option: KeyPath<AssociationOptionValues, Located<ReferentialAction>?>) -> [(
      Located<ReferentialAction>, isWeak: Bool
    )] {
      group.requests.compactMap { index in
        // What a belongsToMany says of its own key goes for the other key of the pair too, until the other side speaks.
        drafts[requests[index].draft].options[keyPath: option].map { ($0, requests[index].part == .junctionToTarget) }
      }
    }
    let members = group.requests.map { requests[$0] }
    let isArc = polymorphic(of: group, requests, drafts)?.isArc == true
    let deletion = choose(said(\.onDelete), "onDelete")
    let onDelete: ReferentialAction
    if let deletion {
      onDelete = deletion.value
    } else if isArc {
      // A server lets no action set a column that a CHECK looks at.
      onDelete = members.contains(where: \.isOfJunction) ? .cascade : .noAction
    } else if let common = document.defaults.onDelete {
      onDelete = common.value
    } else if members.contains(where: \.isOfJunction) {
      onDelete = .cascade
    } else if !isRequired, !hasRequiredColumn(group, child: members[0].child) {
      onDelete = .setNull
    } else {
      onDelete = members.contains { $0.part == .belongsTo } ? .noAction : .cascade
    }
    let update = choose(said(\.onUpdate), "onUpdate")
    let onUpdate = update?.value ?? (isArc ? .noAction : document.defaults.onUpdate?.value ?? .cascade)
    for (action, range, key) in [
      (onDelete, (deletion ?? document.defaults.onDelete)?.range, "onDelete"),
      (onUpdate, (update ?? document.defaults.onUpdate)?.range, "onUpdate"),
    ] where action == .setNull && hasRequiredColumn(group, child: members[0].child) {
      let name = drafts[members[0].draft].name
      diagnostics.error(
        GraphRule.setNullOnRequired, at: range ?? name.range,
        "\(key): setNull needs a nullable key, and that of '\(name.value)' is required",
        explanation: "Write '?' behind the target to make the key optional, or choose cascade, restrict or noAction.",
        notes: range == nil ? [] : [Diagnostic.Note("The association is declared here", at: name.range)])
    }
    return (onDelete, onUpdate)
  }

  private func hasRequiredColumn(_ group: KeyGroup, child: ID<Model>) -> Bool {
    group.columns.contains { name in
      columnPosition(name, of: child).map { !graph[child].columns[$0].isNullable } ?? false
    }
  }

  private mutating func choose(
    _ said: [(action: Located<ReferentialAction>, isWeak: Bool)], _ key: String
  ) -> Located<ReferentialAction>? {
    let strong = said.filter { !$0.isWeak }.map(\.action)
    guard let first = strong.first else { return said.first?.action }
    if let other = strong.first(where: { $0.value != first.value }) {
      diagnostics.error(
        GraphRule.disagreement, at: max(first.range, other.range), "The two ends of this key disagree on \(key)",
        explanation: "Say it at one end alone, or the same at both.",
        notes: [Diagnostic.Note("The other end says it here", at: min(first.range, other.range))])
    }
    return first
  }

  // MARK: Constraints and keys

  private mutating func constraintName(
    of group: KeyGroup, _ requests: [KeyRequest], _ drafts: [AssociationDraft], _ columns: [Int]
  ) -> String? {
    if let polymorphic = polymorphic(of: group, requests, drafts), !polymorphic.isArc { return nil }
    let said = group.requests.compactMap { drafts[requests[$0].draft].options.constraint }
    if let first = said.first {
      if let other = said.first(where: { $0.value != first.value }) {
        diagnostics.error(
          GraphRule.disagreement, at: max(first.range, other.range),
          "The two ends of this key disagree on its constraint",
          explanation: "Say it at one end alone, or the same at both.",
          notes: [Diagnostic.Note("The other end says it here", at: min(first.range, other.range))])
      }
      switch first.value {
      case .none: return nil
      case .named(let name): return name
      case .standard: break
      }
    }
    return madeName(of: requests[group.requests[0]].child, columns, suffix: "fk")
  }

  /// `<table>_<columns>_<suffix>`, shortened if need be.
  func madeName(of model: ID<Model>, _ columns: [Int], suffix: String) -> String {
    let names = columns.map { graph[model].columns[$0].name }
    return ShortenedName.fitting(([graph[model].table] + names + [suffix]).joined(separator: "_"))
  }

  /// Adds the UNIQUE key that `foreignKey: { unique: true }` asks for.
  private mutating func addUniqueKeys(
    of group: KeyGroup, _ requests: [KeyRequest], _ columns: [Int]
  ) {
    let child = requests[group.requests[0]].child
    guard let said = group.requests.lazy.compactMap({ requests[$0].key?.isUnique }).first(where: \.value),
      !hasExactKey(in: child, columns)
    else { return }
    addUniqueIndex(to: child, columns, declaredAt: said.range)
  }

  /// Adds the UNIQUE pair of a junction table that has a primary key of its own.
  private mutating func addPairKeys(_ groups: [KeyGroup], _ requests: [KeyRequest], _ drafts: [AssociationDraft]) {
    var columnsOf: [Int: [Int]] = [:]
    for group in groups {
      guard let edge = group.edge else { continue }
      for request in group.requests { columnsOf[request] = graph[edge].decidingColumns }
    }
    for (index, draft) in drafts.enumerated() {
      guard let junction = draft.junction, draft.requests.count == 2,
        let first = columnsOf[draft.requests[0]], let second = columnsOf[draft.requests[1]]
      else { continue }
      let inverse = draft.inverse.map { drafts[$0] }
      let isUnique = (draft.options.isPairUnique ?? inverse?.options.isPairUnique)?.value ?? true
      // The first of two sides decides the order of the columns.
      if let other = draft.inverse, other < index { continue }
      let pair = first + second.filter { !first.contains($0) }
      if let said = draft.options.isPairUnique ?? inverse?.options.isPairUnique, !said.value,
        graph[junction].primaryKeyColumns.allSatisfy(pair.contains), !graph[junction].primaryKey.isEmpty
      {
        diagnostics.warning(
          GraphRule.pairIsKey, at: said.range,
          "The pair is the primary key of '\(graph[junction].name)', so it is unique whatever is written here",
          explanation: "Declare the junction model with a primary key of its own.")
      }
      if isUnique, !hasUniqueKey(in: junction, within: pair) {
        addUniqueIndex(to: junction, pair, declaredAt: draft.name.range)
      }
    }
  }

  private mutating func addUniqueIndex(to model: ID<Model>, _ columns: [Int], declaredAt: SourceRange) {
    graph.models[model.index].indexes.append(
      Index(
        name: madeName(of: model, columns, suffix: "key"), parts: columns.map { IndexPart(.column($0)) },
        isUnique: true, declaredAt: declaredAt))
  }

  private func hasExactKey(in model: ID<Model>, _ columns: [Int]) -> Bool {
    let keys = [graph[model].primaryKeyColumns] + graph[model].indexes.filter(\.isUnique).compactMap(\.wholeColumns)
    return keys.contains { Set($0) == Set(columns) }
  }

  /// Whether a primary or unique key of `model` consists of columns among `columns`.
  func hasUniqueKey(in model: ID<Model>, within columns: [Int]) -> Bool {
    let primary =
      graph[model].primaryKey.allSatisfy { $0.column != nil && $0.length == nil }
      ? graph[model].primaryKeyColumns : []
    let keys = [primary] + graph[model].indexes.filter(\.isUnique).compactMap(\.wholeColumns)
    return keys.contains { key in !key.isEmpty && key.allSatisfy(columns.contains) }
  }
}
