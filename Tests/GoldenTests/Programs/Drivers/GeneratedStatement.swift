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

extension SQLDatabase {
  /// The rows of a generated statement.
  func rows<Row: Decodable>(
    _ sql: String, _ bindings: [any Encodable & Sendable], as type: Row.Type
  ) async throws -> [Row] {
    try await raw("\(GeneratedStatement(sql: sql, bindings: bindings))").all()
      .map { try TextUUIDRow(row: $0).decode(model: type) }
  }
}
