/// What `information_schema` says of a database, one line for each table, column, index, foreign key and partition.
///
/// ``GraphFacts`` writes the same lines for a graph.
public struct ServerFacts {
  /// The lines, sorted.
  public let text: String

  /// The facts of `database`.
  ///
  /// - Throws: As ``TestDatabase/query(_:)``.
  public init(_ database: TestDatabase) throws {
    let tables = try Self.tables(database)
    let columns = try Self.columns(database)
    let keys = try Self.foreignKeys(database)
    let indexes = try Self.indexes(database)
    let partitions = try Self.partitions(database)
    text = (tables + columns + keys.map(\.line) + indexes + partitions).sorted().joined(separator: "\n") + "\n"
  }

  private static func tables(_ database: TestDatabase) throws -> [String] {
    try rows(
      """
      SELECT TABLE_NAME, ENGINE, TABLE_COLLATION, HEX(TABLE_COMMENT) FROM information_schema.TABLES
      WHERE TABLE_SCHEMA = DATABASE()
      """, database
    ).map { "\($0[0]) is a table: \($0[1].uppercased()) \($0[2]) comment \($0[3])" }
  }

  private static func columns(_ database: TestDatabase) throws -> [String] {
    // MariaDB gives defaults as SQL, MySQL their values.
    let isNull = database.server == .mariadb ? "COLUMN_DEFAULT = 'NULL'" : "FALSE"
    return try rows(
      """
      SELECT TABLE_NAME, COLUMN_NAME, ORDINAL_POSITION, COLUMN_TYPE, IS_NULLABLE,
        IF(COLUMN_DEFAULT IS NULL OR \(isNull), 'without', 'with'), LOWER(EXTRA),
        IFNULL(NULLIF(COLLATION_NAME, 'binary'), '-'), HEX(COLUMN_COMMENT)
      FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE()
      """, database
    ).map { row in
      let flags = [
        "auto_increment", "on update current_timestamp", "stored generated", "virtual generated", "invisible",
      ]
      .filter { row[6].contains($0) }.joined(separator: ", ")
      return "\(row[0]).\(row[1]) \(row[2]): \(row[3]) nullable \(row[4]) \(row[5]) default [\(flags)] \(row[7]) "
        + "comment \(row[8])"
    }
  }

  private static func foreignKeys(_ database: TestDatabase) throws -> [ForeignKey] {
    var keys: [String: ForeignKey] = [:]
    for row in try rows(
      """
      SELECT r.CONSTRAINT_NAME, r.TABLE_NAME, r.REFERENCED_TABLE_NAME, r.DELETE_RULE, r.UPDATE_RULE, k.COLUMN_NAME,
        k.REFERENCED_COLUMN_NAME
      FROM information_schema.REFERENTIAL_CONSTRAINTS r JOIN information_schema.KEY_COLUMN_USAGE k
        ON k.CONSTRAINT_SCHEMA = r.CONSTRAINT_SCHEMA AND k.CONSTRAINT_NAME = r.CONSTRAINT_NAME
        AND k.TABLE_NAME = r.TABLE_NAME
      WHERE r.CONSTRAINT_SCHEMA = DATABASE() ORDER BY r.TABLE_NAME, r.CONSTRAINT_NAME, k.ORDINAL_POSITION
      """, database)
    {
      var key =
        keys[row[0]]
        ?? ForeignKey(name: row[0], child: row[1], parent: row[2], onDelete: row[3], onUpdate: row[4])
      key.childColumns.append(row[5])
      key.parentColumns.append(row[6])
      keys[row[0]] = key
    }
    return Array(keys.values)
  }

  private static func indexes(_ database: TestDatabase) throws -> [String] {
    var indexes: [String: (table: String, name: String, kind: String, parts: [String])] = [:]
    for row in try rows(
      """
      SELECT TABLE_NAME, INDEX_NAME, NON_UNIQUE, INDEX_TYPE, IFNULL(COLUMN_NAME, '(expression)'),
        IFNULL(SUB_PART, '-'), IFNULL(COLLATION, '-')
      FROM information_schema.STATISTICS WHERE TABLE_SCHEMA = DATABASE() ORDER BY TABLE_NAME, INDEX_NAME, SEQ_IN_INDEX
      """, database)
    {
      let kind =
        switch row[3] {
        case "FULLTEXT": "fulltext"
        case "SPATIAL": "spatial"
        default: row[2] == "0" ? "unique" : "plain"
        }
      let length = row[5] == "-" || kind == "spatial" ? "" : "(\(row[5]))"
      let part = row[4] + length + (row[6] == "D" ? " descending" : "")
      indexes["\(row[0]) \(row[1])", default: (row[0], row[1], kind, [])].parts.append(part)
    }
    return indexes.values.map { "\($0.table) has the index \($0.name): \($0.kind) \($0.parts)" }
  }

  private static func partitions(_ database: TestDatabase) throws -> [String] {
    try rows(
      """
      SELECT TABLE_NAME, PARTITION_NAME, PARTITION_ORDINAL_POSITION, PARTITION_METHOD FROM information_schema.PARTITIONS
      WHERE TABLE_SCHEMA = DATABASE() AND PARTITION_NAME IS NOT NULL
      """, database
    ).map { "\($0[0]) has the partition \($0[1]), number \($0[2]) by \($0[3])" }
  }

  private static func rows(_ sql: String, _ database: TestDatabase) throws -> [[String]] {
    try database.query(sql).map { $0.values.map { $0.text ?? "NULL" } }
  }
}
