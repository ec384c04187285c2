import Diagnostics
import YAMLSyntax

extension SchemaReader {
  /// The value of `where`, or of `having`.
  mutating func readWhere(_ entry: YAMLEntry) -> ConditionSyntax? {
    readEntries(entry, QueryKey.where).map { readCondition($0) }
  }

  /// The keys of a mapping, all of which must hold.
  private mutating func readCondition(_ entries: YAMLEntries) -> ConditionSyntax {
    var conditions: [ConditionSyntax] = []
    conditions.reserveCapacity(entries.count)
    for entry in entries { readTerm(entry, into: &conditions) }
    return all(conditions)
  }

  /// One condition stays itself.
  private func all(_ conditions: [ConditionSyntax]) -> ConditionSyntax {
    conditions.count == 1 ? conditions[0] : .all(conditions)
  }

  private mutating func readTerm(_ entry: YAMLEntry, into conditions: inout [ConditionSyntax]) {
    let text = entry.key.text
    if let word = ConditionKey.named[text] {
      switch word {
      case .and: conditions.append(.all(readConditions(entry, word)))
      case .or: conditions.append(.any(readConditions(entry, word)))
      case .not:
        if entry.value.kind == .mapping {
          conditions.append(.not(readCondition(entry.value.entries)))
        } else {
          conditions.append(.not(all(readConditions(entry, word))))
        }
      case .exists: readExists(entry, into: &conditions)
      }
      return
    }
    guard !text.isEmpty else {
      report(.badPath, at: entry.key, "A path in a condition is not empty")
      return
    }
    guard let path = readPath(entry.key, text) else { return }
    readComparison(of: path, entry, into: &conditions)
  }

  /// The conditions of `and`, `or` and `not`.
  private mutating func readConditions(_ entry: YAMLEntry, _ key: ConditionKey) -> [ConditionSyntax] {
    guard let elements = readList(entry.value, of: entry.key, key) else { return [] }
    var conditions: [ConditionSyntax] = []
    conditions.reserveCapacity(elements.count)
    for element in elements {
      if element.kind == .mapping {
        conditions.append(readCondition(element.entries))
      } else if element.isNull {
        reportNoValue(element, of: entry.key, isItem: true)
      } else {
        reportShape(
          element, of: entry.key, isItem: true, expected: "a condition",
          explanation: "A condition is a mapping: `{ level: 9 }`.")
      }
    }
    return conditions
  }

  /// The associations of `exists`, each with a condition that may be empty.
  private mutating func readExists(_ entry: YAMLEntry, into conditions: inout [ConditionSyntax]) {
    guard let parts = readEntries(entry, ConditionKey.exists) else { return }
    if parts.isEmpty { reportEmpty(entry.value, of: entry.key) }
    for part in parts {
      guard let name = readEntryName(part.key, of: "an association") else { continue }
      guard part.value.kind == .mapping || part.value.isNull else {
        reportShape(
          part.value, of: part.key, expected: "a condition", explanation: "Write `\(name.value): {}` for any row.")
        continue
      }
      conditions.append(.exists(name, part.value.isNull ? .all([]) : readCondition(part.value.entries)))
    }
  }

  // MARK: Comparisons

  private mutating func readComparison(
    of path: PathSyntax, _ entry: YAMLEntry, into conditions: inout [ConditionSyntax]
  ) {
    switch entry.value.kind {
    case .scalar:
      guard let value = readOperand(entry.value) else { return }
      conditions.append(.comparison(path, Located(.eq, at: entry.key.range), value))
    case .sequence:
      report(
        .wrongShape, at: entry.value, "\(quoted(entry.key.text)) is compared with a single value, not a list",
        explanation: "Write `\(entry.key.text): { in: […] }` for one of several values.")
    case .mapping:
      guard entry.value.count > 0 else {
        reportEmpty(entry.value, of: entry.key)
        return
      }
      for part in entry.value.entries {
        guard let comparison = recognize(part, ComparisonOperator.self) else { continue }
        guard let value = readOperand(part, comparison) else { continue }
        conditions.append(.comparison(path, Located(comparison, at: part.key.range), value))
      }
    }
  }

  private mutating func readOperand(_ entry: YAMLEntry, _ comparison: ComparisonOperator) -> ValueSyntax? {
    let node = entry.value
    switch comparison {
    case .eq, .ne, .gt, .gte, .lt, .lte, .like, .notLike, .startsWith, .endsWith, .contains, .regexp:
      guard node.kind == .scalar else {
        reportShape(node, of: entry.key, comparison)
        return nil
      }
      if node.isNull, comparison != .eq, comparison != .ne {
        reportNoValue(node, of: entry.key, explanation: "Nothing compares with NULL so; write `isNull: true`.")
        return nil
      }
      return readOperand(node)
    case .in, .notIn:
      if node.kind == .scalar, isParameter(node) { return readOperand(node) }
      return readOperands(entry, comparison)
    case .between, .notBetween:
      guard let value = readOperands(entry, comparison) else { return nil }
      guard node.count == 2 else {
        report(.wrongShape, at: node, "'\(comparison.rawValue)' takes two values, not \(node.count)")
        return nil
      }
      return value
    case .isNull:
      return readBoolean(node, of: entry.key) == nil ? nil : readValue(node)
    }
  }

  private mutating func readOperands(_ entry: YAMLEntry, _ comparison: ComparisonOperator) -> ValueSyntax? {
    guard let elements = readList(entry.value, of: entry.key, comparison) else { return nil }
    var values: [ValueSyntax] = []
    values.reserveCapacity(elements.count)
    for element in elements {
      guard element.kind == .scalar else {
        reportShape(element, of: entry.key, isItem: true, expected: "a value")
        continue
      }
      if let value = readOperand(element) { values.append(value) }
    }
    return ValueSyntax(.list(values), at: entry.value.range)
  }

  /// A scalar: a value or a parameter.
  private mutating func readOperand(_ node: YAMLNode) -> ValueSyntax? {
    if isParameter(node) { checkParameter(String(node.text.dropFirst()), at: node) }
    return readValue(node)
  }

  private func isParameter(_ node: YAMLNode) -> Bool {
    node.isPlain && node.withTextBytes { $0.first == UInt8(ascii: "$") }
  }
}
