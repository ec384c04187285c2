public import AssociationGraph
internal import CSVSyntax
internal import SchemaLanguage

extension MySQLEmitter {
  /// `sql/seeds.sql` and `sql/seeds.<set>.sql`: tables are emptied, rows inserted, circles of rows closed by UPDATE.
  ///
  /// The text goes to `take` in pieces, since rows that come from a file may be any number. Throws what `take` throws, and
  /// `RowFileError` where a file of rows cannot be read or has changed since the graph was made.
  public func seeds(_ plan: SeedPlan, into take: ([UInt8]) throws -> Void) throws {
    var writer = SeedWriter(graph: graph, plan: plan)
    try writer.writeAll(take)
  }
}

/// Writes the statements of a ``SeedPlan``.
struct SeedWriter {
  let graph: AssociationGraph
  let plan: SeedPlan
  private let values: SeedValueWriter
  private var sql: SQLWriter
  /// The row that is being written.
  private(set) var row: SQLWriter
  /// The largest INSERT, in bytes: `max_allowed_packet` less room for the packet itself.
  private let largestStatement: Int

  init(graph: AssociationGraph, plan: SeedPlan) {
    self.graph = graph
    self.plan = plan
    values = SeedValueWriter(graph: graph, plan: plan)
    sql = SQLWriter(target: graph.target)
    row = SQLWriter(target: graph.target)
    largestStatement = graph.maxAllowedPacket - graph.maxAllowedPacket / 256
  }

  mutating func writeAll(_ take: ([UInt8]) throws -> Void) throws {
    sql.header(of: graph)
    if plan.statements.contains(where: givesTimestamp) {
      sql.write("-- The values of TIMESTAMP columns are in UTC: load them with time_zone = '+00:00'.\n")
    }
    var isLine = false
    for statement in plan.statements {
      // Statements of one line stand together.
      let wasLine = isLine
      switch statement {
      case .insert, .stream: isLine = false
      case .release, .delete, .update: isLine = true
      }
      if isLine, !wasLine { sql.write("\n") }
      switch statement {
      case .release(let model, let columns): release(model, columns)
      case .delete(let model):
        sql.write("DELETE FROM ")
        sql.name(graph[model].table)
        sql.write(";\n")
      case .insert(let rows):
        var next = rows.rows.makeIterator()
        try insert(Insertion(rows), take) { next.next() }
      case .stream(let stream):
        let reader = try stream.makeReader()
        try insert(Insertion(stream), take) { try reader.next() ? reader.values : nil }
      case .update(let update): self.update(update)
      }
      if sql.bytes.count >= MySQLEmitter.pieceSize { try sql.give(to: take) }
    }
    try sql.give(to: take)
  }

  /// Whether a statement gives a TIMESTAMP, which the server takes for a time in the session's zone (Reference Manual, "The
  /// DATE, DATETIME, and TIMESTAMP Types").
  private func givesTimestamp(_ statement: SeedStatement) -> Bool {
    switch statement {
    case .insert(let rows):
      rows.columns.indices.contains { position in
        isTimestamp(rows.columns[position], of: rows.model)
          && rows.rows.contains { if case .text = $0[position] { true } else { false } }
      }
    case .stream(let rows): rows.columns.contains { isTimestamp($0, of: rows.model) }
    case .update, .release, .delete: false
    }
  }

  private func isTimestamp(_ column: Int, of model: ID<Model>) -> Bool {
    if case .timestamp = graph[model].columns[column].type { true } else { false }
  }

  /// What all rows of an INSERT have in common.
  struct Insertion {
    let model: ID<Model>
    let columns: [Int]
    let updatedColumns: [Int]?

    init(_ rows: RowSet) {
      model = rows.model
      columns = rows.columns
      updatedColumns = rows.updatedColumns
    }

    init(_ rows: RowStream) {
      model = rows.model
      columns = rows.columns
      updatedColumns = rows.updatedColumns
    }
  }

  private mutating func release(_ id: ID<Model>, _ columns: [Int]) {
    sql.write("UPDATE ")
    sql.name(graph[id].table)
    sql.write(" SET ")
    for (number, column) in columns.enumerated() {
      if number > 0 { sql.write(", ") }
      sql.name(graph[id].columns[column].name)
      sql.write(" = NULL")
    }
    sql.write(";\n")
  }

  // MARK: Rows

  /// Writes rows, as many as `next` gives, as INSERTs that fit into a packet.
  private mutating func insert(
    _ rows: Insertion, _ take: ([UInt8]) throws -> Void, next: () throws -> [Value]?
  ) throws {
    let ending = upsertClause(of: rows)
    var statementSize = 0
    while let values = try next() {
      writeRow(values, of: rows.model)
      if statementSize > 0, statementSize + row.bytes.count + ending.bytes.count < largestStatement {
        sql.write(",")
      } else {
        if statementSize > 0 { end(with: ending) }
        statementSize = begin(rows)
      }
      sql.append(row)
      statementSize += row.bytes.count + 1
      if sql.bytes.count >= MySQLEmitter.pieceSize { try sql.give(to: take) }
    }
    if statementSize > 0 { end(with: ending) }
  }

  /// Writes a row by itself, into ``row``.
  mutating func writeRow(_ values: [Value], of model: ID<Model>) {
    row.removeAll()
    row.write("\n  (")
    for (number, value) in values.enumerated() {
      if number > 0 { row.write(", ") }
      self.values.write(value, for: model, into: &row)
    }
    row.write(")")
  }

  /// The size of an INSERT without its rows, in bytes.
  mutating func sizeWithoutRows(_ rows: Insertion) -> Int {
    sql.removeAll()
    return begin(rows) + upsertClause(of: rows).bytes.count + 1
  }

  /// Begins an INSERT and gives its size so far.
  private mutating func begin(_ rows: Insertion) -> Int {
    sql.write("\n")
    let start = sql.bytes.count
    let model = graph[rows.model]
    sql.write("INSERT INTO ")
    sql.name(model.table)
    sql.write(" (")
    for (number, column) in rows.columns.enumerated() {
      if number > 0 { sql.write(", ") }
      sql.name(model.columns[column].name)
    }
    sql.write(") VALUES")
    return sql.bytes.count - start
  }

  private mutating func end(with ending: SQLWriter) {
    sql.append(ending)
    sql.write(";\n")
  }

  /// What stands behind the rows of an upsert. MySQL names the new row (Reference Manual, "INSERT … ON DUPLICATE KEY
  /// UPDATE Statement", from 8.0.19 on); MariaDB knows VALUES() alone.
  private func upsertClause(of rows: Insertion) -> SQLWriter {
    var clause = SQLWriter(target: graph.target)
    guard let updated = rows.updatedColumns else { return clause }
    let model = graph[rows.model]
    if !graph.target.isMariaDB { clause.write(" AS \(model.newRowAlias)") }
    clause.write("\nON DUPLICATE KEY UPDATE")
    for (number, column) in updated.enumerated() {
      clause.write(number > 0 ? ",\n  " : "\n  ")
      clause.name(model.columns[column].name)
      clause.write(graph.target.isMariaDB ? " = VALUES(" : " = \(model.newRowAlias).")
      clause.name(model.columns[column].name)
      if graph.target.isMariaDB { clause.write(")") }
    }
    return clause
  }

  private mutating func update(_ update: RowUpdate) {
    sql.write("UPDATE ")
    sql.name(graph[update.model].table)
    sql.write(" SET ")
    values.equations(update.assignments, of: update.model, separator: ", ", for: update.model, into: &sql)
    for column in update.keptColumns {
      let name = graph[update.model].columns[column].name
      sql.write(", ")
      sql.name(name)
      sql.write(" = ")
      sql.name(name)
    }
    sql.write(" WHERE ")
    values.equations(update.key, of: update.model, separator: " AND ", for: update.model, into: &sql)
    sql.write(";\n")
  }
}

/// Writes the values of rows, also those that the server looks up.
struct SeedValueWriter {
  let graph: AssociationGraph
  let plan: SeedPlan

  /// A value in a statement that changes the table of `model`.
  func write(_ value: Value, for model: ID<Model>, into text: inout SQLWriter) {
    guard case .lookup(let lookup) = value, let key = plan.keys[lookup.row] else {
      text.value(value)
      return
    }
    let parent = graph[key.model]
    // A statement reads the table that it changes only through a derived table (Reference Manual, "Restrictions on
    // Subqueries").
    let isOwnTable = key.model == model
    text.write("(SELECT ")
    text.name(parent.columns[lookup.column].name)
    text.write(isOwnTable ? " FROM (SELECT * FROM " : " FROM ")
    text.name(parent.table)
    text.write(" WHERE ")
    equations(key.values, of: key.model, separator: " AND ", for: model, into: &text)
    text.write(isOwnTable ? ") AS `found`)" : ")")
  }

  /// Columns of the model `owner` with their values, `=` between them.
  func equations(
    _ pairs: [(column: Int, value: Value)], of owner: ID<Model>, separator: String, for model: ID<Model>,
    into text: inout SQLWriter
  ) {
    for (index, pair) in pairs.enumerated() {
      if index > 0 { text.write(separator) }
      text.name(graph[owner].columns[pair.column].name)
      text.write(" = ")
      write(pair.value, for: model, into: &text)
    }
  }
}

extension Model {
  /// What an upsert on MySQL calls the new row, in backticks: a name that is not the table's.
  var newRowAlias: String { table.lowercased() == "new" ? "`new_row`" : "`new`" }
}
