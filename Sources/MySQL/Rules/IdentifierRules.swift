internal import AssociationGraph
internal import Diagnostics
internal import SchemaLanguage

// Names: what the server takes as one (Reference Manual, "Schema Object Names", "Identifier Length Limits").
extension ServerRules {
  static let identifiers: [ServerRule] = [
    ServerRule(
      "MY-NAME-LENGTH", "A name has at most 64 characters",
      explanation: """
        That holds for tables, columns, indexes, foreign keys, checks and partitions. Names that Joinery makes are shortened by \
        themselves; this one was written.
        """,
      example: """
        Reading:
          columns:
            the_temperature_of_the_water_behind_the_second_pump_in_the_cellar: integer
        """,
      mend: """
        Reading:
          columns:
            second_pump_temperature: integer
        """,
      mysql: .refuses([1059]), mariadb: .refuses([1059, 1103]), check: .table(checkNameLength)),
    ServerRule(
      "MY-NAME-TRAILING-SPACE", "A name does not end with a space",
      explanation: "The names of checks may, which is left to them.",
      example: """
        Pupil:
          table: "pupils "
        """,
      mend: """
        Pupil:
          table: pupils
        """,
      mysql: .refuses([1103, 1166, 1280, 1567]), mariadb: .refuses([1103, 1166, 1280, 1567]),
      check: .table(checkTrailingSpace)),
    ServerRule(
      "MY-NAME-CHARACTER", "A name holds characters from U+0001 to U+FFFF alone",
      explanation: """
        Servers keep names in three bytes a character at most. MySQL puts `?` in the place of an emoji; MariaDB refuses \
        the name.
        """,
      example: """
        Pupil:
          table: pupils🧵
        """,
      mend: """
        Pupil:
          table: pupils
        """,
      mysql: .changesSilently, mariadb: .refuses([1300]), check: .table(checkCharacters)),
    ServerRule(
      "MY-INDEX-NAME", "An index has none of the names that the server keeps for itself",
      explanation: "`PRIMARY` is the primary key; InnoDB calls its hidden one `GEN_CLUST_INDEX`.",
      example: """
        Pupil:
          columns: { born: date }
          indexes: [{ columns: [born], name: primary }]
        """,
      mend: """
        Pupil:
          columns: { born: date }
          indexes: [{ columns: [born], name: by_birth }]
        """,
      mysql: .refuses([1280]), mariadb: .refuses([1280]), check: .key(checkIndexName)),
    ServerRule(
      "MY-COLUMN-NAME", "A column has none of the names of InnoDB's hidden columns",
      explanation: """
        They are `DB_ROW_ID`, `DB_TRX_ID` and `DB_ROLL_PTR`. `FTS_DOC_ID`, in capitals, is the number of a full-text index: it is a \
        bigint unsigned that is not nullable.
        """,
      example: """
        Pupil:
          columns: { db_row_id: integer }
        """,
      mend: """
        Pupil:
          columns: { row_number_in_file: integer }
        """,
      mysql: .refuses([1166]), mariadb: .refuses([1166]), check: .column(checkColumnName)),
    ServerRule(
      "MY-CHECK-NAME", "A check and a key of one table have different names",
      explanation: "MySQL keeps the two kinds of names apart, MariaDB does not.",
      example: """
        Pupil:
          columns: { age: integer }
          indexes: [{ columns: [age], name: pupil_age, unique: true }]
          checks: { pupil_age: age > 0 }
        """,
      mend: """
        Pupil:
          columns: { age: integer }
          indexes: [{ columns: [age], name: pupil_age, unique: true }]
          checks: { pupil_age_positive: age > 0 }
        """,
      mysql: .accepts, mariadb: .refuses([1826]), check: .table(checkCheckNames)),
  ]

  /// Calls `body` with the kind, the name and the place of everything in `table` that has a name.
  private static func forEachName(
    of table: CheckedTable, includingChecks: Bool = true, _ body: (String, String, SourceRange) -> Void
  ) {
    body("table", table.model.table, table.model.declaredAt)
    let columns = table.model.columns
    for column in columns.indices { body("column", columns[column].name, columns[column].declaredAt) }
    for index in table.model.indexes { body("index", index.name, index.declaredAt) }
    for edge in table.foreignKeys { body("foreign key", edge.constraint ?? "", edge.declaredAt) }
    for partition in table.model.partitioning?.partitions ?? [] {
      body("partition", partition.name, partition.declaredAt)
    }
    if includingChecks {
      for check in table.model.checks { body("check", check.name, check.declaredAt) }
    }
  }

  @Sendable private static func checkNameLength(_ table: CheckedTable, _ findings: inout Findings) {
    forEachName(of: table) { kind, name, range in
      // No character has less than one byte.
      guard name.utf8.count > 64 else { return }
      let count = name.unicodeScalars.count
      guard count > 64 else { return }
      findings.report(
        at: range, "A name has at most 64 characters, and that of \(kind) '\(name)' has \(count)",
        "Choose a shorter name.")
    }
  }

  @Sendable private static func checkTrailingSpace(_ table: CheckedTable, _ findings: inout Findings) {
    forEachName(of: table, includingChecks: false) { kind, name, range in
      guard name.utf8.last == UInt8(ascii: " ") else { return }
      findings.report(
        at: range, "A name does not end with a space, and that of \(kind) '\(name)' does", "Take the space away.")
    }
  }

  @Sendable private static func checkCharacters(_ table: CheckedTable, _ findings: inout Findings) {
    forEachName(of: table) { kind, name, range in
      // Only sequences of four bytes begin with 0xF0 or more.
      guard name.utf8.contains(where: { $0 == 0 || $0 >= 0xF0 }),
        let scalar = name.unicodeScalars.first(where: { $0.value == 0 || $0.value > 0xFFFF })
      else { return }
      let code = String(scalar.value, radix: 16, uppercase: true)
      let padded = String(repeating: "0", count: max(0, 4 - code.utf8.count)) + code
      findings.report(
        at: range, "A name holds characters from U+0001 to U+FFFF, and that of \(kind) '\(name)' holds U+\(padded)",
        "Take the character out.")
    }
  }

  @Sendable private static func checkIndexName(_ key: Key, _ table: CheckedTable, _ findings: inout Findings) {
    guard key.origin != .primary else { return }
    let name = key.name.uppercased()
    guard name == "PRIMARY" || name == "GEN_CLUST_INDEX" else { return }
    findings.report(
      at: key.declaredAt, "The server keeps the name '\(key.name)' for an index of its own", "Choose another name.")
  }

  @Sendable private static func checkColumnName(_ column: Column, _ table: CheckedTable, _ findings: inout Findings) {
    // Most names end here.
    switch column.name.utf8.first.map({ $0 | 0x20 }) {
    case UInt8(ascii: "d"), UInt8(ascii: "f"): break
    default: return
    }
    switch column.name.uppercased() {
    case "FTS_DOC_ID" where table.isInnoDB:
      let isNumber = column.type == .integer(.big, isUnsigned: true, zerofillWidth: nil) && !column.isNullable
      if isNumber, column.name == "FTS_DOC_ID" { return }
      // MySQL's InnoDB does not see a column that is computed when it is read.
      if column.generation?.isStored == false, !table.capabilities.target.isMariaDB { return }
      findings.report(
        at: column.declaredAt,
        "InnoDB keeps the name 'FTS_DOC_ID' for a bigint unsigned that is not nullable, and column '\(column.name)' is none",
        "Choose another name; `column` gives the SQL name alone.")
    // MySQL keeps them in every engine.
    case "DB_ROW_ID", "DB_TRX_ID",
      "DB_ROLL_PTR" where table.isInnoDB || !table.capabilities.target.isMariaDB:
      findings.report(
        at: column.declaredAt, "InnoDB keeps the name '\(column.name)' for a hidden column of its own",
        "Choose another name; `column` gives the SQL name alone.")
    default: return
    }
  }

  @Sendable private static func checkCheckNames(_ table: CheckedTable, _ findings: inout Findings) {
    guard !table.model.checks.isEmpty else { return }
    var keys: [String: SourceRange] = [:]
    for key in table.keys where key.isUnique { keys[key.name.lowercased()] = key.declaredAt }
    for edge in table.foreignKeys { keys[(edge.constraint ?? "").lowercased()] = edge.declaredAt }
    for check in table.model.checks {
      guard let place = keys[check.name.lowercased()] else { continue }
      findings.report(
        at: check.declaredAt, "A check and a key of one table have different names, and two are called '\(check.name)'",
        "Give one of the two another name.", notes: [Diagnostic.Note("the key is here", at: place)])
    }
  }
}
