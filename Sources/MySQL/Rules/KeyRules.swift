internal import AssociationGraph
internal import Diagnostics
internal import SchemaLanguage

// Primary keys and indexes: Reference Manual, "CREATE INDEX Statement".
extension ServerRules {
  static let keys: [ServerRule] = [
    ServerRule(
      "MY-INDEX-WITHOUT-LENGTH", "A key of a TEXT or BLOB column says how much of it is indexed",
      explanation: """
        MariaDB cuts an index to what fits, and hashes a unique one; both without saying so.
        """,
      example: """
        Page:
          columns: { body: text }
          indexes: [body]
        """,
      mend: """
        Page:
          columns: { body: text }
          indexes: [{ columns: [{ name: body, length: 100 }] }]
        """,
      mysql: .refuses([1170]), mariadb: .changesSilently, check: .key(checkLongColumns)),
    ServerRule(
      "MY-JSON-INDEX", "A key has no JSON column",
      explanation: "A generated column can pull out the part that is looked for, and be indexed.",
      example: """
        Page:
          columns: { facts: json }
          indexes: [facts]
        """,
      mend: """
        Page:
          columns:
            facts: json
            author: { type: "varchar(80)?", generated: { as: "facts->>'$.author'" } }
          indexes: [author]
        """,
      mysql: .refuses([3152]), mariadb: .changesSilently, check: .key(checkJSONColumns)),
    ServerRule(
      "MY-VECTOR-INDEX", "A key has no VECTOR column",
      explanation: "The server compares vectors by functions alone.",
      example: """
        Page:
          columns: { meaning: vector(3) }
          indexes: [meaning]
        """,
      mend: """
        Page:
          columns: { meaning: vector(3) }
        """,
      mysql: .refuses([6134]), mariadb: .accepts, targets: [.mysql9], check: .key(checkVectorColumns)),
    ServerRule(
      "MY-PREFIX-LENGTH", "A part of a column is indexed of texts and bytes alone, and is no longer than the column",
      explanation: "The length counts characters of a text, bytes of a binary column.",
      example: """
        Page:
          columns: { title: varchar(10) }
          indexes: [{ columns: [{ name: title, length: 20 }] }]
        """,
      mend: """
        Page:
          columns: { title: varchar(10) }
          indexes: [title]
        """,
      mysql: .refuses([1089]), mariadb: .refuses([1089]), check: .key(checkPrefixes)),
    ServerRule(
      "MY-EMPTY-KEY-COLUMN", "A key has no column of length 0",
      explanation: "All values of such a column are equal, the empty one. MariaDB takes it where it is nullable.",
      example: """
        Page:
          columns: { mark: varchar(0) }
          indexes: [mark]
        """,
      mend: """
        Page:
          columns: { mark: varchar(1) }
          indexes: [mark]
        """,
      mysql: .refuses([1167]), mariadb: .refuses([1167]), check: .key(checkEmptyColumns)),
    ServerRule(
      "MY-DUPLICATE-KEY-COLUMN", "A key has a column once",
      explanation: "A second time it would add nothing.",
      example: """
        Page:
          columns: { title: string }
          indexes: [{ columns: [title, title] }]
        """,
      mend: """
        Page:
          columns: { title: string }
          indexes: [title]
        """,
      mysql: .refuses([1060]), mariadb: .refuses([1060]), check: .key(checkDuplicateColumns)),
    ServerRule(
      "MY-SPATIAL-TYPE", "A spatial index has a single column of a spatial type",
      explanation: "An index of several columns is an ordinary one.",
      example: """
        Place:
          columns: { name: string(40) }
          indexes: [{ columns: [name], type: spatial }]
        """,
      mend: """
        Place:
          columns: { name: string(40) }
          indexes: [name]
        """,
      mysql: .refuses([1070, 1089, 1687]), mariadb: .refuses([1089, 1210]), check: .key(checkSpatialType)),
    ServerRule(
      "MY-SPATIAL-KEY", "A key that is not spatial has no spatial column",
      explanation: "MySQL makes a spatial index of it, or refuses it; MariaDB cuts it to the first 25 bytes.",
      example: """
        Place:
          columns: { position: point srid 4326 }
          indexes: [position]
        """,
      mend: """
        Place:
          columns: { position: point srid 4326 }
          indexes: [{ columns: [position], type: spatial }]
        """,
      mysql: .changesSilently, mariadb: .changesSilently, check: .key(checkSpatialColumns)),
    ServerRule(
      "MY-SPATIAL-NULLABLE", "The column of a spatial index is not nullable",
      explanation: "A place that is not known needs a table of its own, or an ordinary column.",
      example: """
        Place:
          columns: { position: point srid 4326? }
          indexes: [{ columns: [position], type: spatial }]
        """,
      mend: """
        Place:
          columns: { position: point srid 4326 }
          indexes: [{ columns: [position], type: spatial }]
        """,
      mysql: .refuses([1252]), mariadb: .refuses([1252]), check: .key(checkSpatialNullability)),
    ServerRule(
      "MY-FULLTEXT-TYPE", "A full-text index has columns of the types CHAR, VARCHAR and TEXT alone",
      explanation: "Texts of other types are found by ordinary indexes, or in a generated column.",
      example: """
        Page:
          columns: { body: blob }
          indexes: [{ columns: [body], type: fulltext }]
        """,
      mend: """
        Page:
          columns: { body: text }
          indexes: [{ columns: [body], type: fulltext }]
        """,
      mysql: .refuses([1283, 3152]), mariadb: .refuses([1283]), check: .key(checkFullTextType)),
    ServerRule(
      "MY-FULLTEXT-COLLATION", "The columns of a full-text index have one collation",
      explanation: "The server compares the words of all columns with one another.",
      example: """
        Page:
          columns:
            title: string
            body: { type: text, collation: utf8mb4_bin }
          indexes: [{ columns: [title, body], type: fulltext }]
        """,
      mend: """
        Page:
          columns:
            title: { type: string, collation: utf8mb4_bin }
            body: { type: text, collation: utf8mb4_bin }
          indexes: [{ columns: [title, body], type: fulltext }]
        """,
      mysql: .refuses([1283]), mariadb: .refuses([1283]), check: .key(checkFullTextCollation)),
    ServerRule(
      "MY-FULLTEXT-LENGTH", "A full-text index has whole columns",
      explanation: "The server finds the words of all of the text, and forgets a length.",
      example: """
        Page:
          columns: { body: text }
          indexes: [{ columns: [{ name: body, length: 100 }], type: fulltext }]
        """,
      mend: """
        Page:
          columns: { body: text }
          indexes: [{ columns: [body], type: fulltext }]
        """,
      mysql: .changesSilently, mariadb: .changesSilently, check: .key(checkFullTextLength)),
    ServerRule(
      "MY-FULLTEXT-CHARSET", "A full-text index has no text in ucs2, utf16, utf16le or utf32",
      explanation: "The server finds words in texts whose ASCII characters have one byte; utf8mb4 holds the same ones.",
      example: """
        Page:
          columns: { body: { type: text, charset: utf16 } }
          indexes: [{ columns: [body], type: fulltext }]
        """,
      mend: """
        Page:
          columns: { body: { type: text, charset: utf8mb4 } }
          indexes: [{ columns: [body], type: fulltext }]
        """,
      mysql: .refuses([1283]), mariadb: .refuses([1283]), check: .key(checkFullTextCharset)),
    ServerRule(
      "MY-FULLTEXT-VIRTUAL", "A full-text index has no virtual column",
      explanation: "A stored one will do.",
      example: """
        Page:
          columns:
            title: string
            search: { type: "text?", generated: { as: "lower(title)" } }
          indexes: [{ columns: [search], type: fulltext }]
        """,
      mend: """
        Page:
          columns:
            title: string
            search: { type: "text?", generated: { as: "lower(title)", stored: true } }
          indexes: [{ columns: [search], type: fulltext }]
        """,
      mysql: .refuses([3106]), mariadb: .refuses([1907]), check: .key(checkFullTextVirtual)),
    ServerRule(
      "MY-INDEX-ORDER", "A full-text, spatial or hash index has no order",
      explanation: "Its entries are words, areas or hashes, which stand in no order.",
      example: """
        Page:
          columns: { body: text }
          indexes: [{ columns: [{ name: body, order: desc }], type: fulltext }]
        """,
      mend: """
        Page:
          columns: { body: text }
          indexes: [{ columns: [body], type: fulltext }]
        """,
      mysql: .refuses([1221]), mariadb: .changesSilently, check: .key(checkOrder)),
    ServerRule(
      "MY-INDEX-UNIQUE", "A full-text or spatial index is not unique",
      explanation: "SQL has no word for it; Joinery would have to leave one of the two out.",
      example: """
        Page:
          columns: { body: text }
          indexes: [{ columns: [body], type: fulltext, unique: true }]
        """,
      mend: """
        Page:
          columns: { body: text }
          indexes: [{ columns: [body], type: fulltext }]
        """,
      mysql: .changesSilently, mariadb: .changesSilently, check: .key(checkUniqueness)),
    ServerRule(
      "MY-PARSER", "A parser is that of a full-text index, and one of the target's",
      explanation: "MySQL has `ngram` and, once it is installed, `mecab`. MariaDB comes with none.",
      example: """
        Page:
          columns: { title: string(100) }
          indexes: [{ columns: [title], parser: ngram }]
        """,
      mend: """
        Page:
          columns: { title: string(100) }
          indexes: [{ columns: [title], type: fulltext }]
        """,
      mysql: .refuses([1064]), mariadb: .refuses([1064, 1128]), check: .key(checkParser)),
    ServerRule(
      "MY-INVISIBLE-KEY",
      "The first unique index without a nullable column of a table without a primary key is visible",
      explanation: "The server takes that index for the primary key.",
      example: """
        Visit:
          columns: { number: integer, name: string }
          primaryKey: none
          indexes: [{ columns: [number], unique: true, invisible: true }]
        """,
      mend: """
        Visit:
          columns: { number: integer, name: string }
          primaryKey: [number]
        """,
      mysql: .refuses([3522]), mariadb: .refuses([4174]), check: .table(checkInvisibleKey)),
    ServerRule(
      "MY-PRIMARY-KEY-GENERATED", "A primary key has no virtual column, on MariaDB no generated one",
      explanation: "The rows lie in the order of the primary key, so its values must be there.",
      example: """
        Page:
          columns:
            number: integer
            next: { type: integer, generated: { as: number + 1 } }
          primaryKey: [next]
        """,
      mend: """
        Page:
          columns:
            number: integer
            next: { type: "integer?", generated: { as: number + 1 } }
          primaryKey: [number]
        """,
      mysql: .refuses([3106]), mariadb: .refuses([1903]), check: .key(checkPrimaryGenerated)),
    ServerRule(
      "MY-EXPRESSION-INDEX", "An index over an expression needs a target that has it",
      explanation: Feature.expressionIndex.availability + " Elsewhere a generated column with an index does the same.",
      example: """
        Page:
          columns: { title: string(100) }
          indexes: [{ columns: [{ expression: lower(title) }] }]
        """,
      mend: """
        Page:
          columns:
            title: string(100)
            search: { type: "varchar(100)?", generated: { as: "lower(title)" } }
          indexes: [search]
        """,
      mysql: .accepts, mariadb: .refuses([1064]), check: .key(checkExpressionIndex)),
    ServerRule(
      "MY-EXPRESSION-INDEX-COLUMN", "An expression of an index is more than a column",
      explanation: "A column is written by its name.",
      example: """
        Page:
          columns: { title: string(100) }
          indexes: [{ columns: [{ expression: title }] }]
        """,
      mend: """
        Page:
          columns: { title: string(100) }
          indexes: [title]
        """,
      mysql: .refuses([3762]), mariadb: .accepts, check: .expression(checkExpressionIndexColumn)),
    ServerRule(
      "MY-INDEX-BLOCK-SIZE", "An index has a page size of its own where the engine keeps one",
      explanation: """
        InnoDB on MySQL keeps it for a compressed table alone, and uses the table's all the same. MyISAM counts in bytes: 1024, \
        2048, 4096, 8192 or 16384.
        """,
      example: """
        Page:
          engine: MyISAM
          columns: { number: integer }
          indexes: [{ columns: [number], keyBlockSize: 4 }]
        """,
      mend: """
        Page:
          engine: MyISAM
          columns: { number: integer }
          indexes: [{ columns: [number], keyBlockSize: 4096 }]
        """,
      mysql: .changesSilently, mariadb: .changesSilently, check: .key(checkBlockSize)),
    ServerRule(
      "MY-EXPRESSION-INDEX-KIND", "A full-text or spatial index holds no expression",
      explanation: "A stored generated column with the expression can have such an index.",
      example: """
        Page:
          columns: { title: varchar(100) }
          indexes: [{ columns: [{ expression: lower(title) }], type: fulltext }]
        """,
      mend: """
        Page:
          columns: { title: varchar(100) }
          indexes: [{ columns: [title], type: fulltext }]
        """,
      mysql: .refuses([3759, 3760]), mariadb: .accepts, check: .key(checkExpressionIndexKind)),
    ServerRule(
      "MY-EXPRESSION-INDEX-LENGTH", "The text of an index's expression has at most 512 characters",
      explanation: """
        A longer one is a TEXT to the server, and so is what comes out of JSON. LEFT, SUBSTRING and CAST make it shorter.
        """,
      example: """
        Page:
          columns: { title: varchar(600) }
          indexes: [{ columns: [{ expression: lower(title) }] }]
        """,
      mend: """
        Page:
          columns: { title: varchar(600) }
          indexes: [{ columns: [{ expression: "lower(left(title, 200))" }] }]
        """,
      mysql: .refuses([3757]), mariadb: .accepts, check: .expression(checkExpressionIndexLength)),
    .lint(
      "MY-HASH-INDEX", "InnoDB has no hash indexes: it makes an ordinary one",
      explanation: "The engine MEMORY has them. InnoDB makes a hash of what is looked for often by itself.",
      example: """
        Page:
          columns: { title: string(100) }
          indexes: [{ columns: [title], type: hash }]
        """,
      mend: """
        Page:
          columns: { title: string(100) }
          indexes: [title]
        """,
      mysql: .changesSilently, targets: [.mysql80, .mysql84, .mysql9], check: .key(checkHash)),
    ServerRule(
      "MY-HASH-NUMBERED", "On MariaDB a unique hash index holds no column that the server numbers",
      explanation: "The hash is a hidden column that the server computes, and such a column names no numbered one.",
      example: """
        Ticket:
          columns: { number: { type: integer, primaryKey: true, autoIncrement: true } }
          indexes: [{ columns: [number], type: hash, unique: true }]
        """,
      mend: """
        Ticket:
          columns: { number: { type: integer, primaryKey: true, autoIncrement: true } }
        """,
      mysql: .accepts, mariadb: .refuses([1901]), check: .key(checkHashedNumber)),
  ]

  private static func columns(of key: Key, in table: CheckedTable) -> some Sequence<(IndexPart, Column)> {
    key.parts.lazy.compactMap { part in part.column.map { (part, table.model.columns[$0]) } }
  }

  @Sendable private static func checkLongColumns(_ key: Key, _ table: CheckedTable, _ findings: inout Findings) {
    guard key.isOrdinary else { return }
    for (part, column) in columns(of: key, in: table) where part.length == nil {
      switch column.type {
      case .text, .blob:
        findings.report(
          at: key.declaredAt,
          "\(key.title) needs a length for column '\(column.name)', whose type is \(column.type.name)",
          "Write { name: \(column.attribute), length: 100 }, or give the column a varchar type.")
      default: continue
      }
    }
  }

  @Sendable private static func checkJSONColumns(_ key: Key, _ table: CheckedTable, _ findings: inout Findings) {
    guard key.isOrdinary else { return }
    for (_, column) in columns(of: key, in: table) where column.type == .json {
      findings.report(
        at: key.declaredAt, "\(key.title) cannot hold column '\(column.name)', whose type is json",
        "Index a generated column over the part that is looked for.")
    }
  }

  @Sendable private static func checkVectorColumns(_ key: Key, _ table: CheckedTable, _ findings: inout Findings) {
    for (_, column) in columns(of: key, in: table) {
      guard case .vector = column.type else { continue }
      findings.report(
        at: key.declaredAt, "\(key.title) cannot hold column '\(column.name)', whose type is vector",
        "Leave it out of the key.")
    }
  }

  @Sendable private static func checkPrefixes(_ key: Key, _ table: CheckedTable, _ findings: inout Findings) {
    guard key.isOrdinary else { return }
    for (part, column) in columns(of: key, in: table) {
      guard let length = part.length else { continue }
      let most: Int
      switch column.type {
      case .char(let characters), .varchar(let characters): most = characters
      case .uuid: most = 36
      case .binary(let bytes), .varbinary(let bytes): most = bytes
      // What is too long of these has too many bytes for a key.
      case .text, .blob: continue
      // A JSON column is in no key at all.
      case .json, .vector: continue
      // Nor is a spatial one in an ordinary key.
      case .geometry: continue
      default:
        findings.report(
          at: key.declaredAt, "\(key.title) takes a part of column '\(column.name)', whose type is \(column.type.name)",
          "Only texts and bytes have parts: leave the length out.")
        continue
      }
      guard length > most else { continue }
      findings.report(
        at: key.declaredAt,
        "\(key.title) takes \(length) characters or bytes of column '\(column.name)', which has \(most)",
        "Leave the length out to index the whole column.")
    }
  }

  @Sendable private static func checkEmptyColumns(_ key: Key, _ table: CheckedTable, _ findings: inout Findings) {
    for (_, column) in columns(of: key, in: table) where column.type.length == 0 {
      if table.capabilities.target.isMariaDB, column.isNullable || !key.isOrdinary { continue }
      findings.report(
        at: key.declaredAt, "\(key.title) has column '\(column.name)', whose length is 0", "Leave it out of the key.")
    }
  }

  @Sendable private static func checkDuplicateColumns(_ key: Key, _ table: CheckedTable, _ findings: inout Findings) {
    guard key.parts.count > 1 else { return }
    var seen = Set<Int>()
    for part in key.parts {
      guard let column = part.column, !seen.insert(column).inserted else { continue }
      findings.report(
        at: key.declaredAt, "\(key.title) has column '\(table.model.columns[column].name)' twice",
        "Leave the second one out.")
    }
  }

  @Sendable private static func checkSpatialType(_ key: Key, _ table: CheckedTable, _ findings: inout Findings) {
    guard key.kind == .spatial else { return }
    if key.parts.count > 1 {
      findings.report(
        at: key.declaredAt, "A spatial index has a single column, and '\(key.name)' has \(key.parts.count)",
        "Write an index for each.")
    }
    for (_, column) in columns(of: key, in: table) {
      if case .geometry = column.type { continue }
      findings.report(
        at: key.declaredAt,
        "Spatial index '\(key.name)' has column '\(column.name)', whose type is \(column.type.name)",
        "Its column is of a spatial type: geometry, point and the like.")
    }
  }

  @Sendable private static func checkSpatialColumns(_ key: Key, _ table: CheckedTable, _ findings: inout Findings) {
    guard key.isOrdinary else { return }
    for (part, column) in columns(of: key, in: table) {
      guard case .geometry(let kind, _) = column.type else { continue }
      // MariaDB indexes a part of the bytes, if it is told how many; a point has 25.
      if table.capabilities.target.isMariaDB, let length = part.length, kind != .point || length <= 25 { continue }
      findings.report(
        at: key.declaredAt, "\(key.title) is no spatial one, and has the spatial column '\(column.name)'",
        "Write an index of that column alone: { columns: [\(column.attribute)], type: spatial }.")
    }
  }

  @Sendable private static func checkSpatialNullability(_ key: Key, _ table: CheckedTable, _ findings: inout Findings) {
    guard key.kind == .spatial else { return }
    for (_, column) in columns(of: key, in: table) where column.isNullable {
      findings.report(
        at: key.declaredAt, "The column of a spatial index is not nullable, and '\(column.name)' is",
        "Leave out the '?' of the column.",
        notes: [Diagnostic.Note("the column is declared here", at: column.declaredAt)])
    }
  }

  @Sendable private static func checkFullTextType(_ key: Key, _ table: CheckedTable, _ findings: inout Findings) {
    guard key.kind == .fulltext else { return }
    for (_, column) in columns(of: key, in: table) {
      switch column.type {
      case .char, .varchar, .text, .uuid: continue
      case .json where table.capabilities.target.isMariaDB: continue
      default:
        findings.report(
          at: key.declaredAt,
          "Full-text index '\(key.name)' has column '\(column.name)', whose type is \(column.type.name)",
          "Its columns are of the types char, varchar and text.")
      }
    }
  }

  @Sendable private static func checkFullTextCollation(_ key: Key, _ table: CheckedTable, _ findings: inout Findings) {
    guard key.kind == .fulltext, key.parts.count > 1 else { return }
    var first: Column?
    for (_, column) in columns(of: key, in: table) {
      guard let collation = column.collation else { continue }
      guard let known = first else {
        first = column
        continue
      }
      guard let other = known.collation, other != collation else { continue }
      findings.report(
        at: key.declaredAt,
        "The columns of a full-text index have one collation, and '\(known.name)' and '\(column.name)' differ",
        "'\(known.name)' has \(other.name), '\(column.name)' has \(collation.name).")
    }
  }

  @Sendable private static func checkFullTextLength(_ key: Key, _ table: CheckedTable, _ findings: inout Findings) {
    guard key.kind == .fulltext else { return }
    for (part, column) in columns(of: key, in: table) where part.length != nil {
      findings.report(
        at: key.declaredAt, "A full-text index has whole columns, and '\(key.name)' takes a part of '\(column.name)'",
        "Leave the length out.")
    }
  }

  @Sendable private static func checkFullTextCharset(_ key: Key, _ table: CheckedTable, _ findings: inout Findings) {
    guard key.kind == .fulltext else { return }
    for (_, column) in columns(of: key, in: table) {
      guard let charset = column.collation?.charset, ["ucs2", "utf16", "utf16le", "utf32"].contains(charset) else {
        continue
      }
      findings.report(
        at: key.declaredAt,
        "Full-text index '\(key.name)' has column '\(column.name)', whose character set is \(charset)",
        "Write charset: utf8mb4 in the column.")
    }
  }

  @Sendable private static func checkFullTextVirtual(_ key: Key, _ table: CheckedTable, _ findings: inout Findings) {
    guard key.kind == .fulltext else { return }
    for (_, column) in columns(of: key, in: table) where column.generation?.isStored == false {
      findings.report(
        at: key.declaredAt, "Full-text index '\(key.name)' has the virtual column '\(column.name)'",
        "Write stored: true in the column.")
    }
  }

  @Sendable private static func checkOrder(_ key: Key, _ table: CheckedTable, _ findings: inout Findings) {
    // Of what these engines of MySQL make an ordinary index may have one.
    let isHash =
      key.kind == .hash
      && (table.capabilities.target.isMariaDB || !["InnoDB", "MyISAM"].contains(table.model.options.engine))
    guard !key.isOrdinary || isHash, key.parts.contains(where: \.isDescending) else { return }
    findings.report(
      at: key.declaredAt, "A full-text, spatial or hash index has no order, and '\(key.name)' is given one",
      "Leave `order` out.")
  }

  @Sendable private static func checkUniqueness(_ key: Key, _ table: CheckedTable, _ findings: inout Findings) {
    guard !key.isOrdinary, key.isUnique else { return }
    findings.report(
      at: key.declaredAt, "A full-text or spatial index is not unique, and '\(key.name)' is declared so",
      "Leave `unique` out, or write a second, ordinary index.")
  }

  @Sendable private static func checkParser(_ key: Key, _ table: CheckedTable, _ findings: inout Findings) {
    guard let parser = key.parser else { return }
    let target = table.capabilities.target
    if key.kind != .fulltext {
      findings.report(
        at: key.declaredAt, "Only a full-text index has a parser, and '\(key.name)' is none",
        "Write type: fulltext, or leave the parser out.")
    } else if !["ngram", "mecab"].contains(parser.lowercased()) || !Feature.ngramParser.targets.contains(target) {
      findings.report(
        at: key.declaredAt, "Parser '\(parser)' of index '\(key.name)' is none of the target '\(target.rawValue)'",
        "There is ngram. \(Feature.ngramParser.availability)")
    }
  }

  @Sendable private static func checkInvisibleKey(_ table: CheckedTable, _ findings: inout Findings) {
    guard table.model.primaryKey.isEmpty, table.model.indexes.contains(where: \.isInvisible) else { return }
    let indexes = TableIndexes(of: table.model, in: table.graph)
    guard let first = indexes.sorted.first, first.isInvisible, indexes.isRowKey(first, of: table.model) else { return }
    if table.capabilities.target.isMariaDB, first.wholeColumns == nil { return }
    findings.report(
      at: first.declaredAt,
      "Index '\(first.name)' is taken for the primary key that table '\(table.model.table)' lacks, so it cannot be invisible",
      "Leave `invisible` out, or give the model a primary key.")
  }

  @Sendable private static func checkPrimaryGenerated(_ key: Key, _ table: CheckedTable, _ findings: inout Findings) {
    guard key.origin == .primary else { return }
    let isMariaDB = table.capabilities.target.isMariaDB
    for (_, column) in columns(of: key, in: table) {
      guard let generation = column.generation, isMariaDB || !generation.isStored else { continue }
      findings.report(
        at: key.declaredAt,
        "The primary key of table '\(table.model.table)' holds the \(isMariaDB ? "generated" : "virtual") column '\(column.name)'",
        isMariaDB ? "Make it a unique index." : "Write stored: true in the column.")
    }
  }

  @Sendable private static func checkExpressionIndex(_ key: Key, _ table: CheckedTable, _ findings: inout Findings) {
    guard key.parts.contains(where: { $0.column == nil }) else { return }
    findings.report(
      at: key.declaredAt,
      "Index '\(key.name)' holds an expression, which the target '\(table.capabilities.target.rawValue)' cannot index",
      "\(Feature.expressionIndex.availability) Elsewhere index a generated column.")
  }

  @Sendable private static func checkExpressionIndexColumn(
    _ expression: Expression, _ table: CheckedTable, _ findings: inout Findings
  ) {
    guard expression.role == .index, expression.isSingleName, let name = expression.names.first,
      table.position(of: name.text) != nil
    else { return }
    findings.report(
      at: expression.declaredAt, "The expression of \(expression.owner) is nothing but column '\(name.text)'",
      "Write the column's name in place of the expression.")
  }

  @Sendable private static func checkBlockSize(_ key: Key, _ table: CheckedTable, _ findings: inout Findings) {
    let options = table.model.options
    // The keys of MyISAM take their table's.
    guard let size = key.keyBlockSize ?? (options.engine == "MyISAM" ? options.keyBlockSize : nil) else { return }
    let mend: String
    switch options.engine {
    case "InnoDB":
      let isCompressed = options.rowFormat == "COMPRESSED" || options.keyBlockSize != nil
      guard size > 65_535 || !isCompressed && !table.capabilities.target.isMariaDB else { return }
      mend = "Leave it out; a compressed table has a keyBlockSize for all of its indexes."
    case "MyISAM":
      guard ![1024, 2048, 4096, 8192, 16_384].contains(size) else { return }
      mend = "Write 1024, 2048, 4096, 8192 or 16384, or leave it out."
    default: return
    }
    findings.report(
      at: key.declaredAt,
      "Engine \(options.engine) does not keep the page size \(size) of index '\(key.name)' as it is", mend)
  }

  @Sendable private static func checkExpressionIndexKind(_ key: Key, _ table: CheckedTable, _ findings: inout Findings)
  {
    guard !key.isOrdinary, key.parts.contains(where: { $0.column == nil }) else { return }
    findings.report(
      at: key.declaredAt, "A full-text or spatial index holds no expression, and '\(key.name)' does",
      "Index a stored generated column.")
  }

  @Sendable private static func checkExpressionIndexLength(
    _ expression: Expression, _ table: CheckedTable, _ findings: inout Findings
  ) {
    guard expression.role == .index, let length = longestText(of: expression, in: table), length > 512 else { return }
    let counted = length == .max ? "a TEXT" : "\(length)"
    findings.report(
      at: expression.declaredAt,
      "The text of an index's expression has at most 512 characters, and that of \(expression.owner) may have \(counted)",
      "Write cast(… as char(200)), or index less of the column: left(…, 200).")
  }

  /// The most characters of an expression that is a call of one function over columns; `nil` where that cannot be read off
  /// it.
  private static func longestText(of expression: Expression, in table: CheckedTable) -> Int? {
    let lengths = expression.names.map { name in
      switch table.position(of: name.text).map({ table.model.columns[$0].type }) {
      case .char(let length)?, .varchar(let length)?, .varbinary(let length)?, .binary(let length)?: length
      case .text(let size)?, .blob(let size)?: size == .tiny ? 255 : .max
      default: 0
      }
    }
    switch (expression.enclosingFunction, expression.functions.count) {
    case ("json_unquote"?, _): return .max
    case ("concat"?, 1), ("concat_ws"?, 1): return lengths.contains(.max) ? .max : lengths.reduce(0, +)
    case (let function?, 1) where lengthKeeping.contains(function): return lengths.max()
    default: return nil
    }
  }

  /// Functions whose text may be as long as their longest argument.
  private static let lengthKeeping: Set<String> = [
    "lower", "lcase", "upper", "ucase", "trim", "ltrim", "rtrim", "reverse", "coalesce", "ifnull", "nullif",
  ]

  @Sendable private static func checkHashedNumber(_ key: Key, _ table: CheckedTable, _ findings: inout Findings) {
    guard key.kind == .hash, key.isUnique, table.capabilities.target.isMariaDB,
      let number = columns(of: key, in: table).first(where: { $0.1.isAutoIncrement })?.1
    else { return }
    findings.report(
      at: key.declaredAt, "\(key.title) is a unique hash, and the server numbers its column '\(number.name)'",
      "Leave the type out.",
      notes: [Diagnostic.Note("the column is declared here", at: number.declaredAt)])
  }

  @Sendable private static func checkHash(_ key: Key, _ table: CheckedTable, _ findings: inout Findings) {
    guard key.kind == .hash, table.isInnoDB else { return }
    findings.report(
      at: key.declaredAt, "Index '\(key.name)' is to be a hash, and InnoDB makes an ordinary index of it",
      "Leave the type out.")
  }
}
