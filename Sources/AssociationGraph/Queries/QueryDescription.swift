internal import SchemaLanguage

/// What a query returns, in words: `every Grade where grade = $grade, with its students (0 or more)`.
public struct QueryDescription: Sendable {
  /// The sentence, without a full stop.
  public let text: String

  /// Describes `plan`, a query of `graph`.
  public init(_ plan: QueryPlan, in graph: AssociationGraph) {
    var text = "every \(graph[plan.root.target.model].name)"
    if let condition = plan.condition, !condition.parts.isEmpty {
      text += " where " + Self.words(condition, plan, graph)
    }
    let includes = plan.root.children.map { Self.words($0, plan, graph) }
    if !includes.isEmpty { text += ", with its " + includes.joined(separator: " and its ") }
    if case .number(let number)? = plan.limit { text += "; at most \(number)" }
    if case .parameter(let parameter)? = plan.limit { text += "; at most $\(plan.parameters[parameter].name)" }
    self.text = text
  }

  private static func words(_ position: Int, _ plan: QueryPlan, _ graph: AssociationGraph) -> String {
    let source = plan.sources[position]
    guard let id = source.association else { return "" }
    let number =
      switch (source.cardinality == .many, plan.isAlwaysFound(position, in: graph)) {
      case (false, true): "1"
      case (false, false): "0 or 1"
      case (true, true): "1 or more"
      case (true, false): "0 or more"
      }
    var text = "\(graph[id].name) (\(number)"
    if let condition = source.condition, !condition.parts.isEmpty {
      text += ", where " + words(condition, plan, graph)
    }
    let children = source.children.map { words($0, plan, graph) }
    if !children.isEmpty {
      text += ", with \(source.cardinality == .many ? "their" : "its") " + children.joined(separator: " and ")
    }
    return text + ")"
  }

  private static func words(_ condition: Condition, _ plan: QueryPlan, _ graph: AssociationGraph) -> String {
    switch condition {
    case .all(let parts): return parts.map { words($0, plan, graph) }.joined(separator: " and ")
    case .any(let parts): return "(" + parts.map { words($0, plan, graph) }.joined(separator: " or ") + ")"
    case .not(let part): return "not (" + words(part, plan, graph) + ")"
    case .isNull(let term, let isNull): return name(term, plan, graph) + (isNull ? " is null" : " is not null")
    case .comparison(let term, let comparison, let operands):
      let values = operands.map { words($0, plan) }
      let list =
        comparison == .in || comparison == .notIn
        ? "(\(values.joined(separator: ", ")))" : values.joined(separator: " and ")
      return "\(name(term, plan, graph)) \(comparison.word) \(list)"
    }
  }

  private static func name(_ term: ColumnTerm, _ plan: QueryPlan, _ graph: AssociationGraph) -> String {
    let source = plan.sources[term.source]
    let column = graph[source.hops[term.hop].model].columns[term.column].attribute
    guard let id = source.association else { return column }
    return "\(graph[id].name).\(column)"
  }

  private static func words(_ operand: Operand, _ plan: QueryPlan) -> String {
    switch operand {
    case .parameter(let parameter): "$\(plan.parameters[parameter].name)"
    case .value(.number(let number)): number
    case .value(.text(let text)): "'\(text)'"
    case .value(.null): "null"
    case .value(.bytes), .value(.serverDefault): "…"
    case .value(.expression(let expression)): expression
    }
  }
}

extension Condition {
  /// What it consists of; none for a condition that always holds.
  fileprivate var parts: [Condition] {
    if case .all(let parts) = self { return parts }
    return [self]
  }
}

extension ComparisonOperator {
  /// The operator as a sentence has it.
  fileprivate var word: String {
    switch self {
    case .eq: "="
    case .ne: "≠"
    case .gt: ">"
    case .gte: "≥"
    case .lt: "<"
    case .lte: "≤"
    case .in: "in"
    case .notIn: "not in"
    case .between: "between"
    case .notBetween: "not between"
    case .like: "like"
    case .notLike: "not like"
    case .startsWith: "starts with"
    case .endsWith: "ends with"
    case .contains: "contains"
    case .regexp: "matches"
    case .isNull: "is null"
    }
  }
}
