internal import AssociationGraph
internal import SchemaLanguage

extension QueryWriter {
  /// A condition whose parts, if all must hold, stand on lines of their own; as the first of a list, or behind others.
  mutating func conjunction(_ condition: Condition, indentation: Int, isFirst: Bool = true) {
    let parts = condition.conjuncts
    for (index, part) in parts.enumerated() {
      if index > 0 {
        newLine(indentation)
        sql.write("AND ")
      }
      self.condition(part, isPart: parts.count > 1 || !isFirst)
    }
  }

  /// A condition on one line, in parentheses where it is a part of another and needs them.
  mutating func condition(_ condition: Condition, isPart: Bool) {
    switch condition {
    case .all(let parts): list(parts, " AND ", empty: "TRUE", isPart: isPart)
    case .any(let parts): list(parts, " OR ", empty: "FALSE", isPart: isPart)
    case .not(.exists(let probe)):
      sql.write("NOT ")
      exists(probe)
    case .not(let part):
      sql.write("NOT (")
      self.condition(part, isPart: false)
      sql.write(")")
    case .isNull(let term, let isNull):
      self.term(term)
      sql.write(isNull ? " IS NULL" : " IS NOT NULL")
    case .comparison(let term, let name, let operands): comparison(term, name, operands)
    case .exists(let probe): exists(probe)
    }
  }

  /// A subquery for the row that a probe asks for.
  private mutating func exists(_ position: Int) {
    let outer = indentation
    let probe = plan.source(position)
    sql.write("EXISTS (")
    newLine(outer + 2)
    // Turned into a semijoin inside an outer join's ON, an EXISTS loses its own conditions (MySQL 9.7.4; MariaDB does not).
    sql.write(isInJoin && !graph.target.isMariaDB ? "SELECT /*+ NO_SEMIJOIN() */ 1" : "SELECT 1")
    newLine(outer + 2)
    sql.write("FROM ")
    table(probe.hops[0])
    for hop in probe.hops.indices.dropFirst() {
      newLine(outer + 2)
      sql.write("INNER JOIN ")
      table(probe.hops[hop])
      sql.write(" ON ")
      link(position, hop: hop)
    }
    newLine(outer + 2)
    sql.write("WHERE ")
    link(position, hop: 0)
    if let condition = probe.condition, !condition.isAlwaysTrue {
      newLine(outer + 4)
      sql.write("AND ")
      conjunction(condition, indentation: outer + 4, isFirst: false)
    }
    newLine(outer)
    sql.write(")")
  }

  /// The joined sources whose rows it looks at.
  func joinedSources(of condition: Condition) -> Set<Int> {
    switch condition {
    case .all(let parts), .any(let parts): return parts.reduce(into: []) { $0.formUnion(joinedSources(of: $1)) }
    case .not(let part): return joinedSources(of: part)
    case .comparison(let term, _, _), .isNull(let term, _): return Set([term.column?.source].compactMap(\.self))
    case .exists(let probe):
      var place = probe
      while place >= plan.sources.count, let parent = plan.source(place).parent { place = parent }
      return [place]
    }
  }

  private mutating func list(_ parts: [Condition], _ separator: String, empty: String, isPart: Bool) {
    guard let first = parts.first else {
      sql.write(empty)
      return
    }
    guard parts.count > 1 else {
      condition(first, isPart: isPart)
      return
    }
    if isPart { sql.write("(") }
    for (index, part) in parts.enumerated() {
      if index > 0 { sql.write(separator) }
      condition(part, isPart: true)
    }
    if isPart { sql.write(")") }
  }

  private mutating func comparison(_ term: Term, _ name: ComparisonOperator, _ operands: [Operand]) {
    // A list without values matches nothing, and everything is outside of it.
    if operands.isEmpty {
      sql.write(name == .in ? "FALSE" : "TRUE")
      return
    }
    self.term(term)
    switch name {
    case .in, .notIn:
      sql.write(name == .in ? " IN (" : " NOT IN (")
      for (index, operand) in operands.enumerated() {
        if index > 0 { sql.write(", ") }
        self.operand(operand)
      }
      sql.write(")")
    case .between, .notBetween:
      sql.write(name == .between ? " BETWEEN " : " NOT BETWEEN ")
      operand(operands[0])
      sql.write(" AND ")
      operand(operands[1])
    case .startsWith, .endsWith, .contains: pattern(name, operands[0])
    case .eq, .ne, .gt, .gte, .lt, .lte, .regexp, .isNull:
      sql.write(" \(name.symbol) ")
      operand(operands[0])
    case .like, .notLike:
      sql.write(" \(name.symbol) ")
      operand(operands[0])
      // A backslash escapes in a pattern; under NO_BACKSLASH_ESCAPES only if it is named, and X'5C' names it in every mode.
      if mayHoldBackslash(operands[0]) { sql.write(" ESCAPE X'5C'") }
    }
  }

  private func mayHoldBackslash(_ operand: Operand) -> Bool {
    switch operand {
    case .parameter: true
    case .value(.text(let text)): text.utf8.contains(UInt8(ascii: "\\"))
    case .value: false
    }
  }

  private mutating func operand(_ operand: Operand) {
    switch operand {
    case .value(let value): sql.value(value)
    case .parameter(let parameter): placeholder(parameter)
    }
  }

  /// LIKE with a text whose `%` and `_` are no wildcards. `|` escapes them, since a backslash means something else in some
  /// modes of the server.
  private mutating func pattern(_ name: ComparisonOperator, _ operand: Operand) {
    let before = name == .startsWith ? "" : "%"
    let after = name == .endsWith ? "" : "%"
    sql.write(" LIKE ")
    switch operand {
    case .value(.text(let text)):
      var escaped = String.UnicodeScalarView()
      for scalar in text.unicodeScalars {
        if scalar == "|" || scalar == "%" || scalar == "_" { escaped.append("|") }
        escaped.append(scalar)
      }
      sql.rowLiteral(before + String(escaped) + after)
    case .value(let value): sql.value(value)
    case .parameter(let parameter):
      sql.write("CONCAT(")
      if !before.isEmpty { sql.write("'%', ") }
      sql.write("REPLACE(REPLACE(REPLACE(")
      placeholder(parameter)
      sql.write(", '|', '||'), '%', '|%'), '_', '|_')")
      if !after.isEmpty { sql.write(", '%'") }
      sql.write(")")
    }
    sql.write(" ESCAPE '|'")
  }
}

extension ComparisonOperator {
  /// The operator in SQL, for those that stand between two operands.
  fileprivate var symbol: String {
    switch self {
    case .ne: "<>"
    case .gt: ">"
    case .gte: ">="
    case .lt: "<"
    case .lte: "<="
    case .like: "LIKE"
    case .notLike: "NOT LIKE"
    case .regexp: "REGEXP"
    default: "="
    }
  }
}

extension Condition {
  /// Whether it holds for every row.
  var isAlwaysTrue: Bool {
    if case .all(let parts) = self { return parts.allSatisfy(\.isAlwaysTrue) }
    return false
  }

  /// The parts that must all hold.
  var conjuncts: [Condition] {
    if case .all(let parts) = self { return parts.flatMap(\.conjuncts) }
    return [self]
  }
}
