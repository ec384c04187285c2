import Diagnostics
import SchemaLanguage

extension GraphResolver {
  /// Makes the unique keys of columns, the declared indexes and the checks of every model.
  mutating func resolveIndexes() {
    for index in graph.models.indices {
      guard let declaration = declaration(of: index) else { continue }
      let model = ID<Model>(index)
      resolveUniqueColumns(declaration, of: model)
      for index in declaration.indexes { resolveIndex(index, of: model) }
      resolveChecks(declaration, of: model)
    }
  }

  private mutating func resolveUniqueColumns(_ declaration: ModelDeclaration, of model: ID<Model>) {
    var groups: [(name: String?, columns: [Int], range: SourceRange)] = []
    var groupPositions: [String: Int] = [:]
    for column in declaration.columns {
      guard let unique = column.options.values.unique, let position = columnPosition(column.name.value, of: model)
      else { continue }
      switch unique.value {
      case .no: continue
      case .alone: groups.append((nil, [position], unique.range))
      case .group(let name):
        if let known = groupPositions[name] {
          groups[known].columns.append(position)
        } else {
          groupPositions[name] = groups.count
          groups.append((name, [position], unique.range))
        }
      }
    }
    for group in groups {
      graph.models[model.index].indexes.append(
        Index(
          name: madeName(of: model, group.columns, suffix: "key"), parts: group.columns.map { IndexPart(.column($0)) },
          isUnique: true, declaredAt: group.range))
    }
  }

  private mutating func resolveIndex(_ declaration: IndexDeclaration, of model: ID<Model>) {
    let parts = declaration.parts.compactMap { indexPart($0, of: model) }
    guard parts.count == declaration.parts.count else { return }
    var index = Index(
      name: declaration.name?.value ?? madeIndexName(of: model, parts, isUnique: declaration.isUnique), parts: parts,
      isUnique: declaration.isUnique, declaredAt: declaration.range)
    index.kind = declaration.kind?.value
    index.parser = declaration.parser?.value
    index.isInvisible = declaration.isInvisible
    index.comment = declaration.comment?.value
    index.keyBlockSize = declaration.keyBlockSize?.value
    graph.models[model.index].indexes.append(index)
  }

  private func madeIndexName(of model: ID<Model>, _ parts: [IndexPart], isUnique: Bool) -> String {
    var pieces = [graph[model].table]
    for part in parts {
      if let column = part.column {
        pieces.append(graph[model].columns[column].name)
      } else {
        pieces.append("expression")
      }
    }
    pieces.append(isUnique ? "key" : "idx")
    return ShortenedName.fitting(pieces.joined(separator: "_"))
  }

  /// A part of an index or primary key; `nil` with a diagnostic if its column does not exist.
  mutating func indexPart(_ declaration: IndexPartDeclaration, of model: ID<Model>) -> IndexPart? {
    switch declaration.content {
    case .column(let name):
      guard let position = findColumn(name, of: model) else { return nil }
      // A prefix as long as its column is the column: so the server keeps it.
      let length = declaration.length?.value
      let isWhole = length != nil && length == graph[model].columns[position].type.length
      return IndexPart(.column(position), length: isWhole ? nil : length, isDescending: declaration.isDescending)
    case .expression(let expression):
      return IndexPart(.expression(expression.value), isDescending: declaration.isDescending)
    }
  }

  private mutating func resolveChecks(_ declaration: ModelDeclaration, of model: ID<Model>) {
    for column in declaration.columns {
      guard let check = column.options.values.check, let position = columnPosition(column.name.value, of: model)
      else { continue }
      add(check, name: madeName(of: model, [position], suffix: "check"), to: model)
    }
    for (number, check) in declaration.checks.enumerated() {
      let table = graph[model].table
      let made = ShortenedName.fitting("\(table)_\(check.name?.value ?? String(number + 1))_check")
      add(check, name: check.isNamedAfterTable ? made : check.name?.value ?? made, to: model)
    }
  }

  private mutating func add(_ check: CheckDeclaration, name: String, to model: ID<Model>) {
    graph.models[model.index].checks.append(
      Check(
        name: name, condition: check.condition.value, isEnforced: check.isEnforced,
        declaredAt: check.name?.range ?? check.condition.range))
  }

  /// Checks that every FOREIGN KEY references a unique key. (What servers ask of the types is the verifier's.)
  mutating func checkReferencedKeys() {
    for edge in graph.edges where edge.constraint != nil {
      let parent = graph[edge.parent]
      let names = edge.parentColumns.map { parent.columns[$0].attribute }
      let keys = [parent.primaryKeyColumns] + parent.indexes.filter(\.isUnique).compactMap(\.wholeColumns)
      if !keys.contains(edge.parentColumns) {
        diagnostics.error(
          GraphRule.referencedKeyNotUnique, at: edge.declaredAt,
          "A foreign key references a unique key, and \(quoted(names)) of '\(parent.name)' is none",
          explanation: "Write unique: true there, or reference the primary key: "
            + "\(parent.primaryKeyColumns.map { parent.columns[$0].attribute }.joined(separator: ", ")).")
      }
    }
  }

  private func quoted(_ names: [String]) -> String {
    names.count == 1 ? "column '\(names[0])'" : "columns (\(names.joined(separator: ", ")))"
  }
}
