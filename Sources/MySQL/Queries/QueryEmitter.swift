public import AssociationGraph
internal import SchemaLanguage

extension MySQLEmitter {
  /// `sql/queries/<query>.sql`: the statement of the query at `position`, with its parameters in comments.
  public func queryFile(_ position: Int) -> [UInt8] {
    let plan = graph.queries[position]
    let statement = query(position)
    var writer = SQLWriter(target: graph.target)
    writer.header(of: graph)
    writer.write("--\n-- ")
    writer.comment("\(plan.name): ")
    for piece in QueryDescription(plan, in: graph).pieces {
      switch piece {
      case .words(let text), .association(let text), .column(let text), .value(let text): writer.comment(text)
      case .model: writer.comment(graph[plan.root.target.model].name)
      case .parameter(let name): writer.comment("$\(name)")
      }
    }
    writer.write("\n")
    for line in (plan.documentation ?? "").split(separator: "\n") {
      writer.write("-- ")
      writer.comment(String(line))
      writer.write("\n")
    }
    for (number, parameter) in statement.placeholders.enumerated() {
      let parameter = plan.parameters[parameter]
      writer.write("-- \(number + 1). ")
      writer.comment("$\(parameter.name): \(parameter.isList ? "list of " : "")\(parameter.type.name)")
      writer.write("\n")
    }
    writer.write("\n")
    writer.write(statement.text)
    writer.write(";\n")
    return writer.bytes
  }

  /// The statement of the query at `position`.
  public func query(_ position: Int) -> QueryStatement {
    var writer = QueryWriter(plan: graph.queries[position], graph: graph)
    writer.statement()
    return writer.finish()
  }
}

extension MySQLEmitter {
  /// The join that includes an association, as it stands in a query of the association's source.
  public func join(of association: ID<Association>) -> String {
    var writer = QueryWriter(plan: graph.plan(joining: association), graph: graph)
    writer.sql.write("FROM ")
    writer.table(writer.plan.root.target)
    writer.joins(of: 0, indentation: 0)
    return writer.finish().text
  }
}

/// Writes one query plan as a SELECT.
struct QueryWriter {
  let plan: QueryPlan
  let graph: AssociationGraph
  var sql: SQLWriter
  /// The pieces that lists have ended so far.
  private var pieces: [QueryStatement.Piece] = []
  /// The parameter of each placeholder so far.
  var placeholders: [Int] = []

  init(plan: QueryPlan, graph: AssociationGraph) {
    self.plan = plan
    self.graph = graph
    sql = SQLWriter(target: graph.target)
  }

  mutating func statement() {
    selectList()
    sql.write("\nFROM ")
    if plan.limitsBeforeJoining(in: graph) {
      limitedRoot()
    } else {
      table(plan.root.target)
    }
    joins(of: 0, indentation: 0)
    if let condition = plan.condition, !condition.isAlwaysTrue, !isAnswered(condition) {
      sql.write("\nWHERE ")
      conjunction(condition, indentation: 2)
    }
    orderBy(plan.order)
    if !plan.limitsBeforeJoining(in: graph) { limit(indentation: 0) }
  }

  /// Whether the derived table has applied the whole condition already.
  private func isAnswered(_ condition: Condition) -> Bool {
    plan.limitsBeforeJoining(in: graph) && condition.sources == [0]
  }

  private mutating func selectList() {
    sql.write("SELECT")
    var isFirst = true
    for source in plan.sources {
      // The target's columns stand before those of the junction table that led to it.
      for hop in [source.target] + source.hops.dropLast() {
        for column in hop.columns {
          sql.write(isFirst ? "\n  " : ",\n  ")
          isFirst = false
          sql.name(hop.alias)
          sql.write(".")
          sql.name(graph[hop.model].columns[column.column].name)
          sql.write(" AS ")
          sql.name(column.name)
        }
      }
    }
  }

  // MARK: Tables and joins

  mutating func table(_ hop: Hop) {
    sql.name(graph[hop.model].table)
    sql.write(" AS ")
    sql.name(hop.alias)
  }

  mutating func column(_ term: ColumnTerm) {
    let hop = plan.sources[term.source].hops[term.hop]
    sql.name(hop.alias)
    sql.write(".")
    sql.name(graph[hop.model].columns[term.column].name)
  }

  /// The joins of all sources that `source` includes.
  mutating func joins(of source: Int, indentation: Int) {
    for child in plan.sources[source].children {
      newLine(indentation)
      join(child, indentation: indentation)
    }
  }

  /// A required source is an INNER JOIN. Another is a LEFT OUTER JOIN, around which parentheses stand where a junction table
  /// or a required source must be there together with it: so an unmatched pair never makes half a row.
  private mutating func join(_ position: Int, indentation: Int) {
    let source = plan.sources[position]
    if source.isRequired {
      sql.write("INNER JOIN ")
      table(source.hops[0])
      sql.write(" ON ")
      link(position, hop: 0)
      for hop in source.hops.indices.dropFirst() {
        newLine(indentation)
        sql.write("INNER JOIN ")
        table(source.hops[hop])
        sql.write(" ON ")
        link(position, hop: hop)
      }
      additionally(source.condition, indentation: indentation + 2)
      joins(of: position, indentation: indentation)
      return
    }
    let required = source.children.filter { plan.sources[$0].isRequired }
    sql.write("LEFT OUTER JOIN ")
    if source.hops.count == 1 && required.isEmpty {
      table(source.hops[0])
    } else {
      sql.write("(")
      newLine(indentation + 2)
      table(source.hops[0])
      for hop in source.hops.indices.dropFirst() {
        newLine(indentation + 2)
        sql.write("INNER JOIN ")
        table(source.hops[hop])
        sql.write(" ON ")
        link(position, hop: hop)
      }
      for child in required {
        newLine(indentation + 2)
        join(child, indentation: indentation + 2)
      }
      newLine(indentation)
      sql.write(")")
    }
    sql.write(" ON ")
    link(position, hop: 0)
    additionally(source.condition, indentation: indentation + 2)
    for child in source.children where !plan.sources[child].isRequired {
      newLine(indentation)
      join(child, indentation: indentation)
    }
  }

  /// The equations of the foreign key that leads to a hop, the hop's own column first; behind them what tells that the key is
  /// about this model.
  mutating func link(_ position: Int, hop: Int) {
    let source = plan.sources[position]
    guard let step = source.hops[hop].step, let parent = source.parent else { return }
    let edge = graph[step.edge]
    let here = step.direction == .toParent ? edge.parentColumns : edge.childColumns
    let there = step.direction == .toParent ? edge.childColumns : edge.parentColumns
    let before =
      hop == 0 ? (source: parent, hop: plan.sources[parent].hops.count - 1) : (source: position, hop: hop - 1)
    for (index, pair) in zip(here, there).enumerated() {
      if index > 0 { sql.write(" AND ") }
      column(ColumnTerm(source: position, hop: hop, column: pair.0))
      sql.write(" = ")
      column(ColumnTerm(source: before.source, hop: before.hop, column: pair.1))
    }
    guard let discriminator = edge.discriminator else { return }
    let child = step.direction == .toParent ? before : (source: position, hop: hop)
    sql.write(" AND ")
    condition(
      .comparison(
        ColumnTerm(source: child.source, hop: child.hop, column: discriminator.column), .eq,
        [.value(discriminator.value)]), isPart: true)
  }

  mutating func newLine(_ indentation: Int) {
    sql.write("\n")
    sql.write(String(repeating: " ", count: indentation))
  }

  /// A further condition behind a join's ON.
  private mutating func additionally(_ condition: Condition?, indentation: Int) {
    guard let condition, !condition.isAlwaysTrue else { return }
    newLine(indentation)
    sql.write("AND ")
    conjunction(condition, indentation: indentation, isFirst: false)
  }

  // MARK: Order and limit

  mutating func orderBy(_ terms: [OrderTerm], indentation: Int = 0) {
    guard !terms.isEmpty else { return }
    newLine(indentation)
    sql.write("ORDER BY ")
    for (index, term) in terms.enumerated() {
      if index > 0 { sql.write(", ") }
      column(term.column)
      if term.isDescending { sql.write(" DESC") }
    }
  }

  mutating func limit(indentation: Int) {
    guard plan.limit != nil || plan.offset != nil else { return }
    newLine(indentation)
    sql.write("LIMIT ")
    // An offset needs a limit: the manual's own "all rows" is the largest number.
    rowCount(plan.limit ?? .number(.max))
    if let offset = plan.offset {
      sql.write(" OFFSET ")
      rowCount(offset)
    }
  }

  private mutating func rowCount(_ count: RowCount) {
    switch count {
    case .number(let number): sql.write(String(number))
    case .parameter(let parameter): placeholder(parameter)
    }
  }

  mutating func placeholder(_ parameter: Int) {
    placeholders.append(parameter)
    guard plan.parameters[parameter].isList else {
      sql.write("?")
      return
    }
    endPiece()
    pieces.append(.list(parameter))
  }

  private mutating func endPiece() {
    guard !sql.bytes.isEmpty else { return }
    pieces.append(.sql(sql.text))
    sql = SQLWriter(target: graph.target)
  }

  /// The statement, when all of it is written.
  mutating func finish() -> QueryStatement {
    endPiece()
    return QueryStatement(pieces: pieces, placeholders: placeholders)
  }
}
