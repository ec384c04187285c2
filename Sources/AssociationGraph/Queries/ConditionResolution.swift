import Diagnostics
import SchemaLanguage

/// What the names in a condition mean.
enum ConditionScope {
  /// `where` of the query: columns of `from`, and of what is joined to it by paths.
  case query
  /// `where` of an include or a junction: the columns of one table, `hop` of `source`.
  case table(source: Int, hop: Int)
  /// `having`: aggregates and grouped columns.
  case groups(GroupScope)
}

extension GraphResolver {
  /// Resolves a condition; `nil` with diagnostics. `isNegated` tells whether it stands under `not`, so that what is NULL is
  /// left out by surprise.
  mutating func resolveCondition(
    _ syntax: ConditionSyntax, in scope: ConditionScope, isNegated: Bool = false, _ draft: inout QueryDraft
  ) -> Condition? {
    switch syntax {
    case .all(let parts):
      // `isNull: false` beside a comparison says that NULL is left out on purpose.
      return .all(resolveConditions(parts, in: scope, isNegated: isNegated, decidingNullBy: false, &draft))
    case .any(let parts):
      // `isNull: true` as another way says that NULL is not left out.
      return .any(resolveConditions(parts, in: scope, isNegated: isNegated, decidingNullBy: true, &draft))
    case .not(let part): return resolveCondition(part, in: scope, isNegated: true, &draft).map { .not($0) }
    case .exists(let name, let inner): return resolveExists(name, inner, in: scope, &draft)
    case .comparison(let path, let comparison, let value):
      guard let (term, column) = findTerm(path, in: scope, draft) else { return nil }
      let condition = compare(term, column, comparison, value, &draft)
      if condition != nil { warnOfNull(column, comparison, value, isNegated: isNegated, draft) }
      return condition
    }
  }

  /// Conditions beside each other. A column is said to be NULL, or not to be NULL, by a part that asks whether it is and
  /// wants the answer `isNull`.
  private mutating func resolveConditions(
    _ parts: [ConditionSyntax], in scope: ConditionScope, isNegated: Bool, decidingNullBy isNull: Bool,
    _ draft: inout QueryDraft
  ) -> [Condition] {
    let known = draft.nullDecided
    defer { draft.nullDecided = known }
    for part in parts {
      guard case .comparison(let path, let comparison, let value) = part, path.associations.isEmpty else { continue }
      let wanted: Bool? =
        switch comparison.value {
        case .isNull: !value.isFalse
        case .eq where value.isNull: true
        case .ne where value.isNull: false
        default: nil
        }
      if wanted == isNull { draft.nullDecided.insert(path.column.value) }
    }
    return parts.compactMap { resolveCondition($0, in: scope, isNegated: isNegated, &draft) }
  }

  // MARK: Terms

  /// What `path` names, and the column whose values it has: for an aggregate one that is made up.
  private mutating func findTerm(
    _ path: PathSyntax, in scope: ConditionScope, _ draft: QueryDraft
  ) -> (Term, Column)? {
    switch scope {
    case .query: return findTerm(path, from: 0, draft).map { (.column($0), column(of: $0, draft)) }
    case .table(let source, let hop):
      guard path.associations.isEmpty else {
        reportPath(path, inProbe: source >= draft.sources.count)
        return nil
      }
      let model = draft.source(source).hops[hop].model
      guard let position = findColumn(path.column, of: model) else { return nil }
      let term = ColumnTerm(source: source, hop: hop, column: position)
      return isBroken(term, draft) ? nil : (.column(term), column(of: term, draft))
    case .groups(let groups): return findTerm(path, in: groups, draft)
    }
  }

  /// Reports a path in a condition that is about one table: of an include, or of what `exists` looks into.
  private mutating func reportPath(_ path: PathSyntax, inProbe isProbe: Bool) {
    let name = path.associations[0].value
    let asking = "`exists: { \(name): { … } }`"
    diagnostics.error(
      QueryRule.pathInInclude, at: path.range,
      isProbe
        ? "A condition under 'exists' is about the columns of the rows that are looked for, unlike '\(path.text)'"
        : "A condition of an include is about the include's own columns, unlike '\(path.text)'",
      explanation: isProbe
        ? "Ask for the row of '\(name)' in it: \(asking)."
        : "Write the condition where '\(name)' is included, or ask for such a row with \(asking).")
  }

  func column(of term: ColumnTerm, _ draft: QueryDraft) -> Column {
    graph[draft.source(term.source).hops[term.hop].model].columns[term.column]
  }

  /// Whether the column was not understood, so that its values are not judged.
  private func isBroken(_ term: ColumnTerm, _ draft: QueryDraft) -> Bool {
    let model = draft.source(term.source).hops[term.hop].model
    return brokenNames[model.index].contains(graph[model].columns[term.column].attribute)
  }

  /// The column at the end of `path`, over associations that are joined to `source`.
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
      guard let association = findAssociation(name, of: model) else { return nil }
      guard let child = draft.child(by: association, of: source) else {
        diagnostics.error(
          QueryRule.notIncluded, at: name.range, "Association '\(name.value)' is not included by this query",
          explanation: "Add it to include.")
        return nil
      }
      guard !draft.sources[child].isBatched else {
        diagnostics.error(
          QueryRule.notJoined, at: name.range,
          "Association '\(name.value)' is batched, so its columns are in another statement",
          explanation: "Ask for such a row with `exists`, order it within the include, or write `strategy: join` there."
        )
        return nil
      }
      source = child
    }
    let hop = draft.sources[source].hops.count - 1
    guard let column = findColumn(path.column, of: draft.sources[source].target.model) else { return nil }
    let term = ColumnTerm(source: source, hop: hop, column: column)
    return isBroken(term, draft) ? nil : term
  }

  /// The association `name` of `model`; `nil` with a diagnostic.
  mutating func findAssociation(_ name: Located<String>, of model: ID<Model>) -> ID<Association>? {
    if let id = associationIDs[model.index][name.value] { return id }
    if brokenNames[model.index].contains(name.value) { return nil }
    reportUnknown(
      QueryRule.unknownAssociation, "Model '\(graph[model].name)' has no association '\(name.value)'", name,
      candidates: graph[model].associations.map { graph[$0].name } + polymorphicIDs[model.index].keys.sorted())
    return nil
  }

  // MARK: Comparisons

  private mutating func compare(
    _ term: Term, _ column: Column, _ comparison: Located<ComparisonOperator>, _ value: ValueSyntax,
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

  /// Warns where a row is left out because a column is NULL, though the condition reads as if the row met it.
  private mutating func warnOfNull(
    _ column: Column, _ comparison: Located<ComparisonOperator>, _ value: ValueSyntax, isNegated: Bool,
    _ draft: QueryDraft
  ) {
    let name = comparison.value
    guard column.isNullable, name != .isNull, !value.isNull, name.isNegative != isNegated,
      !draft.nullDecided.contains(column.attribute), !value.isEmptyList
    else { return }
    // Twice negated is as rare as it is hard to read; the warning is for the plain forms.
    let phrase = isNegated ? "not" : name.rawValue
    diagnostics.warning(
      QueryRule.nullLeftOut, at: comparison.range,
      "Rows whose '\(column.attribute)' is NULL are left out by '\(phrase)'",
      explanation: "In SQL NULL is neither equal to a value nor different from it. Write "
        + "`or: [{ \(column.attribute): … }, { \(column.attribute): null }]` to have those rows too, or "
        + "`\(column.attribute): { isNull: false, … }` to say that they are not wanted.")
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

  mutating func reportOperand(_ summary: String, at range: SourceRange, _ explanation: String? = nil) {
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
    guard draft.parameters[known].takes(parameter) else {
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

extension PathSyntax {
  /// The path as it was written, but for backticks.
  var text: String { (associations + [column]).map(\.value).joined(separator: ".") }
}

extension ValueSyntax {
  /// Whether it is the scalar `false`.
  fileprivate var isFalse: Bool {
    if case .scalar("false", _) = content { true } else { false }
  }

  /// Whether it is a list without values, which says nothing of NULL either.
  fileprivate var isEmptyList: Bool {
    if case .list(let values) = content { values.isEmpty } else { false }
  }
}

extension ComparisonOperator {
  /// Whether it says what a column is not.
  fileprivate var isNegative: Bool {
    switch self {
    case .ne, .notIn, .notBetween, .notLike: true
    default: false
    }
  }

  /// Whether it compares with a part or a pattern of a text.
  var takesPattern: Bool {
    switch self {
    case .like, .notLike, .startsWith, .endsWith, .contains, .regexp: true
    default: false
    }
  }
}
