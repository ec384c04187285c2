import Foundation
import MySQLKit

/// A generated statement with its bindings.
struct GeneratedStatement: SQLExpression {
  var sql: String
  var bindings: [any Encodable & Sendable]

  func serialize(to serializer: inout SQLSerializer) {
    serializer.write(sql)
    serializer.binds += bindings
  }
}

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

extension SQLDatabase {
  /// The rows of a generated statement.
  func rows<Row: Decodable>(
    _ sql: String, _ bindings: [any Encodable & Sendable], as type: Row.Type
  ) async throws -> [Row] {
    try await raw("\(GeneratedStatement(sql: sql, bindings: bindings))").all()
      .map { try TextUUIDRow(row: $0).decode(model: type) }
  }
}

/// A query in one statement: its rows, nested.
func students(inGrade grade: Int32, on database: any SQLDatabase) async throws -> [StudentsInGrade.Grade] {
  let bindings = StudentsInGrade.Parameters(grade: grade).bindings
  return StudentsInGrade.nest(try await database.rows(StudentsInGrade.sql, bindings, as: StudentsInGrade.Row.self))
}

/// A query with `strategy: batched`: `fetch` runs its statements, here all on one connection.
func courses(on database: any SQLDatabase) async throws -> [CoursesWithStudents.Course] {
  try await database.withSession { connection in
    try await connection.raw("SET time_zone = '+00:00'").run()
    return try await CoursesWithStudents.fetch { statement in
      try await connection.rows(statement.sql, statement.bindings, as: statement.row)
    }
  }
}
