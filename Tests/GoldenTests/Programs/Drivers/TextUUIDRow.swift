import Foundation
import MySQLKit

/// A row whose UUIDs are text, as in a `uuid` column; by itself MySQLKit reads UUIDs of 16 bytes.
struct TextUUIDRow: SQLRow {
  var row: any SQLRow

  var allColumns: [String] { row.allColumns }
  func contains(column: String) -> Bool { row.contains(column: column) }
  func decodeNil(column: String) throws -> Bool { try row.decodeNil(column: column) }

  func decode<Value: Decodable>(column: String, as type: Value.Type) throws -> Value {
    if type == UUID.self, let uuid = UUID(uuidString: try row.decode(column: column, as: String.self)) as? Value {
      return uuid
    }
    return try row.decode(column: column, as: type)
  }
}
