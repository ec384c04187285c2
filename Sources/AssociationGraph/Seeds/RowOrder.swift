import Diagnostics

/// That a row must be there before another.
struct RowNeed {
  /// The row that is named.
  let parent: Int
  /// The key that names it.
  let edge: ID<Edge>
}

/// The rows in the order of their insertion, and the keys that are set afterwards.
struct RowOrder {
  var rows: [Int] = []
  /// Keys that name a later row: NULL at first, set when all rows are there.
  var deferred: [(row: Int, edge: ID<Edge>)] = []
}

extension GraphResolver {
  /// Finds the parent row of every foreign key; `nil` with diagnostics if one does not exist.
  mutating func findParents(_ draft: SeedDraft, _ index: inout RowIndex) -> [[RowNeed]]? {
    var needs: [[RowNeed]] = Array(repeating: [], count: draft.rows.count)
    // Keys may have been copied since the index was made.
    index = RowIndex()
    var isOpen: [ID<Edge>: Bool] = [:]
    for (position, row) in draft.rows.enumerated() {
      for id in graph[row.model].foreignKeys where graph[id].constraint != nil {
        let edge = graph[id]
        let key = edge.childColumns.map { row.values[$0] ?? .null }
        guard key.allSatisfy(\.isKnown) else { continue }
        let parents = index.rows(of: graph[edge.parent], edge.parent, with: key, in: edge.parentColumns, draft)
        if let parent = parents.first {
          needs[position].append(RowNeed(parent: parent, edge: id))
          continue
        }
        // A parent may be there all the same: with a key that the server computes, or that its collation holds equal.
        if zip(key, edge.parentColumns).contains(where: { $0.isUndecided(in: graph[edge.parent].columns[$1]) }) {
          continue
        }
        let hasOpenParent = isOpen[id] ?? hasParentOfUnknownKey(edge, draft)
        isOpen[id] = hasOpenParent
        if !hasOpenParent {
          let columns = edge.childColumns.map { graph[row.model].columns[$0].attribute }.joined(separator: ", ")
          diagnostics.error(
            SeedRule.noParent, at: row.places[edge.childColumns[0]] ?? row.place,
            "No row of '\(graph[edge.parent].name)' has the key that \(columns) names",
            explanation: "Name a row that the seeds hold, or add it.")
        }
      }
    }
    return diagnostics.hasErrors ? nil : needs
  }

  /// Whether some row of the parent has a key that only the server knows.
  private func hasParentOfUnknownKey(_ edge: Edge, _ draft: SeedDraft) -> Bool {
    draft.rowsOf[edge.parent.index].contains { row in
      edge.parentColumns.contains { column in
        switch draft.rows[row].values[column] {
        case .expression?, .serverDefault?: true
        case nil: graph[edge.parent].columns[column].isFilledByServer
        default: false
        }
      }
    }
  }

  /// Orders rows so that parents come first: by table in the order of creation, then as written.
  ///
  /// Tarjan's algorithm finds the circles ("Depth-First Search and Linear Graph Algorithms", 1972) and yields what is
  /// needed before what needs it. Inside a circle the required keys decide; the others are set afterwards.
  mutating func orderRows(_ draft: SeedDraft, _ needs: [[RowNeed]]) -> RowOrder? {
    var order = RowOrder()
    var numbers = Array(repeating: -1, count: draft.rows.count)
    var lowest = Array(repeating: 0, count: draft.rows.count)
    var isOnStack = Array(repeating: false, count: draft.rows.count)
    var stack: [Int] = []
    var counter = 0
    func enter(_ row: Int, _ path: inout [(row: Int, next: Int)]) {
      numbers[row] = counter
      lowest[row] = counter
      counter += 1
      stack.append(row)
      isOnStack[row] = true
      path.append((row, 0))
    }
    for model in graph.creation.order {
      for start in draft.rowsOf[model.index] where numbers[start] < 0 {
        var path: [(row: Int, next: Int)] = []
        enter(start, &path)
        while let (row, next) = path.last {
          if next < needs[row].count {
            path[path.count - 1].next += 1
            let parent = needs[row][next].parent
            if numbers[parent] < 0 {
              enter(parent, &path)
            } else if isOnStack[parent] {
              lowest[row] = min(lowest[row], numbers[parent])
            }
            continue
          }
          path.removeLast()
          if let above = path.last { lowest[above.row] = min(lowest[above.row], lowest[row]) }
          guard lowest[row] == numbers[row] else { continue }
          var circle: [Int] = []
          repeat {
            let member = stack.removeLast()
            isOnStack[member] = false
            circle.append(member)
          } while circle.last != row
          if circle.count == 1 {
            order.rows.append(row)
          } else {
            orderCircle(circle.sorted(), draft, needs, &order)
          }
        }
      }
    }
    guard !diagnostics.hasErrors else { return nil }
    var positions = Array(repeating: 0, count: draft.rows.count)
    for (position, row) in order.rows.enumerated() { positions[row] = position }
    for row in order.rows {
      for need in needs[row] where positions[need.parent] > positions[row] { order.deferred.append((row, need.edge)) }
    }
    return order
  }

  /// Orders the rows of a circle by their required keys alone.
  private mutating func orderCircle(_ circle: [Int], _ draft: SeedDraft, _ needs: [[RowNeed]], _ order: inout RowOrder)
  {
    let members = Set(circle)
    var isOpen: [Int: Bool] = [:]
    for start in circle where isOpen[start] == nil {
      var path: [(row: Int, next: Int)] = [(start, 0)]
      isOpen[start] = true
      while let (row, next) = path.last {
        guard next < needs[row].count else {
          isOpen[row] = false
          order.rows.append(row)
          path.removeLast()
          continue
        }
        path[path.count - 1].next += 1
        let need = needs[row][next]
        guard members.contains(need.parent), mustBeSet(need.edge), need.parent != row else { continue }
        if isOpen[need.parent] == true {
          reportCircle(path.map(\.row), from: need.parent, draft)
          return
        }
        if isOpen[need.parent] == nil {
          isOpen[need.parent] = true
          path.append((need.parent, 0))
        }
      }
    }
  }

  /// Whether a row cannot be inserted without the key.
  private func mustBeSet(_ edge: ID<Edge>) -> Bool { graph[edge].isRequired || requiredArcs.contains(edge) }

  private mutating func reportCircle(_ path: [Int], from first: Int, _ draft: SeedDraft) {
    let circle = Array(path.drop { $0 != first })
    let names = (circle + [first]).prefix(8).map { row in
      graph[draft.rows[row].model].name + (draft.rows[row].label.map { " '\($0.value)'" } ?? "")
    }
    diagnostics.error(
      SeedRule.circle, at: draft.rows[first].place,
      "Rows need one another in a circle of required keys: \(names.joined(separator: " → "))",
      explanation: "No order of INSERTs satisfies them; make one of the keys nullable with '?'.",
      notes: circle.dropFirst().prefix(7).map {
        Diagnostic.Note("This row is part of the circle", at: draft.rows[$0].place)
      })
  }

  // MARK: Statements

  /// The statements that insert the rows in their order and set the deferred keys.
  mutating func statements(for draft: SeedDraft, _ order: RowOrder) -> SeedPlan {
    var values = draft.rows.map(\.values)
    var updates: [SeedStatement] = []
    var next = order.deferred[...]
    while let (row, id) = next.first {
      // The deferred keys of a row stand one behind the other: one UPDATE sets them all.
      let own = next.prefix { $0.row == row }
      next = next.dropFirst(own.count)
      let edge = graph[id]
      let model = graph[edge.child]
      var assignments: [(column: Int, value: Value)] = []
      for column in own.flatMap({ graph[$0.edge].childColumns }) where model.columns[column].isNullable {
        guard !assignments.contains(where: { $0.column == column }) else { continue }
        if let value = values[row][column] { assignments.append((column, value)) }
        values[row][column] = .null
      }
      guard let key = findingKey(of: model, values[row], except: Set(assignments.map(\.column))) else {
        diagnostics.error(
          SeedRule.circle, at: draft.rows[row].place,
          "A row in a circle is updated afterwards, and '\(model.name)' has no unique key to find it by",
          explanation: "Give '\(model.name)' a primary key.")
        continue
      }
      updates.append(.update(RowUpdate(model: edge.child, assignments: assignments, key: key)))
    }
    var plan = SeedPlan()
    var start = 0
    while start < order.rows.count {
      let model = draft.rows[order.rows[start]].model
      var end = start
      while end < order.rows.count, draft.rows[order.rows[end]].model == model { end += 1 }
      plan.statements.append(.insert(rowSet(of: model, order.rows[start..<end].map { values[$0] })))
      start = end
    }
    plan.statements += updates
    return plan
  }

  /// A primary or unique key by which an inserted row can be found: known, of exact types, and none that is about to be set.
  private func findingKey(
    of model: Model, _ values: [Value?], except assigned: Set<Int>
  ) -> [(column: Int, value: Value)]? {
    let keys = [model.primaryKeyColumns] + model.indexes.filter(\.isUnique).compactMap(\.wholeColumns)
    for key in keys where !key.isEmpty {
      let known = key.compactMap { values[$0] }
      let isExact = key.allSatisfy { !assigned.contains($0) && !model.columns[$0].type.isApproximate }
      if isExact, known.count == key.count, known.allSatisfy(\.isKnown) { return Array(zip(key, known)) }
    }
    return nil
  }

  private func rowSet(of id: ID<Model>, _ rows: [[Value?]]) -> RowSet {
    let model = graph[id]
    let columns = model.columns.indices.filter { column in rows.contains { $0[column] != nil } }
    return RowSet(
      model: id, columns: columns,
      rows: rows.map { row in
        columns.map { column in
          row[column] ?? (model.columns[column].defaultValue == nil ? .null : .serverDefault)
        }
      })
  }
}
