import Foundation
import MySQLKit

/// A value as SQLite and GRDB hold it.
enum DatabaseValue {
  case int64(Int64)
  case double(Double)
  case string(String)
  case blob(Data)
  case null
}

/// A row as GRDB reads it: each column is converted from its storage to the type that is asked for. It answers to the
/// same questions as a row of SQLKit, so that one decoder serves for both.
struct DatabaseRow: SQLRow {
  let columns: [String: DatabaseValue]

  var allColumns: [String] { Array(columns.keys) }
  func contains(column: String) -> Bool { columns[column] != nil }
  func decodeNil(column: String) -> Bool { if case .null? = columns[column] { true } else { false } }

  func decode<Value: Decodable>(column: String, as type: Value.Type) throws -> Value {
    guard let value = columns[column] else { throw UnsupportedContainer() }
    let converted: Any? =
      switch (value, type) {
      case (.int64(let number), is Int32.Type): Int32(exactly: number)
      case (.int64(let number), is Bool.Type): number != 0
      case (.double(let number), is Double.Type): number
      case (.string(let text), is String.Type): text
      case (.string(let text), is Decimal.Type): Decimal(string: text)
      case (.string(let text), is Date.Type): Self.date(text)
      case (.blob(let data), is Data.Type): data
      case (.blob(let data), is UUID.Type) where data.count == 16:
        UUID(uuid: data.withUnsafeBytes { $0.loadUnaligned(as: uuid_t.self) })
      default: nil
      }
    if let converted = converted as? Value { return converted }
    // What is no value of the database, such as an enumeration, reads one of its column.
    guard ![Int32.self, Bool.self, Double.self, String.self].contains(where: { $0 == type }) else {
      throw UnsupportedContainer()
    }
    return try Value(from: ColumnDecoder(self, column))
  }

  /// The moment of `yyyy-MM-dd HH:mm:ss.SSS` in UTC.
  private static func date(_ text: String) -> Date? {
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "en_US_POSIX")
    formatter.timeZone = .gmt
    formatter.dateFormat = "yyyy-MM-dd HH:mm:ss.SSS"
    return formatter.date(from: text)
  }
}
