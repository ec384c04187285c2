public import Diagnostics
public import SchemaLanguage

/// One table and the Swift type of its rows.
public struct Model: Sendable {
  /// Where a model comes from.
  public enum Origin: Hashable, Sendable {
    /// The schema declares it.
    case declared
    /// It was made for `through` of a `belongsToMany`.
    case junction
  }

  /// The model's name in the schema: `OrderItem`.
  public var name: String
  /// The table's name: `order_items`.
  public var table: String
  /// Where the model comes from.
  public var origin: Origin
  /// The columns in the table's order.
  public var columns: [Column] = []
  /// The parts of the primary key; none for a table without one.
  public var primaryKey: [IndexPart] = []
  /// The unique and plain indexes that the schema declares, in the order written; not those that the server makes for
  /// foreign keys.
  public var indexes: [Index] = []
  /// The column that marks a row as deleted when it is not NULL: its position; `nil` where rows are not marked.
  public var deletionColumn: Int?
  /// CHECK constraints, in the order written.
  public var checks: [Check] = []
  /// How the rows are spread over partitions; `nil` for a table in one piece.
  public var partitioning: Partitioning?
  /// Table options.
  public var options: TableOptions
  /// The model's associations, in the order declared.
  public var associations: [ID<Association>] = []
  /// The edges whose child it is: its foreign keys.
  public var foreignKeys: [ID<Edge>] = []
  /// The statements for single rows that are made of it.
  public var statements: Set<RowStatement> = []
  /// The struct's name: `OrderItem`.
  public var swiftName: String
  /// Where the name was written; for a made junction model, the name in `through`.
  public var declaredAt: SourceRange

  /// A model without columns.
  public init(
    name: String, table: String, origin: Origin, options: TableOptions, swiftName: String, declaredAt: SourceRange
  ) {
    self.name = name
    self.table = table
    self.origin = origin
    self.options = options
    self.swiftName = swiftName
    self.declaredAt = declaredAt
  }

  /// The positions of the primary key's columns, in the key's order.
  public var primaryKeyColumns: [Int] { primaryKey.compactMap(\.column) }

  /// The keys that tell its rows apart: the primary key, then the unique ones of whole columns that are never NULL.
  public var identifyingKeys: [[Int]] {
    let primary = primaryKeyColumns
    let unique = indexes.filter(\.isUnique).compactMap(\.wholeColumns).filter { key in
      key.allSatisfy { !columns[$0].isNullable }
    }
    return (primary.isEmpty || primary.count != primaryKey.count ? [] : [primary]) + unique
  }

  /// The keys by which a row may be asked for: the primary key, then the unique ones of whole columns, also of nullable
  /// ones; each once.
  public var accessKeys: [[Int]] {
    var keys = primaryKeyColumns.isEmpty || primaryKeyColumns.count != primaryKey.count ? [] : [primaryKeyColumns]
    for key in indexes.filter(\.isUnique).compactMap(\.wholeColumns) where !keys.contains(key) { keys.append(key) }
    return keys
  }

  /// The columns by which results tell its rows apart: the first of the identifying keys; none if there is none.
  public var identifyingColumns: [Int] {
    let primary = primaryKeyColumns
    return !primary.isEmpty && primary.count == primaryKey.count ? primary : identifyingKeys.first ?? []
  }
}

/// What stands behind a table's closing parenthesis.
public struct TableOptions: Hashable, Sendable {
  /// The storage engine: `InnoDB`.
  public var engine: String
  /// The collation of columns that name none; its character set is the table's.
  public var collation: Collation
  /// The first number that AUTO_INCREMENT gives; `nil` for 1.
  public var autoIncrementStart: UInt64?
  /// ROW_FORMAT in upper case.
  public var rowFormat: String?
  /// KEY_BLOCK_SIZE in KiB.
  public var keyBlockSize: UInt64?
  /// COMMENT.
  public var comment: String?

  /// Options of a table with `engine` and `collation`.
  public init(engine: String, collation: Collation) {
    self.engine = engine
    self.collation = collation
  }
}

/// A CHECK constraint.
public struct Check: Hashable, Sendable {
  /// The constraint's name.
  public var name: String
  /// The condition as it was written, without the parentheses around it.
  public var condition: String
  /// Whether the server checks it.
  public var isEnforced: Bool
  /// Where the condition was written.
  public var declaredAt: SourceRange

  /// A check of `condition`.
  public init(name: String, condition: String, isEnforced: Bool, declaredAt: SourceRange) {
    self.name = name
    self.condition = condition
    self.isEnforced = isEnforced
    self.declaredAt = declaredAt
  }
}
