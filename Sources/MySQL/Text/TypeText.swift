package import AssociationGraph
internal import SchemaLanguage

extension SQLWriter {
  /// A column's type as SHOW CREATE TABLE prints it.
  mutating func type(_ type: ColumnType, in graph: AssociationGraph) {
    switch type {
    case .enumeration(let id): members("enum", graph[id])
    case .set(let id): members("set", graph[id])
    case .geometry(.geomcollection, _) where target.isMariaDB: write("geometrycollection")
    default: write(type.name)
    }
  }

  private mutating func members(_ keyword: String, _ enumeration: Enumeration) {
    write(keyword)
    write("(")
    for (index, member) in enumeration.members.enumerated() {
      if index > 0 { write(",") }
      tableLiteral(member)
    }
    write(")")
  }
}

extension ColumnType {
  /// The type's text, but for the members of ENUM and SET.
  package var name: String {
    switch self {
    case .integer(let width, let isUnsigned, let zerofillWidth):
      width.keyword + (zerofillWidth.map { "(\($0)) unsigned zerofill" } ?? (isUnsigned ? " unsigned" : ""))
    case .boolean: "tinyint(1)"
    case .decimal(let precision, let scale, let isUnsigned, let isZerofill):
      "decimal(\(precision),\(scale))" + Self.attributes(isUnsigned, isZerofill)
    case .float(let digits, let isUnsigned, let isZerofill):
      "float" + Self.text(digits) + Self.attributes(isUnsigned, isZerofill)
    case .double(let digits, let isUnsigned, let isZerofill):
      "double" + Self.text(digits) + Self.attributes(isUnsigned, isZerofill)
    case .bit(let width): "bit(\(width))"
    case .date: "date"
    case .time(let fraction): "time" + Self.fraction(fraction)
    case .datetime(let fraction): "datetime" + Self.fraction(fraction)
    case .timestamp(let fraction): "timestamp" + Self.fraction(fraction)
    case .year: "year"
    case .char(let length): "char(\(length))"
    case .varchar(let length): "varchar(\(length))"
    case .text(let size): size.rawValue + "text"
    case .binary(let length): "binary(\(length))"
    case .varbinary(let length): "varbinary(\(length))"
    case .blob(let size): size.rawValue + "blob"
    case .uuid: "char(36)"
    case .json: "json"
    case .enumeration: "enum"
    case .set: "set"
    case .geometry(let kind, _): kind.rawValue
    case .vector(let dimensions): "vector(\(dimensions))"
    }
  }

  private static func attributes(_ isUnsigned: Bool, _ isZerofill: Bool) -> String {
    (isUnsigned ? " unsigned" : "") + (isZerofill ? " zerofill" : "")
  }

  private static func text(_ digits: FloatDigits?) -> String { digits.map { "(\($0.precision),\($0.scale))" } ?? "" }

  private static func fraction(_ digits: Int) -> String { digits == 0 ? "" : "(\(digits))" }
}

extension ColumnType.IntegerWidth {
  /// The type's keyword.
  var keyword: String {
    switch self {
    case .tiny: "tinyint"
    case .small: "smallint"
    case .medium: "mediumint"
    case .regular: "int"
    case .big: "bigint"
    }
  }
}
