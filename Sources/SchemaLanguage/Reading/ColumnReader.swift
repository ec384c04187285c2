import Diagnostics
import YAMLSyntax

extension SchemaReader {
  mutating func readColumns(_ entry: YAMLEntry) -> [ColumnDeclaration] {
    guard let entries = readEntries(entry, ModelKey.columns) else { return [] }
    var columns: [ColumnDeclaration] = []
    columns.reserveCapacity(entries.count)
    var rest = entries.makeIterator()
    while let entry = rest.next() {
      if let column = readColumn(entry, rest: &rest) { columns.append(column) }
    }
    return columns
  }

  /// A column; `rest` gives those behind it (see ``readType(_:rest:expected:)``).
  private mutating func readColumn(_ entry: YAMLEntry, rest: inout YAMLEntries.Iterator) -> ColumnDeclaration? {
    guard let name = readEntryName(entry.key, of: "a column") else { return nil }
    if entry.value.isNull {
      reportNoValue(
        entry.value, of: entry.key, explanation: "Write the column's type: `\(entry.key.text): string(80)`.")
      return nil
    }
    guard entry.value.kind == .mapping else {
      let shape = ValueShape.either([.type, .mapping(ColumnKey.self)])
      return readType(entry, rest: &rest, expected: shape).map { ColumnDeclaration(name: name, type: $0) }
    }
    var type: Located<TypeSyntax>?
    var hasType = false
    var options = ColumnOptionValues()
    var hasOptions = false
    var parts = entry.value.entries.makeIterator()
    while let part = parts.next() {
      guard let key = recognize(part, ColumnKey.self) else { continue }
      if key != .type { hasOptions = true }
      switch key {
      case .type:
        hasType = true
        type = readType(part, rest: &parts)
      case .nullable: options.isNullable = readBoolean(part.value, of: part.key)
      case .primaryKey: options.isPrimaryKey = readBoolean(part.value, of: part.key)
      case .autoIncrement: options.isAutoIncrement = readBoolean(part.value, of: part.key)
      case .unique: options.unique = readUnique(part)
      case .default: options.defaultValue = readDefault(part)
      case .onUpdate: options.onUpdateNow = readOnUpdate(part)
      case .check: options.check = readCheck(part, name: nil, ColumnKey.check)
      case .comment: options.comment = readText(part.value, of: part.key)
      case .generated: options.generated = readGenerated(part)
      case .charset: options.charset = readName(part.value, of: part.key)
      case .collation: options.collation = readName(part.value, of: part.key)
      case .invisible: options.isInvisible = readBoolean(part.value, of: part.key)
      case .column: options.sqlName = readName(part.value, of: part.key)
      case .swift: readColumnSwift(part, into: &options)
      }
    }
    if !hasType { reportMissing(ColumnKey.type, at: entry.key, "Column \(quoted(name.value)) has no 'type'") }
    guard let type else { return nil }
    if type.value.isNullable, let isNullable = options.isNullable, !isNullable.value {
      report(
        .conflict, at: isNullable.range,
        "Column \(quoted(name.value)) is nullable by the '?' of its type, and not by 'nullable'",
        explanation: "Leave one of them out.", notes: [Diagnostic.Note("The type stands here", at: type.range)])
    }
    return ColumnDeclaration(name: name, type: type, options: hasOptions ? ColumnOptions(options) : .none)
  }

  private mutating func readUnique(_ entry: YAMLEntry) -> Located<UniqueDeclaration>? {
    readBooleanOrName(entry)?.map { value in
      switch value {
      case .boolean(let isUnique): isUnique ? .alone : .no
      case .name(let group): .group(group)
      }
    }
  }

  private mutating func readOnUpdate(_ entry: YAMLEntry) -> Located<Bool>? {
    readChoice(entry.value, of: entry.key, OnUpdate.self)?.map { _ in true }
  }

  private mutating func readGenerated(_ entry: YAMLEntry) -> GeneratedDeclaration? {
    guard let parts = readEntries(entry, ColumnKey.generated) else { return nil }
    var expression: Located<String>?
    var hasExpression = false
    var isStored = false
    for part in parts {
      guard let key = recognize(part, GeneratedKey.self) else { continue }
      switch key {
      case .as:
        hasExpression = true
        expression = readSQL(part.value, of: part.key)
      case .stored: isStored = readBoolean(part.value, of: part.key)?.value ?? false
      }
    }
    if !hasExpression { reportMissing(GeneratedKey.as, at: entry.key, "A generated column has an expression, 'as'") }
    return expression.map { GeneratedDeclaration(expression: $0, isStored: isStored) }
  }

  private mutating func readColumnSwift(_ entry: YAMLEntry, into options: inout ColumnOptionValues) {
    guard let parts = readEntries(entry, ColumnKey.swift) else { return }
    for part in parts {
      guard let key = recognize(part, ColumnSwiftKey.self) else { continue }
      switch key {
      case .name: options.swiftName = readName(part.value, of: part.key)
      case .type: options.swiftType = readName(part.value, of: part.key)
      }
    }
  }
}

/// The values of `onUpdate` of a column.
private enum OnUpdate: String, CaseIterable {
  case now
}
