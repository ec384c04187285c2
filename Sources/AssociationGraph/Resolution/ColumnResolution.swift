import Diagnostics
import SchemaLanguage

extension GraphResolver {
  /// Adds a declared column with all its attributes.
  mutating func addDeclaredColumn(_ declaration: ColumnDeclaration, to id: ID<Model>) {
    let options = declaration.options.values
    let attribute = declaration.name.value
    // A type that is not understood has its own diagnostic; the column stays, so that its name is known.
    let known = columnType(declaration.type, of: id, column: declaration.name)
    if known == nil { brokenNames[id.index].insert(attribute) }
    let type = known ?? .int
    let isNullable = options.isNullable?.value ?? declaration.type.value.isNullable
    var column = Column(
      name: options.sqlName?.value ?? sqlColumnName(attribute), attribute: attribute,
      swiftName: options.swiftName?.value ?? swiftPropertyName(attribute), type: type, isNullable: isNullable,
      role: .declared, declaredAt: declaration.name.range)
    column.isAutoIncrement = options.isAutoIncrement?.value ?? false
    column.isInvisible = options.isInvisible?.value ?? false
    column.comment = options.comment?.value
    column.swiftType = options.swiftType?.value
    column.generation = options.generated.map { Generation(expression: $0.expression.value, isStored: $0.isStored) }
    if known != nil { takeCollation(of: &column, charset: options.charset, collation: options.collation, model: id) }
    if let update = options.onUpdateNow, update.value {
      if known != nil, type.temporalFraction == nil {
        diagnostics.error(
          GraphRule.attributeForType, at: update.range,
          "Column '\(attribute)' cannot be updated to the current time: its type is neither datetime nor timestamp")
      }
      column.isUpdatedToNow = true
    }
    if let flag = options.isAutoIncrement, flag.value {
      switch type {
      case .integer: break
      default:
        if known == nil { break }
        diagnostics.error(
          GraphRule.attributeForType, at: flag.range,
          "Column '\(attribute)' cannot be numbered by the server: its type is no integer")
      }
    }
    if known != nil { column.defaultValue = resolveDefault(options.defaultValue, of: column) }
    addColumn(column, to: id)
  }

  /// Gives a column that holds text its collation: its own, else its table's. A UUID has its own.
  mutating func takeCollation(
    of column: inout Column, charset: Located<String>?, collation: Located<String>?, model: ID<Model>
  ) {
    guard column.type.holdsText else {
      if let said = charset ?? collation {
        diagnostics.error(
          GraphRule.attributeForType, at: said.range,
          "Column '\(column.attribute)' has no character set: its type holds no text")
      }
      return
    }
    let standard = column.type == .uuid ? .asciiBinary : graph[model].options.collation
    column.collation = resolveCollation(charset: charset, collation: collation, otherwise: standard)
    column.hasOwnCollation = collation != nil || (column.type == .uuid && charset == nil)
  }

  /// What `default` says, read by the column's type.
  mutating func resolveDefault(_ declaration: DefaultDeclaration?, of column: Column) -> ColumnDefault? {
    switch declaration {
    case nil: return nil
    case .expression(let expression)?: return .expression(expression.value)
    case .value(let syntax)?:
      if case .scalar(let text, _) = syntax.content {
        if text == "now", column.type.isTemporal { return .now }
        if text == "uuid", column.type == .uuid { return .uuid }
      }
      guard let value = readValue(syntax, as: column, ignoresQuotes: true) else { return nil }
      guard value == .null else { return .value(value) }
      if !column.isNullable {
        diagnostics.error(
          ValueRule.null, at: syntax.range,
          "Column '\(column.attribute)' is not nullable, so NULL cannot be its default",
          explanation: "Write '?' behind the type to make the column nullable, or leave the default out.")
      }
      return nil
    }
  }
}

extension ColumnType {
  /// Whether `now` is a default of the type.
  var isTemporal: Bool {
    switch self {
    case .date, .time, .datetime, .timestamp, .year: true
    default: false
    }
  }
}
