import Diagnostics
import SchemaLanguage

extension GraphResolver {
  /// Resolves a condition whose paths start at `source`; `nil` with diagnostics.
  mutating func resolveCondition(_ syntax: ConditionSyntax, of source: Int, _ draft: inout QueryDraft) -> Condition? {
    switch syntax {
    case .all(let parts): return .all(parts.compactMap { resolveCondition($0, of: source, &draft) })
    case .any(let parts): return .any(parts.compactMap { resolveCondition($0, of: source, &draft) })
    case .not(let part): return resolveCondition(part, of: source, &draft).map { .not($0) }
    case .comparison(let path, let comparison, let value):
      guard let term = findTerm(path, from: source, draft) else { return nil }
      let model = draft.sources[term.source].hops[term.hop].model
      let column = graph[model].columns[term.column]
      if brokenNames[model.index].contains(column.attribute) { return nil }
      return compare(term, column, comparison, value, &draft)
    }
  }

  /// The column at the end of `path`; its associations must be included.
  mutating func findTerm(_ path: PathSyntax, from source: Int, _ draft: QueryDraft) -> ColumnTerm? {
    var source = source
    var names = path.associations[...]
    while var name = names.popFirst() {
      let model = draft.sources[source].target.model
      if polymorphicIDs[model.index][name.value] != nil {
        // The ways of a polymorphic association are named after their models.
        guard let alternative = names.popFirst() else {
          let ways = graph[model].associations.map { graph[$0].name }.filter { $0.hasPrefix("\(name.value).") }
          diagnostics.error(
            QueryRule.unknownAssociation, at: name.range,
            "Association '\(name.value)' leads to one of several models, so that a path names which",
            explanation: "Write \(ways.map { "\($0).\(path.column.value)" }.joined(separator: " or ")).")
          return nil
        }
        name = Located("\(name.value).\(alternative.value)", at: alternative.range)
      }
      let association = associationIDs[model.index][name.value]
      guard let child = association.flatMap({ draft.child(by: $0, of: source) }) else {
        if brokenNames[model.index].contains(name.value) { return nil }
        if association != nil {
          diagnostics.error(
            QueryRule.notIncluded, at: name.range, "Association '\(name.value)' is not included by this query",
            explanation: "Add it to include.")
        } else {
          reportUnknown(
            QueryRule.unknownAssociation, "Model '\(graph[model].name)' has no association '\(name.value)'", name,
            candidates: graph[model].associations.map { graph[$0].name })
        }
        return nil
      }
      source = child
    }
    let hop = draft.sources[source].hops.count - 1
    guard let column = findColumn(path.column, of: draft.sources[source].target.model) else { return nil }
    return ColumnTerm(source: source, hop: hop, column: column)
  }

  private mutating func compare(
    _ term: ColumnTerm, _ column: Column, _ comparison: Located<ComparisonOperator>, _ value: ValueSyntax,
    _ draft: inout QueryDraft
  ) -> Condition? {
    let name = comparison.value
    if column.type == .json, name != .isNull, !(name == .eq || name == .ne) || !value.isNull {
      reportOperand(
        "A JSON column cannot be compared, and '\(column.attribute)' is one", at: comparison.range,
        "Declare a generated column of the part that is compared, and compare that. (isNull can be asked.)")
      return nil
    }
    switch name {
    case .isNull:
      guard case .scalar(let text, _) = value.content, text == "true" || text == "false" else {
        reportOperand("Operator 'isNull' takes true or false", at: value.range)
        return nil
      }
      return .isNull(term, text == "true")
    case .in, .notIn:
      if let parameter = parameterName(value) {
        return self.parameter(parameter, type: column.type, swiftType: column.swiftType, isList: true, &draft)
          .map { .comparison(term, name, [.parameter($0)]) }
      }
      guard case .list(let items) = value.content else {
        reportOperand("Operator '\(name.rawValue)' takes a list or a parameter", at: value.range)
        return nil
      }
      let operands = items.compactMap { operand($0, column, name, &draft) }
      return operands.count == items.count ? .comparison(term, name, operands) : nil
    case .between, .notBetween:
      guard case .list(let items) = value.content, items.count == 2 else {
        reportOperand("Operator '\(name.rawValue)' takes a list of two values", at: value.range)
        return nil
      }
      let operands = items.compactMap { operand($0, column, name, &draft) }
      return operands.count == 2 ? .comparison(term, name, operands) : nil
    case .eq, .ne:
      if case .null = value.content { return .isNull(term, name == .eq) }
      return operand(value, column, name, &draft).map { .comparison(term, name, [$0]) }
    case .gt, .gte, .lt, .lte, .like, .notLike, .startsWith, .endsWith, .contains, .regexp:
      return operand(value, column, name, &draft).map { .comparison(term, name, [$0]) }
    }
  }

  private mutating func operand(
    _ value: ValueSyntax, _ column: Column, _ name: ComparisonOperator, _ draft: inout QueryDraft
  ) -> Operand? {
    var column = column
    if name.takesPattern, !column.type.holdsText || column.type == .uuid {
      column.type = .text(.regular)
    } else if name.takesPattern {
      // A pattern may be longer than the column, and is no member of an enumeration.
      column.type = .text(.long)
    }
    if let parameter = parameterName(value) {
      return self.parameter(
        parameter, type: column.type, swiftType: name.takesPattern ? nil : column.swiftType, isList: false, &draft
      )
      .map { .parameter($0) }
    }
    if case .null = value.content {
      diagnostics.warning(
        QueryRule.comparisonWithNull, at: value.range, "A comparison with NULL by '\(name.rawValue)' is never true",
        explanation: "Write isNull: true or isNull: false. (NOT IN a list that holds NULL matches nothing.)")
      return .value(.null)
    }
    return readValue(value, as: column).map { .value(filledUp($0, column.type)) }
  }

  /// BINARY is kept with zeros up to its length, and compared with them.
  private func filledUp(_ value: Value, _ type: ColumnType) -> Value {
    guard case .bytes(let bytes) = value, case .binary(let length) = type, bytes.count < length else { return value }
    return .bytes(bytes + Array(repeating: 0, count: length - bytes.count))
  }

  private func parameterName(_ value: ValueSyntax) -> Located<String>? {
    guard case .scalar(let text, .plain) = value.content, text.hasPrefix("$"), text.utf8.count > 1 else { return nil }
    return Located(String(text.dropFirst()), at: value.range)
  }

  private mutating func reportOperand(_ summary: String, at range: SourceRange, _ explanation: String? = nil) {
    diagnostics.error(QueryRule.operand, at: range, summary, explanation: explanation)
  }

  /// The position of the parameter `name`, which is new or has the same type.
  mutating func parameter(
    _ name: Located<String>, type: ColumnType, swiftType: String?, isList: Bool, _ draft: inout QueryDraft
  ) -> Int? {
    let parameter = QueryParameter(
      name: name.value, swiftName: swiftPropertyName(name.value), type: type, swiftType: swiftType, isList: isList)
    guard let known = draft.parameters.firstIndex(where: { $0.swiftName == parameter.swiftName }) else {
      draft.parameters.append(parameter)
      draft.parameterPlaces.append(name.range)
      return draft.parameters.count - 1
    }
    if draft.parameters[known] != parameter {
      diagnostics.error(
        QueryRule.parameterTypes, at: name.range,
        "Parameter '$\(name.value)' has one type, and is compared with columns of two",
        explanation: "Use two parameters.",
        notes: [Diagnostic.Note("The first comparison is here", at: draft.parameterPlaces[known])])
      return nil
    }
    return known
  }
}

extension ComparisonOperator {
  /// Whether it compares with a part or a pattern of a text.
  var takesPattern: Bool {
    switch self {
    case .like, .notLike, .startsWith, .endsWith, .contains, .regexp: true
    default: false
    }
  }
}
