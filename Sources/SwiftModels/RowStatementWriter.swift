import AssociationGraph
import SchemaLanguage

/// Writes the functions that give the statements for single rows of a model, with the values of their placeholders.
struct RowStatementWriter {
  let names: SwiftNames
  let id: ID<Model>
  let statements: [RowStatementSource]

  private var model: Model { names.graph[id] }
  private var access: String { names.access }
  private var namespace: String { SwiftIdentifier.spelled(names.namespace) }
  private var bindingsType: String { "[any \(names.library[.encodable]) & \(names.library[.sendable])]" }

  /// Writes the extension of the model's struct.
  func write(to writer: inout CodeWriter) {
    guard !statements.isEmpty else { return }
    writer.blank()
    writer.documentation("Statements for single rows of ", CommentText.code(model.table), ".")
    writer.open("extension ", SwiftIdentifier.spelled(names.models[id.index]))
    for (number, statement) in statements.enumerated() {
      if number > 0 { writer.blank() }
      switch statement.statement {
      case .insert, .upsert: writeInsertion(statement, to: &writer)
      case .update: writeUpdate(statement, to: &writer)
      case .delete, .find: writeSearch(statement, to: &writer)
      }
    }
    writer.close()
  }

  /// A function that leaves out what the server is to fill.
  private func writeInsertion(_ statement: RowStatementSource, to writer: inout CodeWriter) {
    let isUpsert = statement.statement == .upsert
    let string = names.library[.string]
    writer.documentation(
      isUpsert
        ? "Adds a row, or changes the one that has one of its keys; what is `nil` is left to the server."
        : "Adds a row; what is `nil` is left to the server.")
    writer.open(
      access, "static func ", statement.statement.rawValue, "(_ new: New) -> ", namespace, ".Command")
    writer.line("var columns: [", string, "] = []")
    if isUpsert { writer.line("var updates: [", string, "] = []") }
    writer.line("var bindings: ", bindingsType, " = []")
    for column in statement.columns {
      let own = model.columns[column.column]
      let property = SwiftIdentifier.member(SwiftNames.property(own.swiftName))
      if own.isFilledByServer { writer.open("if let value = new.\(property)") }
      writer.line("columns.append(", StringLiteral.quoted(column.name), ")")
      if let update = column.update { writer.line("updates.append(", StringLiteral.quoted(update), ")") }
      let value = own.isFilledByServer ? "value" : "new.\(property)"
      writer.line("bindings.append(", names.bound(value, own.type, swiftType: own.swiftType), ")")
      if own.isFilledByServer { writer.close() }
    }
    writer.line("let names = columns.joined(separator: \", \")")
    writer.line("let values = columns.map { _ in \"?\" }.joined(separator: \", \")")
    let start = StringLiteral.quoted("INSERT INTO ").dropLast()
    let table = StringLiteral.quoted(statement.table).dropFirst().dropLast()
    if isUpsert, let key = statement.columns.first(where: { $0.column == model.accessKeys.first?.first }) {
      let clause = StringLiteral.quoted(statement.updateClause).dropFirst().dropLast()
      writer.line(
        "if updates.isEmpty { updates = [", StringLiteral.quoted("\(key.name) = \(statement.table).\(key.name)"),
        "] }")
      writer.line("let changes = updates.joined(separator: \", \")")
      writer.line(
        "let sql = ", String(start), String(table), " (\\(names))\\nVALUES (\\(values))", String(clause),
        "\\(changes)\"")
    } else {
      writer.line("let sql = ", String(start), String(table), " (\\(names))\\nVALUES (\\(values))\"")
    }
    writer.line("return ", namespace, ".Command(sql: sql, bindings: bindings)")
    writer.close()
  }

  private func writeUpdate(_ statement: RowStatementSource, to writer: inout CodeWriter) {
    let isPrimary = statement.key == model.primaryKeyColumns
    let key = statement.key.map { model.columns[$0] }
    let suffix = isPrimary ? "" : "By" + key.map { Self.capitalized($0.swiftName) }.joined(separator: "And")
    writer.documentation(
      "Changes the row that has the ", CommentText.code(key.map(\.name).joined(separator: ", ")), " of ",
      CommentText.code("row"), ".")
    writer.open(
      access, "static func update", suffix, "(_ row: ", SwiftIdentifier.spelled(names.models[id.index]), ") -> ",
      namespace,
      ".Command")
    let values = statement.placeholders.map { column in
      value("row.\(SwiftIdentifier.member(SwiftNames.property(model.columns[column].swiftName)))", column)
    }
    writeReturn("Command", statement, values, rest: "", to: &writer)
    writer.close()
  }

  private func writeSearch(_ statement: RowStatementSource, to writer: inout CodeWriter) {
    let isFind = statement.statement == .find
    let key = statement.key.map { model.columns[$0] }
    let name = CommentText.code(key.map(\.name).joined(separator: ", "))
    let verb = isFind ? "Gives" : model.deletionColumn == nil ? "Deletes" : "Marks as deleted"
    writer.documentation(verb, " the row that has this ", name, isFind ? ", if there is one." : ".")
    let parameters = statement.key.map { column in
      let own = model.columns[column]
      let type = names.valueType(own.type, swiftType: own.swiftType, library: names.library, noting: &writer)
      return "\(SwiftIdentifier.spelled(SwiftNames.property(own.swiftName))): \(type)"
    }
    let result = isFind ? "Statement" : "Command"
    writer.list(
      "\(access)static func \(statement.statement.rawValue)(", parameters, ") -> \(namespace).\(result) {")
    writer.indentBlock()
    let values = statement.placeholders.map { column in
      let own = model.columns[column]
      return names.bound(
        SwiftIdentifier.spelled(SwiftNames.property(own.swiftName)), own.type, swiftType: own.swiftType)
    }
    let rest = isFind ? ", row: \(SwiftIdentifier.spelled(names.models[id.index])).self" : ""
    writeReturn(result, statement, values, rest: rest, to: &writer)
    writer.close()
  }

  private func writeReturn(
    _ type: String, _ statement: RowStatementSource, _ values: [String], rest: String, to writer: inout CodeWriter
  ) {
    writer.line("let sql = \"\"\"")
    writer.indentBlock()
    writer.lines(StringLiteral.multiline(statement.text) + "\n\"\"\"\n".utf8)
    writer.outdentBlock()
    writer.list("return \(namespace).\(type)(sql: sql, bindings: [", values, "]\(rest))")
  }

  /// A value of a row in the form that the server takes, `nil` as it is.
  private func value(_ expression: String, _ position: Int) -> String {
    let column = model.columns[position]
    guard column.isNullable else { return names.bound(expression, column.type, swiftType: column.swiftType) }
    let bound = names.bound("$0", column.type, swiftType: column.swiftType)
    return bound == "$0" ? expression : "\(expression).map { \(bound) }"
  }

  private static func capitalized(_ name: String) -> String { name.prefix(1).uppercased() + name.dropFirst() }
}
