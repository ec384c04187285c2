import CSVSyntax
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
    for file in draft.streams { needs[file.row] = file.needs }
    var open: [OpenReference] = []
    // Keys may have been copied since the index was made.
    index = RowIndex()
    var isOpen: [ID<Edge>: Bool] = [:]
    for (position, row) in draft.rows.enumerated().dropFirst(draft.firstOwnRow) {
      for id in graph[row.model].foreignKeys where graph[id].constraint != nil {
        let edge = graph[id]
        let key = edge.childColumns.map { row.values[$0] ?? .null }
        guard key.allSatisfy(\.isKnown) else { continue }
        let parents = index.rows(of: graph[edge.parent], edge.parent, with: key, in: edge.parentColumns, draft)
        if let parent = parents.first {
          needs[position].append(RowNeed(parent: parent, edge: id))
          continue
        }
        if mayBeInFile(key, id, draft) {
          open.append(OpenReference(row: position, edge: id, key: key))
          continue
        }
        // A parent may be there all the same: with a key that its collation holds equal, or that the server computes.
        if index.hasUndecidedRow(of: graph[edge.parent], edge.parent, with: key, in: edge.parentColumns, draft) {
          warnOfUndecidedParent(id, at: row.places[edge.childColumns[0]] ?? row.place)
          continue
        }
        let hasOpenParent = isOpen[id] ?? mayHaveParent([], id, draft)
        isOpen[id] = hasOpenParent
        if !hasOpenParent { diagnostics.add(missingParent(id, at: row.places[edge.childColumns[0]] ?? row.place)) }
      }
    }
    do throws(RowFileError) {
      try findParentsInFiles(open, &needs, draft)
    } catch {
      reportUnreadable(error, at: nil)
    }
    return diagnostics.hasErrors ? nil : needs
  }

  private mutating func warnOfUndecidedParent(_ id: ID<Edge>, at place: SourceRange) {
    let edge = graph[id]
    let parent = graph[edge.parent]
    let collations = Set(edge.parentColumns.compactMap { parent.columns[$0].collation?.name }).sorted()
    let columns = edge.childColumns.map { graph[edge.child].columns[$0].attribute }.joined(separator: ", ")
    diagnostics.warning(
      SeedRule.undecidedKey, at: place,
      "A row of '\(parent.name)' may have the key that \(columns) names under \(collations.joined(separator: ", "))",
      explanation:
        "Joinery does not know all of this collation, so that the server decides. Write the key as the row has it.")
  }

  /// Whether some row of the parent has a key that only the server knows.
  func hasParentOfUnknownKey(_ edge: Edge, _ draft: SeedDraft) -> Bool {
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
      for start in draft.rowsOf[model.index] + draft.streamsOf[model.index] where numbers[start] < 0 {
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
      for need in needs[row] where positions[need.parent] > positions[row] || isOwnLookup(need, of: row, draft) {
        guard need.parent != row || !isFixed(need.edge, of: row, draft) else {
          reportCircle([row], from: row, draft)
          return nil
        }
        order.deferred.append((row, need.edge))
      }
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
        guard members.contains(need.parent), isFixed(need.edge, of: row, draft), need.parent != row else { continue }
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

  /// Whether a row has its key from the start: it is required, or the row is found by it.
  private func isFixed(_ edge: ID<Edge>, of row: Int, _ draft: SeedDraft) -> Bool {
    graph[edge].isRequired || requiredArcs.contains(edge) || draft.rows[row].stream != nil
      || draft.rows[row].upsertKey?.contains(where: graph[edge].childColumns.contains) == true
  }

  /// Whether a row names itself by a value that the server gives it.
  private func isOwnLookup(_ need: RowNeed, of row: Int, _ draft: SeedDraft) -> Bool {
    need.parent == row && graph[need.edge].parentColumns.contains { draft.rows[row].values[$0]?.isLookup == true }
  }

  private mutating func reportCircle(_ path: [Int], from first: Int, _ draft: SeedDraft) {
    let circle = Array(path.drop { $0 != first })
    let names = (circle + [first]).prefix(8).map { row in
      let file = draft.rows[row].stream.map { " of '\(draft.streams[$0].layout.file.path)'" }
      return graph[draft.rows[row].model].name + (file ?? draft.rows[row].label.map { " '\($0.value)'" } ?? "")
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
    var next = order.deferred.filter { $0.row >= draft.firstOwnRow }[...]
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
      let except = Set(assignments.map(\.column))
      guard let key = findingKey(of: model, values[row], draft.rows[row].upsertKey, except: except) else {
        diagnostics.error(
          SeedRule.circle, at: draft.rows[row].place,
          "A row in a circle is updated afterwards, and '\(model.name)' has no unique key to find it by",
          explanation: "Give '\(model.name)' a primary key.")
        continue
      }
      // The server would set these to the time of the UPDATE.
      let kept = model.columns.indices.filter { column in
        model.columns[column].isUpdatedToNow && !assignments.contains { $0.column == column }
      }
      updates.append(
        .update(RowUpdate(model: edge.child, assignments: assignments, keptColumns: kept, key: key)))
    }
    var plan = SeedPlan()
    let rows = order.rows.filter { $0 >= draft.firstOwnRow }
    for row in rows { values[row] = leavingOutLookups(of: row, values[row]) }
    var groups: [Range<Int>] = []
    var start = 0
    while start < rows.count {
      var end = start + 1
      while end < rows.count, belongsTogether(rows[start..<end], rows[end], draft, values) { end += 1 }
      groups.append(start..<end)
      start = end
    }
    let parts = inParts(of: groups.indices) { [groups, values] resolver, positions in
      positions.compactMap { resolver.statement(of: rows[groups[$0]], draft, values) }
    }
    plan.statements += parts.joined()
    plan.statements += updates
    for row in draft.rows.indices {
      guard let key = draft.rows[row].lookupKey else { continue }
      plan.keys[row] = RowKey(
        model: draft.rows[row].model, values: key.map { ($0, draft.rows[row].values[$0] ?? .null) })
    }
    return plan
  }

  /// The statement that inserts `rows`, which belong together: with their `values`, or from the file that stands in their place.
  private func statement(of rows: ArraySlice<Int>, _ draft: SeedDraft, _ values: [[Value?]]) -> SeedStatement? {
    guard let first = rows.first.map({ draft.rows[$0] }) else { return nil }
    if let file = first.stream { return draft.streams[file].stream.map { .stream($0) } }
    return .insert(
      rowSet(
        of: first.model, rows.map { values[$0] }, at: rows.map { draft.rows[$0].place }, upsertKey: first.upsertKey))
  }

  /// What the server knows of a row itself is left out when the row is inserted.
  private func leavingOutLookups(of row: Int, _ values: [Value?]) -> [Value?] {
    func isOwn(_ value: Value?) -> Bool {
      if case .lookup(let lookup)? = value { lookup.row == row } else { false }
    }
    return values.contains(where: isOwn) ? values.map { isOwn($0) ? nil : $0 } : values
  }

  /// Whether `row` goes into one INSERT with `rows`: rows of one model and, where they are upserted, of the same columns,
  /// none of which has to look for another.
  private func belongsTogether(
    _ rows: ArraySlice<Int>, _ row: Int, _ draft: SeedDraft, _ values: [[Value?]]
  ) -> Bool {
    guard let first = rows.first, draft.rows[first].model == draft.rows[row].model else { return false }
    guard draft.rows[first].stream == nil, draft.rows[row].stream == nil else { return false }
    guard draft.rows[first].upsertKey == draft.rows[row].upsertKey else { return false }
    guard draft.rows[first].upsertKey != nil else { return true }
    let model = draft.rows[row].model
    let looksInOwnTable = values[row].contains { value in
      if case .lookup(let lookup)? = value { draft.rows[lookup.row].model == model } else { false }
    }
    return !looksInOwnTable && zip(values[first], values[row]).allSatisfy { ($0 == nil) == ($1 == nil) }
  }

  /// A primary or unique key by which an inserted row can be found: known, of exact types, and none that is about to be set;
  /// of an upserted row that by which it is upserted.
  private func findingKey(
    of model: Model, _ values: [Value?], _ upsertKey: [Int]?, except assigned: Set<Int>
  ) -> [(column: Int, value: Value)]? {
    for key in upsertKey.map({ [$0] }) ?? model.uniqueKeys {
      let known = key.compactMap { values[$0] }
      let isExact = key.allSatisfy { !assigned.contains($0) && !model.columns[$0].type.isApproximate }
      if isExact, known.count == key.count, known.allSatisfy(\.isKnown) { return Array(zip(key, known)) }
    }
    return nil
  }

  private func rowSet(
    of id: ID<Model>, _ rows: [[Value?]], at places: [SourceRange], upsertKey: [Int]?
  ) -> RowSet {
    let model = graph[id]
    let columns = model.columns.indices.filter { column in rows.contains { $0[column] != nil } }
    return RowSet(
      model: id, columns: columns,
      rows: rows.map { row in
        columns.map { column in
          row[column] ?? (model.columns[column].defaultValue == nil ? .null : .serverDefault)
        }
      }, places: places, updatedColumns: upsertKey.map { updatedColumns(columns, key: $0) })
  }

  /// What an upsert sets: all that the rows say but the key; the key where they say nothing else.
  func updatedColumns(_ columns: [Int], key: [Int]) -> [Int] {
    let others = columns.filter { !key.contains($0) }
    return others.isEmpty ? key : others
  }
}
