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
    var start = writer.bytes.count
    for (index, row) in rows.rows.enumerated() {
      if index == 0 || writer.bytes.count - start > Self.largestStatement / 2 {
        if index > 0 { writer.write(";\n\n") }
        start = writer.bytes.count
        writer.write("INSERT INTO ")
        writer.name(model.table)
        writer.write(" (")
        for (number, column) in rows.columns.enumerated() {
          if number > 0 { writer.write(", ") }
          writer.name(model.columns[column].name)
        }
        writer.write(") VALUES\n  (")
      } else {
        writer.write(",\n  (")
      }
      for (number, value) in row.enumerated() {
        if number > 0 { writer.write(", ") }
        writer.value(value, of: model.columns[rows.columns[number]].type)
      }
      writer.write(")")
    }
    writer.write(";\n")
  }

  private func update(_ update: RowUpdate, into writer: inout SQLWriter) {
    let model = graph[update.model]
    func equations(_ pairs: [(column: Int, value: Value)], separator: String) {
      for (index, pair) in pairs.enumerated() {
        if index > 0 { writer.write(separator) }
        writer.name(model.columns[pair.column].name)
        writer.write(" = ")
        writer.value(pair.value, of: model.columns[pair.column].type)
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
