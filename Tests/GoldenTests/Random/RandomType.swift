/// A type of the columns of random schemas, with the forms that a value has in the places where it is written.
enum RandomType: String, CaseIterable {
  case integer, small, big, text, decimal, double, boolean, date, time, datetime, year, uuid, enumeration, bytes

  /// The members of the enumeration `Level`, in an order that is not that of their letters.
  static let members = ["low", "mid", "high"]

  /// The type as the schema has it.
  var declaration: String {
    switch self {
    case .integer: "integer"
    case .small: "smallint unsigned"
    case .big: "bigint"
    case .text: "string(20)"
    case .decimal: "decimal(6,2)"
    case .enumeration: "Level"
    case .bytes: "varbinary(4)"
    default: rawValue
    }
  }

  /// The name of a column of the type; in Swift it is the same.
  var columnName: String { self == .uuid ? "tokenValue" : rawValue + "Value" }

  /// Values that rows have and that conditions ask for.
  var values: [Cell] {
    switch self {
    case .integer: (-2...3).map { .number($0) }
    case .small: [0, 1, 2, 65535].map { .number($0) }
    case .big: [Int.min, -1, 0, 5, Int.max].map { .number($0) }
    case .text: ["anna", "ben", "cleo", "dan", "x_y", "%z"].map { .text($0) }
    case .decimal: [-150, 0, 5, 150, 999_999].map { .number($0) }
    case .double: [-3, 0, 1, 10].map { .number($0) }
    case .boolean: [0, 1].map { .number($0) }
    case .date: ["1000-01-01", "2024-02-29", "2024-03-01"].map { .text($0) }
    case .time: [-3600, 0, 30_600, 360_000].map { .number($0) }
    case .datetime: ["2024-02-29 00:00:00", "2024-02-29 12:30:05"].map { .text($0) }
    case .year: [1901, 2000, 2024].map { .number($0) }
    case .uuid:
      ["00000000-0000-4000-8000-000000000001", "d5ec73e9-bf65-4f7b-bc71-51ea545801a5"].map { .text($0) }
    case .enumeration: Self.members.map { .text($0) }
    case .bytes: ["", "00", "0AFF"].map { .text($0) }
    }
  }

  /// What rows are ordered by: members of an enumeration by their places.
  func rank(_ cell: Cell?) -> Cell? {
    guard self == .enumeration, case .text(let text)? = cell else { return cell }
    return Self.members.firstIndex(of: text.spelling).map { .number($0) }
  }

  // MARK: Forms

  /// The value in YAML.
  func yaml(_ cell: Cell) -> String {
    switch self {
    case .bytes: "0x" + plain(cell)
    case .text, .date, .time, .datetime, .uuid: "\"\(plain(cell))\""
    default: plain(cell)
    }
  }

  /// The value in SQL.
  func sql(_ cell: Cell) -> String {
    switch self {
    case .bytes: "X'\(plain(cell))'"
    case .text, .date, .time, .datetime, .uuid, .enumeration: "'\(plain(cell))'"
    case .double: plain(cell) + "E0"
    default: plain(cell)
    }
  }

  /// The value as `Outline` writes it.
  func outline(_ cell: Cell) -> String {
    switch (self, cell) {
    case (.text, .text(let text)), (.enumeration, .text(let text)): "\"\(text.spelling)\""
    case (.uuid, .text(let text)): text.spelling.uppercased()
    case (.datetime, .text(let text)): text.spelling.split(separator: " ").joined(separator: "T") + ".000Z"
    case (.bytes, .text(let text)): "0x" + text.spelling
    case (.decimal, .number(let number)): Self.decimal(number, scale: 2)
    default: plain(cell)
    }
  }

  /// The value that stands for a placeholder, as `Outline` writes it: of a UUID the text that the column holds.
  func binding(_ cell: Cell) -> String {
    self == .uuid ? "\"\(plain(cell))\"" : outline(cell)
  }

  /// An expression of the value in Swift.
  func swift(_ cell: Cell) -> String {
    let text = plain(cell)
    return switch self {
    case .text: "\"\(text)\""
    case .decimal: "Decimal(string: \"\(text)\")!"
    case .date: "Random.LocalDate(\"\(text)\")!"
    case .time: "Random.LocalTime(\"\(text)\")!"
    case .datetime: "try Date(\"\(text.split(separator: " ").joined(separator: "T"))Z\", strategy: .iso8601)"
    case .uuid: "UUID(uuidString: \"\(text)\")!"
    case .enumeration: "Level.\(text)"
    case .bytes: "Data([\(Self.pairs(text).map { "0x\($0)" }.joined(separator: ", "))])"
    default: text
    }
  }

  /// The value's own text, which needs no quoting anywhere but quotes.
  private func plain(_ cell: Cell) -> String {
    switch (self, cell) {
    case (_, .text(let text)): return text.spelling
    case (.boolean, .number(let number)): return number == 1 ? "true" : "false"
    case (.double, .number(let number)): return "\(Double(number) / 4)"
    case (.decimal, .number(let number)):
      let (whole, rest) = number.magnitude.quotientAndRemainder(dividingBy: 100)
      return "\(number < 0 ? "-" : "")\(whole).\(rest < 10 ? "0" : "")\(rest)"
    case (.time, .number(let number)):
      let seconds = Int(number.magnitude)
      let parts = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { ($0 < 10 ? "0" : "") + String($0) }
      return (number < 0 ? "-" : "") + parts.joined(separator: ":")
    case (_, .number(let number)): return String(number)
    }
  }

  /// `units` of 1/10^`scale`, without zeros at the end.
  static func decimal(_ units: Int, scale: Int) -> String {
    var digits = String(units.magnitude)
    digits = String(repeating: "0", count: max(0, scale + 1 - digits.count)) + digits
    var text = digits.dropLast(scale) + "." + digits.suffix(scale)
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return (units < 0 ? "-" : "") + String(text)
  }

  private static func pairs(_ digits: String) -> [Substring] {
    stride(from: 0, to: digits.count, by: 2).map { digits.dropFirst($0).prefix(2) }
  }
}
