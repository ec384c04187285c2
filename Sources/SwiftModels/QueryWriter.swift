import AssociationGraph

/// Writes the type of a query: its statement, its parameters, its rows and the nested result.
struct QueryWriter {
  let names: SwiftNames
  let query: QueryPlan
  let name: String
  let statements: [StatementText]
  private let shape: ResultShape

  init(names: SwiftNames, query position: Int, statements: [StatementText]) {
    self.names = names
    self.statements = statements
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
    for (level, statement) in zip(shape.levels, statements) {
      writeStatement(statement, of: level, to: &writer)
    }
    if statements.contains(where: \.hasLists) { writePlaceholders(to: &writer) }
    if !query.parameters.isEmpty { writeParameters(to: &writer) }
    if let grouping = query.grouping {
      GroupWriter(names: names, query: query, grouping: grouping, library: library).write(to: &writer)
    } else {
      for level in shape.levels { writeRow(of: level, to: &writer) }
      writer.blank()
      ResultTypeWriter(shape: shape).write(0, to: &writer)
      writer.blank()
      NestWriter(shape: shape).write(to: &writer)
    }
    if shape.levels.count > 1 {
      writer.blank()
      writeFetch(to: &writer)
    }
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

  private func writeStatement(_ statement: StatementText, of level: ResultShape.Level, to writer: inout CodeWriter) {
    let string = library[.string]
    if level.plan.root != 0 {
      writer.documentation(
        "The statement for ", CommentText.code(shape.elements[level.plan.root].path), ": those of as many parents.")
      let parameters = statement.hasLists ? ", _ parameters: Parameters" : ""
      writer.open(access, "static func ", level.name, "SQL(parents count: ", library[.int], parameters, ") -> ", string)
      writer.line("\"\"\"")
      writeLiteral(statement, to: &writer, level: 0)
      writer.close()
      writer.blank()
      return
    }
    let parameters = query.parameters.isEmpty ? "." : "; ``Parameters`` holds the values of its placeholders."
    if !statement.hasLists {
      writer.documentation("The statement", parameters)
      writer.line(access, "static let sql: ", string, " = \"\"\"")
      writeLiteral(statement, to: &writer)
      writer.blank()
      return
    }
    writer.documentation("The statement for `parameters`, with a placeholder for each element of a list.")
    writer.open(access, "static func sql(_ parameters: Parameters) -> ", string)
    writer.line("\"\"\"")
    writeLiteral(statement, to: &writer, level: 0)
    writer.close()
    writer.blank()
  }

  private func writePlaceholders(to writer: inout CodeWriter) {
    let string = library[.string]
    writer.documentation("As many placeholders as a list has elements; for an empty one a subquery without rows.")
    writer.open("private static func placeholders(_ count: ", library[.int], ") -> ", string)
    writer.line("if count == 0 { return \"SELECT NULL FROM DUAL WHERE FALSE\" }")
    writer.line("return [", string, "](repeating: \"?\", count: count).joined(separator: \", \")")
    writer.close()
    writer.blank()
  }

  /// Writes the statement's lines and the closing quotes, `level` levels deeper.
  private func writeLiteral(_ statement: StatementText, to writer: inout CodeWriter, level: Int = 1) {
    var literal: [UInt8] = []
    for segment in statement.segments {
      switch segment {
      case .sql(let text): literal += StringLiteral.multiline(text)
      case .list(let position):
        let name = parameterName(query.parameters[position])
        literal += "\\(placeholders(parameters.\(SwiftIdentifier.member(name)).count))".utf8
      case .keys(let columns):
        let key = columns == 1 ? "?" : "(\([String](repeating: "?", count: columns).joined(separator: ", ")))"
        literal += "\\([\(library[.string])](repeating: \"\(key)\", count: count).joined(separator: \", \"))".utf8
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
    let type = bindingsType
    let values = bindings(of: statements[0])
    if values.contains(where: \.isList) {
      writer.open(access, "var bindings: ", type)
      writer.line("var bindings: ", type, " = []")
      write(values, to: &writer)
      writer.line("return bindings")
      writer.close()
    } else {
      writer.list("\(access)var bindings: \(type) { [", values.map(\.value), "] }")
    }
    writer.close()
    writer.blank()
  }

  /// `[any Encodable & Sendable]`.
  private var bindingsType: String { "[any \(library[.encodable]) & \(library[.sendable])]" }

  /// The values of a statement's placeholders, behind `parameters` if they are there.
  private func bindings(
    of statement: StatementText, behind prefix: String = "", keys: [String] = []
  ) -> [(value: String, isList: Bool)] {
    statement.placeholders.map { placeholder in
      switch placeholder {
      case .parameter(let position):
        let parameter = query.parameters[position]
        return (value(of: parameter, behind: prefix), parameter.isList)
      case .keys where keys.count == 1: return ("keys.map { key in \(keys[0]) }", true)
      case .keys: return ("keys.flatMap { key -> \(bindingsType) in [\(keys.joined(separator: ", "))] }", true)
      }
    }
  }

  private func write(_ values: [(value: String, isList: Bool)], to writer: inout CodeWriter) {
    for (value, isList) in values {
      isList
        ? writer.line("bindings += ", value, " as ", bindingsType)
        : writer.line("bindings.append(", value, ")")
    }
  }

  /// The expression that gives a parameter's value in the form that the server takes.
  private func value(of parameter: QueryParameter, behind prefix: String = "") -> String {
    let plain = parameterName(parameter)
    let name = prefix.isEmpty ? SwiftIdentifier.spelled(plain) : "\(prefix).\(SwiftIdentifier.member(plain))"
    guard parameter.isList else { return names.bound(name, parameter.type, swiftType: parameter.swiftType) }
    let element = names.bound("$0", parameter.type, swiftType: parameter.swiftType)
    return element == "$0" ? name : "\(name).map { \(element) }"
  }

  // MARK: Rows

  private func writeRow(of level: ResultShape.Level, to writer: inout CodeWriter) {
    var list = PropertyList(access: access)
    func add(_ selected: [SelectedColumn], of hopPosition: Int, source position: Int, mayBeMissing: Bool) {
      let columns = names.graph[query.sources[position].hops[hopPosition].model].columns
      list.properties.reserveCapacity(list.properties.count + selected.count)
      for selected in selected {
        list.properties.append(
          PropertyList.Property(
            name: SwiftNames.property(selected.rowName),
            type: shape.valueType(of: selected.column, in: columns, noting: &writer),
            isOptional: mayBeMissing || columns[selected.column].isNullable, key: selected.name))
      }
    }
    if let parent = query.sources[level.plan.root].parent {
      add(
        query.keyOfParents(of: level.plan.root, in: names.graph), of: query.sources[parent].hops.count - 1,
        source: parent, mayBeMissing: false)
    }
    for position in level.plan.sources {
      let source = query.sources[position]
      // A junction row's columns stand behind the target's.
      let last = source.hops.count - 1
      for hop in [last] + source.hops.indices.dropLast() {
        add(
          source.hops[hop].columns, of: hop, source: position, mayBeMissing: shape.elements[position].mayBeMissing)
      }
    }
    if level.plan.root != 0 { writer.blank() }
    writer.documentation(
      level.plan.root == 0
        ? "One row of the joined result."
        : "One row of the statement for \(CommentText.code(shape.elements[level.plan.root].path)).")
    writer.open(
      access, "struct ", SwiftIdentifier.spelled(level.row), ": ", library[.codable], ", ", library[.hashable], ", ",
      library[.sendable])
    list.writeDeclarations(to: &writer)
    writer.blank()
    list.writeCodingKeys(to: &writer, library: library)
    writer.close()
  }

  // MARK: Batches

  /// Writes the function that runs all statements of a batched query.
  private func writeFetch(to writer: inout CodeWriter) {
    let namespace = SwiftIdentifier.spelled(names.namespace)
    let element = SwiftIdentifier.spelled(shape.elements[0].type)
    writer.documentation("Runs the statements, one after the other, and nests what they return.")
    writer.documentation()
    writer.documentation(
      "- Parameter run: Runs a statement, and decodes each row as the type that it names. So that all statements see the "
        + "same rows, let it run them in one transaction.")
    let result = ResultReturn(query: query, element: element)
    result.writeDocumentation(names: names, to: &writer)
    let hasParameters = !query.parameters.isEmpty
    writer.list(
      "\(access)static func fetch(",
      (hasParameters ? ["_ parameters: Parameters"] : []) + ["run: \(namespace).Statement.Runner"],
      ") async throws -> \(result.type) {")
    writer.indentBlock()
    for (level, statement) in zip(shape.levels, statements) {
      let row = SwiftIdentifier.spelled(level.row)
      if level.plan.root == 0 {
        let sql = statement.hasLists ? "sql(parameters)" : "sql"
        let bindings = hasParameters ? "parameters.bindings" : "[]"
        writer.line(
          "let rows = try await ", namespace, ".Statement.rows(", sql, ", ", bindings, ", as: ", row, ".self, run)")
        continue
      }
      let rows = "\(level.name)Rows"
      let parentRows = query.sources[level.plan.root].parent.map { parent in
        let above = shape.level(of: parent)
        return above.plan.root == 0 ? "rows" : "\(above.name)Rows"
      }
      let key = shape.parentKey(of: level)
      writer.line("var ", rows, ": [", row, "] = []")
      writer.open(
        "for keys in ", namespace, ".Statement.portions(of: ", level.name, "Parents(in: ", parentRows ?? "rows",
        "), columns: ", String(key.count), ")")
      writer.line("var bindings: ", bindingsType, " = []")
      write(bindings(of: statement, behind: "parameters", keys: key.map(keyBinding)), to: &writer)
      let parameters = statement.hasLists ? ", parameters" : ""
      writer.line("let sql = ", level.name, "SQL(parents: keys.count", parameters, ")")
      writer.line(rows, " += try await ", namespace, ".Statement.rows(sql, bindings, as: ", row, ".self, run)")
      writer.close()
    }
    let arguments =
      ["rows"] + shape.levels.dropFirst().map { "\(SwiftIdentifier.label($0.name)): \($0.name)Rows" }
    writer.list("return \(result.isArray ? "" : "try ")nest(", arguments, ")")
    writer.close()
    for level in shape.levels.dropFirst() {
      writer.blank()
      NestWriter(shape: shape).writeParents(of: level, to: &writer)
    }
  }

  /// The value of a part of a parent's key as the server takes it.
  private func keyBinding(_ part: ResultShape.KeyPart) -> String {
    let name = "key.\(SwiftIdentifier.member(part.name))"
    if shape.isComparedByBytes(part) { return "\(library[.string])(decoding: \(name), as: \(library[.utf8]).self)" }
    let column = names.graph[query.sources[part.term.source].hops[part.term.hop].model].columns[part.term.column]
    return names.bound(name, column.type, swiftType: column.swiftType)
  }
}
