public import Diagnostics

/// One column of a table.
public struct Column: Sendable {
  /// Why a column is there.
  public enum Role: Hashable, Sendable {
    /// The schema declares it.
    case declared
    /// The `id` of a model that declares no primary key.
    case implicitKey
    /// Filled when a row is made.
    case createdAt
    /// Filled when a row is made and at each change.
    case updatedAt
    /// Filled when a row is marked as deleted.
    case deletedAt
    /// Made for an association's foreign key.
    case foreignKey
  }

  /// The SQL name.
  public var name: String
  /// The name by which the schema speaks of it in rows and queries; the SQL name unless `column` or `naming` says else.
  public var attribute: String
  /// The property's name, without backticks: `studentID`.
  public var swiftName: String
  /// The collation of a type that holds text; `nil` for other types.
  public var collation: Collation?
  /// The type.
  public var type: ColumnType
  /// Whether the collation was chosen for this column and not taken over from the table. (The server prints both alike
  /// only where it is false.)
  public var hasOwnCollation = false
  /// Whether it may be NULL.
  public var isNullable: Bool
  /// Whether the server numbers it.
  public var isAutoIncrement = false
  /// Whether the server sets it to the current time at each change of the row.
  public var isUpdatedToNow = false
  /// Whether `SELECT *` leaves it out.
  public var isInvisible = false
  /// What the server fills in when a row leaves it out.
  public var defaultValue: ColumnDefault?
  /// Why it is there.
  public var role: Role
  /// Where it was written: its name, or the association that made it.
  public var declaredAt: SourceRange
  /// What few columns have; `nil` where it has nothing of it.
  private var rarities: Rarities?

  /// A column without further attributes.
  public init(
    name: String, attribute: String, swiftName: String, type: ColumnType, isNullable: Bool, role: Role,
    declaredAt: SourceRange
  ) {
    self.name = name
    self.attribute = attribute
    self.swiftName = swiftName
    self.type = type
    self.isNullable = isNullable
    self.role = role
    self.declaredAt = declaredAt
  }

  /// How it is computed, if it is.
  public var generation: Generation? {
    get { rarities?.generation }
    set { rarities = Rarities(generation: newValue, comment: comment, swiftType: swiftType) }
  }

  /// COMMENT.
  public var comment: String? {
    get { rarities?.comment }
    set { rarities = Rarities(generation: generation, comment: newValue, swiftType: swiftType) }
  }

  /// The property's type, where the schema names one.
  public var swiftType: String? {
    get { rarities?.swiftType }
    set { rarities = Rarities(generation: generation, comment: comment, swiftType: newValue) }
  }

  /// Whether the server fills the column when a new row leaves it out.
  public var isFilledByServer: Bool {
    isAutoIncrement || defaultValue != nil || generation != nil || isNullable
  }
}

/// What few columns have, in a place of its own: a schema has many columns, and each would be half as large again.
private final class Rarities: Sendable {
  let generation: Generation?
  let comment: String?
  let swiftType: String?

  /// `nil` for nothing.
  init?(generation: Generation?, comment: String?, swiftType: String?) {
    if generation == nil, comment == nil, swiftType == nil { return nil }
    self.generation = generation
    self.comment = comment
    self.swiftType = swiftType
  }
}

/// DEFAULT of a column. (Indirect, since nearly all columns have none, and each has room for one.)
public indirect enum ColumnDefault: Hashable, Sendable {
  /// A literal, already in the column's type.
  case value(Value)
  /// The current time, with the column's own fractional digits.
  case now
  /// A new UUID.
  case uuid
  /// An SQL expression, without the parentheses around it.
  case expression(String)
}

/// GENERATED ALWAYS AS of a column.
public struct Generation: Hashable, Sendable {
  /// The expression as it was written, without the parentheses around it.
  public var expression: String
  /// STORED, else VIRTUAL.
  public var isStored: Bool

  /// A column computed by `expression`.
  public init(expression: String, isStored: Bool) {
    self.expression = expression
    self.isStored = isStored
  }
}

/// A value of a row, a default or a condition, read by the type of its column and ready to be written in any dialect.
public enum Value: Hashable, Sendable {
  /// NULL.
  case null
  /// The column's default: what the server fills in.
  case serverDefault
  /// A number in plain decimal notation (`-12.50`), or with an exponent for FLOAT and DOUBLE. Booleans are 1 and 0, a BIT
  /// its number.
  case number(String)
  /// A text, also a date, time, UUID, JSON or enumeration member, in the server's own notation.
  case text(String)
  /// Bytes.
  case bytes([UInt8])
  /// An SQL expression as it was written.
  case expression(String)
  /// A column of a row of the seeds whose value the server knows.
  case lookup(RowLookup)

  /// The size of what it holds, in bytes; a literal has at most twice as many, and what stands around them.
  public var byteCount: Int {
    switch self {
    case .null, .serverDefault, .lookup: 0
    case .number(let text), .text(let text), .expression(let text): text.utf8.count
    case .bytes(let bytes): bytes.count
    }
  }
}
