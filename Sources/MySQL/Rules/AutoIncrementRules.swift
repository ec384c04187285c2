internal import AssociationGraph
internal import Diagnostics

// AUTO_INCREMENT: Reference Manual, "AUTO_INCREMENT Handling in InnoDB", "CREATE TABLE Statement".
extension ServerRules {
  static let autoIncrement: [ServerRule] = [
    ServerRule(
      "MY-AUTO-INCREMENT-KEY", "A column that the server numbers is the first of a key",
      explanation: """
        The server looks the last number up in the key. In MyISAM and Aria it may be a later column of one.
        """,
      example: """
        Ticket:
          columns:
            id: { type: integer, primaryKey: true }
            number: { type: integer, autoIncrement: true }
        """,
      mend: """
        Ticket:
          columns:
            id: { type: integer, primaryKey: true }
            number: { type: integer, autoIncrement: true, unique: true }
        """,
      mysql: .refuses([1075]), mariadb: .refuses([1075]), check: .table(checkNumberedKey)),
    ServerRule(
      "MY-AUTO-INCREMENT-COUNT", "The server numbers one column of a table",
      explanation: "The other one may be computed from it, or filled by whoever writes the row.",
      example: """
        Ticket:
          columns:
            id: { type: integer, primaryKey: true, autoIncrement: true }
            number: { type: integer, autoIncrement: true, unique: true }
        """,
      mend: """
        Ticket:
          columns:
            id: { type: integer, primaryKey: true, autoIncrement: true }
            number: { type: integer, unique: true }
        """,
      mysql: .refuses([1075]), mariadb: .refuses([1075]), check: .table(checkNumberedCount)),
    ServerRule(
      "MY-AUTO-INCREMENT-DEFAULT", "A column that the server numbers has no default",
      explanation: "Its default is the next number.",
      example: """
        Ticket:
          columns:
            id: { type: integer, primaryKey: true, autoIncrement: true, default: 1 }
        """,
      mend: """
        Ticket:
          columns:
            id: { type: integer, primaryKey: true, autoIncrement: true }
          autoIncrementStart: 1
        """,
      mysql: .refuses([1067]), mariadb: .refuses([1067]), check: .column(checkNumberedDefault)),
    ServerRule(
      "MY-AUTO-INCREMENT-NULLABLE", "A column that the server numbers is not nullable",
      explanation: "The server makes it NOT NULL without saying so: NULL asks for the next number.",
      example: """
        Ticket:
          columns:
            id: { type: integer, primaryKey: true }
            number: { type: integer?, autoIncrement: true, unique: true }
        """,
      mend: """
        Ticket:
          columns:
            id: { type: integer, primaryKey: true }
            number: { type: integer, autoIncrement: true, unique: true }
        """,
      mysql: .changesSilently, mariadb: .changesSilently, check: .column(checkNumberedNullability)),
    ServerRule(
      "MY-AUTO-INCREMENT-START", "A first number is that of a column which the server numbers",
      explanation: "Without such a column the server forgets the number.",
      example: """
        Ticket:
          columns:
            id: { type: integer, primaryKey: true }
          autoIncrementStart: 1000
        """,
      mend: """
        Ticket:
          columns:
            id: { type: integer, primaryKey: true, autoIncrement: true }
          autoIncrementStart: 1000
        """,
      mysql: .changesSilently, mariadb: .changesSilently, check: .table(checkStart)),
  ]

  @Sendable private static func checkNumberedKey(_ table: CheckedTable, _ findings: inout Findings) {
    for (position, column) in table.model.columns.enumerated() where column.isAutoIncrement {
      let mayBeLater = ["MyISAM", "Aria", "MRG_MyISAM"].contains(table.model.options.engine)
      let isKey = table.keys.contains { key in
        guard key.isOrdinary else { return false }
        return mayBeLater ? key.parts.contains { $0.column == position } : key.parts.first?.column == position
      }
      if isKey { continue }
      findings.report(
        at: column.declaredAt, "The server numbers the first column of a key, and '\(column.name)' is none",
        "Write primaryKey: true or unique: true in the column.")
    }
  }

  @Sendable private static func checkNumberedCount(_ table: CheckedTable, _ findings: inout Findings) {
    var first: Column?
    for column in table.model.columns where column.isAutoIncrement {
      guard let known = first else {
        first = column
        continue
      }
      findings.report(
        at: column.declaredAt, "The server numbers one column of a table, and '\(column.name)' is a second one",
        "Take autoIncrement from one of the two.",
        notes: [Diagnostic.Note("column '\(known.name)' is the first", at: known.declaredAt)])
    }
  }

  @Sendable private static func checkNumberedDefault(
    _ column: Column, _ table: CheckedTable, _ findings: inout Findings
  ) {
    guard column.isAutoIncrement, column.defaultValue != nil else { return }
    findings.report(
      at: column.declaredAt, "The server numbers column '\(column.name)', so it has no default",
      "Leave the default out; autoIncrementStart of the model is the first number.")
  }

  @Sendable private static func checkNumberedNullability(
    _ column: Column, _ table: CheckedTable, _ findings: inout Findings
  ) {
    guard column.isAutoIncrement, column.isNullable else { return }
    findings.report(
      at: column.declaredAt, "The server numbers column '\(column.name)', so it is never NULL", "Leave out the '?'.")
  }

  @Sendable private static func checkStart(_ table: CheckedTable, _ findings: inout Findings) {
    guard let start = table.model.options.autoIncrementStart, start > 1,
      !table.model.columns.contains(where: \.isAutoIncrement)
    else { return }
    findings.report(
      at: table.model.declaredAt,
      "Table '\(table.model.table)' has a first number, \(start), but no column that the server numbers",
      "Write autoIncrement: true in a column, or leave autoIncrementStart out.")
  }
}
