internal import AssociationGraph
internal import Diagnostics
internal import SchemaLanguage

// How much fits: Reference Manual, "Limits on Table Column Count and Row Size", "InnoDB Limits".
extension ServerRules {
  static let sizes: [ServerRule] = [
    ServerRule(
      "MY-VARCHAR-LENGTH", "A VARCHAR has at most 65535 bytes, counted at the longest characters of its character set",
      explanation: """
        A character of utf8mb4 may take 4 bytes, so a varchar of utf8mb4 has at most 16383 characters. MariaDB stops at \
        65532 bytes. Longer texts are the TEXT types'.
        """,
      example: """
        Page:
          columns: { body: varchar(20000) }
        """,
      mend: """
        Page:
          columns: { body: mediumtext }
        """,
      mysql: .refuses([1074]), mariadb: .refuses([1074]), check: .column(checkVarcharLength)),
    ServerRule(
      "MY-ROW-SIZE", "A row has at most 65535 bytes, each text counted at its longest",
      explanation: """
        A varchar counts its characters times the bytes of its character set's longest one, and 1 or 2 for the length; a \
        TEXT or BLOB counts 9 to 12; every eight nullable columns count 1.
        """,
      example: """
        Page:
          columns:
            summary: varchar(9000)
            body: varchar(9000)
        """,
      mend: """
        Page:
          columns:
            summary: varchar(9000)
            body: text
        """,
      mysql: .refuses([1118]), mariadb: .refuses([1118]), check: .table(checkRowSize)),
    ServerRule(
      "MY-PAGE-SIZE", "A row has less than half a page of InnoDB, 8126 bytes, beside what moves out of the page",
      explanation: """
        Two rows must fit a page of 16 KiB. Numbers, dates, BINARY and CHAR of one-byte character sets count in full; other \
        texts at most 40 bytes and one for the length, since the rest may move out; in the row formats COMPACT and REDUNDANT \
        768 bytes stay. Compressed tables have smaller pages, and there an entry of an index fills less than half of one.
        """,
      example: """
        Form:
          charset: latin1
          columns:
            field1: char(255)
            field2: char(255)
            … and 30 more of them
        """,
      mend: """
        Form:
          charset: latin1
          columns:
            field1: varchar(255)
            field2: varchar(255)
            … and 30 more of them
        """,
      mysql: .refuses([1118]), mariadb: .refuses([1118]), check: .table(checkPageSize)),
    ServerRule(
      "MY-KEY-LENGTH", "A key has at most 3072 bytes",
      explanation: """
        With utf8mb4 these are 768 characters. In the row formats COMPACT and REDUNDANT one column of a key has at most 767 \
        bytes; a key of MyISAM has 1000. MariaDB cuts the key of one column to what fits, or hashes it if it is unique, and \
        refuses only the others.
        """,
      example: """
        Page:
          columns: { address: varchar(1000) }
          indexes: [address]
        """,
      mend: """
        Page:
          columns: { address: varchar(1000) }
          indexes: [{ columns: [{ name: address, length: 200 }] }]
        """,
      mysql: .refuses([1071]), mariadb: .changesSilently, check: .key(checkKeyLength)),
    ServerRule(
      "MY-KEY-PARTS", "A key has at most 16 parts, on MariaDB 32",
      explanation: "An index of so many columns serves no query better than one of its first few.",
      example: """
        Form:
          columns: { a: integer, … }
          indexes: [{ columns: [a, … and 16 more of them] }]
        """,
      mend: """
        Form:
          columns: { a: integer, … }
          indexes: [{ columns: [a, … and 15 more of them] }]
        """,
      mysql: .refuses([1070]), mariadb: .refuses([1070]), check: .key(checkKeyParts)),
    ServerRule(
      "MY-KEY-COUNT", "A table has at most 64 keys, the primary key and those of foreign keys included",
      explanation: "Each foreign key has an index, which the server makes unless one is declared.",
      example: """
        Form:
          columns: { a: integer, … }
          indexes: [a, … and 63 more of them]
        """,
      mend: """
        Form:
          columns: { a: integer, … }
          indexes: [a, … and 62 more of them]
        """,
      mysql: .refuses([1069]), mariadb: .refuses([1069]), check: .table(checkKeyCount)),
    ServerRule(
      "MY-COLUMN-COUNT", "A table of InnoDB has at most 1017 columns",
      explanation: "Split it into several tables that share their primary key.",
      example: """
        Form:
          columns:
            field1: integer
            … and 1017 more of them
        """,
      mend: """
        Form:
          columns:
            field1: integer
            … and 1015 more of them
        """,
      mysql: .refuses([1117]), mariadb: .refuses([1005]), check: .table(checkColumnCount)),
    ServerRule(
      "MY-DEFINITION-SIZE", "On MariaDB the definition of a table has at most 65535 bytes",
      explanation: """
        The names of columns, with 18 bytes beside each, their comments, the members of each ENUM and SET, with one byte \
        beside each, and 290 bytes.
        """,
      example: """
        Form:
          columns: { answer: "enum(answers of over 65535 bytes …)" }
        """,
      mend: """
        Form:
          columns: { answer: "enum(yes, no …)" }
        """,
      mysql: .accepts, mariadb: .refuses([1117]), check: .table(checkDefinitionSize)),
    ServerRule(
      "MY-COMMENT-LENGTH", "A comment has at most 1024 characters, that of a table 2048",
      explanation: "Longer explanations belong into the project's documentation.",
      example: """
        Form:
          columns:
            field: { type: integer, comment: "What is to be said of it … in over 1024 characters" }
        """,
      mend: """
        Form:
          columns:
            field: { type: integer, comment: "What is to be said of it" }
        """,
      mysql: .refuses([1628, 1629, 1688]), mariadb: .refuses([1628, 1629, 1688]), check: .table(checkComments)),
    ServerRule(
      "MY-COMMENT-CHARACTER", "A comment holds characters from U+0001 to U+FFFF alone",
      explanation: "The servers put `?` in the place of an emoji, and drop what stands behind U+0000.",
      example: """
        Form:
          columns:
            field: { type: integer, comment: Needed 🧵 }
        """,
      mend: """
        Form:
          columns:
            field: { type: integer, comment: Needed }
        """,
      mysql: .changesSilently, mariadb: .changesSilently, check: .table(checkCommentCharacters)),
  ]

  @Sendable private static func checkDefinitionSize(_ table: CheckedTable, _ findings: inout Findings) {
    var (names, comments, members) = (0, 0, 0)
    // Columns with the same members share them.
    var seen: Set<[String]> = []
    for column in table.model.columns {
      names += column.name.utf8.count + 18
      comments += column.comment?.utf8.count ?? 0
      switch column.type {
      case .enumeration(let id), .set(let id):
        let own = table.graph[id].members
        if seen.insert(own).inserted { members += own.reduce(0) { $0 + $1.utf8.count + 1 } }
      default: continue
      }
    }
    let sum = names + comments + members + 290
    guard sum > 65_535 else { return }
    findings.report(
      at: table.model.declaredAt,
      "The definition of a table has at most 65535 bytes, and that of table '\(table.model.table)' has \(sum)",
      "Columns \(names) + comments \(comments) + members \(members) + 290 = \(sum). Shorten the longest, or make a model of "
        + "the members.")
  }

  @Sendable private static func checkCommentCharacters(_ table: CheckedTable, _ findings: inout Findings) {
    func check(_ comment: String?, _ subject: @autoclosure () -> String, at range: SourceRange) {
      guard let comment, comment.utf8.contains(where: { $0 == 0 || $0 >= 0xF0 }),
        let scalar = comment.unicodeScalars.first(where: { $0.value == 0 || $0.value > 0xFFFF })
      else { return }
      let code = String(scalar.value, radix: 16, uppercase: true)
      findings.report(
        at: range,
        "A comment holds characters from U+0001 to U+FFFF, and that of \(subject()) holds U+"
          + String(repeating: "0", count: max(0, 4 - code.utf8.count)) + code, "Take the character out.")
    }
    let model = table.model
    check(model.options.comment, "table '\(model.table)'", at: model.declaredAt)
    for position in model.columns.indices where model.columns[position].comment != nil {
      let column = model.columns[position]
      check(column.comment, "column '\(column.name)'", at: column.declaredAt)
    }
    for index in model.indexes { check(index.comment, "index '\(index.name)'", at: index.declaredAt) }
  }

  @Sendable private static func checkVarcharLength(_ column: Column, _ table: CheckedTable, _ findings: inout Findings)
  {
    let width: Int
    let length: Int
    let unit: String
    switch column.type {
    case .varchar(let characters):
      (length, width, unit) = (characters, column.collation?.longestCharacter ?? 1, "characters")
    case .varbinary(let bytes): (length, width, unit) = (bytes, 1, "bytes")
    default: return
    }
    let most = table.capabilities.varcharBytes
    guard length * width > most else { return }
    let arithmetic = width == 1 ? "" : "\(length) characters × \(width) bytes = \(length * width) bytes. "
    findings.report(
      at: column.declaredAt,
      "Column '\(column.name)' may have \(most / width) \(unit) at most, and is given \(length)",
      arithmetic + "Write a smaller length, or \(unit == "bytes" ? "mediumblob" : "mediumtext").")
  }

  @Sendable private static func checkRowSize(_ table: CheckedTable, _ findings: inout Findings) {
    let limit = 65_535
    var sum = 0
    var nullable = 0
    for column in table.model.columns {
      sum += column.rowBytes(in: table.graph)
      if column.isNullable { nullable += 1 }
      // One column that is too long by itself has a finding of its own.
      switch column.type {
      case .varchar, .varbinary:
        if column.valueBytes(in: table.graph) ?? 0 > table.capabilities.varcharBytes { return }
      default: break
      }
    }
    let flags = (nullable + 7) / 8
    guard sum + flags > limit else { return }
    let flagsText = flags == 0 ? "" : " + \(flags) for NULL in \(nullable)"
    findings.report(
      at: table.model.declaredAt,
      "A row has at most \(limit) bytes, and one of table '\(table.model.table)' may have \(sum + flags)",
      "\(arithmetic(of: table) { $0.rowBytes(in: table.graph) })\(flagsText) = \(sum + flags). "
        + "Shorten the longest columns, or give them the type text or blob.")
  }

  @Sendable private static func checkPageSize(_ table: CheckedTable, _ findings: inout Findings) {
    guard table.isInnoDB else { return }
    let row = InnoDBRow(table)
    let sum = table.model.columns.reduce(row.overhead) { $0 + row.bytes(of: $1) }
    if sum >= row.limit {
      findings.report(
        at: table.model.declaredAt,
        "A row has less than \(row.limit) bytes within its page, and one of table '\(table.model.table)' has \(sum)",
        "\(arithmetic(of: table, row.bytes)) + \(row.overhead) of InnoDB's own = "
          + "\(sum). Split the table, or make char columns varchar.")
    }
    for key in table.keys where key.isOrdinary && key.origin != .primary {
      checkEntries(of: key, table, row, &findings)
    }
  }

  /// An entry of an index holds the index's columns and those of the primary key.
  private static func checkEntries(of key: Key, _ table: CheckedTable, _ row: InnoDBRow, _ findings: inout Findings) {
    let own = key.parts.compactMap(\.column)
    let parts = key.parts + table.model.primaryKey.filter { part in part.column.map { !own.contains($0) } ?? false }
    guard let limit = row.entryLimit(fields: parts.count) else { return }
    var sum = 5 + 4
    var nullable = 0
    for part in parts {
      guard let column = part.column.map({ table.model.columns[$0] }) else { continue }
      if column.isNullable { nullable += 1 }
      let whole = column.valueBytes(in: table.graph)
      let bytes =
        part.length.map { Int(clamping: $0) * (column.collation?.longestCharacter ?? 1) } ?? whole ?? 0
      sum += bytes + (column.type.fixedBytes(in: table.graph) != nil ? 0 : whole ?? .max > 255 ? 2 : 1)
    }
    sum += (nullable + 7) / 8
    guard sum >= limit else { return }
    findings.report(
      at: key.declaredAt,
      "An entry of an index has less than \(limit) bytes in these compressed pages, and one of '\(key.name)' has \(sum)",
      "Write a larger keyBlockSize, or index less of the long columns.")
  }

  /// The longest columns and the rest as a sum: `body 36002 + title 1022 + 3 others 12`.
  private static func arithmetic(of table: CheckedTable, _ bytes: (Column) -> Int) -> String {
    let sizes = table.model.columns.map { ($0.name, bytes($0)) }.filter { $0.1 > 0 }
    let sorted = sizes.enumerated().sorted { ($1.element.1, $0.offset) < ($0.element.1, $1.offset) }.map(\.element)
    var terms = sorted.prefix(4).map { "'\($0.0)' \($0.1)" }
    let rest = sorted.dropFirst(4)
    if !rest.isEmpty {
      terms.append("\(rest.count) other\(rest.count == 1 ? "" : "s") \(rest.reduce(0) { $0 + $1.1 })")
    }
    return terms.joined(separator: " + ")
  }

  @Sendable private static func checkKeyLength(_ key: Key, _ table: CheckedTable, _ findings: inout Findings) {
    guard key.isOrdinary else { return }
    let mostOfKey: Int
    switch table.model.options.engine {
    case "InnoDB", "MEMORY": mostOfKey = 3072
    case "MyISAM": mostOfKey = 1000
    default: return
    }
    let format = table.model.options.rowFormat
    let mostOfColumn = table.isInnoDB && (format == "COMPACT" || format == "REDUNDANT") ? 767 : mostOfKey
    var sum = 0
    var terms: [String] = []
    for part in key.parts {
      guard let position = part.column else { continue }
      let column = table.model.columns[position]
      let bytes: Int
      var term = "'\(column.name)' "
      if let length = part.length.map({ Int(clamping: $0) }) {
        let width = column.collation?.longestCharacter ?? 1
        bytes = min(length, 1 << 32) * width
        term += width == 1 ? "\(bytes)" : "\(length) × \(width) = \(bytes)"
      } else if let whole = column.valueBytes(in: table.graph) {
        bytes = whole
        let width = column.collation?.longestCharacter ?? 1
        if case .varchar(let length) = column.type, width > 1 {
          term += "\(length) × \(width) = \(bytes)"
        } else {
          term += "\(bytes)"
        }
      } else {
        continue
      }
      let most = isTinyLong(column.type) && !table.capabilities.target.isMariaDB ? 255 : mostOfColumn
      if bytes > most {
        findings.report(
          at: key.declaredAt,
          "A column of a key has at most \(most) bytes here, and '\(column.name)' of \(title(key)) has \(bytes)",
          "In bytes: \(term). Index a part of the column: { name: \(column.attribute), length: \(most / (column.collation?.longestCharacter ?? 1)) }."
        )
        return
      }
      sum += bytes
      terms.append(term)
    }
    guard sum > mostOfKey else { return }
    findings.report(
      at: key.declaredAt, "A key has at most \(mostOfKey) bytes, and \(title(key)) has \(sum)",
      "In bytes: \(terms.joined(separator: " + ")), \(sum) in all. Index less of the long columns: { name: …, length: … }."
    )
  }

  private static func title(_ key: Key) -> String { key.origin == .primary ? "the primary key" : "'\(key.name)'" }

  private static func isTinyLong(_ type: ColumnType) -> Bool { type == .text(.tiny) || type == .blob(.tiny) }

  @Sendable private static func checkKeyParts(_ key: Key, _ table: CheckedTable, _ findings: inout Findings) {
    let most = table.capabilities.keyParts
    guard key.isOrdinary, key.parts.count > most else { return }
    findings.report(
      at: key.declaredAt, "A key has at most \(most) parts, and \(title(key)) has \(key.parts.count)",
      "Leave the last columns out.")
  }

  @Sendable private static func checkKeyCount(_ table: CheckedTable, _ findings: inout Findings) {
    guard table.keys.count > 64 else { return }
    let made = table.keys.count { $0.origin == .foreignKey }
    findings.report(
      at: table.model.declaredAt,
      "A table has at most 64 keys, and table '\(table.model.table)' has \(table.keys.count)",
      made == 0 ? "Leave some indexes out." : "Of these \(made) are made for foreign keys. Leave some indexes out.")
  }

  @Sendable private static func checkColumnCount(_ table: CheckedTable, _ findings: inout Findings) {
    guard table.isInnoDB, table.model.columns.count > 1017 else { return }
    findings.report(
      at: table.model.declaredAt,
      "A table has at most 1017 columns, and table '\(table.model.table)' has \(table.model.columns.count)",
      "Split it into several tables that share their primary key.")
  }

  @Sendable private static func checkComments(_ table: CheckedTable, _ findings: inout Findings) {
    func check(_ comment: String?, _ most: Int, _ subject: @autoclosure () -> String, at range: SourceRange) {
      guard let comment, comment.utf8.count > most else { return }
      let count = comment.unicodeScalars.count
      guard count > most else { return }
      findings.report(
        at: range, "The comment of \(subject()) has at most \(most) characters, and is given \(count)",
        "Write a shorter one.")
    }
    let model = table.model
    check(model.options.comment, 2048, "table '\(model.table)'", at: model.declaredAt)
    for column in model.columns { check(column.comment, 1024, "column '\(column.name)'", at: column.declaredAt) }
    for index in model.indexes { check(index.comment, 1024, "index '\(index.name)'", at: index.declaredAt) }
  }
}
