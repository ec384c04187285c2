import Diagnostics
import SchemaLanguage

/// A polymorphic belongsTo on its way into the graph: each of its models has an ``AssociationDraft``.
struct PolymorphicDraft {
  let declaration: AssociationDeclaration
  let name: Located<String>
  let source: ID<Model>
  /// The column that tells which model a row names; `nil` for an exclusive arc.
  let typeColumn: String?
  /// The drafts of its models' associations, in the order written.
  var alternatives: [Int] = []

  var isArc: Bool { typeColumn == nil }
}

extension GraphResolver {
  /// Drafts an association to each model of `oneOf`.
  mutating func draftAlternatives(
    _ declaration: AssociationDeclaration, _ name: Located<String>, of source: ID<Model>,
    into drafts: inout [AssociationDraft]
  ) {
    let options = declaration.options.values
    var polymorphic = PolymorphicDraft(
      declaration: declaration, name: name, source: source,
      typeColumn: options.encoding == .exclusiveArc
        ? nil
        : ShortenedName.fitting(
          SQLNames.keyName(association: name.value, targetKey: "type", style: document.naming.keys)))
    var firsts: [String: SourceRange] = [:]
    for written in options.oneOf ?? [] {
      if let first = firsts.updateValue(written.range, forKey: written.value) {
        diagnostics.error(
          GraphRule.polymorphic, at: written.range, "Association '\(name.value)' leads to '\(written.value)' twice",
          explanation: "Take one of them away.", notes: [Diagnostic.Note("It stands here, too", at: first)])
        continue
      }
      guard let target = modelIDs[written.value] else {
        reportUnknown(
          GraphRule.unknownModel,
          "Association '\(name.value)' leads to model '\(written.value)', which does not exist", written,
          candidates: graph.models.map(\.name))
        brokenNames[source.index].insert(name.value)
        continue
      }
      polymorphic.alternatives.append(drafts.count)
      drafts.append(
        AssociationDraft(
          declaration: declaration, name: name, source: source, target: target,
          polymorphic: polymorphicDrafts.count, place: written.range))
    }
    polymorphicDrafts.append(polymorphic)
  }

  /// The polymorphic association whose key a group is.
  func polymorphic(of group: KeyGroup, _ requests: [KeyRequest], _ drafts: [AssociationDraft]) -> PolymorphicDraft? {
    group.requests.lazy.compactMap { drafts[requests[$0].draft].polymorphic }.first.map { polymorphicDrafts[$0] }
  }

  /// Adds the column that tells which model a key names, unless the model declares it.
  mutating func addTypeColumn(of polymorphic: PolymorphicDraft, isNullable: Bool, _ drafts: [AssociationDraft]) {
    guard let name = polymorphic.typeColumn, columnPosition(name, of: polymorphic.source) == nil else { return }
    let source = polymorphic.source
    let members = addEnumeration(
      members: polymorphic.alternatives.map { graph[drafts[$0].target].name },
      swiftName: graph[source].swiftName + Words(of: name).upperCamelCase, isShared: false,
      declaredAt: polymorphic.name.range)
    var column = Column(
      name: name, attribute: name, swiftName: swiftPropertyName(name), type: .enumeration(members),
      isNullable: isNullable, role: .foreignKey, declaredAt: polymorphic.name.range)
    takeCollation(of: &column, charset: nil, collation: nil, model: source)
    addColumn(column, to: source)
  }

  /// Reports what the other end says of a key that no FOREIGN KEY guards, or of one of an exclusive arc.
  mutating func refuseOptions(
    of group: KeyGroup, _ polymorphic: PolymorphicDraft, _ requests: [KeyRequest], _ drafts: [AssociationDraft]
  ) {
    for request in group.requests.map({ requests[$0] }) where drafts[request.draft].polymorphic == nil {
      let options = drafts[request.draft].options
      if polymorphic.isArc {
        guard let said = request.key?.isNullable, !said.value else { continue }
        diagnostics.error(
          GraphRule.polymorphic, at: said.range,
          "The keys of an exclusive arc are nullable, and this is one of '\(polymorphic.name.value)'",
          explanation: "That one of them is set is what its CHECK asks. Leave 'nullable' out.")
      } else if !request.isOfJunction {
        let stray = [
          options.onDelete?.range, options.onUpdate?.range,
          options.constraint.flatMap { $0.value == .none ? nil : $0.range },
        ]
        for range in stray.compactMap({ $0 }) {
          diagnostics.error(
            GraphRule.polymorphic, at: range,
            "No FOREIGN KEY stands behind '\(polymorphic.name.value)', which leads to several models",
            explanation: "Leave this out, or write encoding: exclusiveArc there.",
            notes: [Diagnostic.Note("It is declared here", at: polymorphic.name.range)])
        }
      }
    }
  }

  /// Puts the ways of each polymorphic association together, now that they are in the graph; `ids` are the associations of
  /// the drafts.
  mutating func makePolymorphicAssociations(_ drafts: [AssociationDraft], _ ids: [ID<Association>?]) {
    for polymorphic in polymorphicDrafts {
      let alternatives = polymorphic.alternatives.compactMap { ids[$0] }
      guard alternatives.count == polymorphic.alternatives.count, !alternatives.isEmpty else { continue }
      let edges = alternatives.map { graph[$0].steps[0].edge }
      let isOptional = polymorphic.declaration.options.values.foreignKey?.isNullable?.value == true
      if polymorphic.isArc {
        addArcCheck(polymorphic, edges, isOptional: isOptional)
        if !isOptional { requiredArcs.formUnion(edges) }
      } else {
        checkTypeColumn(polymorphic, edges, drafts)
        checkKeyTypes(polymorphic, edges, drafts)
        refuseStrangers(polymorphic, edges)
        addKeyIndex(graph[edges[0]], at: polymorphic.name.range)
      }
      let id = ID<PolymorphicAssociation>(graph.polymorphicAssociations.count)
      for alternative in alternatives { graph.associations[alternative.index].polymorphic = id }
      polymorphicIDs[polymorphic.source.index][polymorphic.name.value] = id
      let columns = graph[polymorphic.source].columns
      let swiftName = swiftPropertyName(polymorphic.name.value)
      graph.polymorphicAssociations.append(
        PolymorphicAssociation(
          name: polymorphic.name.value,
          swiftName: columns.contains { $0.swiftName == swiftName } ? swiftName + "Target" : swiftName,
          source: polymorphic.source, alternatives: alternatives,
          isRequired: polymorphic.isArc
            ? !isOptional : graph[edges[0]].decidingColumns.allSatisfy { !columns[$0].isNullable },
          declaredAt: polymorphic.name.range))
    }
  }

  // MARK: Type and key

  /// A type column that the model declares itself has to hold the models' names.
  private mutating func checkTypeColumn(
    _ polymorphic: PolymorphicDraft, _ edges: [ID<Edge>], _ drafts: [AssociationDraft]
  ) {
    guard let position = graph[edges[0]].discriminator?.column else { return }
    let column = graph[polymorphic.source].columns[position]
    guard column.role == .declared else { return }
    let names = polymorphic.alternatives.map { graph[drafts[$0].target].name }
    let lacking: String?
    switch column.type {
    case .enumeration(let id): lacking = names.first { !graph[id].members.contains($0) }
    case .varchar(let length), .char(let length): lacking = names.first { $0.unicodeScalars.count > length }
    case .text: lacking = nil
    default: lacking = names.first
    }
    guard let lacking else {
      refuseEqualNames(names, in: column, of: polymorphic)
      return
    }
    diagnostics.error(
      GraphRule.polymorphic, at: column.declaredAt,
      "Column '\(column.attribute)' tells which model '\(polymorphic.name.value)' names, and cannot hold '\(lacking)'",
      explanation: "Declare it as enum(\(names.joined(separator: ", "))), or leave it out.",
      notes: [Diagnostic.Note("The association is declared here", at: polymorphic.name.range)])
  }

  /// In a column of text a collation may hold two models' names for one, so that a row would name both.
  private mutating func refuseEqualNames(
    _ names: [String], in column: Column, of polymorphic: PolymorphicDraft
  ) {
    // The members of an ENUM are compared where the server's rules are.
    if case .enumeration = column.type { return }
    guard names.count > 1, let collation = column.collation else { return }
    let comparison = TextComparison(collation)
    let keys = names.map { comparison.key(of: $0) }
    let plain = keys.compactMap(\.plain)
    let surelyDifferent = plain.count == keys.count ? plain : keys.map { $0.possible ?? $0.certain }
    guard Set(surelyDifferent).count < keys.count else { return }
    diagnostics.error(
      GraphRule.polymorphic, at: column.declaredAt,
      "Column '\(column.attribute)' tells which model '\(polymorphic.name.value)' names, and \(collation.name) may hold two of "
        + "the names for one",
      explanation: "Declare it as enum(\(names.joined(separator: ", "))) or with a collation that ends in _bin.",
      notes: [Diagnostic.Note("The association is declared here", at: polymorphic.name.range)])
  }

  /// One column holds the keys of all the models, so they have one type.
  private mutating func checkKeyTypes(
    _ polymorphic: PolymorphicDraft, _ edges: [ID<Edge>], _ drafts: [AssociationDraft]
  ) {
    let first = graph[edges[0]]
    for (edge, draft) in zip(edges.map({ graph[$0] }), polymorphic.alternatives) {
      guard edge.parentColumns.count == edge.childColumns.count else { continue }
      for (position, columns) in zip(edge.childColumns, edge.parentColumns).enumerated() {
        let child = graph[edge.child].columns[columns.0]
        let parent = graph[edge.parent].columns[columns.1]
        guard !child.type.holdsKeys(of: parent.type) || child.collation != parent.collation else { continue }
        let isDeclared = child.role == .declared
        let other = isDeclared ? child : graph[first.parent].columns[first.parentColumns[position]]
        diagnostics.error(
          GraphRule.polymorphic, at: drafts[draft].place ?? polymorphic.name.range,
          isDeclared
            ? "Column '\(child.attribute)' has another type than the key of '\(graph[edge.parent].name)' that it names"
            : "One column names the rows of '\(graph[first.parent].name)' and '\(graph[edge.parent].name)', and their "
              + "keys have two types",
          explanation: "Give the models keys of one type, or write encoding: exclusiveArc.",
          notes: [
            Diagnostic.Note("One is declared here", at: other.declaredAt),
            Diagnostic.Note("The other one is declared here", at: parent.declaredAt),
          ])
      }
    }
  }

  /// A key that uses the column of a polymorphic one, and whose model is none of `oneOf`, would take every number for its own.
  private mutating func refuseStrangers(_ polymorphic: PolymorphicDraft, _ edges: [ID<Edge>]) {
    let columns = graph[edges[0]].childColumns
    let own = Set(edges)
    for id in graph[polymorphic.source].foreignKeys where !own.contains(id) {
      let edge = graph[id]
      guard edge.childColumns == columns else { continue }
      diagnostics.error(
        GraphRule.polymorphic, at: edge.declaredAt,
        "Association '\(polymorphic.name.value)' of '\(graph[polymorphic.source].name)' does not lead to "
          + "'\(graph[edge.parent].name)', whose key is said to be in its column",
        explanation: "Add '\(graph[edge.parent].name)' to oneOf, or name another key.",
        notes: [Diagnostic.Note("It is declared here", at: polymorphic.name.range)])
    }
  }

  /// The server makes no index for a key that is no FOREIGN KEY, and the way back looks for it.
  private mutating func addKeyIndex(_ edge: Edge, at range: SourceRange) {
    let columns = edge.decidingColumns
    let model = graph[edge.child]
    let indexes = [model.primaryKey] + model.indexes.map(\.parts)
    let isServed = indexes.contains { parts in
      let first = parts.prefix(columns.count)
      return first.count == columns.count && first.allSatisfy { $0.length == nil }
        && Set(first.compactMap(\.column)) == Set(columns)
    }
    guard !isServed else { return }
    graph.models[edge.child.index].indexes.append(
      Index(
        name: madeName(of: edge.child, columns, suffix: "idx"), parts: columns.map { IndexPart(.column($0)) },
        isUnique: false, declaredAt: range))
  }

  // MARK: Exclusive arcs

  /// Adds the CHECK that one of the keys is set, or at most one; in the form in which the server keeps it.
  private mutating func addArcCheck(_ polymorphic: PolymorphicDraft, _ edges: [ID<Edge>], isOptional: Bool) {
    let model = graph[polymorphic.source]
    var count = ""
    var wholes: [String] = []
    for (number, edge) in edges.map({ graph[$0] }).enumerated() {
      let names = edge.childColumns.map { quotedName(model.columns[$0].name) }
      let term = "(\(names[0]) is not null)"
      count = number == 0 ? term : "(\(count) + \(term))"
      // A key of several columns is set as a whole.
      wholes += names.dropFirst().map { "((\(names[0]) is null) = (\($0) is null))" }
    }
    let conditions = ["(\(count) \(isOptional ? "<=" : "=") 1)"] + wholes
    graph.models[polymorphic.source.index].checks.append(
      Check(
        name: ShortenedName.fitting("\(model.table)_\(polymorphic.name.value)_check"),
        condition: wholes.isEmpty ? conditions[0] : "(\(conditions.joined(separator: " and ")))",
        isEnforced: true, declaredAt: polymorphic.name.range))
  }

  private func quotedName(_ name: String) -> String {
    var quoted = "`"
    // Character by character of Unicode: to Swift, what combines with a backtick makes another one of it.
    for scalar in name.unicodeScalars {
      if scalar == "`" { quoted += "`" }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "`"
  }
}

extension ColumnType {
  /// Whether a column of this type holds the keys of a column of `other`, each as it is: the same type, where lengths of
  /// texts may differ so long as the longest fits.
  fileprivate func holdsKeys(of other: ColumnType) -> Bool {
    guard let length = textLength, let otherLength = other.textLength else { return self == other }
    return otherLength <= length
  }

  /// The number of characters that a text of bounded length has at most.
  private var textLength: Int? {
    switch self {
    case .char(let length), .varchar(let length): length
    case .uuid: 36
    default: nil
    }
  }
}
