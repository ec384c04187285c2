internal import AssociationGraph
internal import MySQL
internal import SchemaLanguage

/// The plan of a query, in words: its statements, and in each what is joined how, under which alias, and how many rows there
/// are at most for one row of `from` (or of a batch's parent).
struct QueryExplanation {
  /// The explanation, several lines.
  let text: String

  init(_ position: Int, in graph: AssociationGraph) {
    let plan = graph.queries[position]
    var text = "\(plan.name): \(Self.sentence(plan, graph))\n"
    let statements = MySQLEmitter(graph: graph).statements(position)
    for (number, (level, statement)) in zip(plan.levels, statements).enumerated() {
      text += "\n"
      if statements.count > 1 {
        let path = plan.path(of: level.root, in: graph)
        text += level.root == 0 ? "Statement 1\n" : "Statement \(number + 1), \(path): for the keys of all parents\n"
      }
      text += Self.tables(of: level, plan, graph)
      text += "\n\(statement.text)\n"
    }
    self.text = text
  }

  private static func sentence(_ plan: QueryPlan, _ graph: AssociationGraph) -> String {
    QueryDescription(plan, in: graph).pieces.map { piece in
      switch piece {
      case .words(let text), .association(let text), .column(let text), .value(let text): text
      case .model: graph[plan.root.target.model].name
      case .parameter(let name): "$\(name)"
      }
    }.joined()
  }

  /// A line for each table of a level, and one that tells how many rows there are.
  private static func tables(of level: QueryLevel, _ plan: QueryPlan, _ graph: AssociationGraph) -> String {
    var lines: [(words: String, alias: String, table: String, number: String)] = []
    func add(_ words: String, _ hop: Hop, _ number: String) {
      lines.append((words, hop.alias, graph[hop.model].table, number))
    }
    if let parent = plan.sources[level.root].parent {
      add("from", plan.sources[parent].target, "the parents")
    } else {
      add("from", plan.root.target, plan.limitsBeforeJoining(in: graph) ? "limited before anything is joined" : "")
    }
    for position in level.sources where position != 0 {
      let source = plan.sources[position]
      for (number, hop) in source.hops.enumerated() {
        let isInner = source.isRequired || position == level.root || number > 0
        let mayRepeat = hop.step.map { $0.direction == .toChild && !graph[$0.edge].isUnique } ?? false
        add(isInner ? "inner join" : "left join", hop, mayRepeat ? "any number of rows" : "at most one row")
      }
    }
    func column(_ texts: [String]) -> [String] {
      let width = texts.map(\.count).max() ?? 0
      return texts.map { $0 + String(repeating: " ", count: width - $0.count) }
    }
    let words = column(lines.map(\.words))
    let aliases = column(lines.map(\.alias))
    let tables = column(lines.map(\.table))
    var text = ""
    for position in lines.indices {
      let number = lines[position].number
      text += "  \(words[position])  \(aliases[position])  "
      text += number.isEmpty ? lines[position].table : "\(tables[position])  \(number)"
      text += "\n"
    }
    return text + "\n" + rows(of: level, plan, graph) + "\n"
  }

  /// How many rows a row of the level's first table makes.
  private static func rows(of level: QueryLevel, _ plan: QueryPlan, _ graph: AssociationGraph) -> String {
    if let grouping = plan.grouping {
      return grouping.columns.isEmpty ? "One row." : "One row for each group."
    }
    let first = level.root == 0 ? plan.root : plan.sources[plan.sources[level.root].parent ?? 0]
    let name = "one row of \(graph[first.target.model].table)"
    // What repeats rows does so for each row of what it hangs below; branches side by side multiply each other.
    func count(_ position: Int) -> [String] {
      let own = plan.mayMultiply(position, in: graph) ? [plan.path(of: position, in: graph)] : []
      return own + plan.joined(to: position).flatMap(count)
    }
    let repeating = level.root == 0 ? plan.joined(to: 0).flatMap(count) : count(level.root)
    let product = repeating.joined(separator: " × ")
    switch (repeating.isEmpty, plan.sources[level.root].limit) {
    case (true, _): return "At most one row for \(name)."
    case (false, .number(let number)?): return "At most \(number) \(product) for \(name)."
    case (false, .parameter(let position)?):
      return "At most $\(plan.parameters[position].name) \(product) for \(name)."
    case (false, nil): return "For \(name) at most as many rows as there are \(product)."
    }
  }
}
