internal import AssociationGraph
internal import SchemaLanguage

extension MySQLEmitter {
  /// `sql/schema.sql`: every table, parents first, then the keys that close circles.
  ///
  /// On a MySQL target each CREATE TABLE is what SHOW CREATE TABLE prints (Reference Manual, "SHOW CREATE TABLE
  /// Statement"), so that drift is a plain difference of texts.
  ///
  /// The text goes to `take` in pieces.
  public func schema(into take: ([UInt8]) throws -> Void) rethrows {
    var pieces: [[UInt8]] = []
    var body = SQLWriter(target: graph.target)
    for model in graph.creation.order {
      body.write("\n")
      table(model, into: &body)
      if body.bytes.count >= Self.pieceSize { body.give { pieces.append($0) } }
    }
    for id in graph.creation.deferred {
      let edge = graph[id]
      body.write("\nALTER TABLE ")
      body.name(graph[edge.child].table)
      body.write("\n  ADD ")
      foreignKey(edge, into: &body)
      body.write(";\n")
    }
    var file = SQLWriter(target: graph.target)
    file.header(of: graph)
    if body.holdsUnicode { file.write("\nSET NAMES utf8mb4;\n") }
    if body.dependsOnMode {
      file.write("\nSET @joinery_sql_mode = @@sql_mode, sql_mode = '\(Self.standardMode)';\n")
    }
    try file.give(to: take)
    for piece in pieces { try take(piece) }
    if body.dependsOnMode { body.write("\nSET sql_mode = @joinery_sql_mode;\n") }
    try body.give(to: take)
  }

  /// The whole of ``schema(into:)``.
  public func schema() -> [UInt8] {
    var bytes: [UInt8] = []
    schema { bytes += $0 }
    return bytes
  }

  /// So many bytes of a file are written before they are given away.
  static let pieceSize = 64 << 10

  /// A mode that reads literals as the server writes them.
  private static let standardMode =
    "STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION"

  /// `sql/drop.sql`: the reverse.
  public func drop() -> [UInt8] {
    var writer = SQLWriter(target: graph.target)
    writer.header(of: graph)
    writer.write("\n")
    let tables = graph.creation.order.reversed().map { graph[$0].table }
    guard !graph.creation.deferred.isEmpty else {
      for table in tables { dropStatement([table], into: &writer) }
      return writer.bytes
    }
    // Tables in a circle: MySQL drops them together; MariaDB needs the circle opened.
    guard graph.target.isMariaDB else {
      dropStatement(tables, into: &writer)
      return writer.bytes
    }
    for edge in graph.creation.deferred.map({ graph[$0] }) {
      guard let constraint = edge.constraint else { continue }
      writer.write("ALTER TABLE IF EXISTS ")
      writer.name(graph[edge.child].table)
      writer.write(" DROP FOREIGN KEY IF EXISTS ")
      writer.name(constraint)
      writer.write(";\n")
    }
    for table in tables { dropStatement([table], into: &writer) }
    return writer.bytes
  }

  private func dropStatement(_ tables: [String], into writer: inout SQLWriter) {
    writer.write("DROP TABLE IF EXISTS")
    for (index, table) in tables.enumerated() {
      writer.write(tables.count == 1 ? " " : index == 0 ? "\n  " : ",\n  ")
      writer.name(table)
    }
    writer.write(";\n")
  }

  // MARK: Tables

  private func table(_ id: ID<Model>, into writer: inout SQLWriter) {
    let model = graph[id]
    writer.write("CREATE TABLE ")
    writer.name(model.table)
    writer.write(" (")
    var isFirst = true
    func line(_ write: (inout SQLWriter) -> Void) {
      writer.write(isFirst ? "\n  " : ",\n  ")
      isFirst = false
      write(&writer)
    }
    for column in model.columns { line { self.column(column, of: model, into: &$0) } }
    if !model.primaryKey.isEmpty {
      line { writer in
        writer.write("PRIMARY KEY ")
        parts(model.primaryKey, of: model, into: &writer)
      }
    }
    for index in TableIndexes(of: model, in: graph).sorted { line { self.index(index, of: model, into: &$0) } }
    let deferred = Set(graph.creation.deferred)
    let edges = model.foreignKeys.filter { !deferred.contains($0) }.map { graph[$0] }.filter { $0.constraint != nil }
    for edge in edges.sorted(by: { comesBefore($0.constraint ?? "", $1.constraint ?? "") }) {
      line { foreignKey(edge, into: &$0) }
    }
    for check in model.checks.sorted(by: { comesBefore($0.name, $1.name) }) { line { self.check(check, into: &$0) } }
    writer.write("\n)")
    options(of: model, into: &writer)
    if let partitioning = model.partitioning { self.partitioning(partitioning, of: model, into: &writer) }
    writer.write(";\n")
  }

  /// The server's order of constraints: by name, without regard to case.
  private func comesBefore(_ left: String, _ right: String) -> Bool {
    (left.lowercased(), left) < (right.lowercased(), right)
  }

  private func options(of model: Model, into writer: inout SQLWriter) {
    let options = model.options
    writer.write(" ENGINE=\(options.engine)")
    if let start = options.autoIncrementStart { writer.write(" AUTO_INCREMENT=\(start)") }
    writer.write(" DEFAULT CHARSET=\(options.collation.charset)")
    if charsets.printsCollation(options.collation) { writer.write(" COLLATE=\(options.collation.name)") }
    if let format = options.rowFormat { writer.write(" ROW_FORMAT=\(format)") }
    if let size = options.keyBlockSize { writer.write(" KEY_BLOCK_SIZE=\(size)") }
    if let comment = options.comment {
      writer.write(" COMMENT=")
      writer.tableLiteral(comment)
    }
  }

  // MARK: Keys

  private func parts(_ parts: [IndexPart], of model: Model, into writer: inout SQLWriter) {
    writer.write("(")
    for (index, part) in parts.enumerated() {
      if index > 0 { writer.write(",") }
      switch part.content {
      case .column(let position): writer.name(model.columns[position].name)
      case .expression(let expression):
        writer.write("(")
        writer.expression(expression)
        writer.write(")")
      }
      if let length = part.length { writer.write("(\(length))") }
      if part.isDescending { writer.write(" DESC") }
    }
    writer.write(")")
  }

  private func index(_ index: Index, of model: Model, into writer: inout SQLWriter) {
    switch index.kind {
    case .fulltext: writer.write("FULLTEXT KEY ")
    case .spatial: writer.write("SPATIAL KEY ")
    case .hash, .btree, nil: writer.write(index.isUnique ? "UNIQUE KEY " : "KEY ")
    }
    writer.name(index.name)
    writer.write(" ")
    parts(index.parts, of: model, into: &writer)
    switch index.kind {
    // InnoDB and MyISAM have none, and of MySQL's the server does not show what was asked for.
    case .hash where !graph.target.isMariaDB && ["InnoDB", "MyISAM"].contains(model.options.engine): break
    case .hash: writer.write(" USING HASH")
    case .btree: writer.write(" USING BTREE")
    case .fulltext, .spatial, nil: break
    }
    // The server prints a size that is the table's with the table alone.
    if let size = index.keyBlockSize, size != model.options.keyBlockSize { writer.write(" KEY_BLOCK_SIZE=\(size)") }
    if let comment = index.comment {
      writer.write(" COMMENT ")
      writer.tableLiteral(comment)
    }
    if index.isInvisible {
      writer.write(graph.target.isMariaDB ? " IGNORED" : " /*!80000 INVISIBLE */")
    }
    if let parser = index.parser {
      writer.write(" /*!50100 WITH PARSER ")
      writer.name(parser)
      writer.write(" */ ")
    }
  }

  private func foreignKey(_ edge: Edge, into writer: inout SQLWriter) {
    let child = graph[edge.child]
    let parent = graph[edge.parent]
    writer.write("CONSTRAINT ")
    writer.name(edge.constraint ?? "")
    writer.write(" FOREIGN KEY (")
    keyColumns(edge.childColumns, of: child, into: &writer)
    writer.write(") REFERENCES ")
    writer.name(parent.table)
    writer.write(" (")
    keyColumns(edge.parentColumns, of: parent, into: &writer)
    writer.write(")")
    if let action = edge.onDelete.keywords { writer.write(" ON DELETE \(action)") }
    if let action = edge.onUpdate.keywords { writer.write(" ON UPDATE \(action)") }
  }

  /// The columns of a foreign key, which the server prints with a space behind the comma, unlike those of an index.
  private func keyColumns(_ columns: [Int], of model: Model, into writer: inout SQLWriter) {
    for (index, column) in columns.enumerated() {
      if index > 0 { writer.write(", ") }
      writer.name(model.columns[column].name)
    }
  }

  private func check(_ check: Check, into writer: inout SQLWriter) {
    writer.write("CONSTRAINT ")
    writer.name(check.name)
    writer.write(" CHECK (")
    writer.expression(check.condition)
    writer.write(")")
    if !check.isEnforced { writer.write(" /*!80016 NOT ENFORCED */") }
  }
}

extension ReferentialAction {
  /// The action's SQL; `nil` for NO ACTION, which the server does not print.
  var keywords: String? {
    switch self {
    case .cascade: "CASCADE"
    case .restrict: "RESTRICT"
    case .setNull: "SET NULL"
    case .setDefault: "SET DEFAULT"
    case .noAction: nil
    }
  }
}

extension CharacterSets {
  /// Whether the server prints the collation of a table: any but a character set's default; of those,
  /// `utf8mb4_0900_ai_ci` alone.
  func printsCollation(_ collation: Collation) -> Bool {
    isMariaDB || collation.name == "utf8mb4_0900_ai_ci" || defaultCollation(of: collation.charset) != collation
  }
}
