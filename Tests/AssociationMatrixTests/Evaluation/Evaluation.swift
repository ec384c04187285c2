/// What a query means, by going over the rows in memory.
struct Evaluation {
  let world: World

  /// The rows that `way` finds for `row`: for each, the rows of all tables on the way.
  private func follow(_ way: Way, from row: MemoryRow) -> [[MemoryRow]] {
    var found: [[MemoryRow]] = [[row]]
    for stage in way.stages {
      var further: [[MemoryRow]] = []
      for path in found {
        for candidate in world.tables[stage.model]?.rows ?? [] {
          let isLinked = zip(stage.here, stage.there).allSatisfy { here, there in
            guard let value = path.last?[here] else { return false }
            return value == candidate[there]
          }
          let isMeant =
            stage.fixed.allSatisfy { candidate[$0.key] == $0.value }
            && stage.fixedBefore.allSatisfy { path.last?[$0.key] == $0.value }
          if isLinked, isMeant { further.append(path + [candidate]) }
        }
      }
      found = further
    }
    return found.map { Array($0.dropFirst()) }
  }

  // MARK: Joined rows

  /// The rows of the joined result, each by the names of its columns, without those that are NULL.
  func joinedRows(of query: MatrixQuery) -> [MemoryRow] {
    chosenRoots(of: query).flatMap { root in
      combinations(of: query.includes, for: root, path: "").map { columns in
        columns.merging(named(root, of: world.root, path: "")) { old, _ in old }
      }
    }
  }

  /// The rows of the root that stay: those that have what they must, as many as the limit lets through.
  private func chosenRoots(of query: MatrixQuery) -> [MemoryRow] {
    guard let table = world.tables[world.root] else { return [] }
    let rows = table.rows.sorted { left, right in
      query.isReversed ? (left["name"] ?? "") > (right["name"] ?? "") : table.precedes(left, right)
    }
    let kept = rows.filter { root in
      !combinations(of: query.includes, for: root, path: "").isEmpty
    }
    guard let limit = query.limit else { return kept }
    return Array(kept.dropFirst(1).prefix(limit))
  }

  /// Every choice of one row for each include; none where one that must be there is not.
  private func combinations(of includes: [Include], for row: MemoryRow, path: String) -> [MemoryRow] {
    var combinations: [MemoryRow] = [[:]]
    for include in includes {
      let found = include.parts(world).map { matches(of: $0, for: row, path: path) }
      if include.mode.leavesOut, found.allSatisfy(\.isEmpty) { return [] }
      for choices in found where !choices.isEmpty {
        combinations = combinations.flatMap { columns in choices.map { columns.merging($0) { old, _ in old } } }
      }
    }
    return combinations
  }

  private func matches(of include: Include, for row: MemoryRow, path: String) -> [MemoryRow] {
    let way = include.way
    let own = path + way.name + "."
    return follow(way, from: row).flatMap { stages -> [MemoryRow] in
      guard let target = stages.last, include.mode.holds(for: target) else { return [] }
      var columns = named(target, of: way.target, path: own)
      if let junction = way.junction {
        columns.merge(named(stages[0], of: way.stages[0].model, path: own + junction + ".")) { old, _ in old }
      }
      return combinations(of: include.includes, for: target, path: own).map { $0.merging(columns) { old, _ in old } }
    }
  }

  private func named(_ row: MemoryRow, of model: String, path: String) -> MemoryRow {
    var columns: MemoryRow = [:]
    for column in world.tables[model]?.returned ?? [] { columns[path + column] = row[column] }
    return columns
  }

  /// The names of the columns of the joined result, sorted.
  func columns(of query: MatrixQuery) -> [String] {
    func columns(_ includes: [Include], _ path: String) -> [String] {
      includes.flatMap { $0.parts(world) }.flatMap { include in
        let own = path + include.way.name + "."
        var names = (world.tables[include.way.target]?.returned ?? []).map { own + $0 }
        if let junction = include.way.junction {
          names += (world.tables[include.way.stages[0].model]?.returned ?? []).map { own + junction + "." + $0 }
        }
        return names + columns(include.includes, own)
      }
    }
    return ((world.tables[world.root]?.returned ?? []) + columns(query.includes, "")).sorted()
  }

  // MARK: Nested values

  /// The nested result, a line for each row of the root, as the test program writes it.
  func nestedLines(of query: MatrixQuery) -> [String] {
    chosenRoots(of: query).map { root in
      let properties = properties(of: root, model: world.root) + (children(query.includes, of: root) ?? [])
      return "{\(properties.joined(separator: ", "))}"
    }
  }

  /// The properties for what is included; `nil` where something is missing that must be there.
  private func children(_ includes: [Include], of row: MemoryRow) -> [String]? {
    var properties: [String] = []
    for include in includes {
      let parts = include.parts(world).map { (way: $0.way, elements: elements(of: $0, for: row)) }
      if include.mode.leavesOut, parts.allSatisfy(\.elements.isEmpty) { return nil }
      properties += parts.map { way, elements in
        let text = way.isMany ? "[\(elements.joined(separator: ", "))]" : elements.first ?? "null"
        return "\(way.property): \(text)"
      }
    }
    return properties
  }

  private func elements(of include: Include, for row: MemoryRow) -> [String] {
    let way = include.way
    guard let table = world.tables[way.target] else { return [] }
    var paths = follow(way, from: row).filter { $0.last.map(include.mode.holds) ?? false }
    paths.sort { left, right in
      guard let first = left.last, let second = right.last else { return false }
      if table.precedes(first, second) || table.precedes(second, first) { return table.precedes(first, second) }
      return world.tables[way.stages[0].model]?.precedes(left[0], right[0]) ?? false
    }
    var elements: [String] = []
    var met: Set<[String?]> = []
    for path in paths {
      guard let target = path.last, let below = children(include.includes, of: target) else { continue }
      if way.isChain, !met.insert(table.key.map { target[$0] }).inserted { continue }
      var properties = properties(of: target, model: way.target)
      if let junction = way.junction {
        properties.append(
          "\(junction): {\(self.properties(of: path[0], model: way.stages[0].model).joined(separator: ", "))}")
      }
      elements.append("{\((properties + below).joined(separator: ", "))}")
    }
    return elements
  }

  private func properties(of row: MemoryRow, model: String) -> [String] {
    (world.tables[model]?.returned ?? []).map { column in
      let value = row[column].map { Int($0) == nil ? "\"\($0)\"" : $0 } ?? "null"
      // Swift writes an initialism in one case.
      return (column.hasSuffix("Id") ? column.dropLast(2) + "ID" : column) + ": " + value
    }
  }
}
