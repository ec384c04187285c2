/// A column's type, in MySQL's terms (Reference Manual, "Data Types").
public enum ColumnType: Hashable, Sendable {
  /// The integer types by their width.
  public enum IntegerWidth: Int, Hashable, Sendable {
    /// TINYINT, SMALLINT, MEDIUMINT, INT, BIGINT: one, two, three, four, eight bytes.
    case tiny = 1, small, medium, regular, big = 8
  }

  /// The four sizes of TEXT and BLOB.
  public enum LobSize: String, Hashable, Sendable {
    /// Up to 255 bytes, 64 KiB, 16 MiB, 4 GiB (less one).
    case tiny, regular = "", medium, long
  }

  /// The spatial types.
  public enum GeometryKind: String, CaseIterable, Hashable, Sendable {
    /// Each is MySQL's type of that name, in lower case.
    case geometry, point, linestring, polygon, multipoint, multilinestring, multipolygon, geomcollection
  }

  /// TINYINT to BIGINT; `displayWidth` is kept for ZEROFILL alone.
  case integer(IntegerWidth, isUnsigned: Bool, zerofillWidth: Int?)
  /// TINYINT(1), a Boolean by convention.
  case boolean
  /// DECIMAL(precision, scale).
  case decimal(precision: Int, scale: Int, isUnsigned: Bool, isZerofill: Bool)
  /// FLOAT, with (M,D) if it was given.
  case float(digits: FloatDigits?, isUnsigned: Bool, isZerofill: Bool)
  /// DOUBLE, with (M,D) if it was given.
  case double(digits: FloatDigits?, isUnsigned: Bool, isZerofill: Bool)
  /// BIT(n), 1 to 64.
  case bit(Int)
  /// DATE.
  case date
  /// TIME(fsp), 0 to 6 digits.
  case time(fraction: Int)
  /// DATETIME(fsp), 0 to 6 digits.
  case datetime(fraction: Int)
  /// TIMESTAMP(fsp), 0 to 6 digits.
  case timestamp(fraction: Int)
  /// YEAR.
  case year
  /// CHAR(n), n characters.
  case char(Int)
  /// VARCHAR(n), n characters.
  case varchar(Int)
  /// TINYTEXT to LONGTEXT.
  case text(LobSize)
  /// BINARY(n), n bytes.
  case binary(Int)
  /// VARBINARY(n), n bytes.
  case varbinary(Int)
  /// TINYBLOB to LONGBLOB.
  case blob(LobSize)
  /// CHAR(36) in ascii_bin that holds a UUID in text form.
  case uuid
  /// JSON.
  case json
  /// ENUM.
  case enumeration(ID<Enumeration>)
  /// SET.
  case set(ID<Enumeration>)
  /// A spatial type; `srid` restricts it to one reference system.
  case geometry(GeometryKind, srid: UInt32?)
  /// VECTOR(n), n dimensions (MySQL 9).
  case vector(Int)

  /// INT.
  public static let int = ColumnType.integer(.regular, isUnsigned: false, zerofillWidth: nil)

  /// Whether its values are text in a character set, so that it has a collation.
  public var holdsText: Bool {
    switch self {
    case .char, .varchar, .text, .uuid, .enumeration, .set: true
    default: false
    }
  }

  /// The length of CHAR and VARCHAR in characters, of BINARY and VARBINARY in bytes; `nil` for other types.
  public var length: UInt64? {
    switch self {
    case .char(let length), .varchar(let length), .binary(let length), .varbinary(let length): UInt64(length)
    default: nil
    }
  }

  /// Whether it is FLOAT or DOUBLE, whose values a comparison with a literal may miss.
  public var isApproximate: Bool {
    switch self {
    case .float, .double: true
    default: false
    }
  }

  /// Whether it is DATETIME or TIMESTAMP, whose default may be the current time; then its fractional digits.
  public var temporalFraction: Int? {
    switch self {
    case .datetime(let fraction), .timestamp(let fraction): fraction
    default: nil
    }
  }
}

/// (M,D) of FLOAT and DOUBLE.
public struct FloatDigits: Hashable, Sendable {
  /// Digits in all.
  public var precision: Int
  /// Digits behind the point.
  public var scale: Int

  /// `precision` digits in all, `scale` of them behind the point.
  public init(precision: Int, scale: Int) {
    self.precision = precision
    self.scale = scale
  }
}
