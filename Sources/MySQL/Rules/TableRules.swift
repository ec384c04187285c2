internal import AssociationGraph
internal import Diagnostics
internal import SchemaLanguage

// Tables and their options: Reference Manual, "CREATE TABLE Statement".
extension ServerRules {
  static let tables: [ServerRule] = [
    ServerRule(
      "MY-TABLE-COLUMNS", "A table has a column",
      explanation: "An empty one cannot hold a row.",
      example: """
        Marker:
          primaryKey: none
          timestamps: false
        """,
      mend: """
        Marker:
          timestamps: false
        """,
      mysql: .refuses([1064]), mariadb: .refuses([1064]), check: .table(checkColumns)),
    ServerRule(
      "MY-VISIBLE-COLUMN", "A table has a visible column",
      explanation: "`SELECT *` gives at least one.",
      example: """
        Marker:
          columns: { id: { type: integer, primaryKey: true, autoIncrement: true, invisible: true } }
          timestamps: false
        """,
      mend: """
        Marker:
          columns: { id: { type: integer, primaryKey: true, autoIncrement: true } }
          timestamps: false
        """,
      mysql: .refuses([4028]), mariadb: .refuses([1113]), check: .table(checkVisibleColumns)),
    ServerRule(
      "MY-INVISIBLE-DEFAULT", "On MariaDB an invisible column has a default, or is nullable",
      explanation: "An INSERT without a list of columns leaves it out.",
      example: """
        Pupil:
          columns: { secret: { type: integer, invisible: true } }
        """,
      mend: """
        Pupil:
          columns: { secret: { type: integer, invisible: true, default: 0 } }
        """,
      mysql: .accepts, mariadb: .refuses([4108]), check: .column(checkInvisibleDefault)),
    ServerRule(
      "MY-ENGINE", "A storage engine is one of the target's",
      explanation: """
        An engine that comes as a plugin is believed to be installed; a name that is no engine's is refused.
        """,
      example: """
        Pupil:
          engine: InoDB
        """,
      mend: """
        Pupil:
          engine: InnoDB
        """,
      mysql: .refuses([1286]), mariadb: .refuses([1286]), check: .table(checkEngine)),
    ServerRule(
      "MY-ENGINE-TEXT", "A table of the engine MEMORY has no TEXT, BLOB, JSON or spatial column",
      explanation: "Its rows have one length.",
      example: """
        Page:
          engine: MEMORY
          columns: { body: text }
        """,
      mend: """
        Page:
          engine: MEMORY
          columns: { body: varchar(2000) }
        """,
      mysql: .refuses([1163, 1178]), mariadb: .refuses([1163, 1178]), check: .column(checkMemoryColumns)),
    ServerRule(
      "MY-ROW-FORMAT", "A row format is one that the engine has",
      explanation: "InnoDB has DYNAMIC, which is its default, COMPACT, COMPRESSED and REDUNDANT.",
      example: """
        Page:
          rowFormat: fixed
        """,
      mend: """
        Page:
          rowFormat: dynamic
        """,
      mysql: .refuses([1031, 1064]), mariadb: .refuses([1005, 1064]), check: .table(checkRowFormat)),
    ServerRule(
      "MY-KEY-BLOCK-SIZE", "The pages of a compressed table of InnoDB have 1, 2, 4, 8 or 16 KiB",
      explanation: "The size belongs to ROW_FORMAT=COMPRESSED, which it chooses where no format is named.",
      example: """
        Page:
          keyBlockSize: 3
        """,
      mend: """
        Page:
          keyBlockSize: 4
        """,
      mysql: .refuses([1031]), mariadb: .refuses([1005]), check: .table(checkKeyBlockSize)),
  ]

  @Sendable private static func checkColumns(_ table: CheckedTable, _ findings: inout Findings) {
    guard table.model.columns.isEmpty else { return }
    findings.report(
      at: table.model.declaredAt, "A table has a column, and table '\(table.model.table)' has none",
      "Leave out primaryKey: none, or declare a column.")
  }

  @Sendable private static func checkVisibleColumns(_ table: CheckedTable, _ findings: inout Findings) {
    guard !table.model.columns.isEmpty, table.model.columns.allSatisfy(\.isInvisible) else { return }
    findings.report(
      at: table.model.declaredAt, "A table has a visible column, and table '\(table.model.table)' has none",
      "Leave out `invisible` in one of them.")
  }

  @Sendable private static func checkInvisibleDefault(
    _ column: Column, _ table: CheckedTable, _ findings: inout Findings
  ) {
    guard column.isInvisible, !column.isFilledByServer else { return }
    findings.report(
      at: column.declaredAt, "Column '\(column.name)' is invisible and has neither a default nor a '?'",
      "Give it a default, or write '?' behind its type.")
  }

  @Sendable private static func checkEngine(_ table: CheckedTable, _ findings: inout Findings) {
    let engine = table.model.options.engine
    let known = table.capabilities.engines
    guard engine != "InnoDB", !known.contains(engine), !table.capabilities.mayHave(engine: engine) else { return }
    let near = nearestName(to: engine, among: known)
    findings.report(
      at: table.model.declaredAt,
      "Storage engine '\(engine)' of table '\(table.model.table)' is none of the target "
        + "'\(table.capabilities.target.rawValue)'" + (near.map { "; did you mean '\($0)'?" } ?? ""),
      "It has \(known.joined(separator: ", ")).")
  }

  @Sendable private static func checkMemoryColumns(
    _ column: Column, _ table: CheckedTable, _ findings: inout Findings
  ) {
    guard table.model.options.engine == "MEMORY", column.type.isLong else { return }
    findings.report(
      at: column.declaredAt,
      "Column '\(column.name)' is of type \(column.type.name), which a table of the engine MEMORY cannot have",
      "Write varchar or varbinary, or another engine.")
  }

  @Sendable private static func checkRowFormat(_ table: CheckedTable, _ findings: inout Findings) {
    guard let format = table.model.options.rowFormat else { return }
    let common = ["DEFAULT", "DYNAMIC", "FIXED", "COMPRESSED", "REDUNDANT", "COMPACT"]
    let known: [String]
    switch table.model.options.engine {
    case "InnoDB": known = ["DEFAULT", "DYNAMIC", "COMPACT", "COMPRESSED", "REDUNDANT"]
    default: known = table.capabilities.target.isMariaDB ? common + ["PAGE"] : common
    }
    guard !known.contains(format) else { return }
    findings.report(
      at: table.model.declaredAt,
      "Row format '\(format)' of table '\(table.model.table)' is none of the engine \(table.model.options.engine)",
      "It has \(known.joined(separator: ", ")).")
  }

  @Sendable private static func checkKeyBlockSize(_ table: CheckedTable, _ findings: inout Findings) {
    guard table.isInnoDB, let size = table.model.options.keyBlockSize else { return }
    if let format = table.model.options.rowFormat, format != "COMPRESSED", format != "DEFAULT" {
      findings.report(
        at: table.model.declaredAt,
        "Table '\(table.model.table)' has the row format \(format), which has no keyBlockSize",
        "Write rowFormat: compressed, or leave keyBlockSize out.")
    } else if ![1, 2, 4, 8, 16].contains(size) {
      findings.report(
        at: table.model.declaredAt,
        "The pages of a compressed table have 1, 2, 4, 8 or 16 KiB, and table '\(table.model.table)' asks for \(size)",
        "Choose one of these.")
    }
  }
}
