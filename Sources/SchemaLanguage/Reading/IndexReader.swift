import Diagnostics
import YAMLSyntax

// `indexes` and `primaryKey` of a model, and the parts that both are made of.
extension SchemaReader {
  mutating func readIndexes(_ entry: YAMLEntry) -> [IndexDeclaration] {
    guard let elements = readList(entry.value, of: entry.key, ModelKey.indexes) else { return [] }
    var indexes: [IndexDeclaration] = []
    indexes.reserveCapacity(elements.count)
    for element in elements {
      switch element.kind {
      case .scalar:
        guard let name = readName(element, of: entry.key, isItem: true) else { continue }
        indexes.append(IndexDeclaration(range: element.range, parts: [IndexPartDeclaration(.column(name))]))
      case .sequence:
        reportShape(
          element, of: entry.key, isItem: true, expected: "a name or a mapping",
          explanation: "Write `{ columns: [last, first] }` for one index over several columns.")
      case .mapping:
        if let index = readIndex(element) { indexes.append(index) }
      }
    }
    return indexes
  }

  private mutating func readIndex(_ node: YAMLNode) -> IndexDeclaration? {
    var index = IndexDeclaration(range: node.range, parts: [])
    var hasParts = false
    for part in node.entries {
      guard let key = recognize(part, IndexKey.self) else { continue }
      switch key {
      case .columns:
        hasParts = true
        index.parts = readParts(part, IndexKey.columns, isPrimaryKey: false)
      case .name: index.name = readName(part.value, of: part.key)
      case .unique: index.isUnique = readBoolean(part.value, of: part.key)?.value ?? false
      case .type: index.kind = readChoice(part.value, of: part.key, IndexDeclaration.Kind.self)
      case .parser: index.parser = readName(part.value, of: part.key)
      case .invisible: index.isInvisible = readBoolean(part.value, of: part.key)?.value ?? false
      case .comment: index.comment = readText(part.value, of: part.key)
      case .keyBlockSize: index.keyBlockSize = readNumber(part.value, of: part.key, from: 1)
      }
    }
    if !hasParts { reportMissing(IndexKey.columns, at: node, "An index has 'columns'") }
    return index.parts.isEmpty ? nil : index
  }

  mutating func readPrimaryKey(_ entry: YAMLEntry) -> PrimaryKeyDeclaration? {
    if entry.value.kind == .scalar, !entry.value.isNull {
      let text = entry.value.text
      if text == "none" { return PrimaryKeyDeclaration.none(entry.value.range) }
      let isNearNone = nearestName(to: text, among: ["none"]) != nil
      report(
        .wrongShape, at: entry.value, "'primaryKey' is a list of columns or none, not \(quoted(text))",
        explanation: "Put the column's name in brackets: `[\(text)]`.",
        fixIts: replacement(of: entry.value, text, with: isNearNone ? "none" : "[\(text)]"))
      return nil
    }
    let parts = readParts(entry, ModelKey.primaryKey, isPrimaryKey: true)
    return parts.isEmpty ? nil : .parts(parts, entry.value.range)
  }

  /// The parts of an index or of a primary key; empty only after a report.
  private mutating func readParts(
    _ entry: YAMLEntry, _ key: some SchemaKey, isPrimaryKey: Bool
  ) -> [IndexPartDeclaration] {
    guard let elements = readList(entry.value, of: entry.key, key) else { return [] }
    guard !elements.isEmpty else {
      reportEmpty(entry.value, of: entry.key)
      return []
    }
    var parts: [IndexPartDeclaration] = []
    parts.reserveCapacity(elements.count)
    for element in elements {
      let part: IndexPartDeclaration? =
        element.kind == .mapping
        ? readPart(element, isPrimaryKey: isPrimaryKey)
        : readName(element, of: entry.key, isItem: true, expected: .either([.name, .mapping(IndexPartKey.self)]))
          .map { IndexPartDeclaration(.column($0)) }
      if let part { parts.append(part) }
    }
    return parts
  }

  private mutating func readPart(_ node: YAMLNode, isPrimaryKey: Bool) -> IndexPartDeclaration? {
    var name: YAMLNode?
    var expression: YAMLNode?
    var content: IndexPartDeclaration.Content?
    var length: (key: YAMLNode, value: Located<UInt64>)?
    var isDescending = false
    for part in node.entries {
      guard let key = recognize(part, IndexPartKey.self) else { continue }
      switch key {
      case .name:
        name = part.key
        content = readName(part.value, of: part.key).map { .column($0) }
      case .expression:
        expression = part.key
        content = readSQL(part.value, of: part.key).map { .expression($0) }
      case .length: length = readNumber(part.value, of: part.key, from: 1).map { (part.key, $0) }
      case .order: isDescending = readChoice(part.value, of: part.key, IndexPartKey.Order.self)?.value == .desc
      }
    }
    if let expression {
      if isPrimaryKey {
        report(.wrongKind, at: expression, "A part of a primary key is a column, not an expression")
      } else if let name {
        report(
          .conflict, at: expression, "A part of an index has a 'name' or an 'expression', not both",
          notes: [Diagnostic.Note("The name stands here", at: name.range)])
      } else if let length {
        report(
          .conflict, at: length.key, "An expression in an index has no 'length'",
          explanation: "Cut the text in the expression: `left(title, 20)`.")
      }
    } else if name == nil {
      report(
        .missingKey, at: node, "A part of an index has a 'name' or an 'expression'",
        explanation: "Write `{ name: title }` or `{ expression: \"lower(title)\" }`.")
    }
    return content.map { content in
      var part = IndexPartDeclaration(content)
      part.length = length?.value
      part.isDescending = isDescending
      return part
    }
  }
}
