internal import AssociationGraph

extension Collation {
  /// The most bytes that a character of its character set takes (Reference Manual, "Supported Character Sets and
  /// Collations"; `Maxlen` of SHOW CHARACTER SET).
  var longestCharacter: Int {
    switch charset {
    case "utf8mb4", "utf16", "utf16le", "utf32", "gb18030": 4
    case "utf8mb3", "utf8", "eucjpms", "ujis": 3
    case "big5", "cp932", "euckr", "gb2312", "gbk", "sjis", "ucs2": 2
    default: 1
    }
  }

  /// The fewest bytes that a character of its character set takes.
  var shortestCharacter: Int {
    switch charset {
    case "ucs2", "utf16", "utf16le": 2
    case "utf32": 4
    default: 1
    }
  }
}

extension ColumnType {
  /// The bytes of a DECIMAL: four for nine digits, fewer for the rest, on each side of the point (Reference Manual,
  /// "Data Type Storage Requirements").
  private static func decimalBytes(_ precision: Int, _ scale: Int) -> Int {
    let rest = [0, 1, 1, 2, 2, 3, 3, 4, 4, 4]
    let whole = max(precision - scale, 0)
    let fraction = max(scale, 0)
    return whole / 9 * 4 + rest[whole % 9] + fraction / 9 * 4 + rest[fraction % 9]
  }

  /// The bytes of a type that has always the same number of them; `nil` for the others and for CHAR, whose bytes depend on
  /// its character set.
  func fixedBytes(in graph: AssociationGraph) -> Int? {
    switch self {
    case .integer(let width, _, _): width.rawValue
    case .boolean, .year: 1
    case .decimal(let precision, let scale, _, _): Self.decimalBytes(precision, scale)
    case .float: 4
    case .double: 8
    case .bit(let width): (width + 7) / 8
    case .date: 3
    case .time(let fraction): 3 + (fraction + 1) / 2
    case .datetime(let fraction): 5 + (fraction + 1) / 2
    case .timestamp(let fraction): 4 + (fraction + 1) / 2
    case .binary(let length): length
    case .enumeration(let id): graph[id].members.count < 256 ? 1 : 2
    case .set(let id):
      switch (graph[id].members.count + 7) / 8 {
      case 0...1: 1
      case 2: 2
      case 3: 3
      case 4: 4
      default: 8
      }
    case .char, .varchar, .text, .varbinary, .blob, .uuid, .json, .geometry, .vector: nil
    }
  }

  /// The bytes that count the length of a TEXT or BLOB, as which the other long types are kept too; else `nil`.
  private var lengthBytesOfBlob: Int? {
    switch self {
    case .text(let size), .blob(let size):
      switch size {
      case .tiny: 1
      case .regular: 2
      case .medium: 3
      case .long: 4
      }
    case .json, .geometry, .vector: 4
    default: nil
    }
  }

  /// Whether a row of the server keeps the value elsewhere, by a pointer.
  var isLong: Bool { lengthBytesOfBlob != nil }
}

extension Column {
  /// The most bytes of a whole value; `nil` for the types that have no useful bound: TEXT, BLOB and what is like them.
  func valueBytes(in graph: AssociationGraph) -> Int? {
    switch type {
    case .char(let length), .varchar(let length): length * (collation?.longestCharacter ?? 1)
    case .uuid: 36 * (collation?.longestCharacter ?? 1)
    case .varbinary(let length): length
    default: type.fixedBytes(in: graph)
    }
  }

  /// What the column adds to the server's own row of at most 65535 bytes: texts at their longest with one or two bytes for
  /// their length, of TEXT and BLOB the length and a pointer of eight bytes.
  func rowBytes(in graph: AssociationGraph) -> Int {
    switch type {
    case .varchar, .varbinary:
      let bytes = valueBytes(in: graph) ?? 0
      return bytes + (bytes < 256 ? 1 : 2)
    case .text(.tiny), .blob(.tiny): return 9
    case .text(.regular), .blob(.regular): return 10
    case .text(.medium), .blob(.medium): return 11
    case .text(.long), .blob(.long), .json, .geometry, .vector: return 12
    default: return valueBytes(in: graph) ?? 0
    }
  }
}
