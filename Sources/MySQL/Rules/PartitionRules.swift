internal import AssociationGraph
internal import Diagnostics
internal import SchemaLanguage

// Partitions: Reference Manual, "Partitioning", "Restrictions and Limitations on Partitioning".
extension ServerRules {
  static let partitions: [ServerRule] = [
    ServerRule(
      "MY-PARTITION-KEY", "Each unique key of a table with partitions holds every column that they look at",
      explanation: """
        A unique key is looked up in one partition, which its columns have to name. That goes for the primary key, too; a \
        prefix of a column does not count.
        """,
      example: """
        Visit:
          columns: { day: date }
          partition: { hash: year(day), count: 4 }
        """,
      mend: """
        Visit:
          columns: { id: { type: integer, autoIncrement: true }, day: date }
          primaryKey: [id, day]
          partition: { hash: year(day), count: 4 }
        """,
      mysql: .refuses([1503]), mariadb: .refuses([1503]), check: .key(checkPartitionKeys)),
    ServerRule(
      "MY-PARTITION-FOREIGN-KEY", "A table with partitions neither has foreign keys nor is referenced by one",
      explanation: "An association with constraint: false has its column and no FOREIGN KEY.",
      example: """
        Grade:
        Pupil:
          belongsTo: { grade: Grade }
          partition: { hash: id, count: 4 }
        """,
      mend: """
        Grade:
        Pupil:
          belongsTo: { grade: { model: Grade, constraint: false } }
          indexes: [gradeId]
          partition: { hash: id, count: 4 }
        """,
      mysql: .refuses([1506]), mariadb: .refuses([1005, 1506]), check: .foreignKey(checkPartitionForeignKeys)),
    ServerRule(
      "MY-PARTITION-TYPE", "Partitions look at columns of types that their method has",
      explanation: """
        An expression that is nothing but a column is of a whole number. RANGE COLUMNS and LIST COLUMNS take whole numbers, \
        dates, times, texts and bytes of a bounded length; KEY takes all types but TEXT, BLOB and what is kept like them.
        """,
      example: """
        Visit:
          columns: { day: date }
          primaryKey: [day]
          partition: { hash: day, count: 4 }
        """,
      mend: """
        Visit:
          columns: { day: date }
          primaryKey: [day]
          partition: { key: [day], count: 4 }
        """,
      mysql: .refuses([1502, 1659]), mariadb: .refuses([1502, 1659]), check: .table(checkPartitionTypes)),
    ServerRule(
      "MY-PARTITION-FUNCTION", "An expression of partitions counts with columns by the few functions that are allowed",
      explanation: """
        There are + - * DIV MOD % and the functions abs, ceiling, datediff, dayofmonth, dayofweek, dayofyear, extract, \
        floor, hour, microsecond, minute, mod, month, quarter, second, time_to_sec, to_days, to_seconds, unix_timestamp, \
        weekday, year and yearweek. What rows are partitioned by names a column; a bound names none.
        """,
      example: """
        Page:
          columns: { title: string }
          primaryKey: [title]
          partition: { hash: crc32(title), count: 4 }
        """,
      mend: """
        Page:
          columns: { title: string }
          primaryKey: [title]
          partition: { key: [title], count: 4 }
        """,
      mysql: .refuses([1054, 1064, 1486, 1564]), mariadb: .refuses([1054, 1064, 1486, 1564]),
      check: .expression(checkPartitionFunctions)),
    ServerRule(
      "MY-PARTITION-ARGUMENT", "A function of partitions is given a column of the type that it is for",
      explanation: """
        year and its like take DATE and DATETIME, hour and its like TIME and DATETIME, unix_timestamp a TIMESTAMP; what \
        depends on the session's time zone is refused. Sums are of whole numbers.
        """,
      example: """
        Visit:
          columns: { at: timestamp }
          primaryKey: [at]
          partition: { hash: year(at), count: 4 }
        """,
      mend: """
        Visit:
          columns: { at: datetime }
          primaryKey: [at]
          partition: { hash: year(at), count: 4 }
        """,
      mysql: .refuses([1486, 1491, 1502]), mariadb: .refuses([1486, 1491, 1502, 1564]),
      check: .expression(checkPartitionArguments)),
    ServerRule(
      "MY-PARTITION-COMMENT", "On MySQL an expression of partitions holds no comment",
      explanation:
        "The clause stands in a comment for older versions, as SHOW CREATE TABLE prints it, and ends with the first `*/`.",
      example: """
        Visit:
          columns: { day: date }
          primaryKey: [day]
          partition: { hash: year(day) /* a year each */, count: 4 }
        """,
      mend: """
        Visit:
          columns: { day: date }
          primaryKey: [day]
          partition: { hash: year(day), count: 4 } # a year each
        """,
      mysql: .refuses([1064]), mariadb: .accepts, check: .expression(checkPartitionComments)),
    ServerRule(
      "MY-PARTITION-ORDER", "Each partition of a range has a higher bound than the one before it",
      explanation: "`max` is above all, so it stands in the last one.",
      example: """
        Visit:
          columns: { year: integer }
          primaryKey: [year]
          partition: { range: year, parts: { late: 2020, early: 2000 } }
        """,
      mend: """
        Visit:
          columns: { year: integer }
          primaryKey: [year]
          partition: { range: year, parts: { early: 2000, late: 2020 } }
        """,
      mysql: .refuses([1481, 1493]), mariadb: .refuses([1481, 1493]), check: .table(checkPartitionOrder)),
    ServerRule(
      "MY-PARTITION-VALUE", "A value stands in the list of one partition, and once",
      explanation: "Texts that the collation holds equal are one value.",
      example: """
        Shop:
          columns: { region: integer }
          primaryKey: [region]
          partition: { list: region, parts: { north: [1, 2], south: [2, 3] } }
        """,
      mend: """
        Shop:
          columns: { region: integer }
          primaryKey: [region]
          partition: { list: region, parts: { north: [1, 2], south: [3] } }
        """,
      mysql: .refuses([1495]), mariadb: .refuses([1495]), check: .table(checkPartitionValues)),
    ServerRule(
      "MY-PARTITION-SIGN", "A column without a sign has no bound below zero",
      explanation: "No row could be in such a partition.",
      example: """
        Shop:
          columns: { region: int unsigned }
          primaryKey: [region]
          partition: { list: region, parts: { none: [-1], north: [1] } }
        """,
      mend: """
        Shop:
          columns: { region: int unsigned }
          primaryKey: [region]
          partition: { list: region, parts: { none: [0], north: [1] } }
        """,
      mysql: .refuses([1563]), mariadb: .refuses([1563]), check: .table(checkPartitionSigns)),
    ServerRule(
      "MY-PARTITION-NAME", "The partitions of a table have names of their own, also without regard to case",
      explanation: "Servers compare them so on every system.",
      example: """
        Shop:
          columns: { region: integer }
          primaryKey: [region]
          partition: { list: region, parts: { north: [1], North: [2] } }
        """,
      mend: """
        Shop:
          columns: { region: integer }
          primaryKey: [region]
          partition: { list: region, parts: { north: [1], far_north: [2] } }
        """,
      mysql: .refuses([1517]), mariadb: .refuses([1517]), check: .table(checkPartitionNames)),
    ServerRule(
      "MY-PARTITION-COUNT", "A table has at most 8192 partitions",
      explanation: "Each is a file of its own. A few dozen serve most tables.",
      example: """
        Visit:
          partition: { hash: id, count: 10000 }
        """,
      mend: """
        Visit:
          partition: { hash: id, count: 16 }
        """,
      mysql: .refuses([1499]), mariadb: .refuses([1499]), check: .table(checkPartitionCount)),
    ServerRule(
      "MY-PARTITION-COLUMNS", "Partitions look at a column once, and at as many as a key may have parts",
      explanation: "At 16 on MySQL, at 32 on MariaDB.",
      example: """
        Visit:
          partition: { key: [id, id], count: 4 }
        """,
      mend: """
        Visit:
          partition: { key: [id], count: 4 }
        """,
      mysql: .refuses([1652, 1655]), mariadb: .refuses([1652, 1655]), check: .table(checkPartitionColumns)),
    ServerRule(
      "MY-PARTITION-LENGTH", "The columns that partitions look at have at most 3072 bytes together",
      explanation: "Two bytes for the length of a text are counted, and one where a column is nullable.",
      example: """
        Page:
          primaryKey: none
          columns: { title: varchar(1000) }
          partition: { key: [title], count: 4 }
        """,
      mend: """
        Page:
          primaryKey: none
          columns: { title: varchar(200) }
          partition: { key: [title], count: 4 }
        """,
      mysql: .refuses([1660]), mariadb: .refuses([1660]), check: .table(checkPartitionLength)),
    ServerRule(
      "MY-PARTITION-PREFIX", "Partitions by key look at no column of which an index holds a part",
      explanation: "MySQL 8.0 left such a column out of the partitions without a word.",
      example: """
        Page:
          columns: { title: string(100) }
          primaryKey: [title]
          indexes: [{ columns: [{ name: title, length: 10 }] }]
          partition: { key: [title], count: 4 }
        """,
      mend: """
        Page:
          columns: { title: string(100) }
          primaryKey: [title]
          partition: { key: [title], count: 4 }
        """,
      mysql: .refuses([6123]), mariadb: .accepts, targets: [.mysql84, .mysql9], check: .key(checkPartitionPrefixes)),
    ServerRule(
      "MY-PARTITION-ENGINE", "A table with partitions is of an engine that has them",
      explanation: "On MySQL that is InnoDB; on MariaDB most engines.",
      example: """
        Visit:
          engine: CSV
          primaryKey: none
          columns: { year: integer }
          partition: { hash: year, count: 4 }
        """,
      mend: """
        Visit:
          engine: InnoDB
          primaryKey: none
          columns: { year: integer }
          partition: { hash: year, count: 4 }
        """,
      mysql: .refuses([1178, 1572]), mariadb: .refuses([1572]), check: .table(checkPartitionEngine)),
    ServerRule(
      "MY-PARTITION-SPATIAL", "A table with partitions has no spatial column",
      explanation: "Keep the places in a table of their own.",
      example: """
        Place:
          columns: { position: point }
          partition: { hash: id, count: 4 }
        """,
      mend: """
        Place:
          columns: { position: point }
        """,
      mysql: .refuses([1178]), mariadb: .refuses([1178]), check: .column(checkPartitionSpatial)),
    ServerRule(
      "MY-PARTITION-FULLTEXT", "On MySQL a table with partitions has no full-text index",
      explanation: "MariaDB has both together.",
      example: """
        Page:
          columns: { body: text }
          indexes: [{ columns: [body], type: fulltext }]
          partition: { hash: id, count: 4 }
        """,
      mend: """
        Page:
          columns: { body: text }
          partition: { hash: id, count: 4 }
        """,
      mysql: .refuses([1214]), mariadb: .accepts, check: .key(checkPartitionFullText)),
    .lint(
      "MY-PARTITION-LARGE", "A bound of columns is no number over 9223372036854775807",
      explanation: "The servers take it in a BIGINT UNSIGNED, and SHOW CREATE TABLE fails from then on (error 1654).",
      example: """
        Visit:
          columns: { id: { type: bigint unsigned, primaryKey: true } }
          partition: { range: { columns: [id] }, parts: { low: 1000, high: 18446744073709551615 } }
        """,
      mend: """
        Visit:
          columns: { id: { type: bigint unsigned, primaryKey: true } }
          partition: { range: id, parts: { low: 1000, high: 18446744073709551615 } }
        """,
      check: .table(lintLargeBounds)),
  ]

  // MARK: Keys

  @Sendable private static func checkPartitionKeys(_ key: Key, _ table: CheckedTable, _ findings: inout Findings) {
    guard let partitioning = table.model.partitioning, key.isUnique, key.isOrdinary else { return }
    let held = Set(key.parts.lazy.filter { $0.length == nil }.compactMap(\.column))
    let missing = table.partitionColumns.filter { !held.contains($0) }.map { "'\(table.model.columns[$0].name)'" }
    guard let last = missing.last else { return }
    let names = missing.count == 1 ? last : missing.dropLast().joined(separator: ", ") + " and " + last
    findings.report(
      at: key.declaredAt,
      "\(key.title) of table '\(table.model.table)' lacks \(names), which the partitions look at",
      key.origin == .primary
        ? "Write primaryKey: […] with \(names) in it." : "Add \(names) to the key, or make it a plain index.",
      notes: [Diagnostic.Note("the partitions are declared here", at: partitioning.declaredAt)])
  }

  @Sendable private static func checkPartitionForeignKeys(
    _ edge: Edge, _ table: CheckedTable, _ findings: inout Findings
  ) {
    for model in [table.model, table.graph[edge.parent]] {
      guard let partitioning = model.partitioning else { continue }
      findings.report(
        at: edge.declaredAt,
        "A table with partitions has no part in a foreign key, and '\(edge.constraint ?? "")' is one of '\(model.table)'",
        "Write constraint: false in the association, or leave the partitions out.",
        notes: [Diagnostic.Note("the partitions are declared here", at: partitioning.declaredAt)])
      return
    }
  }

  @Sendable private static func checkPartitionPrefixes(_ key: Key, _ table: CheckedTable, _ findings: inout Findings) {
    guard let partitioning = table.model.partitioning, partitioning.method == .key else { return }
    for part in key.parts where part.length != nil {
      guard let column = part.column, table.partitionColumns.contains(column) else { continue }
      findings.report(
        at: key.declaredAt,
        "\(key.title) holds a part of column '\(table.model.columns[column].name)', which the partitions look at",
        "Index the whole column.",
        notes: [Diagnostic.Note("the partitions are declared here", at: partitioning.declaredAt)])
    }
  }

  @Sendable private static func checkPartitionFullText(_ key: Key, _ table: CheckedTable, _ findings: inout Findings) {
    guard table.model.partitioning != nil, key.kind == .fulltext else { return }
    findings.report(
      at: key.declaredAt, "Table '\(table.model.table)' has partitions, so it has no full-text index",
      "Keep the text in a table of its own.")
  }

  // MARK: Columns

  @Sendable private static func checkPartitionTypes(_ table: CheckedTable, _ findings: inout Findings) {
    guard let partitioning = table.model.partitioning, let columns = partitioning.columns else { return }
    for column in columns.lazy.map({ table.model.columns[$0] }) {
      let isFitting: Bool
      switch (partitioning.function, partitioning.method) {
      case (.columns, .key): isFitting = !column.type.isLong
      case (.columns, _): isFitting = column.type.isComparedByPartitions
      default: isFitting = column.type.isWholeNumber
      }
      guard !isFitting else { continue }
      findings.report(
        at: partitioning.declaredAt,
        "Column '\(column.name)' is of type \(column.type.name), by which these partitions cannot be made",
        "Write `key: [\(column.attribute)]`, `{ columns: [\(column.attribute)] }` in place of the expression, or an "
          + "expression that makes a whole number of it.",
        notes: [Diagnostic.Note("the column is declared here", at: column.declaredAt)])
    }
  }

  @Sendable private static func checkPartitionColumns(_ table: CheckedTable, _ findings: inout Findings) {
    guard let partitioning = table.model.partitioning, case .columns(let columns) = partitioning.function else {
      return
    }
    var seen = Set<Int>()
    for column in columns where !seen.insert(column).inserted {
      findings.report(
        at: partitioning.declaredAt,
        "The partitions of table '\(table.model.table)' look at column '\(table.model.columns[column].name)' twice",
        "Leave the second one out.")
    }
    let most = table.capabilities.keyParts
    guard seen.count > most else { return }
    findings.report(
      at: partitioning.declaredAt,
      "Partitions look at no more than \(most) columns, and those of table '\(table.model.table)' at \(seen.count)",
      "Leave out those that tell fewest rows apart.")
  }

  @Sendable private static func checkPartitionLength(_ table: CheckedTable, _ findings: inout Findings) {
    guard let partitioning = table.model.partitioning, case .columns(let columns) = partitioning.function else {
      return
    }
    var sum = 0
    var terms: [String] = []
    for column in columns.lazy.map({ table.model.columns[$0] }) {
      guard var bytes = column.valueBytes(in: table.graph) else { return }
      switch column.type {
      case .varchar, .varbinary: bytes += 2
      default: break
      }
      if column.isNullable { bytes += 1 }
      sum += bytes
      terms.append("'\(column.name)' \(bytes)")
    }
    guard sum > 3072 else { return }
    findings.report(
      at: partitioning.declaredAt,
      "Partitions look at no more than 3072 bytes, and those of table '\(table.model.table)' at \(sum)",
      "In bytes: \(terms.joined(separator: " + ")). Shorten a column, or leave it out.")
  }

  @Sendable private static func checkPartitionSpatial(
    _ column: Column, _ table: CheckedTable, _ findings: inout Findings
  ) {
    guard let partitioning = table.model.partitioning, case .geometry = column.type else { return }
    findings.report(
      at: column.declaredAt,
      "A table with partitions has no spatial column, and '\(column.name)' of table '\(table.model.table)' is one",
      "Leave the partitions out, or keep the column in a table of its own.",
      notes: [Diagnostic.Note("the partitions are declared here", at: partitioning.declaredAt)])
  }

  // MARK: Expressions

  @Sendable private static func checkPartitionFunctions(
    _ expression: Expression, _ table: CheckedTable, _ findings: inout Findings
  ) {
    guard case .partitioning(let isBound) = expression.role, expression.flaw == nil else { return }
    let words = PartitionWords(expression)
    let named = table.columns(in: expression)
    let summary: String
    if let word = words.firstRefused(on: table) {
      summary = "'\(word)' cannot stand in an expression of partitions, as in \(expression.owner)"
    } else if isBound, let column = named.first {
      summary =
        "A bound of a partition names no column, and \(expression.owner) names '\(table.model.columns[column].name)'"
    } else if !isBound, named.isEmpty, expression.names.isEmpty {
      summary = "An expression of partitions names a column, and that of \(expression.owner) names none"
    } else {
      return
    }
    findings.report(
      at: expression.declaredAt, summary,
      "There are + - * DIV MOD % and \(PartitionWords.functions.sorted().joined(separator: ", ")).")
  }

  @Sendable private static func checkPartitionComments(
    _ expression: Expression, _ table: CheckedTable, _ findings: inout Findings
  ) {
    guard expression.isOfPartitions, expression.hasComment else { return }
    findings.report(
      at: expression.declaredAt, "An expression of partitions holds no comment, and that of \(expression.owner) does",
      "Write it as a comment of YAML, behind a `#`.")
  }

  @Sendable private static func checkPartitionArguments(
    _ expression: Expression, _ table: CheckedTable, _ findings: inout Findings
  ) {
    guard expression.role == .partitioning(isBound: false), expression.flaw == nil else { return }
    let words = PartitionWords(expression)
    guard words.firstRefused(on: table) == nil else { return }
    for argument in words.arguments {
      guard let position = table.position(of: argument.column) else { continue }
      let column = table.model.columns[position]
      guard let wanted = argument.wantedType(insteadOf: column.type) else { continue }
      findings.report(
        at: expression.declaredAt,
        "Column '\(column.name)' is of type \(column.type.name), and \(argument.taker) of partitions is of \(wanted)",
        "What depends on the session, or is no whole number, makes no partitions.",
        notes: [Diagnostic.Note("the column is declared here", at: column.declaredAt)])
      return
    }
  }

  // MARK: Bounds

  @Sendable private static func checkPartitionOrder(_ table: CheckedTable, _ findings: inout Findings) {
    guard let partitioning = table.model.partitioning, partitioning.method == .range else { return }
    for (before, after) in zip(partitioning.partitions, partitioning.partitions.dropFirst()) {
      guard let lower = before.bounds.first, let higher = after.bounds.first,
        partitioning.isIncreasing(from: lower, to: higher, in: table.model) == false
      else { continue }
      findings.report(
        at: after.declaredAt, "Partition '\(after.name)' has no higher bound than '\(before.name)' before it",
        lower.first == .maximum ? "max stands in the last partition." : "Order the partitions by their bounds.",
        notes: [Diagnostic.Note("the other partition is here", at: before.declaredAt)])
    }
  }

  @Sendable private static func checkPartitionValues(_ table: CheckedTable, _ findings: inout Findings) {
    guard let partitioning = table.model.partitioning, partitioning.method == .list else { return }
    var firsts: [[PartitionBound]: Partition] = [:]
    for partition in partitioning.partitions {
      for bound in partition.bounds where !bound.contains(where: \.isExpression) {
        let key = partitioning.comparisonKey(of: bound, in: table.model)
        guard let first = firsts.updateValue(partition, forKey: key) else { continue }
        findings.report(
          at: partition.declaredAt,
          first.name == partition.name
            ? "Partition '\(partition.name)' lists a value twice"
            : "Partition '\(partition.name)' lists a value that '\(first.name)' lists, too",
          "Take one of the two out.",
          notes: first.name == partition.name
            ? [] : [Diagnostic.Note("the other partition is here", at: first.declaredAt)])
        break
      }
    }
  }

  @Sendable private static func checkPartitionSigns(_ table: CheckedTable, _ findings: inout Findings) {
    guard let partitioning = table.model.partitioning, case .column(let position) = partitioning.function,
      case .integer(_, isUnsigned: true, _) = table.model.columns[position].type
    else { return }
    for partition in partitioning.partitions {
      for case .value(.number(let number)) in partition.bounds.lazy.joined() where number.hasPrefix("-") {
        findings.report(
          at: partition.declaredAt,
          "Column '\(table.model.columns[position].name)' is unsigned, and partition '\(partition.name)' has the bound \(number)",
          "Write a bound from 0 on.")
        break
      }
    }
  }

  @Sendable private static func lintLargeBounds(_ table: CheckedTable, _ findings: inout Findings) {
    guard let partitioning = table.model.partitioning, case .columns = partitioning.function else { return }
    for partition in partitioning.partitions {
      for case .value(.number(let number)) in partition.bounds.lazy.joined() where UInt64(number) ?? 0 > Int64.max {
        findings.report(
          at: partition.declaredAt, "SHOW CREATE TABLE fails for the bound \(number) of partition '\(partition.name)'",
          "Write an expression in place of the columns, or a smaller bound.")
        break
      }
    }
  }

  // MARK: The table

  @Sendable private static func checkPartitionNames(_ table: CheckedTable, _ findings: inout Findings) {
    guard let partitioning = table.model.partitioning else { return }
    var firsts: [String: Partition] = [:]
    for partition in partitioning.partitions {
      guard let first = firsts.updateValue(partition, forKey: partition.name.lowercased()) else { continue }
      findings.report(
        at: partition.declaredAt,
        "Partitions have names of their own, also without regard to case; '\(partition.name)' is taken",
        "Choose another name.", notes: [Diagnostic.Note("the other one is here", at: first.declaredAt)])
    }
  }

  @Sendable private static func checkPartitionCount(_ table: CheckedTable, _ findings: inout Findings) {
    guard let partitioning = table.model.partitioning else { return }
    let count = partitioning.count ?? UInt64(partitioning.partitions.count)
    guard count > 8192 else { return }
    findings.report(
      at: partitioning.declaredAt, "A table has at most 8192 partitions, and '\(table.model.table)' has \(count)",
      "Make fewer and larger ones.")
  }

  @Sendable private static func checkPartitionEngine(_ table: CheckedTable, _ findings: inout Findings) {
    guard let partitioning = table.model.partitioning else { return }
    let engine = table.model.options.engine
    let refused =
      table.capabilities.target.isMariaDB
      ? ["CSV", "MRG_MyISAM"] : ["MyISAM", "MEMORY", "CSV", "MRG_MyISAM", "ARCHIVE", "BLACKHOLE"]
    guard refused.contains(engine) else { return }
    findings.report(
      at: partitioning.declaredAt, "Engine \(engine) of table '\(table.model.table)' has no partitions",
      "Write engine: InnoDB, or leave the partitions out.")
  }
}

extension PartitionBound {
  fileprivate var isExpression: Bool {
    if case .value(.expression) = self { true } else { false }
  }
}

extension ColumnType {
  /// Whether an expression that is nothing but the column may make partitions.
  fileprivate var isWholeNumber: Bool {
    switch self {
    case .integer, .boolean, .bit, .year: true
    default: false
    }
  }

  /// Whether RANGE COLUMNS and LIST COLUMNS compare it.
  fileprivate var isComparedByPartitions: Bool {
    switch self {
    case .integer, .boolean, .date, .time, .datetime, .char, .varchar, .binary, .varbinary, .uuid: true
    default: false
    }
  }
}
