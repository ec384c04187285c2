import Diagnostics
import SchemaLanguage

extension GraphResolver {
  /// Adds the columns of keys that their models do not declare themselves, in the order of the associations.
  mutating func addKeyColumns(_ groups: inout [KeyGroup], _ requests: [KeyRequest], _ drafts: [AssociationDraft]) {
    for group in groups {
      let first = requests[group.requests[0]]
      let required = statedRequirement(of: group, requests, drafts)
      if let polymorphic = polymorphic(of: group, requests, drafts) {
        refuseOptions(of: group, polymorphic, requests, drafts)
        addTypeColumn(of: polymorphic, isNullable: !required, drafts)
      }
      let options = group.requests.compactMap { requests[$0].key }
      let isMade = group.columns.contains { columnPosition($0, of: first.child) == nil }
      // The models of a polymorphic association share its columns; what is said of them is judged with the first.
      let isRepeated =
        drafts[first.draft].polymorphic.map { polymorphicDrafts[$0].alternatives.first != first.draft } ?? false
      if !isMade, !isRepeated { refuseOptionsOfDeclaredColumns(group, options, child: first.child) }
      for name in group.columns where columnPosition(name, of: first.child) == nil {
        var column = Column(
          name: name, attribute: name, swiftName: swiftPropertyName(name), type: .int, isNullable: !required,
          role: .foreignKey, declaredAt: drafts[first.draft].name.range)
        column.comment = options.lazy.compactMap(\.comment).first?.value
        addColumn(column, to: first.child)
      }
    }
  }

  /// Whether some end says that the key is required; silence means that it is not. Reports ends that disagree.
  private mutating func statedRequirement(
    of group: KeyGroup, _ requests: [KeyRequest], _ drafts: [AssociationDraft]
  ) -> Bool {
    var statements: [Located<Bool>] = []
    // Of the keys of an exclusive arc one is set, so that each may be NULL.
    if polymorphic(of: group, requests, drafts)?.isArc == true { return false }
    for request in group.requests.map({ requests[$0] }) {
      let declaration = drafts[request.draft].declaration
      let said = request.key?.isNullable
      if let said { statements.append(said.map { !$0 }) }
      guard request.part == .belongsTo else { continue }
      let place = declaration.target?.range ?? drafts[request.draft].name.range
      if declaration.isOptional {
        statements.append(Located(false, at: place))
      } else if said == nil {
        statements.append(Located(true, at: place))
      }
    }
    guard let first = statements.first else { return false }
    if let other = statements.first(where: { $0.value != first.value }) {
      let isDeclared = group.columns.allSatisfy {
        columnPosition($0, of: requests[group.requests[0]].child) != nil
      }
      // A declared column stands as it is; only made ones need an answer.
      if !isDeclared {
        diagnostics.error(
          GraphRule.disagreement, at: max(first.range, other.range),
          "The two ends of this key disagree on whether it is nullable",
          explanation: "Say it at one end alone: '?' behind the target of belongsTo, or nullable in foreignKey.",
          notes: [Diagnostic.Note("The other end says it here", at: min(first.range, other.range))])
      }
    }
    return statements.contains { $0.value }
  }

  private mutating func refuseOptionsOfDeclaredColumns(
    _ group: KeyGroup, _ options: [ForeignKeyDeclaration], child: ID<Model>
  ) {
    for option in options {
      let columns = group.columns.compactMap { columnPosition($0, of: child) }.map { graph[child].columns[$0] }
      let stray: (SourceRange, String)? =
        if let nullable = option.isNullable, columns.contains(where: { $0.isNullable != nullable.value }) {
          (nullable.range, "nullable")
        } else if let comment = option.comment {
          (comment.range, "comment")
        } else if case .expression(let expression)? = option.defaultValue {
          (expression.range, "default")
        } else if case .value(let value)? = option.defaultValue {
          (value.range, "default")
        } else {
          nil
        }
      guard let (range, key) = stray, let column = columns.first, column.role == .declared else { continue }
      diagnostics.error(
        GraphRule.declaredKeyOption, at: range,
        "Option '\(key)' belongs to column '\(column.attribute)', which model '\(graph[child].name)' declares itself",
        explanation: "Write it in the column.",
        notes: [Diagnostic.Note("The column is declared here", at: column.declaredAt)])
    }
  }

  /// Fills in each model's primary key, now that every column is there.
  mutating func resolvePrimaryKeys(_ groups: [KeyGroup], _ requests: [KeyRequest], _ drafts: [AssociationDraft]) {
    var pairs: [ID<Model>: [String]] = [:]
    for group in groups where group.requests.contains(where: { requests[$0].isOfJunction }) {
      let child = requests[group.requests[0]].child
      refuseArcAsKey(of: child, group, requests, drafts)
      for name in pairColumns(of: group, requests, drafts) where !pairs[child, default: []].contains(name) {
        pairs[child, default: []].append(name)
      }
    }
    for index in graph.models.indices {
      let model = ID<Model>(index)
      let parts: [IndexPart]
      if case .parts(let written, _)? = declaration(of: index)?.primaryKey {
        parts = written.compactMap { indexPart($0, of: model) }
      } else if let names = declaredKeyNames(of: model) {
        parts = names.compactMap { columnPosition($0, of: model) }.map { IndexPart(.column($0)) }
      } else {
        parts = pairs[model, default: []].compactMap { columnPosition($0, of: model) }.map { IndexPart(.column($0)) }
      }
      graph.models[index].primaryKey = parts
      let isPair = declaredKeyNames(of: model) == nil
      for position in parts.compactMap(\.column) { requireKeyColumn(position, of: model, isPair: isPair) }
    }
  }

  /// The keys of a junction model without one of its own are its primary key, and those of an exclusive arc may be NULL.
  private mutating func refuseArcAsKey(
    of junction: ID<Model>, _ group: KeyGroup, _ requests: [KeyRequest], _ drafts: [AssociationDraft]
  ) {
    guard let arc = polymorphic(of: group, requests, drafts), arc.isArc, declaredKeyNames(of: junction) == nil,
      brokenKeys.insert(junction).inserted
    else { return }
    diagnostics.error(
      GraphRule.polymorphic, at: arc.name.range,
      "The keys of the exclusive arc '\(arc.name.value)' may be NULL, so they are no primary key of "
        + "'\(graph[junction].name)'",
      explanation: "Give '\(graph[junction].name)' a key of its own: a column with primaryKey: true.")
  }

  private mutating func requireKeyColumn(_ position: Int, of model: ID<Model>, isPair: Bool) {
    let column = graph[model].columns[position]
    guard column.isNullable else { return }
    if column.role == .declared, isPair {
      diagnostics.warning(
        GraphRule.primaryKey, at: column.declaredAt,
        "Column '\(column.attribute)' is part of the pair that is the primary key of '\(graph[model].name)', so its '?' counts for nothing",
        explanation: "Leave the '?' out, or give the model a primary key of its own.")
    } else if column.role == .declared {
      diagnostics.error(
        GraphRule.primaryKey, at: column.declaredAt,
        "Column '\(column.attribute)' is part of the primary key, so it cannot be nullable",
        explanation: "Leave the '?' out.")
    }
    graph.models[model.index].columns[position].isNullable = false
  }

  /// Gives the made columns the types of the columns that they reference, through any number of keys of keys.
  mutating func takeKeyTypes(_ groups: [KeyGroup], _ requests: [KeyRequest]) {
    struct Place: Hashable {
      let model: ID<Model>
      let column: Int
    }
    var parents: [Place: Place] = [:]
    var order: [Place] = []
    for group in groups {
      let request = requests[group.requests[0]]
      for (name, referenced) in zip(group.columns, group.referenced) {
        guard let position = columnPosition(name, of: request.child),
          let parent = columnPosition(referenced, of: request.parent),
          graph[request.child].columns[position].role == .foreignKey
        else { continue }
        let place = Place(model: request.child, column: position)
        guard parents[place] == nil else { continue }
        parents[place] = Place(model: request.parent, column: parent)
        order.append(place)
      }
    }
    var done = Set<Place>()
    for start in order where !done.contains(start) {
      var path = [start]
      var onPath: Set<Place> = [start]
      var end: Place?
      while let last = path.last, let parent = parents[last] {
        if done.contains(parent) || parents[parent] == nil {
          end = parent
          break
        }
        guard onPath.insert(parent).inserted else { break }
        path.append(parent)
      }
      done.formUnion(path)
      guard let end else {
        let column = graph[start.model].columns[start.column]
        diagnostics.error(
          GraphRule.keyCircle, at: column.declaredAt,
          "Column '\(column.attribute)' of '\(graph[start.model].name)' references itself through other keys, so it has no type",
          explanation: "Declare one of the columns with its type.")
        continue
      }
      let source = graph[end.model].columns[end.column]
      for place in path {
        let table = graph[place.model].options.collation
        graph.models[place.model.index].columns[place.column].type = source.type
        graph.models[place.model.index].columns[place.column].collation = source.collation
        graph.models[place.model.index].columns[place.column].hasOwnCollation =
          source.collation != nil && (source.hasOwnCollation || source.collation != table)
        graph.models[place.model.index].columns[place.column].swiftType = source.swiftType
      }
    }
  }
}
