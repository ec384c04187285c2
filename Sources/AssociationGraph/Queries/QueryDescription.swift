internal import SchemaLanguage

/// What a query returns, in words: `every Grade where grade = $grade, with its students (0 or more)`.
///
/// A list of pieces, so that SQL comments and Swift documentation mark up the same sentence each in its own way.
public struct QueryDescription: Sendable {
  /// A piece of the sentence.
  public enum Piece: Hashable, Sendable {
    /// Words of the sentence.
    case words(String)
    /// The model of `from`.
    case model
    /// An association's name.
    case association(String)
    /// A column, by its path from `from`.
    case column(String)
    /// A parameter, without its `$`.
    case parameter(String)
    /// A value, as it was written.
    case value(String)
  }

  /// The sentence, without a full stop.
  public private(set) var pieces: [Piece] = []
  private let plan: QueryPlan
  private let graph: AssociationGraph

  /// Describes `plan`, a query of `graph`.
  public init(_ plan: QueryPlan, in graph: AssociationGraph) {
    self.plan = plan
    self.graph = graph
    if let grouping = plan.grouping { describe(resultsOf: grouping) }
    add(.words("every "))
    add(.model)
    describe(condition: plan.condition)
    if let grouping = plan.grouping { describe(groups: grouping) } else { describeIncludes(of: 0, "its ") }
    if plan.isDistinct { add(.words("; each different result once")) }
    if plan.limit != nil || plan.offset != nil { add(.words(";")) }
    if let limit = plan.limit { describe(limit, behind: " at most ") }
    if let offset = plan.offset {
      describe(offset, behind: plan.limit == nil ? " those after the first " : " after the first ")
    }
  }

  private mutating func describe(_ count: RowCount, behind words: String) {
    switch count {
    case .number(let number): add(.words("\(words)\(number)"))
    case .parameter(let parameter):
      add(.words(words))
      add(.parameter(plan.parameters[parameter].name))
    }
  }

  private mutating func add(_ piece: Piece) { pieces.append(piece) }

  // MARK: Groups

  private mutating func describe(resultsOf grouping: Grouping) {
    let names = grouping.returned.map(\.name) + grouping.aggregates.map(\.name)
    for (index, name) in names.enumerated() {
      if index > 0 { add(.words(index == names.count - 1 ? " and " : ", ")) }
      add(.column(name))
    }
    add(.words(" of "))
  }

  private mutating func describe(groups grouping: Grouping) {
    for (index, column) in grouping.columns.enumerated() {
      add(.words(index == 0 ? ", for each " : index == grouping.columns.count - 1 ? " and " : ", "))
      add(.column(path(of: column)))
    }
    guard let condition = grouping.condition else { return }
    add(.words(" with "))
    describe(condition, isPart: false)
  }

  // MARK: Includes

  private mutating func describeIncludes(of source: Int, _ owner: String) {
    for (index, child) in plan.sources[source].children.enumerated() {
      add(.words((index == 0 ? ", with " : " and ") + owner))
      describe(include: child)
    }
  }

  private mutating func describe(include position: Int) {
    let source = plan.sources[position]
    guard let id = source.association else { return }
    let number =
      switch (source.cardinality == .many, plan.isAlwaysFound(position, in: graph)) {
      case (false, true): "1"
      case (false, false): "0 or 1"
      case (true, true): "1 or more"
      case (true, false): "0 or more"
      }
    add(.association(graph[id].name))
    add(.words(" (\(number)"))
    if let limit = source.limit { describe(limit, behind: ", at most ") }
    describe(condition: source.condition, before: ",")
    describeIncludes(of: position, source.cardinality == .many ? "their " : "its ")
    add(.words(")"))
  }

  // MARK: Conditions

  private mutating func describe(condition: Condition?, before: String = "") {
    guard let condition else { return }
    if case .all(let parts) = condition, parts.isEmpty { return }
    add(.words(before + " where "))
    describe(condition, isPart: false)
  }

  private mutating func describe(_ condition: Condition, isPart: Bool) {
    switch condition {
    case .all(let parts): describe(parts, " and ", none: "true", isPart: isPart)
    case .any(let parts): describe(parts, " or ", none: "false", isPart: isPart)
    case .not(let part):
      add(.words("not ("))
      describe(part, isPart: false)
      add(.words(")"))
    case .isNull(let term, let isNull):
      add(.column(name(of: term)))
      add(.words(isNull ? " is NULL" : " is not NULL"))
    case .comparison(let term, let comparison, let operands):
      add(.column(name(of: term)))
      add(.words(" \(comparison.words) "))
      describe(operands, of: comparison)
    case .exists(let position):
      let probe = plan.source(position)
      guard let id = probe.association else { return }
      add(.words("it has "))
      add(.association(graph[id].name))
      guard let condition = probe.condition, !condition.conjuncts.isEmpty else { return }
      add(.words(" ("))
      describe(condition, isPart: false)
      add(.words(")"))
    }
  }

  private mutating func describe(_ parts: [Condition], _ word: String, none: String, isPart: Bool) {
    guard parts.count > 1 else {
      if let only = parts.first { describe(only, isPart: isPart) } else { add(.words(none)) }
      return
    }
    if isPart { add(.words("(")) }
    for (index, part) in parts.enumerated() {
      if index > 0 { add(.words(word)) }
      describe(part, isPart: true)
    }
    if isPart { add(.words(")")) }
  }

  private mutating func describe(_ operands: [Operand], of comparison: ComparisonOperator) {
    let isList = comparison == .in || comparison == .notIn
    if isList, case .parameter(let position)? = operands.first, plan.parameters[position].isList {
      describe(operands[0])
      return
    }
    if isList { add(.words("(")) }
    for (index, operand) in operands.enumerated() {
      if index > 0 { add(.words(isList ? ", " : " and ")) }
      describe(operand)
    }
    if isList { add(.words(")")) }
  }

  private mutating func describe(_ operand: Operand) {
    switch operand {
    case .parameter(let parameter): add(.parameter(plan.parameters[parameter].name))
    case .value(.number(let number)): add(.value(number))
    case .value(.text(let text)): add(.value("'\(text)'"))
    case .value(.null): add(.value("NULL"))
    case .value(.serverDefault), .value(.lookup): add(.value("DEFAULT"))
    case .value(.bytes(let bytes)): add(.value("(\(bytes.count) bytes)"))
    case .value(.expression(let expression)): add(.value(expression))
    }
  }

  private func name(of term: Term) -> String {
    switch term {
    case .column(let column): path(of: column)
    case .aggregate(let position): plan.grouping?.aggregates[position].name ?? ""
    }
  }

  private func path(of term: ColumnTerm) -> String {
    var path: [String] = []
    var place = term.source
    // What a probe looks at is told from the association on that it asks for.
    while place < plan.sources.count, let id = plan.sources[place].association, let parent = plan.sources[place].parent
    {
      path.insert(graph[id].name, at: 0)
      place = parent
    }
    let hops = plan.source(term.source).hops
    if term.hop + 1 < hops.count, !hops[term.hop].swiftName.isEmpty { path.append(hops[term.hop].swiftName) }
    path.append(graph[hops[term.hop].model].columns[term.column].attribute)
    return path.joined(separator: ".")
  }
}

extension ComparisonOperator {
  /// The operator as a sentence has it.
  fileprivate var words: String {
    switch self {
    case .eq: "="
    case .ne: "≠"
    case .gt: ">"
    case .gte: "≥"
    case .lt: "<"
    case .lte: "≤"
    case .in: "is one of"
    case .notIn: "is none of"
    case .between: "is between"
    case .notBetween: "is not between"
    case .like: "is like"
    case .notLike: "is not like"
    case .startsWith: "starts with"
    case .endsWith: "ends with"
    case .contains: "contains"
    case .regexp: "matches"
    case .isNull: "is NULL"
    }
  }
}
