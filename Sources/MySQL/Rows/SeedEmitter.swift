internal import AssociationGraph
internal import SchemaLanguage

extension MySQLEmitter {
  /// The largest INSERT, in bytes: MariaDB's default of `max_allowed_packet`, 16 MiB, less room for the packet itself.
  static let largestStatement = (16 << 20) - (64 << 10)

  /// `sql/seeds.sql`: the rows as multi-row INSERTs, then the UPDATEs that close circles of rows.
  public func seeds() -> [UInt8] {
    var writer = SQLWriter(target: graph.target)
    writer.header(of: graph)
    var followsUpdate = false
    for statement in graph.seeds.statements {
      if !followsUpdate { writer.write("\n") }
      switch statement {
      case .insert(let rows): insert(rows, into: &writer)
      case .update(let update):
        self.update(update, into: &writer)
        followsUpdate = true
      }
    }
    return writer.bytes
  }

  private func insert(_ rows: RowSet, into writer: inout SQLWriter) {
    let model = graph[rows.model]
    var statementSize = 0
    for row in rows.rows {
      var text = SQLWriter(target: graph.target)
      text.write("\n  (")
      for (number, value) in row.enumerated() {
        if number > 0 { text.write(", ") }
        text.value(value)
      }
      text.write(")")
      if statementSize > 0, statementSize + text.bytes.count < Self.largestStatement {
        writer.write(",")
      } else {
        if statementSize > 0 { writer.write(";\n\n") }
        statementSize = begin(rows, of: model, into: &writer)
      }
      writer.append(text)
      statementSize += text.bytes.count + 1
    }
    writer.write(";\n")
  }

  /// Begins an INSERT and gives its size so far.
  private func begin(_ rows: RowSet, of model: Model, into writer: inout SQLWriter) -> Int {
    let start = writer.bytes.count
    writer.write("INSERT INTO ")
    writer.name(model.table)
    writer.write(" (")
    for (number, column) in rows.columns.enumerated() {
      if number > 0 { writer.write(", ") }
      writer.name(model.columns[column].name)
    }
    writer.write(") VALUES")
    return writer.bytes.count - start
  }

  private func update(_ update: RowUpdate, into writer: inout SQLWriter) {
    let model = graph[update.model]
    func equations(_ pairs: [(column: Int, value: Value)], separator: String) {
      for (index, pair) in pairs.enumerated() {
        if index > 0 { writer.write(separator) }
        writer.name(model.columns[pair.column].name)
        writer.write(" = ")
        writer.value(pair.value)
      }
    }
    writer.write("UPDATE ")
    writer.name(model.table)
    writer.write(" SET ")
    equations(update.assignments, separator: ", ")
    writer.write(" WHERE ")
    equations(update.key, separator: " AND ")
    writer.write(";\n")
  }
}
