import Foundation

/// A value as MySQLNIO holds it: the bytes of the text or the binary protocol, and the type of the column.
public struct MySQLData: Sendable {
  /// The types that the rows of these tests have.
  public enum DataType: Sendable { case tiny, long, double, newdecimal, string, datetime }
  /// The protocol: of prepared statements the binary one.
  public enum Format: Sendable { case text, binary }

  private let type: DataType
  private let format: Format
  private let buffer: [UInt8]?

  /// A value; `nil` for NULL.
  public init(type: DataType, format: Format, buffer: [UInt8]?) {
    self.type = type
    self.format = format
    self.buffer = buffer
  }

  var isNull: Bool { buffer == nil }

  /// The value as one of the types that MySQLNIO converts to, by the bytes and the type of the column; `nil` if it does
  /// not convert.
  func converted(to type: any Decodable.Type) -> Any? {
    switch type {
    case is Bool.Type: string.flatMap { ["1": true, "0": false][$0] }
    case is Int.Type: integer
    case is Int32.Type: integer.flatMap { Int32(exactly: $0) }
    case is Int64.Type: integer.map { Int64($0) }
    case is Double.Type: double
    case is Decimal.Type: string.flatMap { Decimal(string: $0) }
    case is String.Type: self.type == .newdecimal && format == .binary ? nil : string
    case is UUID.Type: uuid
    case is Date.Type: date
    default: nil
    }
  }

  /// Whether the type is one that MySQLNIO converts to; others decode themselves from one of these.
  static func converts(to type: any Decodable.Type) -> Bool {
    let types: [any Decodable.Type] = [
      Bool.self, Int.self, Int32.self, Int64.self, Double.self, Decimal.self, String.self, UUID.self, Date.self,
    ]
    return types.contains { $0 == type }
  }

  private var integer: Int? {
    guard format == .binary else { return string.flatMap { Int($0) } }
    return switch (type, buffer) {
    case (.tiny, let bytes?): Int(Int8(bitPattern: bytes[0]))
    case (.long, let bytes?): Int(Int32(truncatingIfNeeded: littleEndian(bytes)))
    default: nil
    }
  }

  private var string: String? {
    guard let buffer else { return nil }
    switch (format, type) {
    case (.text, _), (.binary, .string), (.binary, .newdecimal): return String(decoding: buffer, as: UTF8.self)
    case (.binary, .tiny), (.binary, .long): return integer?.description
    case (.binary, .double), (.binary, .datetime): return nil
    }
  }

  private var double: Double? {
    guard format == .binary, type == .double else { return string.flatMap { Double($0) } }
    return buffer.map { Double(bitPattern: UInt64(littleEndian($0))) }
  }

  /// Text in the text protocol, 16 bytes in the binary one, whatever the column's type.
  private var uuid: UUID? {
    guard let buffer else { return nil }
    guard format == .binary else { return string.flatMap { UUID(uuidString: $0) } }
    guard buffer.count == 16 else { return nil }
    return buffer.withUnsafeBytes { UUID(uuid: $0.loadUnaligned(as: uuid_t.self)) }
  }

  private var date: Date? {
    let parts: [Int]
    if format == .binary {
      guard let buffer, type == .datetime, buffer.count == 7 else { return nil }
      parts = [Int(buffer[0]) | Int(buffer[1]) << 8] + buffer[2...].map { Int($0) }
    } else {
      parts = (string ?? "").split { ":- ".contains($0) }.compactMap { Int($0) }
    }
    guard parts.count == 6 else { return nil }
    let components = DateComponents(
      calendar: Calendar(identifier: .gregorian), timeZone: .gmt, year: parts[0], month: parts[1], day: parts[2],
      hour: parts[3], minute: parts[4], second: parts[5])
    return components.date
  }

  private func littleEndian(_ bytes: [UInt8]) -> UInt64 { bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) } }
}

/// A row of MySQLNIO as MySQLKit shows it to SQLKit.
public struct MySQLRow: SQLRow {
  private let columns: [(name: String, data: MySQLData)]

  /// A row with these columns.
  public init(_ columns: [(name: String, data: MySQLData)]) { self.columns = columns }

  private func data(_ column: String) -> MySQLData? { columns.first { $0.name == column }?.data }

  /// The names, in the order of the statement.
  public var allColumns: [String] { columns.map(\.name) }
  /// Whether there is such a column.
  public func contains(column: String) -> Bool { data(column) != nil }
  /// Whether the column is NULL, or missing.
  public func decodeNil(column: String) -> Bool { data(column)?.isNull ?? true }

  /// The column as one of the types that MySQLNIO converts to, or one that reads such a value.
  public func decode<Value: Decodable>(column: String, as type: Value.Type) throws -> Value {
    guard let data = data(column) else { throw UnsupportedContainer() }
    guard MySQLData.converts(to: type) else { return try Value(from: ColumnDecoder(self, column)) }
    guard let value = data.converted(to: type) as? Value else {
      throw DecodingError.typeMismatch(
        type, DecodingError.Context(codingPath: [], debugDescription: "Could not convert \(column) to \(type)"))
    }
    return value
  }
}
