public import AssociationGraph
internal import SchemaLanguage

extension MySQLEmitter {
  /// `sql/crud/<model>.sql`: the statements for single rows of a model.
  public func rowStatementsFile(_ id: ID<Model>) -> [UInt8] {
    let model = graph[id]
    var writer = SQLWriter(target: graph.target)
    writer.header(of: graph)
    for statement in rowStatements(id) {
      writer.write("\n-- ")
      let key = statement.key.map { model.columns[$0].name }.joined(separator: ", ")
      writer.comment(statement.statement.rawValue + (key.isEmpty ? "" : " by \(key)"))
      writer.write("\n")
      for (number, column) in statement.placeholders.enumerated() {
        let column = model.columns[column]
        writer.write("-- \(number + 1). ")
        let isFree = statement.key.isEmpty && column.isFilledByServer
        writer.comment("\(column.name): \(column.type.name)\(isFree ? ", may be left out" : "")")
        writer.write("\n")
      }
      writer.write(statement.text)
      writer.write(";\n")
    }
    return writer.bytes
  }

  /// The statements for single rows that the schema asks for, in the order of their kinds.
  public func rowStatements(_ id: ID<Model>) -> [RowStatementText] {
    let model = graph[id]
    return RowStatement.allCases.filter(model.statements.contains).flatMap { statement in
      switch statement {
      case .insert: [insertion(into: model, isUpsert: false)]
      case .upsert: model.accessKeys.isEmpty ? [] : [insertion(into: model, isUpsert: true)]
      case .update: model.identifyingKeys.compactMap { update(of: model, by: $0) }
      case .delete: model.accessKeys.map { deletion(from: model, by: $0) }
      case .find: model.accessKeys.map { search(in: model, by: $0) }
      }
    }
  }

  private func insertion(into model: Model, isUpsert: Bool) -> RowStatementText {
    // The row that is there keeps its first key; the others change with it.
    let kept = Set(model.accessKeys.first ?? [])
    let columns = model.columns.indices.filter { model.columns[$0].generation == nil }.map { position in
      let column = model.columns[position]
      let name = quoted(column.name)
      let isChanged = isUpsert && !kept.contains(position) && column.role != .createdAt && !column.isUpdatedToNow
      // MariaDB has no alias for the new row; MySQL says that VALUES() will go.
      let new = graph.target.isMariaDB ? "VALUES(\(name))" : "\(model.newRowAlias).\(name)"
      return RowStatementText.Column(column: position, name: name, update: isChanged ? "\(name) = \(new)" : nil)
    }
    let values = [String](repeating: "?", count: columns.count).joined(separator: ", ")
    var text = "INSERT INTO \(quoted(model.table)) (\(columns.map(\.name).joined(separator: ", ")))\nVALUES (\(values))"
    let clause =
      !isUpsert
      ? ""
      : graph.target.isMariaDB ? "\nON DUPLICATE KEY UPDATE " : " AS \(model.newRowAlias)\nON DUPLICATE KEY UPDATE "
    if isUpsert {
      let updates = columns.compactMap(\.update)
      text += clause + (updates.isEmpty ? unchanged(model) : updates.joined(separator: ", "))
    }
    return RowStatementText(
      statement: isUpsert ? .upsert : .insert, table: quoted(model.table), text: text,
      placeholders: columns.map(\.column), columns: columns,
      updateClause: clause)
  }

  /// An assignment that changes nothing.
  func unchanged(_ model: Model) -> String {
    let name = quoted(model.columns[model.accessKeys.first?.first ?? 0].name)
    return "\(name) = \(quoted(model.table)).\(name)"
  }

  private func update(of model: Model, by key: [Int]) -> RowStatementText? {
    let kept = Set(key).union(model.primaryKeyColumns)
    let changed = model.columns.indices.filter { position in
      let column = model.columns[position]
      return !kept.contains(position) && column.generation == nil && column.role != .createdAt && !column.isUpdatedToNow
        && !column.isAutoIncrement
    }
    // A table of keys alone has nothing to change.
    guard !changed.isEmpty else { return nil }
    let assignments = changed.map { "\(quoted(model.columns[$0].name)) = ?" }.joined(separator: ", ")
    return RowStatementText(
      statement: .update, table: quoted(model.table), key: key,
      text: "UPDATE \(quoted(model.table))\nSET \(assignments)\nWHERE \(condition(model, key))",
      placeholders: changed + key)
  }

  private func deletion(from model: Model, by key: [Int]) -> RowStatementText {
    let table = quoted(model.table)
    guard let mark = model.deletionColumn else {
      return RowStatementText(
        statement: .delete, table: quoted(model.table), key: key,
        text: "DELETE FROM \(table)\nWHERE \(condition(model, key))", placeholders: key)
    }
    let column = model.columns[mark]
    let fraction = column.type.temporalFraction ?? 0
    let now = "CURRENT_TIMESTAMP\(fraction > 0 ? "(\(fraction))" : "")"
    return RowStatementText(
      statement: .delete, table: quoted(model.table), key: key,
      text: "UPDATE \(table)\nSET \(quoted(column.name)) = \(now)\nWHERE \(condition(model, key)) AND "
        + "\(quoted(column.name)) IS NULL", placeholders: key)
  }

  private func search(in model: Model, by key: [Int]) -> RowStatementText {
    var condition = condition(model, key)
    if let mark = model.deletionColumn { condition += " AND \(quoted(model.columns[mark].name)) IS NULL" }
    // By name, since `*` leaves invisible columns out.
    let columns = model.columns.map { quoted($0.name) }.joined(separator: ", ")
    return RowStatementText(
      statement: .find, table: quoted(model.table), key: key,
      text: "SELECT \(columns)\nFROM \(quoted(model.table))\nWHERE \(condition)",
      placeholders: key)
  }

  private func condition(_ model: Model, _ key: [Int]) -> String {
    key.map { "\(quoted(model.columns[$0].name)) = ?" }.joined(separator: " AND ")
  }

  private func quoted(_ name: String) -> String {
    var writer = SQLWriter(target: graph.target)
    writer.name(name)
    return writer.text
  }
}
