import SchemaLanguage

/// What a query means, by going over the rows in memory. It knows nothing of SQL.
struct Interpreter {
  let world: RandomWorld
  let query: RandomQuery
  let conditions: ConditionInterpreter

  init(_ world: RandomWorld, _ query: RandomQuery) {
    self.world = world
    self.query = query
    conditions = ConditionInterpreter(world: world, parameters: query.parameters)
  }

  /// A row of a nested result.
  struct Element {
    var row: Record
    var junction: Record?
    var children: [Child] = []

    /// The rows of a way.
    func elements(_ way: String) -> [Element] { children.first { $0.way.name == way }?.elements ?? [] }
  }

  /// The rows that one way of an include finds.
  struct Child {
    var include: RandomInclude
    var way: RandomAssociation
    var elements: [Element]
  }

  /// The text that the program of the generated Swift writes for the result.
  var text: String {
    let lines = query.grouping.map(groupLines) ?? (query.isDistinct ? distinctLines : rowLines)
    let grouping = query.grouping
    let standard: ResultCount =
      grouping.map { !$0.columns.isEmpty ? .many : $0.condition == nil ? .one : .optional } ?? .many
    switch (query.result ?? standard, lines.count) {
    case (.many, _): return lines.map { $0 + "\n" }.joined()
    case (_, 1): return lines[0] + "\n"
    case (.optional, 0): return "null\n"
    case (_, let count): return "ResultCountError(count: \(count))\n"
    }
  }

  /// `elements` without those before the offset and behind the limit.
  func limited<Value>(_ elements: [Value]) -> [Value] {
    let rest = elements.dropFirst(query.offset.map(query.number) ?? 0)
    return Array(rest.prefix(query.limit.map(query.number) ?? rest.count))
  }

  // MARK: Paths and orders

  /// What a path leads to from a row, where the ways of includes have found `others`.
  func value(_ path: RandomPath, _ row: Record, _ others: [String: Element]) -> Cell? {
    guard let first = path.associations.first else { return row[path.column] }
    var element = others[first]
    for name in path.associations.dropFirst() { element = element?.elements(name).first }
    return element?.row[path.column]
  }

  /// The column at the end of a path.
  func column(_ path: RandomPath, from model: Int) -> RandomColumn {
    var model = model
    for name in path.associations { model = world.ways(name, of: model).first?.target ?? model }
    return world.models[model].column(path.column)
  }

  /// Whether the left values stand before the right ones. NULL is the lowest value; some values descend.
  func precedes(_ left: [Cell?], _ right: [Cell?], _ isDescending: [Bool]) -> Bool {
    for (position, pair) in zip(left, right).enumerated() where pair.0 != pair.1 {
      let isLower =
        switch pair {
        case (nil, _): true
        case (_, nil): false
        case (let left?, let right?): left < right
        }
      return isLower != (position < isDescending.count && isDescending[position])
    }
    return false
  }

  /// `elements` in the order of `terms` and, where these do not decide, of `completion`, which ascends.
  func sorted<Value>(
    _ elements: [Value], _ terms: [RandomOrder], from model: Int, completion: (Value) -> [Cell?],
    value: (Value, RandomPath) -> Cell?
  ) -> [Value] {
    let keyed = elements.enumerated().map { position, element in
      let own = terms.map { column($0.path, from: model).type.rank(value(element, $0.path)) }
      return (keys: own + completion(element) + [.number(position)], element: element)
    }
    return keyed.sorted { precedes($0.keys, $1.keys, terms.map(\.isDescending)) }.map(\.element)
  }

  private func key(of row: Record, _ model: Int) -> [Cell?] { world.models[model].key.map { row[$0] } }

  // MARK: Includes

  /// What is included to a row of `model`; `nil` where something is missing that must be there, whatever a limit leaves of it.
  func children(_ includes: [RandomInclude], of row: Record, _ model: Int, withDeleted: Bool) -> [Child]? {
    var children: [Child] = []
    for include in includes {
      let found = world.ways(include.name, of: model).map { way in
        Child(include: include, way: way, elements: elements(include, way, of: row, withDeleted: withDeleted))
      }
      if include.isRequired, found.allSatisfy(\.elements.isEmpty) { return nil }
      children += found.map { child in
        var child = child
        let most = child.way.isMany ? include.limit.map(query.number) ?? child.elements.count : 1
        child.elements = Array(child.elements.prefix(most))
        return child
      }
    }
    return children
  }

  private func elements(
    _ include: RandomInclude, _ way: RandomAssociation, of row: Record, withDeleted: Bool
  ) -> [Element] {
    let withDeleted = include.withDeleted ?? withDeleted
    var elements: [Element] = []
    for rows in conditions.follow(way, from: row, withDeleted: withDeleted) {
      guard let target = rows.last else { continue }
      // A chain may come to a row several times.
      if elements.contains(where: { key(of: $0.row, way.target) == key(of: target, way.target) }) { continue }
      if let condition = include.condition,
        conditions.holds(condition, way.target, target, withDeleted: withDeleted, { target[$0.column] }) != true
      {
        continue
      }
      if let condition = include.throughCondition, let junction = way.junction,
        conditions.holds(condition, junction, rows[0], withDeleted: withDeleted, { rows[0][$0.column] }) != true
      {
        continue
      }
      guard let children = children(include.includes, of: target, way.target, withDeleted: withDeleted) else {
        continue
      }
      elements.append(Element(row: target, junction: way.junction == nil ? nil : rows[0], children: children))
    }
    return sorted(elements, include.order, from: way.target) {
      key(of: $0.row, way.target)
    } value: {
      value($1, $0.row, firsts($0.children))
    }
  }

  /// The rows of ways to one row, by the ways' names.
  private func firsts(_ children: [Child]) -> [String: Element] {
    Dictionary(children.filter(\.way.isToOne).compactMap { child in child.elements.first.map { (child.way.name, $0) } })
    {
      first, _ in first
    }
  }

  // MARK: Rows

  /// The rows of `from` that meet the condition, with what is included to them.
  ///
  /// Where a path goes over a to-many include, the condition is about each of its rows; those remain for which it holds.
  private var roots: [Element] {
    var roots: [Element] = []
    for row in world.models[query.model].rows where query.withDeleted || row["deletedAt"] == nil {
      guard var children = children(query.includes, of: row, query.model, withDeleted: query.withDeleted) else {
        continue
      }
      let many = children.firstIndex(where: \.include.isJoined)
      func meets(_ element: Element?) -> Bool {
        guard let condition = query.condition else { return true }
        var others = firsts(children)
        if let many, let element { others[children[many].way.name] = element }
        return conditions.holds(condition, query.model, row, withDeleted: query.withDeleted) {
          value($0, row, others)
        } == true
      }
      if let many, !children[many].elements.isEmpty {
        let remaining = children[many].elements.filter(meets)
        guard !remaining.isEmpty else { continue }
        let name = children[many].way.name
        let terms = query.order.filter { $0.path.associations.first == name }
        children[many].elements = sorted(remaining, terms, from: query.model) { _ in
          []
        } value: {
          value($1, $0.row, [name: $0])
        }
      } else {
        guard meets(nil) else { continue }
      }
      roots.append(Element(row: row, children: children))
    }
    return roots
  }

  private var rowLines: [String] {
    func inOrder(_ roots: [Element], _ terms: [RandomOrder]) -> [Element] {
      sorted(roots, terms, from: query.model) {
        key(of: $0.row, query.model)
      } value: { root, path in
        var others = firsts(root.children)
        for child in root.children where child.include.isJoined { others[child.way.name] = child.elements.first }
        return value(path, root.row, others)
      }
    }
    // An order by the rows of a to-many include has no part in choosing the rows of `from`.
    let joined = query.includes.filter(\.isJoined).map(\.name)
    let choosing = query.order.filter { $0.path.associations.first.map { !joined.contains($0) } ?? true }
    let isFolded = query.includes.contains { leadsToMany($0, from: query.model) }
    return inOrder(limited(inOrder(roots, choosing)), query.order).map { root in
      "{\((properties(query.selection, root.row, query.model, isFolded: isFolded) + texts(of: root.children)).joined(separator: ", "))}"
    }
  }

  private func leadsToMany(_ include: RandomInclude, from model: Int) -> Bool {
    world.ways(include.name, of: model).contains { way in
      way.isMany || include.includes.contains { leadsToMany($0, from: way.target) }
    }
  }

  // MARK: Text

  /// The columns that are returned; of rows that are folded the key is one of them.
  func returned(_ selection: RandomSelection, of model: Int, isFolded: Bool) -> [RandomColumn] {
    let all = world.models[model].allColumns
    let chosen =
      switch selection {
      case .all: all
      case .only(let names): names.map { world.models[model].column($0) }
      case .except(let names): all.filter { !names.contains($0.name) }
      }
    guard isFolded else { return chosen }
    return world.models[model].key.filter { part in !chosen.contains { $0.name == part } }
      .map { world.models[model].column($0) } + chosen
  }

  private func properties(_ selection: RandomSelection, _ row: Record, _ model: Int, isFolded: Bool) -> [String] {
    returned(selection, of: model, isFolded: isFolded).map { column in
      "\(Self.property(column.name)): \(row[column.name].map(column.type.outline) ?? "null")"
    }
  }

  func texts(of children: [Child]) -> [String] {
    children.map { child in
      let texts = child.elements.map { text(of: $0, child) }
      return "\(Self.property(child.way.name)): "
        + (child.way.isMany ? "[\(texts.joined(separator: ", "))]" : texts.first ?? "null")
    }
  }

  private func text(of element: Element, _ child: Child) -> String {
    let include = child.include
    let isFolded = !child.way.isCertain || include.includes.contains { leadsToMany($0, from: child.way.target) }
    var parts = properties(include.selection, element.row, child.way.target, isFolded: isFolded)
    if let junction = element.junction, let model = child.way.junction {
      var isReturned = true
      if case .only(let names) = include.throughSelection { isReturned = !names.isEmpty }
      if isReturned {
        let own = properties(include.throughSelection, junction, model, isFolded: true)
        let name = world.models[model].name
        parts.append("\(name.prefix(1).lowercased() + name.dropFirst()): {\(own.joined(separator: ", "))}")
      }
    }
    return "{\((parts + texts(of: element.children)).joined(separator: ", "))}"
  }

  /// The name of a Swift property: `subject.Ant` is `subjectAnt`, `ref1Id` is `ref1ID`.
  static func property(_ name: String) -> String {
    let joined = name.split(separator: ".").joined()
    return joined.hasSuffix("Id") ? joined.dropLast(2) + "ID" : joined
  }

  // MARK: Distinct rows

  private var distinctLines: [String] {
    let key = world.models[query.model].key
    let own = returned(query.selection, of: query.model, isFolded: false)
    let hasKey = key.allSatisfy { part in own.contains { $0.name == part } }
    let rows = roots.map { root in
      (
        root: root,
        text:
          "{\((properties(query.selection, root.row, query.model, isFolded: false) + texts(of: root.children)).joined(separator: ", "))}"
      )
    }
    let different = Dictionary(rows.map { ($0.text, $0) }) { first, _ in first }.values
    let sorted = sorted(Array(different), query.order, from: query.model) { row in
      if hasKey { return key.map { row.root.row[$0] } }
      return own.map { $0.type.rank(row.root.row[$0.name]) }
        + row.root.children.flatMap { child in
          returned(child.include.selection, of: child.way.target, isFolded: !child.way.isCertain).map {
            $0.type.rank(child.elements.first?.row[$0.name])
          }
        }
    } value: {
      value($1, $0.root.row, firsts($0.root.children))
    }
    return limited(sorted).map(\.text)
  }
}
