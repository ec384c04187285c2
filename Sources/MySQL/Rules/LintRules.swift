internal import AssociationGraph
internal import Diagnostics
internal import SchemaLanguage

// Lints: what a server takes and a reviewer would ask about.
extension ServerRules {
  static let lints: [ServerRule] = [
    .lint(
      "MY-NO-PRIMARY-KEY", "A table has a primary key",
      explanation: """
        Without one a row cannot be named: replication is slow or refused, InnoDB numbers the rows by a hidden counter. A \
        unique key of columns that are not nullable serves as one.
        """,
      example: """
        Visit:
          columns: { at: datetime }
          primaryKey: none
        """,
      mend: """
        Visit:
          columns: { at: datetime }
        """,
      check: .table(lintPrimaryKey)),
    .lint(
      "MY-FLOAT-MONEY", "An amount of money is a DECIMAL",
      explanation: "FLOAT and DOUBLE hold no tenths exactly: 0.1 + 0.2 is not 0.3. Sums of cents drift.",
      example: """
        Product:
          columns: { price: double }
        """,
      mend: """
        Product:
          columns: { price: "decimal(10,2)" }
        """,
      check: .column(lintMoney)),
    .lint(
      "MY-DATETIME-ZONE", "A table with TIMESTAMP columns says in which time zone its DATETIME columns are",
      explanation: """
        The server keeps a TIMESTAMP in UTC and shows it in the session's time zone; it keeps a DATETIME as it was written. \
        Side by side they are off by hours as soon as a session has another zone. A comment on the column says what is meant; \
        `createdAt` and `updatedAt` that Joinery makes are left aside.
        """,
      example: """
        Visit:
          columns: { begins: timestamp, ends: datetime }
        """,
      mend: """
        Visit:
          columns: { begins: timestamp, ends: timestamp }
        """,
      check: .table(lintDatetimes)),
    .lint(
      "MY-UTF8MB3", "Text is kept in utf8mb4",
      explanation: """
        utf8mb3, which was called utf8, has no characters beyond U+FFFF, such as emoji (error 1366). The servers mean to \
        drop it.
        """,
      example: """
        Pupil:
          charset: utf8mb3
          columns: { name: string }
        """,
      mend: """
        Pupil:
          charset: utf8mb4
          columns: { name: string }
        """,
      check: .graph(lintUTF8MB3)),
    .lint(
      "MY-REDUNDANT-INDEX", "An index is not the beginning of another one",
      explanation: "The longer index serves the same queries; the shorter one only costs at each write.",
      example: """
        Pupil:
          columns: { last: string(40), first: string(40) }
          indexes: [last, { columns: [last, first] }]
        """,
      mend: """
        Pupil:
          columns: { last: string(40), first: string(40) }
          indexes: [{ columns: [last, first] }]
        """,
      check: .table(lintRedundantIndexes)),
    .lint(
      "MY-AUTO-INCREMENT-RANGE", "A first number lies within the range of its column",
      explanation: "The server takes the table, and refuses the first row (error 1467, on MariaDB 167).",
      example: """
        Ticket:
          columns: { id: { type: tinyint, primaryKey: true, autoIncrement: true } }
          autoIncrementStart: 1000
        """,
      mend: """
        Ticket:
          columns: { id: { type: smallint, primaryKey: true, autoIncrement: true } }
          autoIncrementStart: 1000
        """,
      check: .table(lintFirstNumber)),
    .lint(
      "MY-FK-INDEX", "A key without FOREIGN KEY has an index",
      explanation: """
        For a FOREIGN KEY the server makes one by itself. Without it, as with constraint: false, every join and every look-up \
        by the key reads the whole table.
        """,
      example: """
        Grade:
        Pupil:
          belongsTo: { grade: { model: Grade, constraint: false } }
        """,
      mend: """
        Grade:
        Pupil:
          belongsTo: { grade: { model: Grade, constraint: false } }
          indexes: [gradeId]
        """,
      check: .table(lintKeyIndexes)),
    .lint(
      "MY-NULLABLE-UNIQUE", "A unique key of several columns has no nullable one",
      explanation: """
        NULL equals nothing, not even NULL: rows with a NULL in the key may stand there any number of times, whatever the \
        other columns hold. (A unique key of a single nullable column is a usual thing, and is left alone.)
        """,
      example: """
        Seat:
          columns: { row: integer?, number: integer }
          indexes: [{ columns: [row, number], unique: true }]
        """,
      mend: """
        Seat:
          columns: { row: integer, number: integer }
          indexes: [{ columns: [row, number], unique: true }]
        """,
      check: .key(lintNullableUnique)),
    .lint(
      "MY-RESERVED-NAME", "A table has no reserved word as its name",
      explanation: """
        Joinery writes every name in backticks, so its own SQL is right. Whoever writes a query by hand must do so too. \
        (Columns such as `key` and `order` are too common to speak of.)
        """,
      example: """
        Database:
        """,
      mend: """
        Database:
          table: known_databases
        """,
      check: .table(lintReservedName)),
    .lint(
      "MY-JUNCTION-PAIR", "A table that joins two others has each pair once",
      explanation: """
        A table of two foreign keys and an `id` of its own may hold a pair twice. A unique key over both keeps it from that; \
        a belongsToMany through the model makes one.
        """,
      example: """
        Pupil:
        Course:
        Enrollment:
          belongsTo: [Pupil, Course]
        """,
      mend: """
        Pupil:
        Course:
        Enrollment:
          belongsTo: [Pupil, Course]
          indexes: [{ columns: [pupilId, courseId], unique: true }]
        """,
      check: .graph(lintJunctions)),
    .lint(
      "MY-SPATIAL-SRID", "The column of a spatial index names its reference system",
      explanation:
        "Without one MySQL does not use the index (warning 3674), since values of several systems may stand there.",
      example: """
        Place:
          columns: { position: point }
          indexes: [{ columns: [position], type: spatial }]
        """,
      mend: """
        Place:
          columns: { position: point srid 4326 }
          indexes: [{ columns: [position], type: spatial }]
        """,
      targets: [.mysql80, .mysql84, .mysql9], check: .key(lintReferenceSystem)),
  ]

  @Sendable private static func lintPrimaryKey(_ table: CheckedTable, _ findings: inout Findings) {
    guard table.model.primaryKey.isEmpty, !table.model.columns.isEmpty else { return }
    let servesAsOne = table.keys.contains { key in
      key.isUnique && key.isOrdinary
        && key.parts.allSatisfy { part in
          part.length == nil && part.column.map { !table.model.columns[$0].isNullable } == true
        }
    }
    guard !servesAsOne else { return }
    findings.report(
      at: table.model.declaredAt, "Table '\(table.model.table)' has no primary key",
      "Leave out primaryKey: none to get an `id`, or name columns with primaryKey: […].")
  }

  @Sendable private static func lintMoney(_ column: Column, _ table: CheckedTable, _ findings: inout Findings) {
    switch column.type {
    case .float, .double: break
    default: return
    }
    guard let word = words(of: column.name).first(where: moneyWords.contains) else { return }
    findings.report(
      at: column.declaredAt,
      "Column '\(column.name)' looks like money ('\(word)') and is of the inexact type \(column.type.name)",
      "Write decimal(10,2).")
  }

  @Sendable private static func lintDatetimes(_ table: CheckedTable, _ findings: inout Findings) {
    let columns = table.model.columns
    let stamp = columns.first { if case .timestamp = $0.type { $0.role == .declared } else { false } }
    let moment = columns.first { column in
      guard case .datetime = column.type, column.role == .declared else { return false }
      return column.comment?.isEmpty ?? true
    }
    guard let stamp, let moment else { return }
    findings.report(
      at: moment.declaredAt,
      "Column '\(moment.name)' is a datetime of no known time zone beside the timestamp '\(stamp.name)'",
      "Give both one type, or say in a comment on '\(moment.name)' which zone it is in.",
      notes: [Diagnostic.Note("the timestamp is declared here", at: stamp.declaredAt)])
  }

  @Sendable private static func lintFirstNumber(_ table: CheckedTable, _ findings: inout Findings) {
    guard let start = table.model.options.autoIncrementStart,
      let column = table.model.columns.first(where: \.isAutoIncrement),
      case .integer(let width, let isUnsigned, _) = column.type
    else { return }
    let largest = UInt64.max >> UInt64(64 - 8 * width.rawValue + (isUnsigned ? 0 : 1))
    guard start > largest else { return }
    findings.report(
      at: column.declaredAt,
      "Table '\(table.model.table)' begins with the number \(start), and column '\(column.name)' ends with \(largest)",
      "Write a wider type, or a smaller autoIncrementStart.")
  }

  @Sendable private static func lintKeyIndexes(_ table: CheckedTable, _ findings: inout Findings) {
    for edge in table.model.foreignKeys.lazy.map({ table.graph[$0] }) where edge.constraint == nil {
      // What tells the parent's model is known as well wherever rows are looked up.
      let known = edge.decidingColumns
      let hasIndex = table.keys.contains { key in
        let leading = key.parts.lazy.map(\.column).prefix { $0.map(known.contains) ?? false }
        return key.isOrdinary && edge.childColumns.allSatisfy { leading.contains($0) }
      }
      guard !hasIndex else { continue }
      let names = known.map { table.model.columns[$0].attribute }.joined(separator: ", ")
      findings.report(
        at: edge.declaredAt, "Table '\(table.model.table)' has no index that begins with its key (\(names))",
        "Write indexes: [\(known.count == 1 ? names : "{ columns: [\(names)] }")].")
    }
  }

  private static let moneyWords: Set<String> = [
    "price", "prices", "amount", "cost", "costs", "balance", "salary", "wage", "fee", "fees", "payment", "subtotal",
    "money", "revenue", "msrp", "invoice", "budget", "creditlimit",
  ]

  /// The words of a name in lower case, cut at `_` and before capitals.
  private static func words(of name: String) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    func end() {
      if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
      word = []
    }
    var wasLower = false
    for byte in name.utf8 {
      let isUpper = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
      if byte == UInt8(ascii: "_") || (isUpper && wasLower) { end() }
      if byte != UInt8(ascii: "_") { word.append(isUpper ? byte | 0x20 : byte) }
      wasLower = !isUpper && byte != UInt8(ascii: "_")
    }
    end()
    return words
  }

  /// One finding for a schema: where there is one such table, there mostly are many.
  @Sendable private static func lintUTF8MB3(_ graph: AssociationGraph, _ findings: inout Findings) {
    var first: (model: Model, column: Column)?
    var others = 0
    for index in graph.models.indices {
      let columns = graph.models[index].columns
      guard let column = columns.indices.first(where: { columns[$0].collation?.charset == "utf8mb3" }) else { continue }
      if first == nil { first = (graph.models[index], columns[column]) } else { others += 1 }
    }
    guard let first else { return }
    let rest = others == 0 ? "" : others == 1 ? ", and so does 1 more" : ", and so do \(others) more"
    findings.report(
      at: first.model.declaredAt, "Table '\(first.model.table)' keeps text in utf8mb3, which has no emoji\(rest)",
      "Write charset: utf8mb4 where utf8mb3 is chosen: in the database, the model or the column.",
      notes: [Diagnostic.Note("column '\(first.column.name)' is the first of it", at: first.column.declaredAt)])
  }

  @Sendable private static func lintRedundantIndexes(_ table: CheckedTable, _ findings: inout Findings) {
    guard table.keys.count > 1 else { return }
    // Longer keys by their beginnings, so that the time does not grow with the square of the number of keys.
    var beginnings: [[IndexPart]: String] = [:]
    let candidates = table.keys.filter { $0.isOrdinary && $0.kind != .hash }
    for key in candidates {
      for length in stride(from: 1, to: key.parts.count, by: 1) {
        let beginning = Array(key.parts.prefix(length))
        if beginnings[beginning] == nil { beginnings[beginning] = key.name }
      }
    }
    var wholes: [[IndexPart]: String] = [:]
    // Of two equal ones the unique one stays.
    for key in candidates.filter(\.isUnique) + candidates.filter({ !$0.isUnique }) {
      // A unique key keeps doubles out, which a longer one does not.
      let longer = key.isUnique ? nil : beginnings[key.parts]
      let equal = wholes[key.parts]
      if wholes[key.parts] == nil { wholes[key.parts] = key.name }
      guard key.origin == .declared, !key.isInvisible, let other = longer ?? equal else { continue }
      findings.report(
        at: key.declaredAt,
        equal == nil
          ? "Index '\(key.name)' is the beginning of '\(other)', which serves the same"
          : "Index '\(key.name)' has the same columns as '\(other)'",
        "Leave it out.")
    }
  }

  @Sendable private static func lintNullableUnique(_ key: Key, _ table: CheckedTable, _ findings: inout Findings) {
    guard key.isUnique, key.isOrdinary, key.parts.count > 1 else { return }
    let nullable = key.parts.compactMap(\.column).filter { table.model.columns[$0].isNullable }
    guard !nullable.isEmpty else { return }
    let polymorphic = table.polymorphicKeys
    guard let first = nullable.first(where: { !polymorphic.contains($0) }).map({ table.model.columns[$0] }) else {
      return
    }
    findings.report(
      at: key.declaredAt,
      "Unique key '\(key.name)' does not count for rows in which '\(first.name)' is NULL",
      "Leave out the '?' of the column, and write a value that says 'none'.",
      notes: [Diagnostic.Note("the column is declared here", at: first.declaredAt)])
  }

  @Sendable private static func lintReservedName(_ table: CheckedTable, _ findings: inout Findings) {
    guard table.isReserved(table.model.table) else { return }
    findings.report(
      at: table.model.declaredAt,
      "The table's name '\(table.model.table)' is a reserved word of the target '\(table.capabilities.target.rawValue)'",
      "Write `table` with another name, or remember the backticks.")
  }

  @Sendable private static func lintJunctions(_ graph: AssociationGraph, _ findings: inout Findings) {
    // What a belongsToMany goes through has been decided there.
    var through = Set<Int>()
    for association in graph.associations where association.steps.count == 2 {
      if let step = association.steps.first { through.insert(graph[step.edge].child.index) }
    }
    for index in graph.models.indices
    where graph.models[index].foreignKeys.count == 2 && !through.contains(index) {
      let model = graph.models[index]
      let edges = model.foreignKeys.map { graph[$0] }
      guard model.primaryKeyColumns.count == 1, let key = model.primaryKeyColumns.first,
        model.columns[key].isAutoIncrement, edges[0].parent != edges[1].parent, edges.allSatisfy(\.isRequired)
      else { continue }
      let pair = Set(edges.flatMap(\.childColumns))
      let others = model.columns.indices.filter { position in
        let role = model.columns[position].role
        return position != key && !pair.contains(position) && role != .createdAt && role != .updatedAt
      }
      let isUnique = model.indexes.contains { index in
        index.isUnique && index.wholeColumns.map { pair.isSuperset(of: $0) } == true
      }
      guard others.isEmpty, !isUnique else { continue }
      findings.report(
        at: model.declaredAt, "Table '\(model.table)' joins two others and may hold a pair twice",
        "Write a unique index over both keys, or a belongsToMany through '\(model.name)'.")
    }
  }

  @Sendable private static func lintReferenceSystem(_ key: Key, _ table: CheckedTable, _ findings: inout Findings) {
    guard key.kind == .spatial else { return }
    for column in key.parts.compactMap(\.column).map({ table.model.columns[$0] }) {
      guard case .geometry(_, srid: nil) = column.type else { continue }
      findings.report(
        at: key.declaredAt, "MySQL does not use a spatial index over '\(column.name)', which names no reference system",
        "Write `srid 4326`, or another number, behind the type.",
        notes: [Diagnostic.Note("the column is declared here", at: column.declaredAt)])
    }
  }
}
