public import AssociationGraph
internal import SchemaLanguage

extension MySQLEmitter {
  /// `sql/queries/<query>.sql`: the ``statements(_:)`` of the query at `position`, with their parameters in comments.
  public func queryFile(_ position: Int, _ statements: [QueryStatement]) -> [UInt8] {
    let plan = graph.queries[position]
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
    for (level, statement) in zip(plan.levels, statements) {
      if level.root != 0 {
        writer.write("\n-- ")
        writer.comment("\(plan.path(of: level.root, in: graph)): the rows of all parents together")
        writer.write("\n")
      }
      for (number, placeholder) in statement.placeholders.enumerated() {
        writer.write("-- \(number + 1). ")
        switch placeholder {
        case .parameter(let position):
          let parameter = plan.parameters[position]
          writer.comment("$\(parameter.name): \(parameter.isList ? "list of " : "")\(parameter.type.name)")
        case .keys:
          let names = plan.keyOfParents(of: level.root, in: graph).map { "'\($0.name)'" }
          writer.comment("list of the parents' \(names.joined(separator: " and "))")
        }
        writer.write("\n")
      }
      writer.write("\n")
      for piece in statement.pieces { writer.write(piece.text) }
      writer.write(";\n")
    }
    return writer.bytes
  }

  /// The statements of the query at `position`, one for each level.
  public func statements(_ position: Int) -> [QueryStatement] {
    let plan = graph.queries[position]
    return plan.levels.map { level in
      var writer = QueryWriter(plan: plan, level: level, emitter: self)
      writer.statement()
      return writer.finish()
    }
  }
}

extension MySQLEmitter {
  /// The join that includes an association, as it stands in a query of the association's source.
  public func join(of association: ID<Association>) -> String {
    let plan = graph.plan(joining: association)
    var writer = QueryWriter(plan: plan, level: plan.levels[0], emitter: self)
    writer.sql.write("FROM ")
    writer.table(writer.plan.root.target)
    writer.joins(of: 0, indentation: 0)
    return writer.finish().text
  }
}

/// Writes one level of a query plan as a SELECT.
struct QueryWriter {
  let plan: QueryPlan
  let level: QueryLevel
  private let emitter: MySQLEmitter
  var graph: AssociationGraph { _read { yield emitter.graph } }
  var sql: SQLWriter
  /// The pieces that lists have ended so far.
  private var pieces: [QueryStatement.Piece] = []
  /// What each placeholder so far stands for.
  private var placeholders: [QueryStatement.Placeholder] = []
  /// Whether a condition of ON is being written.
  var isInJoin = false
  /// How far the line at hand is indented.
  private(set) var indentation = 0

  init(plan: QueryPlan, level: QueryLevel, emitter: MySQLEmitter) {
    self.plan = plan
    self.level = level
    self.emitter = emitter
    sql = SQLWriter(target: emitter.graph.target)
  }

  mutating func statement() {
    guard level.root == 0 else {
      batch()
      return
    }
    sql.write(plan.isDistinct ? "SELECT DISTINCT" : "SELECT")
    if let grouping = plan.grouping { groupedColumns(grouping) } else { selectList(indentation: 2) }
    sql.write("\nFROM ")
    if plan.limitsBeforeJoining(in: graph) {
      limitedRoot()
    } else {
      table(plan.root.target)
    }
    joins(of: 0, indentation: 0)
    if let condition = plan.condition, !condition.isAlwaysTrue, !isAnswered(condition) {
      newLine(0)
      sql.write("WHERE ")
      conjunction(condition, indentation: 2)
    }
    if let grouping = plan.grouping { groups(grouping) }
    orderBy(plan.order)
    if !plan.limitsBeforeJoining(in: graph) { limit(indentation: 0) }
  }

  /// Whether the derived table has applied the whole condition already.
  private func isAnswered(_ condition: Condition) -> Bool {
    plan.limitsBeforeJoining(in: graph) && joinedSources(of: condition) == [0]
  }

  /// The tables whose columns the level returns, with these: for a batch the parents' key first.
  var returned: [(source: Int, hop: Int, columns: [SelectedColumn])] {
    var returned: [(source: Int, hop: Int, columns: [SelectedColumn])] = []
    if let parent = plan.sources[level.root].parent {
      returned.append((parent, plan.sources[parent].hops.count - 1, plan.keyOfParents(of: level.root, in: graph)))
    }
    for source in level.sources {
      // The target's columns stand before those of the junction table that led to it.
      let last = plan.sources[source].hops.count - 1
      returned.append((source, last, plan.sources[source].hops[last].columns))
      for hop in 0..<last { returned.append((source, hop, plan.sources[source].hops[hop].columns)) }
    }
    return returned
  }

  mutating func selectList(indentation: Int) {
    let separator = ",\n" + String(repeating: " ", count: indentation)
    var isFirst = true
    for (source, hop, columns) in returned {
      let modelColumns = graph[plan.sources[source].hops[hop].model].columns
      var table = SQLWriter(target: graph.target)
      table.name(plan.sources[source].hops[hop].alias)
      table.write(".")
      for position in columns.indices {
        if isFirst { newLine(indentation) } else { sql.write(separator) }
        isFirst = false
        sql.append(table)
        sql.name(modelColumns[columns[position].column].name)
        sql.write(" AS ")
        sql.name(columns[position].name)
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
    let hop = plan.hop(of: term)
    sql.name(hop.alias)
    sql.write(".")
    sql.name(graph[hop.model].columns[term.column].name)
  }

  mutating func term(_ term: Term) {
    switch term {
    case .column(let column): self.column(column)
    case .aggregate(let position):
      if let aggregate = plan.grouping?.aggregates[position] { self.aggregate(aggregate) }
    }
  }

  /// The joins of all sources that `source` includes, but for those that are batched.
  mutating func joins(of source: Int, indentation: Int) {
    for child in plan.joined(to: source) {
      newLine(indentation)
      join(child, indentation: indentation)
    }
  }

  /// A required source is an INNER JOIN. Another is a LEFT OUTER JOIN, around which parentheses stand where a junction table
  /// or a required source must be there together with it: so an unmatched pair never makes half a row.
  mutating func join(_ position: Int, indentation: Int) {
    let source = plan.sources[position]
    // A batch asks for the rows that there are.
    if source.isRequired || position == level.root {
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
    let required = plan.joined(to: position).filter { plan.sources[$0].isRequired }
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
    for child in plan.joined(to: position) where !plan.sources[child].isRequired {
      newLine(indentation)
      join(child, indentation: indentation)
    }
  }

  /// The equations of the foreign key that leads to a hop, the hop's own column first; behind them what tells that the key is
  /// about this model.
  mutating func link(_ position: Int, hop: Int) {
    let source = plan.source(position)
    guard let step = source.hops[hop].step, let parent = source.parent else { return }
    let edge = graph[step.edge]
    let here = step.direction == .toParent ? edge.parentColumns : edge.childColumns
    let there = step.direction == .toParent ? edge.childColumns : edge.parentColumns
    let before =
      hop == 0 ? (source: parent, hop: plan.source(parent).hops.count - 1) : (source: position, hop: hop - 1)
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
        .column(ColumnTerm(source: child.source, hop: child.hop, column: discriminator.column)), .eq,
        [.value(discriminator.value)]), isPart: true)
  }

  mutating func newLine(_ indentation: Int) {
    self.indentation = indentation
    sql.newLine(indentation)
  }

  /// A further condition behind a join's ON.
  private mutating func additionally(_ condition: Condition?, indentation: Int) {
    guard let condition, !condition.isAlwaysTrue else { return }
    newLine(indentation)
    sql.write("AND ")
    isInJoin = true
    conjunction(condition, indentation: indentation, isFirst: false)
    isInJoin = false
  }

  // MARK: Order and limit

  mutating func orderBy(_ terms: [OrderTerm], indentation: Int = 0) {
    guard !terms.isEmpty else { return }
    newLine(indentation)
    sql.write("ORDER BY ")
    for (index, term) in terms.enumerated() {
      if index > 0 { sql.write(", ") }
      orderTerm(term)
    }
  }

  /// An aggregate is named, since the select list has it.
  mutating func orderTerm(_ term: OrderTerm) {
    switch term.term {
    case .column(let column): self.column(column)
    case .aggregate(let position):
      if let aggregate = plan.grouping?.aggregates[position] { sql.name(aggregate.name) }
    }
    if term.isDescending { sql.write(" DESC") }
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

  mutating func rowCount(_ count: RowCount) {
    switch count {
    case .number(let number): sql.write(String(number))
    case .parameter(let parameter): placeholder(parameter)
    }
  }

  mutating func placeholder(_ parameter: Int) {
    placeholders.append(.parameter(parameter))
    guard plan.parameters[parameter].isList else {
      sql.write("?")
      return
    }
    endPiece()
    pieces.append(.list(parameter))
  }

  /// The placeholders of the parents' keys, which have so many columns.
  mutating func keyPlaceholders(columns: Int) {
    placeholders.append(.keys)
    endPiece()
    pieces.append(.keys(columns: columns))
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
