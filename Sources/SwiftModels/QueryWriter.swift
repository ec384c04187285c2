import AssociationGraph

/// Writes the type of a query: its statement, its parameters, its rows and the nested result.
struct QueryWriter {
  let names: SwiftNames
  let query: QueryPlan
  let name: String
  let statement: StatementText
  private let shape: ResultShape

  init(names: SwiftNames, query position: Int, statement: StatementText) {
    self.names = names
    self.statement = statement
    query = names.graph.queries[position]
    name = names.queries[position]
    shape = ResultShape(query, names: names)
  }

  private var library: LibraryNames { shape.library }
  private var access: String { names.access }

  /// Writes the declaration.
  func write(to writer: inout CodeWriter) {
    writeDocumentation(to: &writer)
    writer.open(access, "enum ", SwiftIdentifier.spelled(name))
    writeStatement(to: &writer)
    if !query.parameters.isEmpty { writeParameters(to: &writer) }
    writeRow(to: &writer)
    writer.blank()
    ResultTypeWriter(shape: shape).write(0, to: &writer)
    writer.blank()
    NestWriter(shape: shape).write(to: &writer)
    writer.close()
  }

  private func writeDocumentation(to writer: inout CodeWriter) {
    if let documentation = query.documentation, !documentation.isEmpty {
      for line in documentation.split(separator: "\n", omittingEmptySubsequences: false) {
        line.isEmpty ? writer.documentation() : writer.documentation(CommentText.plain(String(line)))
      }
    } else {
      writer.documentation(QuerySummary(shape: shape).text)
    }
  }

  // MARK: The statement

  private func writeStatement(to writer: inout CodeWriter) {
    let string = library[.string]
    let parameters = query.parameters.isEmpty ? "." : "; ``Parameters`` holds the values of its placeholders."
    if !statement.hasLists {
      writer.documentation("The statement", parameters)
      writer.line(access, "static let sql: ", string, " = \"\"\"")
      writeLiteral(to: &writer)
      writer.blank()
      return
    }
    writer.documentation("The statement for `parameters`, with a placeholder for each element of a list.")
    writer.open(access, "static func sql(_ parameters: Parameters) -> ", string)
    writer.line("\"\"\"")
    writeLiteral(to: &writer, level: 0)
    writer.close()
    writer.blank()
    writer.documentation("As many placeholders as a list has elements; for an empty one a subquery without rows.")
    writer.open("private static func placeholders(_ count: ", library[.int], ") -> ", string)
    writer.line("if count == 0 { return \"SELECT NULL FROM DUAL WHERE FALSE\" }")
    writer.line("return [", string, "](repeating: \"?\", count: count).joined(separator: \", \")")
    writer.close()
    writer.blank()
  }

  /// Writes the statement's lines and the closing quotes, `level` levels deeper.
  private func writeLiteral(to writer: inout CodeWriter, level: Int = 1) {
    var literal: [UInt8] = []
    for segment in statement.segments {
      switch segment {
      case .sql(let text): literal += StringLiteral.multiline(text).utf8
      case .list(let position):
        let name = parameterName(query.parameters[position])
        literal += "\\(placeholders(parameters.\(SwiftIdentifier.member(name)).count))".utf8
      }
    }
    literal += "\n\"\"\"\n".utf8
    for _ in 0..<level { writer.indentBlock() }
    writer.lines(literal)
    for _ in 0..<level { writer.outdentBlock() }
  }

  // MARK: Parameters

  private func parameterName(_ parameter: QueryParameter) -> String {
    SwiftIdentifier.free(SwiftNames.property(parameter.swiftName)) { $0 == "bindings" }
  }

  private func writeParameters(to writer: inout CodeWriter) {
    var list = PropertyList(access: access)
    for parameter in query.parameters {
      let type = names.valueType(parameter.type, swiftType: parameter.swiftType, library: library, noting: &writer)
      list.properties.append(
        PropertyList.Property(name: parameterName(parameter), type: parameter.isList ? "[\(type)]" : type))
    }
    writer.documentation("The values of the statement's parameters.")
    writer.open(access, "struct Parameters: ", library[.hashable], ", ", library[.sendable])
    list.writeDeclarations(to: &writer)
    writer.blank()
    list.writeInitializer(to: &writer)
    writer.blank()
    writer.documentation("What stands for the placeholders, in their order.")
    let type = "[any \(library[.encodable]) & \(library[.sendable])]"
    let values = statement.placeholders.map { (value: value(of: query.parameters[$0]), query.parameters[$0].isList) }
    if values.contains(where: \.1) {
      writer.open(access, "var bindings: ", type)
      writer.line("var bindings: ", type, " = []")
      for (value, isList) in values {
        isList
          ? writer.line("bindings += ", value, " as ", type)
          : writer.line("bindings.append(", value, ")")
      }
      writer.line("return bindings")
      writer.close()
    } else {
      writer.list("\(access)var bindings: \(type) { [", values.map(\.value), "] }")
    }
    writer.close()
    writer.blank()
  }

  /// The expression that gives a parameter's value in the form that the server takes.
  private func value(of parameter: QueryParameter) -> String {
    let name = SwiftIdentifier.spelled(parameterName(parameter))
    if parameter.type == .uuid, parameter.swiftType == nil {
      // The column is compared byte by byte, and holds small letters.
      return parameter.isList ? "\(name).map { $0.uuidString.lowercased() }" : "\(name).uuidString.lowercased()"
    }
    guard case .set = parameter.type, parameter.swiftType == nil else { return name }
    let type = "\(SwiftIdentifier.spelled(names.namespace)).CommaSeparated"
    return parameter.isList ? "\(name).map { \(type)($0) }" : "\(type)(\(name))"
  }

  // MARK: Rows

  private func writeRow(to writer: inout CodeWriter) {
    var list = PropertyList(access: access)
    for (position, source) in query.sources.enumerated() {
      // A junction row's columns stand behind the target's.
      let last = source.hops.count - 1
      for hopPosition in [last] + source.hops.indices.dropLast() {
        let hop = source.hops[hopPosition]
        let model = names.graph[hop.model]
        for selected in hop.columns {
          let term = ColumnTerm(source: position, hop: hopPosition, column: selected.column)
          let isOptional = shape.elements[position].mayBeMissing || model.columns[selected.column].isNullable
          list.properties.append(
            PropertyList.Property(
              name: SwiftNames.property(selected.rowName),
              type: shape.valueType(of: term, noting: &writer) + (isOptional ? "?" : ""), key: selected.name))
        }
      }
    }
    writer.documentation("One row of the joined result.")
    writer.open(access, "struct Row: ", library[.codable], ", ", library[.hashable], ", ", library[.sendable])
    list.writeDeclarations(to: &writer)
    writer.blank()
    list.writeCodingKeys(to: &writer, library: library)
    writer.close()
  }
}
