internal import AssociationGraph
internal import Diagnostics
internal import SchemaLanguage

// Expressions of checks, generated columns, defaults and indexes, as far as their words tell: Reference Manual, "CHECK
// Constraints", "CREATE TABLE and Generated Columns", "Data Type Default Values", "CREATE INDEX Statement".
extension ServerRules {
  static let expressions: [ServerRule] = [
    ServerRule(
      "MY-EXPRESSION-COLUMN", "An expression names columns of its own table alone",
      explanation: "It uses their SQL names.",
      example: """
        Pupil:
          columns: { points: integer }
          checks: { positive: pionts > 0 }
        """,
      mend: """
        Pupil:
          columns: { points: integer }
          checks: { positive: points > 0 }
        """,
      mysql: .refuses([1054, 3820]), mariadb: .refuses([1054]), check: .expression(checkNames)),
    ServerRule(
      "MY-EXPRESSION-SYNTAX", "An expression can stand between parentheses: all that it opens it closes",
      explanation: "Joinery puts every expression between parentheses, so that it cannot end them by itself.",
      example: """
        Pupil:
          columns: { points: integer }
          checks: { positive: (points > 0 }
        """,
      mend: """
        Pupil:
          columns: { points: integer }
          checks: { positive: (points > 0) }
        """,
      mysql: .refuses([1064]), mariadb: .refuses([1064]), check: .expression(checkSyntax)),
    ServerRule(
      "MY-CHECK-FUNCTION", "A check calls no function whose value changes by itself",
      explanation: "A row that is right today would be wrong tomorrow, and the server would not notice.",
      example: """
        Pupil:
          columns: { born: date }
          checks: { past: born < curdate() }
        """,
      mend: """
        Pupil:
          columns: { born: date }
          checks: { modern: born > '1900-01-01' }
        """,
      mysql: .refuses([3814]), mariadb: .refuses([1901]), check: .expression(checkCheckFunctions)),
    ServerRule(
      "MY-GENERATED-FUNCTION", "A generated column calls no function whose value changes by itself",
      explanation: "MariaDB allows it of a virtual column, whose value then differs each time it is read.",
      example: """
        Pupil:
          columns:
            born: date
            age: { type: "integer?", generated: { as: "year(curdate()) - year(born)", stored: true } }
        """,
      mend: """
        Pupil:
          columns:
            born: date
            year: { type: "integer?", generated: { as: year(born), stored: true } }
        """,
      mysql: .refuses([3763]), mariadb: .refuses([1901]), check: .expression(checkGeneratedFunctions)),
    ServerRule(
      "MY-DEFAULT-FUNCTION", "A default calls no function that asks or changes the server's state",
      explanation: "The current time, chance and UUIDs are allowed.",
      example: """
        Pupil:
          columns:
            number: { type: integer, default: { sql: last_insert_id() } }
        """,
      mend: """
        Pupil:
          columns:
            number: { type: integer, default: 0 }
        """,
      mysql: .refuses([3770]), mariadb: .refuses([1901]), check: .expression(checkDefaultFunctions)),
    ServerRule(
      "MY-INDEX-FUNCTION", "An index calls no function whose value changes by itself",
      explanation: "Its entries would be wrong as soon as they are made.",
      example: """
        Pupil:
          columns: { born: date }
          indexes: [{ columns: [{ expression: "datediff(born, curdate())" }] }]
        """,
      mend: """
        Pupil:
          columns: { born: date }
          indexes: [born]
        """,
      mysql: .refuses([3758]), mariadb: .accepts, check: .expression(checkIndexFunctions)),
    ServerRule(
      "MY-EXPRESSION-AGGREGATE", "An expression looks at one row: it calls no aggregate function",
      explanation: "Sums and counts are a query's.",
      example: """
        Pupil:
          columns:
            points: integer
            all: { type: "integer?", generated: { as: sum(points) } }
        """,
      mend: """
        Pupil:
          columns:
            points: integer
        """,
      mysql: .refuses([1111]), mariadb: .refuses([1901]), check: .expression(checkAggregates)),
    ServerRule(
      "MY-EXPRESSION-VARIABLE", "An expression reads no variable",
      explanation: "Its value would depend on the session. MariaDB allows it outside checks.",
      example: """
        Pupil:
          columns: { points: integer }
          checks: { enough: points > @least }
        """,
      mend: """
        Pupil:
          columns: { points: integer }
          checks: { enough: points > 10 }
        """,
      mysql: .refuses([3772, 3816]), mariadb: .refuses([1901]), check: .expression(checkVariables)),
    ServerRule(
      "MY-EXPRESSION-SUBQUERY", "An expression holds no query",
      explanation: "What depends on other rows or tables is a foreign key's or a trigger's.",
      example: """
        Pupil:
          columns: { points: integer }
          checks: { enough: points > (select 10) }
        """,
      mend: """
        Pupil:
          columns: { points: integer }
          checks: { enough: points > 10 }
        """,
      mysql: .refuses([3102, 3769, 3815]), mariadb: .refuses([1901, 1970]), check: .expression(checkSubqueries)),
    ServerRule(
      "MY-CHECK-AUTO-INCREMENT", "A check names no column that the server numbers",
      explanation: "The number is not known when the row is checked.",
      example: """
        Ticket:
          columns:
            id: { type: integer, primaryKey: true, autoIncrement: true, check: id < 1000 }
        """,
      mend: """
        Ticket:
          columns:
            id: { type: smallint, primaryKey: true, autoIncrement: true }
        """,
      mysql: .refuses([3818]), mariadb: .refuses([1901]), check: .expression(checkCheckOfNumbered)),
    ServerRule(
      "MY-CHECK-FOREIGN-KEY", "A check names no column that a foreign key changes",
      explanation: """
        That are the columns of a key with ON UPDATE CASCADE, which is the default, or SET NULL or SET DEFAULT: the server \
        would have to check rows that it changes by itself.
        """,
      example: """
        Grade:
        Pupil:
          belongsTo: { grade: Grade }
          checks: { first: gradeId > 0 }
        """,
      mend: """
        Grade:
        Pupil:
          belongsTo: { grade: { model: Grade, onUpdate: restrict } }
          checks: { first: gradeId > 0 }
        """,
      mysql: .refuses([3823]), mariadb: .refuses([1901]), check: .expression(checkCheckOfForeignKey)),
    ServerRule(
      "MY-CHECK-NOT-ENFORCED", "A check that is not enforced needs a target that has it",
      explanation: Feature.unenforcedCheck.availability + " MariaDB would enforce it.",
      example: """
        Pupil:
          columns: { points: integer }
          checks: { positive: { sql: points > 0, enforced: false } }
        """,
      mend: """
        Pupil:
          columns: { points: integer }
        """,
      mysql: .accepts, mariadb: .changesSilently, check: .table(checkEnforcement)),
    ServerRule(
      "MY-GENERATED-AUTO-INCREMENT", "A generated column names no column that the server numbers",
      explanation: "The number is not known when the value is computed. MariaDB allows it of a virtual column.",
      example: """
        Ticket:
          columns:
            id: { type: integer, primaryKey: true, autoIncrement: true }
            next: { type: "integer?", generated: { as: id + 1, stored: true } }
        """,
      mend: """
        Ticket:
          columns:
            id: { type: integer, primaryKey: true, autoIncrement: true }
        """,
      mysql: .refuses([3109, 3754]), mariadb: .refuses([1901]), check: .expression(checkGeneratedOfNumbered)),
    ServerRule(
      "MY-GENERATED-ORDER", "A generated column names generated columns before it alone, and not itself",
      explanation: "The server computes them in the table's order.",
      example: """
        Box:
          columns:
            side: integer
            volume: { type: "integer?", generated: { as: area * side } }
            area: { type: "integer?", generated: { as: side * side } }
        """,
      mend: """
        Box:
          columns:
            side: integer
            area: { type: "integer?", generated: { as: side * side } }
            volume: { type: "integer?", generated: { as: area * side } }
        """,
      mysql: .refuses([3107]), mariadb: .refuses([4029]), check: .expression(checkGeneratedOrder)),
    ServerRule(
      "MY-GENERATED-DEFAULT", "A generated column has no default, no ON UPDATE and no AUTO_INCREMENT",
      explanation: "Its expression gives every value.",
      example: """
        Box:
          columns:
            side: integer
            area: { type: "integer?", generated: { as: side * side }, default: 1 }
        """,
      mend: """
        Box:
          columns:
            side: integer
            area: { type: "integer?", generated: { as: side * side } }
        """,
      mysql: .refuses([1221]), mariadb: .refuses([1064]), check: .column(checkGeneratedDefault)),
    ServerRule(
      "MY-GENERATED-NOT-NULL", "On MariaDB a generated column is nullable",
      explanation: "MariaDB has no NOT NULL for one, so that a value of it may be NULL whatever the schema says.",
      example: """
        Box:
          columns:
            side: integer
            area: { type: integer, generated: { as: side * side } }
        """,
      mend: """
        Box:
          columns:
            side: integer
            area: { type: integer?, generated: { as: side * side } }
        """,
      mysql: .accepts, mariadb: .changesSilently, check: .column(checkGeneratedNullability)),
    ServerRule(
      "MY-GENERATED-CHAR", "On MariaDB a generated column that is stored or indexed names no CHAR column",
      explanation: """
        How many spaces end a value of CHAR depends on the session's sql_mode. A uuid is a CHAR too. A varchar will do; so \
        do rtrim(…) and trim(…) around the column. A comparison by = does not look at the spaces.
        """,
      example: """
        Country:
          columns:
            code: char(3)
            search: { type: varchar(3)?, generated: { as: lower(code), stored: true } }
        """,
      mend: """
        Country:
          columns:
            code: char(3)
            search: { type: varchar(3)?, generated: { as: lower(rtrim(code)), stored: true } }
        """,
      mysql: .accepts, mariadb: .refuses([1901]), check: .expression(checkGeneratedCharacters)),
    ServerRule(
      "MY-DEFAULT-ORDER",
      "A default names no later column whose own default is an expression, and no later generated one",
      explanation:
        "The server fills the columns in the table's order. MariaDB refuses generated columns before it too.",
      example: """
        Box:
          columns:
            volume: { type: integer, default: { sql: area * 2 } }
            side: integer
            area: { type: "integer?", generated: { as: side * side } }
        """,
      mend: """
        Box:
          columns:
            side: integer
            volume: { type: integer, default: { sql: side * side * 2 } }
        """,
      mysql: .refuses([3767]), mariadb: .refuses([4029]), check: .expression(checkDefaultOrder)),
    ServerRule(
      "MY-DEFAULT-AUTO-INCREMENT", "A default names no column that the server numbers",
      explanation: "The number is not known when the default is computed.",
      example: """
        Ticket:
          columns:
            id: { type: integer, primaryKey: true, autoIncrement: true }
            next: { type: integer, default: { sql: id + 1 } }
        """,
      mend: """
        Ticket:
          columns:
            id: { type: integer, primaryKey: true, autoIncrement: true }
            next: { type: integer? }
        """,
      mysql: .refuses([3768]), mariadb: .refuses([1901]), check: .expression(checkDefaultOfNumbered)),
  ]

  @Sendable private static func checkNames(
    _ expression: Expression, _ table: CheckedTable, _ findings: inout Findings
  ) {
    // Inside a query stand names of other tables.
    guard !expression.hasSubquery, expression.flaw == nil else { return }
    var seen = Set<String>()
    for name in expression.names where table.position(of: name.text) == nil {
      if !name.isQuoted, ExpressionWords.unreserved.contains(name.text.lowercased()) || table.isReserved(name.text) {
        continue
      }
      guard seen.insert(name.text).inserted else { continue }
      let near = nearestName(to: name.text, among: table.model.columns.lazy.map(\.name))
      findings.report(
        at: expression.declaredAt,
        "Table '\(table.model.table)' has no column '\(name.text)', which \(expression.owner) names"
          + (near.map { "; did you mean '\($0)'?" } ?? ""),
        "Expressions use the SQL names of columns; texts stand in single quotes.")
    }
  }

  @Sendable private static func checkSyntax(
    _ expression: Expression, _ table: CheckedTable, _ findings: inout Findings
  ) {
    guard let flaw = expression.flaw else { return }
    findings.report(
      at: expression.declaredAt, "The expression of \(expression.owner) has \(flaw)",
      "It is to stand between parentheses: close what it opens, and write comments as /* … */.")
  }

  /// Reports the first of the functions of `expression` that `isRefused`.
  private static func reportFunction(
    of expression: Expression, _ findings: inout Findings, where isRefused: (String) -> Bool
  ) {
    guard let function = expression.functions.first(where: isRefused) else { return }
    findings.report(
      at: expression.declaredAt, "Function '\(function)' cannot be called by \(expression.owner)",
      "Its value depends on the moment, the session or the server's state, and not on the row alone.")
  }

  @Sendable private static func checkCheckFunctions(
    _ expression: Expression, _ table: CheckedTable, _ findings: inout Findings
  ) {
    guard expression.role == .check else { return }
    reportFunction(of: expression, &findings) {
      ExpressionWords.isRefusedInCheck($0, on: table.capabilities.target)
    }
  }

  @Sendable private static func checkGeneratedFunctions(
    _ expression: Expression, _ table: CheckedTable, _ findings: inout Findings
  ) {
    guard case .generated(_, let isStored) = expression.role else { return }
    reportFunction(of: expression, &findings) {
      ExpressionWords.isRefusedInGenerated($0, isStored: isStored, on: table.capabilities.target)
    }
  }

  @Sendable private static func checkDefaultFunctions(
    _ expression: Expression, _ table: CheckedTable, _ findings: inout Findings
  ) {
    guard case .defaultValue = expression.role else { return }
    reportFunction(of: expression, &findings) {
      ExpressionWords.isRefusedInDefault($0, on: table.capabilities.target)
    }
  }

  @Sendable private static func checkIndexFunctions(
    _ expression: Expression, _ table: CheckedTable, _ findings: inout Findings
  ) {
    guard expression.role == .index else { return }
    reportFunction(of: expression, &findings) {
      ExpressionWords.isRefusedInGenerated($0, isStored: true, on: table.capabilities.target)
    }
  }

  @Sendable private static func checkAggregates(
    _ expression: Expression, _ table: CheckedTable, _ findings: inout Findings
  ) {
    guard !expression.hasSubquery, !expression.isOfPartitions,
      let function = expression.functions.first(where: ExpressionWords.aggregates.contains)
    else { return }
    findings.report(
      at: expression.declaredAt, "Function '\(function)' looks at many rows, and \(expression.owner) at one",
      "Write a query for it.")
  }

  @Sendable private static func checkVariables(
    _ expression: Expression, _ table: CheckedTable, _ findings: inout Findings
  ) {
    guard expression.readsVariable, !expression.isOfPartitions,
      expression.role == .check || !table.capabilities.target.isMariaDB
    else { return }
    findings.report(
      at: expression.declaredAt, "An expression reads no variable, and \(expression.owner) does",
      "Write the value itself.")
  }

  @Sendable private static func checkSubqueries(
    _ expression: Expression, _ table: CheckedTable, _ findings: inout Findings
  ) {
    guard expression.hasSubquery, !expression.isOfPartitions else { return }
    findings.report(
      at: expression.declaredAt, "An expression holds no query, and \(expression.owner) does",
      "It looks at the columns of its own row alone.")
  }

  @Sendable private static func checkCheckOfNumbered(
    _ expression: Expression, _ table: CheckedTable, _ findings: inout Findings
  ) {
    guard expression.role == .check else { return }
    reportNumbered(expression, table, &findings)
  }

  @Sendable private static func checkGeneratedOfNumbered(
    _ expression: Expression, _ table: CheckedTable, _ findings: inout Findings
  ) {
    switch expression.role {
    case .generated(_, let isStored):
      if table.capabilities.target.isMariaDB, !isStored { return }
    case .index: break
    case .check, .defaultValue, .partitioning: return
    }
    reportNumbered(expression, table, &findings)
  }

  @Sendable private static func checkDefaultOfNumbered(
    _ expression: Expression, _ table: CheckedTable, _ findings: inout Findings
  ) {
    guard case .defaultValue = expression.role else { return }
    reportNumbered(expression, table, &findings)
  }

  private static func reportNumbered(_ expression: Expression, _ table: CheckedTable, _ findings: inout Findings) {
    for position in table.columns(in: expression) where table.model.columns[position].isAutoIncrement {
      findings.report(
        at: expression.declaredAt,
        "The server numbers column '\(table.model.columns[position].name)', so \(expression.owner) cannot name it",
        "The number is not known when the expression is computed.")
    }
  }

  @Sendable private static func checkCheckOfForeignKey(
    _ expression: Expression, _ table: CheckedTable, _ findings: inout Findings
  ) {
    guard expression.role == .check, !table.foreignKeys.isEmpty else { return }
    let named = Set(table.columns(in: expression))
    for edge in table.foreignKeys {
      let action: String
      switch (edge.onDelete, edge.onUpdate) {
      case (_, .cascade): action = "onUpdate: cascade"
      case (_, .setNull): action = "onUpdate: setNull"
      case (_, .setDefault): action = "onUpdate: setDefault"
      case (.setNull, _): action = "onDelete: setNull"
      case (.setDefault, _): action = "onDelete: setDefault"
      default: continue
      }
      guard let position = edge.childColumns.first(where: named.contains) else { continue }
      findings.report(
        at: expression.declaredAt,
        "A foreign key changes column '\(table.model.columns[position].name)', so \(expression.owner) cannot name it",
        "The key has \(action). Write onUpdate: restrict and an onDelete that is neither setNull nor setDefault, or leave "
          + "the check out.",
        notes: [Diagnostic.Note("the key is declared here", at: edge.declaredAt)])
      return
    }
  }

  @Sendable private static func checkEnforcement(_ table: CheckedTable, _ findings: inout Findings) {
    for check in table.model.checks where !check.isEnforced {
      findings.report(
        at: check.declaredAt,
        "Check '\(check.name)' is not to be enforced, and the target '\(table.capabilities.target.rawValue)' would",
        "\(Feature.unenforcedCheck.availability) Leave the check out.")
    }
  }

  @Sendable private static func checkGeneratedOrder(
    _ expression: Expression, _ table: CheckedTable, _ findings: inout Findings
  ) {
    guard case .generated(let own, _) = expression.role else { return }
    for position in table.columns(in: expression) where position >= own {
      let column = table.model.columns[position]
      guard column.generation != nil else { continue }
      findings.report(
        at: expression.declaredAt,
        position == own
          ? "Generated column '\(column.name)' names itself"
          : "Generated column '\(table.model.columns[own].name)' names '\(column.name)', which is generated after it",
        "Move '\(column.name)' before it, or write its expression here.")
    }
  }

  @Sendable private static func checkGeneratedDefault(
    _ column: Column, _ table: CheckedTable, _ findings: inout Findings
  ) {
    guard column.generation != nil else { return }
    let extra: String
    if column.defaultValue != nil {
      extra = "default"
    } else if column.isUpdatedToNow {
      extra = "onUpdate"
    } else if column.isAutoIncrement {
      extra = "autoIncrement"
    } else {
      return
    }
    findings.report(
      at: column.declaredAt, "Column '\(column.name)' is generated, so it has no '\(extra)'", "Leave '\(extra)' out.")
  }

  @Sendable private static func checkGeneratedCharacters(
    _ expression: Expression, _ table: CheckedTable, _ findings: inout Findings
  ) {
    guard case .generated(let own, let isStored) = expression.role,
      isStored || table.keys.contains(where: { $0.parts.contains { $0.column == own } }),
      // Both make no difference between values that end with more or fewer spaces.
      !expression.functions.contains(where: { ["rtrim", "trim"].contains($0) })
    else { return }
    for name in expression.names where !name.isCompared {
      guard let column = table.position(of: name.text).map({ table.model.columns[$0] }) else { continue }
      switch column.type {
      case .char, .uuid: break
      default: continue
      }
      findings.report(
        at: expression.declaredAt,
        "Column '\(table.model.columns[own].name)' is \(isStored ? "stored" : "indexed"), so it cannot be computed from "
          + "the CHAR column '\(column.name)'",
        "Write rtrim(`\(column.name)`), or give that column a varchar type.",
        notes: [Diagnostic.Note("the column is declared here", at: column.declaredAt)])
    }
  }

  @Sendable private static func checkGeneratedNullability(
    _ column: Column, _ table: CheckedTable, _ findings: inout Findings
  ) {
    guard column.generation != nil, !column.isNullable,
      // A primary key has a finding of its own.
      !table.model.primaryKey.contains(where: { $0.column.map { table.model.columns[$0].name } == column.name })
    else { return }
    findings.report(
      at: column.declaredAt, "Column '\(column.name)' is generated, so MariaDB keeps it nullable",
      "Write '?' behind its type.")
  }

  @Sendable private static func checkDefaultOrder(
    _ expression: Expression, _ table: CheckedTable, _ findings: inout Findings
  ) {
    guard case .defaultValue(let own) = expression.role else { return }
    let isMariaDB = table.capabilities.target.isMariaDB
    for position in table.columns(in: expression) {
      let column = table.model.columns[position]
      let hasExpression = if case .expression? = column.defaultValue { true } else { false }
      let isRefused =
        position == own || (column.generation != nil && (isMariaDB || position > own))
        || (hasExpression && !isMariaDB && position > own)
      guard isRefused else { continue }
      findings.report(
        at: expression.declaredAt,
        "The default of column '\(table.model.columns[own].name)' names '\(column.name)', which is filled later",
        "Move '\(column.name)' before it, or write a literal default.")
    }
  }
}
