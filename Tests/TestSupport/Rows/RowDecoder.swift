import Foundation

/// Decodes a row of a server's text protocol by the names of its columns, as Swift's database drivers do.
///
/// The file stands by itself, so that test programs can compile it along with generated code. Values are read as MySQL
/// writes them: numbers in decimal, `1` and `0` for Bool, `2024-02-29 12:30:00.5` in UTC for Date, bytes for Data. BIT
/// comes as bytes: for `UInt64` what is no decimal number is read as a big-endian one. (Bytes that happen to be digits
/// are therefore a decimal number; a query that adds 0 to a BIT column leaves no doubt.)
public struct RowDecoder: Sendable {
  /// A row: the columns in order, each with its bytes, or `nil` for NULL.
  public typealias Row = [(name: String, value: [UInt8]?)]

  /// A decoder.
  public init() {}

  /// The value of `type` that `row` holds. Throws a `DecodingError` where a column is missing, NULL or not of the type.
  public func decode<Value: Decodable>(_ type: Value.Type, from row: Row) throws -> Value {
    try Value(from: RowValueDecoder(content: .row(RowColumns(row)), codingPath: []))
  }

  /// The value of `type` that a row of texts holds.
  public func decode<Value: Decodable>(_ type: Value.Type, from row: [(String, String?)]) throws -> Value {
    try decode(type, from: row.map { (name: $0.0, value: $0.1.map { Array($0.utf8) }) })
  }
}

/// The columns of a row, to be found by name; of two with one name the first is.
private struct RowColumns {
  let row: RowDecoder.Row
  let positions: [String: Int]

  init(_ row: RowDecoder.Row) {
    self.row = row
    positions = Dictionary(row.enumerated().map { ($0.element.name, $0.offset) }) { first, _ in first }
  }

  func value(of name: String) -> [UInt8]?? { positions[name].map { row[$0].value } }
}

private struct RowValueDecoder: Decoder {
  enum Content {
    case row(RowColumns)
    case value([UInt8]?)
  }

  let content: Content
  let codingPath: [any CodingKey]
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    guard case .row(let columns) = content else { throw mismatch("a column holds no row") }
    return KeyedDecodingContainer(RowContainer<Key>(columns: columns, codingPath: codingPath))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer { throw mismatch("a column holds no list") }

  func singleValueContainer() throws -> any SingleValueDecodingContainer {
    guard case .value(let bytes) = content else { throw mismatch("a row is not one value") }
    return ColumnContainer(bytes: bytes, codingPath: codingPath)
  }

  private func mismatch(_ message: String) -> DecodingError {
    .typeMismatch(Any.self, DecodingError.Context(codingPath: codingPath, debugDescription: message))
  }
}

private struct RowContainer<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let columns: RowColumns
  let codingPath: [any CodingKey]
  var allKeys: [Key] { columns.row.compactMap { Key(stringValue: $0.name) } }

  func contains(_ key: Key) -> Bool { columns.value(of: key.stringValue) != nil }

  func decodeNil(forKey key: Key) throws -> Bool { try column(key).bytes == nil }

  private func column(_ key: Key) throws -> ColumnContainer {
    guard let value = columns.value(of: key.stringValue) else {
      throw DecodingError.keyNotFound(
        key, DecodingError.Context(codingPath: codingPath, debugDescription: "the row has no such column"))
    }
    return ColumnContainer(bytes: value, codingPath: codingPath + [key])
  }

  func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try column(key).decode(type) }
  func decode(_ type: String.Type, forKey key: Key) throws -> String { try column(key).decode(type) }
  func decode(_ type: Double.Type, forKey key: Key) throws -> Double { try column(key).decode(type) }
  func decode(_ type: Float.Type, forKey key: Key) throws -> Float { try column(key).decode(type) }
  func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try column(key).decode(type) }
  func decode(_ type: Int8.Type, forKey key: Key) throws -> Int8 { try column(key).decode(type) }
  func decode(_ type: Int16.Type, forKey key: Key) throws -> Int16 { try column(key).decode(type) }
  func decode(_ type: Int32.Type, forKey key: Key) throws -> Int32 { try column(key).decode(type) }
  func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 { try column(key).decode(type) }
  func decode(_ type: UInt.Type, forKey key: Key) throws -> UInt { try column(key).decode(type) }
  func decode(_ type: UInt8.Type, forKey key: Key) throws -> UInt8 { try column(key).decode(type) }
  func decode(_ type: UInt16.Type, forKey key: Key) throws -> UInt16 { try column(key).decode(type) }
  func decode(_ type: UInt32.Type, forKey key: Key) throws -> UInt32 { try column(key).decode(type) }
  func decode(_ type: UInt64.Type, forKey key: Key) throws -> UInt64 { try column(key).decode(type) }
  func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value { try column(key).decode(type) }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<Nested> {
    try superDecoder(forKey: key).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try superDecoder(forKey: key).unkeyedContainer()
  }

  func superDecoder() throws -> any Decoder {
    RowValueDecoder(content: .row(columns), codingPath: codingPath)
  }

  func superDecoder(forKey key: Key) throws -> any Decoder {
    let column = try column(key)
    return RowValueDecoder(content: .value(column.bytes), codingPath: column.codingPath)
  }
}

private struct ColumnContainer: SingleValueDecodingContainer {
  let bytes: [UInt8]?
  let codingPath: [any CodingKey]

  func decodeNil() -> Bool { bytes == nil }

  func decode(_ type: Bool.Type) throws -> Bool {
    switch try text() {
    case "1": true
    case "0": false
    default: throw corrupted("not 0 or 1")
    }
  }

  func decode(_ type: String.Type) throws -> String { try text() }
  func decode(_ type: Double.Type) throws -> Double { try number() }
  func decode(_ type: Float.Type) throws -> Float { try number() }
  func decode(_ type: Int.Type) throws -> Int { try number() }
  func decode(_ type: Int8.Type) throws -> Int8 { try number() }
  func decode(_ type: Int16.Type) throws -> Int16 { try number() }
  func decode(_ type: Int32.Type) throws -> Int32 { try number() }
  func decode(_ type: Int64.Type) throws -> Int64 { try number() }
  func decode(_ type: UInt.Type) throws -> UInt { try number() }
  func decode(_ type: UInt8.Type) throws -> UInt8 { try number() }
  func decode(_ type: UInt16.Type) throws -> UInt16 { try number() }
  func decode(_ type: UInt32.Type) throws -> UInt32 { try number() }

  func decode(_ type: UInt64.Type) throws -> UInt64 {
    let bytes = try value()
    if let text = String(validating: bytes, as: UTF8.self), let number = UInt64(text) { return number }
    guard bytes.count <= 8 else { throw corrupted("more than 64 bits") }
    return bytes.reduce(0) { $0 << 8 | UInt64($1) }
  }

  func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    let decoded: Any =
      switch type {
      case is Data.Type: Data(try value())
      case is UUID.Type: try parsed(UUID(uuidString: try text()))
      case is Decimal.Type: try parsed(Decimal(string: try text(), locale: Locale(identifier: "en_US_POSIX")))
      case is Date.Type: try parsed(Self.date(try text()))
      default: try Value(from: RowValueDecoder(content: .value(bytes), codingPath: codingPath))
      }
    guard let decoded = decoded as? Value else { throw corrupted("not a \(type)") }
    return decoded
  }

  private func value() throws -> [UInt8] {
    guard let bytes else {
      throw DecodingError.valueNotFound(
        Any.self, DecodingError.Context(codingPath: codingPath, debugDescription: "the column is NULL"))
    }
    return bytes
  }

  private func text() throws -> String {
    guard let text = String(validating: try value(), as: UTF8.self) else { throw corrupted("not UTF-8") }
    return text
  }

  private func number<Number: LosslessStringConvertible>() throws -> Number { try parsed(Number(try text())) }

  private func parsed<Value>(_ value: Value?) throws -> Value {
    guard let value else { throw corrupted("not a \(Value.self)") }
    return value
  }

  private func corrupted(_ message: String) -> DecodingError {
    .dataCorrupted(DecodingError.Context(codingPath: codingPath, debugDescription: message))
  }

  /// The moment that `yyyy-MM-dd HH:mm:ss[.ffffff]` names in UTC.
  private static func date(_ text: String) -> Date? {
    let parts = text.split(separator: " ")
    guard parts.count == 2 else { return nil }
    let day = parts[0].split(separator: "-").compactMap { Int($0) }
    let time = parts[1].split(separator: ":")
    guard day.count == 3, time.count == 3, let hour = Int(time[0]), let minute = Int(time[1]),
      let second = Double(time[2])
    else { return nil }
    // Days of the proleptic Gregorian calendar since 1970-01-01, the year taken to begin in March.
    let year = day[1] > 2 ? day[0] : day[0] - 1
    let dayOfYear = (153 * ((day[1] + 9) % 12) + 2) / 5 + day[2] - 1
    let days = 365 * year + year / 4 - year / 100 + year / 400 + dayOfYear - 719_468
    return Date(timeIntervalSince1970: Double(days * 86_400 + hour * 3600 + minute * 60) + second)
  }
}
