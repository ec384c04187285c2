import Diagnostics
import SchemaLanguage

extension GraphResolver {
  /// Names the columns of every key: as the declarations say, else by the language's table of names.
  ///
  /// A default name contains the names of the referenced key's columns. Those of a junction table without a key of its own
  /// are themselves keys, so the groups are named in the order of their dependence; a circle is a mistake.
  mutating func nameKeys(_ groups: inout [KeyGroup], _ requests: [KeyRequest], _ drafts: [AssociationDraft]) {
    var junctionGroups = self.junctionGroups(groups, requests)
    for model in graph.models.indices where declaredKeyNames(of: ID(model)) != nil {
      junctionGroups[ID(model)] = nil
    }
    var waitingFor = Array(repeating: 0, count: groups.count)
    var waiters: [Int: [Int]] = [:]
    for index in groups.indices {
      let request = requests[groups[index].requests[0]]
      guard referencedNames(groups[index], requests) == nil else { continue }
      for needed in junctionGroups[request.parent, default: []] {
        waitingFor[index] += 1
        waiters[needed, default: []].append(index)
      }
    }
    var ready = groups.indices.filter { waitingFor[$0] == 0 }
    var next = 0
    while next < ready.count {
      let index = ready[next]
      next += 1
      let parent = requests[groups[index].requests[0]].parent
      groups[index].referenced =
        referencedNames(groups[index], requests)?.map(\.value)
        ?? declaredKeyNames(of: parent)
        ?? junctionGroups[parent, default: []].flatMap { pairColumns(of: groups[$0], requests, drafts) }
      nameColumns(of: &groups[index], requests, drafts)
      for waiter in waiters[index, default: []] {
        waitingFor[waiter] -= 1
        if waitingFor[waiter] == 0 { ready.append(waiter) }
      }
    }
    for index in groups.indices where waitingFor[index] > 0 {
      let request = requests[groups[index].requests[0]]
      diagnostics.error(
        GraphRule.keyCircle, at: drafts[request.draft].name.range,
        "The primary key of '\(graph[request.parent].name)' depends on itself",
        explanation: "Give one of the junction models a primary key of its own.")
    }
  }

  /// The groups that are the primary key of each junction model without one of its own, in order.
  private func junctionGroups(_ groups: [KeyGroup], _ requests: [KeyRequest]) -> [ID<Model>: [Int]] {
    var result: [ID<Model>: [Int]] = [:]
    for (index, group) in groups.enumerated() {
      let request = requests[group.requests[0]]
      guard group.requests.contains(where: { requests[$0].isOfJunction }) else { continue }
      result[request.child, default: []].append(index)
    }
    return result
  }

  /// The columns of a junction table's key, as far as they are part of its pair: before it what tells the key's model.
  func pairColumns(of group: KeyGroup, _ requests: [KeyRequest], _ drafts: [AssociationDraft]) -> [String] {
    [polymorphic(of: group, requests, drafts)?.typeColumn].compactMap { $0 } + group.columns
  }

  /// The names of the primary key's columns as far as the model itself declares them; `nil` for a junction model whose
  /// keys are its primary key.
  func declaredKeyNames(of model: ID<Model>) -> [String]? {
    guard let declaration = declaration(of: model.index) else { return nil }
    switch declaration.primaryKey {
    case .none?: return []
    case .parts(let parts, _)?:
      return parts.compactMap { part in
        guard case .column(let name) = part.content else { return nil }
        return name.value
      }
    case nil:
      let flagged = declaration.columns.filter { $0.options.values.isPrimaryKey?.value == true }.map(\.name.value)
      if !flagged.isEmpty { return flagged }
      if let first = graph[model].columns.first, first.role == .implicitKey { return [first.attribute] }
      return nil
    }
  }

  /// The columns of the parent that some declaration of the key names.
  private func referencedNames(_ group: KeyGroup, _ requests: [KeyRequest]) -> [Located<String>]? {
    group.requests.lazy.compactMap { requests[$0].referenced }.first
  }

  private mutating func nameColumns(of group: inout KeyGroup, _ requests: [KeyRequest], _ drafts: [AssociationDraft]) {
    let first = requests[group.requests[0]]
    let parent = graph[first.parent].name
    guard !group.referenced.isEmpty else {
      if brokenKeys.contains(first.parent) { return }
      diagnostics.error(
        GraphRule.noReferencedKey, at: drafts[first.draft].name.range,
        "Association '\(drafts[first.draft].name.value)' references model '\(parent)', which has no primary key",
        explanation: first.part == .belongsTo
          ? "Give '\(parent)' a primary key, or name a unique column with targetKey."
          : "Give '\(parent)' a primary key, or name a unique column with sourceKey.")
      return
    }
    checkAgreement(
      group, requests, of: "columns it references", { $0.referenced?.map(\.value) }, { $0.referenced?.first?.range })
    checkAgreement(group, requests, of: "columns", { $0.key?.columns?.map(\.value) }, { $0.key?.range })
    if let said = group.requests.lazy.compactMap({ requests[$0].key }).first(where: { $0.columns != nil }),
      let columns = said.columns
    {
      group.columns = columns.map(\.value)
      guard group.columns.count == group.referenced.count else {
        diagnostics.error(
          GraphRule.keyWidth, at: said.range,
          "The foreign key has \(counted(group.columns.count)), the key of '\(parent)' that it references has "
            + "\(counted(group.referenced.count))",
          explanation: "Name one column for each of: \(group.referenced.joined(separator: ", ")).")
        group.columns = []
        return
      }
      return
    }
    group.columns = defaultNames(of: group, requests, drafts)
  }

  private func counted(_ number: Int) -> String { number == 1 ? "1 column" : "\(number) columns" }

  /// The language's table of names. A belongsTo names the key after itself, every other association after its source.
  private func defaultNames(of group: KeyGroup, _ requests: [KeyRequest], _ drafts: [AssociationDraft]) -> [String] {
    let style = document.naming.keys
    let members = group.requests.map { requests[$0] }
    let parent = graph[members[0].parent].name
    let keys: [String]
    // A column that targetKey or sourceKey names has no part in the name, as in Sequelize; but for a belongsToMany.
    if !members.contains(where: \.isOfJunction), let primary = declaredKeyNames(of: members[0].parent),
      primary.count == group.referenced.count
    {
      keys = primary
    } else {
      keys = group.referenced
    }
    if let own = members.first(where: { $0.part == .belongsTo }) {
      var name = drafts[own.draft].name.value
      var named = keys
      if let polymorphic = drafts[own.draft].polymorphic.map({ polymorphicDrafts[$0] }) {
        if polymorphic.isArc {
          name += "_" + SQLNames.associationName(forModel: parent, toMany: false)
        } else if keys.count == 1 {
          // The keys of several models may have several names.
          named = ["id"]
        }
      }
      return named.map { fitting(SQLNames.keyName(association: name, targetKey: $0, style: style)) }
    }
    let toSelf = members.first { $0.part == .junctionToTarget && drafts[$0.draft].source == drafts[$0.draft].target }
    if let toSelf {
      let name = SQLNames.singular(ofAssociation: drafts[toSelf.draft].name.value)
      return keys.map { fitting(SQLNames.keyName(association: name, targetKey: $0, style: style)) }
    }
    return keys.map { fitting(SQLNames.sourceModelKeyName(model: parent, key: $0, style: style)) }
  }

  private func fitting(_ name: String) -> String { ShortenedName.fitting(name) }

  /// Reports that two requests for one key say different things.
  mutating func checkAgreement<Fact: Equatable>(
    _ group: KeyGroup, _ requests: [KeyRequest], of what: String, _ fact: (KeyRequest) -> Fact?,
    _ place: (KeyRequest) -> SourceRange?
  ) {
    var first: (fact: Fact, place: SourceRange)?
    for request in group.requests.map({ requests[$0] }) {
      guard let said = fact(request), let range = place(request) else { continue }
      guard let known = first else {
        first = (said, range)
        continue
      }
      if known.fact != said {
        diagnostics.error(
          GraphRule.disagreement, at: max(range, known.place), "The two ends of this key disagree on the \(what)",
          explanation: "Say it at one end alone, or the same at both.",
          notes: [Diagnostic.Note("The other end says it here", at: min(range, known.place))])
        return
      }
    }
  }

  /// Puts keys together that have come to the same columns between the same models.
  func mergeKeysOfOneName(_ groups: inout [KeyGroup], _ requests: [KeyRequest]) {
    struct Name: Hashable {
      let child: ID<Model>
      let parent: ID<Model>
      let columns: [String]
    }
    var firsts: [Name: Int] = [:]
    var merged: [KeyGroup] = []
    for group in groups {
      guard !group.columns.isEmpty else { continue }
      let request = requests[group.requests[0]]
      let name = Name(child: request.child, parent: request.parent, columns: group.columns)
      if let first = firsts[name] {
        merged[first].requests = (merged[first].requests + group.requests).sorted()
      } else {
        firsts[name] = merged.count
        merged.append(group)
      }
    }
    groups = merged.sorted { $0.requests[0] < $1.requests[0] }
  }
}

extension KeyRequest {
  var isOfJunction: Bool { part == .junctionToSource || part == .junctionToTarget }
}
