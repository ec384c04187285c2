import Diagnostics
import SchemaLanguage

extension GraphResolver {
  /// Makes the schema's shared enumerations.
  mutating func resolveEnumerations() {
    var firsts: [String: SourceRange] = [:]
    for declaration in document.enums {
      let name = declaration.name
      if let first = firsts[name.value] {
        diagnostics.error(
          GraphRule.duplicateEnum, at: name.range, "Enumeration '\(name.value)' is declared twice",
          notes: [Diagnostic.Note("First declared here", at: first)])
        continue
      }
      firsts[name.value] = name.range
      sharedEnumerations[name.value] = addEnumeration(
        members: declaration.members.map(\.value), swiftName: swiftTypeName(name.value), isShared: true,
        declaredAt: name.range)
    }
  }

  /// Adds an enumeration to the graph.
  mutating func addEnumeration(
    members: [String], swiftName: String, isShared: Bool, declaredAt: SourceRange
  ) -> ID<Enumeration> {
    graph.enumerations.append(
      Enumeration(
        swiftName: swiftName, isShared: isShared, members: members, swiftCases: enumerationCases(of: members),
        declaredAt: declaredAt))
    return ID(graph.enumerations.count - 1)
  }

  /// The name of a top-level Swift type: `name` in upper camel case behind the schema's prefix.
  func swiftTypeName(_ name: String) -> String {
    (document.swift.prefix?.value ?? "") + Words(of: name).upperCamelCase
  }

  /// Reports what is wrong in `defaults`, also where no model takes them.
  private mutating func checkDefaults() {
    guard let model = graph.models.indices.first.map({ ID<Model>($0) }) else { return }
    // Nothing of this stays: a type may bring an enumeration.
    let graph = graph
    defer { self.graph = graph }
    let defaults = document.defaults
    if let type = defaults.id { _ = columnType(type, of: model, column: Located("id", at: type.range)) }
    if let type = defaults.timestamps?.type {
      _ = timestampType(type, of: model, column: Located("createdAt", at: type.range))
    }
    _ = resolveCollation(
      charset: defaults.charset, collation: defaults.collation, otherwise: self.graph.database.collation)
  }

  /// So many models are made before what was written of their columns is let go of.
  private static let modelsAtATime = 2_048

  /// Makes the declared models with their own columns; those of foreign keys come with the associations.
  mutating func resolveModels() {
    defer { checkDefaults() }
    let junctionNames = Set(
      document.models.lazy.flatMap(\.associations).compactMap { $0.options.values.through?.value })
    let declarations = findModels()
    graph.models.reserveCapacity(declarations.count)
    for start in stride(from: 0, to: declarations.count, by: Self.modelsAtATime) {
      let turn = start..<min(start + Self.modelsAtATime, declarations.count)
      let parts = inParts(of: turn) { resolver, positions in
        resolver.draftModels(declarations[positions], junctionNames: junctionNames)
      }
      for part in parts { append(part) }
      for position in declarations[turn] {
        // The next passes look at what is said of columns alone. (A new list, which has no more room than it needs.)
        let columns = document.models[position].columns
        document.models[position].columns = columns.filter { $0.options !== ColumnOptions.none }
      }
    }
  }

  /// The positions of the models' declarations, but for those whose name is taken.
  private mutating func findModels() -> [Int] {
    var firsts: [String: Int] = [:]
    firsts.reserveCapacity(document.models.count)
    return document.models.indices.filter { position in
      let name = document.models[position].name
      guard let first = firsts[name.value] else {
        firsts[name.value] = position
        return true
      }
      diagnostics.error(
        GraphRule.duplicateModel, at: name.range, "Model '\(name.value)' is declared twice",
        notes: [Diagnostic.Note("First declared here", at: document.models[first].name.range)])
      return false
    }
  }

  /// The models of some declarations with their own columns.
  private mutating func draftModels(_ declarations: ArraySlice<Int>, junctionNames: Set<String>) -> ModelPart {
    var part = ModelPart(Array(graph.enumerations.prefix(sharedEnumerations.count)))
    exchangeModels(with: &part)
    for position in declarations {
      let declaration = document.models[position]
      let id = addModel(declaration, at: position, origin: .declared)
      resolveColumns(
        of: id, declaration,
        // The two keys of a junction table are its primary key unless it has one of its own.
        hasImplicitKey: !junctionNames.contains(declaration.name.value))
    }
    exchangeModels(with: &part)
    return part
  }

  /// Adds a model without columns, whose declaration is at a position of the document's, or nowhere.
  mutating func addModel(
    _ declaration: ModelDeclaration, at position: Int? = nil, origin: Model.Origin
  ) -> ID<Model> {
    let name = declaration.name.value
    let id = ID<Model>(graph.models.count)
    var options = TableOptions(
      engine: canonicalEngine(declaration.engine?.value ?? document.defaults.engine?.value ?? "InnoDB"),
      collation: tableCollation(declaration))
    // Servers count from 1 by themselves, and do not show that.
    options.autoIncrementStart = declaration.autoIncrementStart.flatMap { $0.value == 1 ? nil : $0.value }
    options.rowFormat = declaration.rowFormat?.value.uppercased()
    options.keyBlockSize = declaration.keyBlockSize?.value
    options.comment = declaration.comment?.value
    graph.models.append(
      Model(
        name: name,
        table: declaration.table?.value
          ?? ShortenedName.fitting(SQLNames.tableName(forModel: name, style: document.naming.tables)),
        origin: origin, options: options, swiftName: declaration.swiftName?.value ?? swiftTypeName(name),
        declaredAt: declaration.name.range))
    modelIDs[name] = id
    columnNames.append(ColumnNames())
    associationIDs.append([:])
    polymorphicIDs.append([:])
    brokenNames.append([])
    declarationPositions.append(position)
    return id
  }

  private mutating func tableCollation(_ declaration: ModelDeclaration) -> Collation {
    if declaration.charset != nil || declaration.collation != nil {
      return resolveCollation(
        charset: declaration.charset, collation: declaration.collation, otherwise: graph.database.collation)
    }
    return resolveCollation(
      charset: document.defaults.charset, collation: document.defaults.collation, otherwise: graph.database.collation)
  }

  /// The engine's name in the server's own letter case; other engines' as written.
  private func canonicalEngine(_ name: String) -> String {
    let known = ["InnoDB", "MyISAM", "MEMORY", "CSV", "ARCHIVE", "BLACKHOLE", "FEDERATED", "MRG_MyISAM", "Aria"]
    return known.first { $0.lowercased() == name.lowercased() } ?? name
  }

  /// Adds the implicit key, the declared columns and the timestamps.
  private mutating func resolveColumns(of id: ID<Model>, _ declaration: ModelDeclaration, hasImplicitKey: Bool) {
    let flagged = declaration.columns.filter { $0.options.values.isPrimaryKey?.value == true }
    if let first = flagged.first, case .parts(_, let range)? = declaration.primaryKey {
      diagnostics.error(
        GraphRule.primaryKey, at: range, "Model '\(declaration.name.value)' declares its primary key twice",
        explanation: "Write either primaryKey on the model or primaryKey: true on columns.",
        notes: [Diagnostic.Note("Column '\(first.name.value)' is declared a key here", at: first.name.range)])
    }
    if hasImplicitKey, flagged.isEmpty, declaration.primaryKey == nil {
      if let own = declaration.columns.first(where: { $0.name.value.lowercased() == "id" }) {
        brokenKeys.insert(id)
        diagnostics.error(
          GraphRule.primaryKey, at: own.name.range,
          "Model '\(declaration.name.value)' declares no primary key, so its column '\(own.name.value)' meets the implicit 'id'",
          explanation: "Write primaryKey: true in the column, name the key with primaryKey: […] on the model, or write "
            + "primaryKey: none for a table without one.")
      } else {
        addImplicitKey(to: id)
      }
    }
    // Beside the declared columns: the key, the timestamps, and a key for each parent.
    graph.models[id.index].columns.reserveCapacity(
      declaration.columns.count + 3 + declaration.associations.count { $0.kind == .belongsTo })
    for column in declaration.columns { addDeclaredColumn(column, to: id) }
    let timestamps = declaration.timestamps ?? document.defaults.timestamps
    addTimestamps(timestamps, to: id)
    graph.models[id.index].statements = declaration.statements
    if let name = declaration.softDelete { addDeletionColumn(name, type: timestamps?.type, to: id) }
  }

  private mutating func addImplicitKey(to id: ID<Model>) {
    let range = graph[id].declaredAt
    let type = document.defaults.id ?? Located(TypeSyntax(name: "integer"), at: range)
    var column = Column(
      name: sqlColumnName("id"), attribute: "id", swiftName: "id",
      type: columnType(type, of: id, column: Located("id", at: range)) ?? .int, isNullable: false,
      role: .implicitKey, declaredAt: range)
    switch column.type {
    case .integer: column.isAutoIncrement = true
    case .uuid: column.defaultValue = .uuid
    default: break
    }
    takeCollation(of: &column, charset: nil, collation: nil, model: id)
    addColumn(column, to: id)
  }

  /// The type of a column that holds when something happened; `nil` with a diagnostic.
  private mutating func timestampType(
    _ type: Located<TypeSyntax>, of model: ID<Model>, column: Located<String>
  ) -> ColumnType? {
    guard let resolved = columnType(type, of: model, column: column) else { return nil }
    if resolved.temporalFraction != nil { return resolved }
    diagnostics.error(
      GraphRule.attributeForType, at: type.range,
      "Timestamps have the type datetime or timestamp, not '\(type.value.name)'")
    return nil
  }

  /// Adds `createdAt` and `updatedAt` unless the model has a column of that name of its own.
  mutating func addTimestamps(_ timestamps: TimestampsDeclaration?, to id: ID<Model>) {
    guard timestamps?.isEnabled ?? true else { return }
    let range = graph[id].declaredAt
    let type = timestamps?.type ?? Located(TypeSyntax(name: "datetime"), at: range)
    for (choice, standard, role) in [
      (timestamps?.createdAt ?? .standard, "createdAt", Column.Role.createdAt),
      (timestamps?.updatedAt ?? .standard, "updatedAt", .updatedAt),
    ] {
      let name: Located<String>
      switch choice {
      case .none: continue
      case .standard: name = Located(standard, at: timestamps?.range ?? range)
      case .named(let own): name = own
      }
      if columnPosition(name.value, of: id) != nil { continue }
      guard let resolved = timestampType(type, of: id, column: name) else { continue }
      var column = Column(
        name: sqlColumnName(name.value), attribute: name.value, swiftName: swiftPropertyName(name.value),
        type: resolved, isNullable: false, role: role, declaredAt: name.range)
      column.defaultValue = .now
      column.isUpdatedToNow = role == .updatedAt
      addColumn(column, to: id)
    }
  }

  /// Makes the column `name` mark deleted rows: the model's own if it has one of that name, else a new one of `type`.
  private mutating func addDeletionColumn(_ name: Located<String>, type: Located<TypeSyntax>?, to id: ID<Model>) {
    if let own = columnPosition(name.value, of: id) {
      let column = graph[id].columns[own]
      guard column.isNullable, column.type.temporalFraction != nil else {
        diagnostics.error(
          GraphRule.attributeForType, at: name.range,
          "Column '\(name.value)' marks deleted rows by a moment, and is no nullable datetime or timestamp",
          explanation: "Declare it as `datetime?`, or leave it out: softDelete adds it.",
          notes: [Diagnostic.Note("It is declared here", at: column.declaredAt)])
        return
      }
      graph.models[id.index].deletionColumn = own
      return
    }
    let type = type ?? Located(TypeSyntax(name: "datetime"), at: name.range)
    guard let resolved = columnType(type, of: id, column: name), resolved.temporalFraction != nil else { return }
    graph.models[id.index].deletionColumn = addColumn(
      Column(
        name: sqlColumnName(name.value), attribute: name.value, swiftName: swiftPropertyName(name.value),
        type: resolved,
        isNullable: true, role: .deletedAt, declaredAt: name.range), to: id)
  }

  /// Appends `column` and makes it known by its attribute's name.
  @discardableResult
  mutating func addColumn(_ column: Column, to id: ID<Model>) -> Int {
    columnNames[id.index].append(column, to: &graph.models[id.index].columns)
    return graph[id].columns.count - 1
  }

  /// The SQL name of a column that the schema calls `attribute`, by `naming.columns`.
  func sqlColumnName(_ attribute: String) -> String {
    document.naming.columns == .snake ? SQLNames.snakeCase(attribute) : attribute
  }
}
