import AssociationGraph

/// A column's type as `COLUMN_TYPE` of `information_schema` has it.
///
/// MySQL prints integers without a display width (Reference Manual, "Numeric Data Type Attributes"), MariaDB with the
/// largest one, and JSON as the type that it keeps it in.
struct ServerType {
  let text: String

  init(_ type: ColumnType, _ graph: AssociationGraph, _ server: TestServer) {
    let isMariaDB = server == .mariadb
    text =
      switch type {
      case .integer(let width, let isUnsigned, let zerofillWidth):
        Self.integer(width, isUnsigned: isUnsigned, zerofillWidth: zerofillWidth, showsWidth: isMariaDB)
      case .boolean: "tinyint(1)"
      case .decimal(let precision, let scale, let isUnsigned, let isZerofill):
        "decimal(\(precision),\(scale))" + Self.attributes(isUnsigned, isZerofill)
      case .float(let digits, let isUnsigned, let isZerofill):
        "float" + Self.digits(digits) + Self.attributes(isUnsigned, isZerofill)
      case .double(let digits, let isUnsigned, let isZerofill):
        "double" + Self.digits(digits) + Self.attributes(isUnsigned, isZerofill)
      case .bit(let width): "bit(\(width))"
      case .date: "date"
      case .time(let fraction): "time" + Self.fraction(fraction)
      case .datetime(let fraction): "datetime" + Self.fraction(fraction)
      case .timestamp(let fraction): "timestamp" + Self.fraction(fraction)
      case .year: isMariaDB ? "year(4)" : "year"
      case .char(let length): "char(\(length))"
      case .varchar(let length): "varchar(\(length))"
      case .text(let size): size.rawValue + "text"
      case .binary(let length): "binary(\(length))"
      case .varbinary(let length): "varbinary(\(length))"
      case .blob(let size): size.rawValue + "blob"
      case .uuid: "char(36)"
      case .json: isMariaDB ? "longtext" : "json"
      case .enumeration(let id): Self.members("enum", graph[id])
      case .set(let id): Self.members("set", graph[id])
      case .geometry(.geomcollection, _) where isMariaDB: "geometrycollection"
      case .geometry(let kind, _): kind.rawValue
      case .vector(let dimensions): "vector(\(dimensions))"
      }
  }

  private static func integer(
    _ width: ColumnType.IntegerWidth, isUnsigned: Bool, zerofillWidth: Int?, showsWidth: Bool
  ) -> String {
    let (name, digits) =
      switch width {
      case .tiny: ("tinyint", 4)
      case .small: ("smallint", 6)
      case .medium: ("mediumint", 9)
      case .regular: ("int", 11)
      case .big: ("bigint", 20)
      }
    if let zerofillWidth { return "\(name)(\(zerofillWidth)) unsigned zerofill" }
    // The sign takes a digit, but for BIGINT, whose unsigned numbers have one more.
    let shown = isUnsigned && width != .big ? digits - 1 : digits
    return name + (showsWidth ? "(\(shown))" : "") + (isUnsigned ? " unsigned" : "")
  }

  private static func attributes(_ isUnsigned: Bool, _ isZerofill: Bool) -> String {
    (isUnsigned ? " unsigned" : "") + (isZerofill ? " zerofill" : "")
  }

  private static func digits(_ digits: FloatDigits?) -> String { digits.map { "(\($0.precision),\($0.scale))" } ?? "" }

  private static func fraction(_ digits: Int) -> String { digits == 0 ? "" : "(\(digits))" }

  private static func members(_ keyword: String, _ enumeration: Enumeration) -> String {
    let members = enumeration.members.map {
      "'\($0.replacing("\\", with: "\\\\").replacing("'", with: "''").replacing("\n", with: "\\n"))'"
    }
    return "\(keyword)(" + members.joined(separator: ",") + ")"
  }
}
