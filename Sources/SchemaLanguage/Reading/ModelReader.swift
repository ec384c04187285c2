import Diagnostics
import YAMLSyntax

extension SchemaReader {
  mutating func readModels(_ entry: YAMLEntry, into models: inout [ModelDeclaration]) {
    if entry.value.isNull || entry.value.kind == .mapping && entry.value.count == 0 { return reportNoModels(entry) }
    guard let entries = readEntries(entry, TopLevelKey.models) else { return }
    models += readInParts(entries) { $0.readModel($1) }
  }

  private mutating func reportNoModels(_ entry: YAMLEntry) {
    report(
      .emptyList, at: entry.key, "'models' has at least one model",
      explanation: "Write a model's name, and under it its `columns`.")
  }

  private mutating func readModel(_ entry: YAMLEntry) -> ModelDeclaration? {
    guard let name = readEntryIdentifier(entry.key, of: "a model") else { return nil }
    var model = ModelDeclaration(name: name)
    // A model with nothing in it has an `id` and timestamps.
    if entry.value.isNull { return model }
    guard entry.value.kind == .mapping else {
      reportShape(
        entry.value, of: entry.key, expected: "a mapping",
        explanation: "Columns stand under `columns:` in a model.")
      return model
    }
    for part in entry.value.entries {
      guard let key = recognize(part, ModelKey.self) else { continue }
      switch key {
      case .table: model.table = readName(part.value, of: part.key)
      case .uses: model.uses = readNames(part.value, of: part.key, ModelKey.uses) ?? []
      case .columns: model.columns += readColumns(part)
      case .primaryKey: model.primaryKey = readPrimaryKey(part)
      case .autoIncrementStart: model.autoIncrementStart = readNumber(part.value, of: part.key, from: 1)
      case .timestamps: model.timestamps = readTimestamps(part)
      case .softDelete: model.softDelete = readBooleanOrName(part).flatMap(deletionColumn)
      case .belongsTo: readAssociations(part, key, .belongsTo, into: &model.associations)
      case .hasOne: readAssociations(part, key, .hasOne, into: &model.associations)
      case .hasMany: readAssociations(part, key, .hasMany, into: &model.associations)
      case .belongsToMany: readAssociations(part, key, .belongsToMany, into: &model.associations)
      case .indexes: model.indexes += readIndexes(part)
      case .checks: model.checks += readChecks(part)
      case .comment: model.comment = readText(part.value, of: part.key)
      case .engine: model.engine = readName(part.value, of: part.key)
      case .charset: model.charset = readName(part.value, of: part.key)
      case .collation: model.collation = readName(part.value, of: part.key)
      case .rowFormat: model.rowFormat = readName(part.value, of: part.key)
      case .keyBlockSize: model.keyBlockSize = readNumber(part.value, of: part.key, from: 1)
      case .partition: model.partition = readPartition(part)
      case .crud: model.statements = readStatements(part)
      case .swift: model.swiftName = readModelSwift(part)
      }
    }
    return model
  }

  /// The column of `softDelete`; `nil` for `false`.
  private func deletionColumn(_ value: Located<BooleanOrName>) -> Located<String>? {
    switch value.value {
    case .boolean(let isThere): isThere ? Located("deletedAt", at: value.range) : nil
    case .name(let name): Located(name, at: value.range)
    }
  }

  /// `crud`: all statements, or those that are chosen.
  private mutating func readStatements(_ entry: YAMLEntry) -> Set<RowStatement> {
    guard entry.value.kind == .mapping else {
      if entry.value.kind == .sequence {
        reportShape(entry.value, of: entry.key, ModelKey.crud)
        return []
      }
      return readBoolean(entry.value, of: entry.key)?.value == true ? Set(RowStatement.allCases) : []
    }
    var chosen: Set<RowStatement> = []
    var refused: Set<RowStatement> = []
    for part in entry.value.entries {
      guard let statement = recognize(part, RowStatement.self),
        let isMade = readBoolean(part.value, of: part.key)?.value
      else { continue }
      if isMade { chosen.insert(statement) } else { refused.insert(statement) }
    }
    if entry.value.count == 0 { reportEmpty(entry.value, of: entry.key) }
    return chosen.isEmpty && !refused.isEmpty ? Set(RowStatement.allCases).subtracting(refused) : chosen
  }

  private mutating func readModelSwift(_ entry: YAMLEntry) -> Located<String>? {
    var name: Located<String>?
    guard let parts = readEntries(entry, ModelKey.swift) else { return nil }
    for part in parts {
      switch recognize(part, ModelSwiftKey.self) {
      case .name: name = readName(part.value, of: part.key)
      case nil: continue
      }
    }
    return name
  }
}
