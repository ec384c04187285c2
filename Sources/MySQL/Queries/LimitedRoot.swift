internal import AssociationGraph

extension QueryWriter {
  /// The rows of `from`, limited before a to-many include multiplies them: a derived table under the root's alias.
  ///
  /// It chooses the rows that the joins and conditions outside would keep, in the order of the result as far as the order
  /// looks at `from` and its to-one includes.
  mutating func limitedRoot() {
    let root = plan.root.target
    sql.write("(\n  SELECT ")
    rootColumns(root)
    sql.write("\n  FROM ")
    table(root)
    filters()
    var isFirst = true
    for term in plan.order {
      guard let column = term.term.column, choosesRows(column.source) else { continue }
      sql.write(isFirst ? "\n  ORDER BY " : ", ")
      isFirst = false
      orderColumn(column)
      if term.isDescending { sql.write(" DESC") }
    }
    limit(indentation: 2)
    sql.write("\n) AS ")
    sql.name(root.alias)
  }

  /// All columns; by name where `*` would leave one out.
  private mutating func rootColumns(_ root: Hop) {
    guard graph[root.model].columns.contains(where: \.isInvisible) else {
      sql.name(root.alias)
      sql.write(".*")
      return
    }
    for column in graph[root.model].columns.indices {
      if column > 0 { sql.write(", ") }
      self.column(ColumnTerm(source: 0, hop: 0, column: column))
    }
  }

  // MARK: Filters

  /// The conditions on `from`, and that there is what the required includes and the conditions on includes ask for.
  private mutating func filters() {
    let conjuncts = plan.condition?.conjuncts ?? []
    var isFirst = true
    func begin() {
      newLine(isFirst ? 2 : 4)
      sql.write(isFirst ? "WHERE " : "AND ")
      isFirst = false
    }
    for conjunct in conjuncts where joinedSources(of: conjunct).isSubset(of: [0]) && !conjunct.isAlwaysTrue {
      begin()
      condition(conjunct, isPart: true)
    }
    let others = conjuncts.filter { !joinedSources(of: $0).isSubset(of: [0]) }
    let asked = others.reduce(into: Set<Int>()) { $0.formUnion(joinedSources(of: $1)) }
    let required = plan.joined(to: 0).filter { plan.sources[$0].isRequired }
    // What a condition on includes looks at must be there in one row of the join; other required includes stand alone.
    let together = plan.joined(to: 0).filter { branch in asked.contains { isBelow($0, branch) } }
    if !together.isEmpty {
      begin()
      exists(together + required.filter { !together.contains($0) }, asked: asked, conditions: others)
    } else {
      for branch in required {
        begin()
        exists([branch], asked: [], conditions: [])
      }
    }
  }

  private func isBelow(_ source: Int, _ ancestor: Int) -> Bool {
    var current: Int? = source
    while let position = current {
      if position == ancestor { return true }
      current = plan.sources[position].parent
    }
    return false
  }

  private mutating func exists(_ branches: [Int], asked: Set<Int>, conditions: [Condition]) {
    sql.write("EXISTS (\n      SELECT 1\n      FROM ")
    var conditions = conditions
    // A required branch leads, so that its link to `from` can stand in WHERE.
    let ordered = branches.filter { plan.sources[$0].isRequired } + branches.filter { !plan.sources[$0].isRequired }
    var links: [Int] = []
    for (index, branch) in ordered.enumerated() {
      if index == 0, plan.sources[branch].isRequired {
        table(plan.sources[branch].hops[0])
        links.append(branch)
        restOfBranch(branch, asked: asked, conditions: &conditions)
      } else {
        if index == 0 { sql.write("(SELECT 1) AS `$one`") }
        newLine(6)
        sql.write(plan.sources[branch].isRequired ? "INNER JOIN " : "LEFT OUTER JOIN ")
        existsJoin(branch, asked: asked)
      }
    }
    var isFirst = true
    for branch in links {
      newLine(6)
      sql.write("WHERE ")
      isFirst = false
      link(branch, hop: 0)
    }
    for part in conditions where !part.isAlwaysTrue {
      newLine(isFirst ? 6 : 8)
      sql.write(isFirst ? "WHERE " : "AND ")
      isFirst = false
      condition(part, isPart: true)
    }
    sql.write("\n    )")
  }

  /// The tables behind the first one of a leading branch.
  private mutating func restOfBranch(_ branch: Int, asked: Set<Int>, conditions: inout [Condition]) {
    let source = plan.sources[branch]
    for hop in source.hops.indices.dropFirst() {
      newLine(6)
      sql.write("INNER JOIN ")
      table(source.hops[hop])
      sql.write(" ON ")
      link(branch, hop: hop)
    }
    if let own = source.condition { conditions.append(own) }
    existsChildren(of: branch, asked: asked)
  }

  private mutating func existsChildren(of source: Int, asked: Set<Int>) {
    for child in plan.joined(to: source)
    where plan.sources[child].isRequired || asked.contains(where: { isBelow($0, child) }) {
      newLine(6)
      sql.write(plan.sources[child].isRequired ? "INNER JOIN " : "LEFT OUTER JOIN ")
      existsJoin(child, asked: asked)
    }
  }

  private mutating func existsJoin(_ position: Int, asked: Set<Int>) {
    let source = plan.sources[position]
    let needed = plan.joined(to: position).filter { child in
      plan.sources[child].isRequired || asked.contains { isBelow($0, child) }
    }
    if source.hops.count == 1 && needed.isEmpty {
      table(source.hops[0])
    } else {
      sql.write("(")
      table(source.hops[0])
      for hop in source.hops.indices.dropFirst() {
        sql.write(" INNER JOIN ")
        table(source.hops[hop])
        sql.write(" ON ")
        link(position, hop: hop)
      }
      for child in needed {
        sql.write(plan.sources[child].isRequired ? " INNER JOIN " : " LEFT OUTER JOIN ")
        existsJoin(child, asked: asked)
      }
      sql.write(")")
    }
    sql.write(" ON ")
    link(position, hop: 0)
    if let own = source.condition, !own.isAlwaysTrue {
      sql.write(" AND ")
      isInJoin = true
      condition(own, isPart: true)
      isInJoin = false
    }
  }

  // MARK: Order

  /// Whether an order by `source` has a part in choosing rows: no to-many include lies on the way.
  private func choosesRows(_ source: Int) -> Bool {
    var current = source
    while let parent = plan.sources[current].parent {
      if plan.mayMultiply(current, in: graph) { return false }
      current = parent
    }
    return true
  }

  /// A column of `from`, or of a to-one include: then a subquery, since nothing is joined here.
  private mutating func orderColumn(_ term: ColumnTerm) {
    guard term.source != 0 else {
      column(term)
      return
    }
    var way = [term.source]
    while let parent = plan.sources[way[0]].parent, parent != 0 { way.insert(parent, at: 0) }
    sql.write("(SELECT ")
    column(term)
    sql.write(" FROM ")
    for (index, source) in way.enumerated() {
      for hop in plan.sources[source].hops.indices {
        if index > 0 || hop > 0 { sql.write(" INNER JOIN ") }
        table(plan.sources[source].hops[hop])
        guard index > 0 || hop > 0 else { continue }
        sql.write(" ON ")
        link(source, hop: hop)
      }
    }
    sql.write(" WHERE ")
    link(way[0], hop: 0)
    for source in way {
      guard let own = plan.sources[source].condition, !own.isAlwaysTrue else { continue }
      sql.write(" AND ")
      condition(own, isPart: true)
    }
    sql.write(" LIMIT 1)")
  }
}
