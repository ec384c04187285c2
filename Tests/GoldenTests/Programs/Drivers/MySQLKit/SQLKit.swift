// As much of SQLKit 3's interface as the example of the README uses, under the same names. `MySQLKit` exports it.

/// What can be written as SQL.
public protocol SQLExpression: Sendable {
  /// Writes the text and the bindings.
  func serialize(to serializer: inout SQLSerializer)
}

/// A statement as it is written.
public struct SQLSerializer: Sendable {
  /// The text.
  public var sql = ""
  /// The values of its placeholders.
  public var binds: [any Encodable & Sendable] = []

  /// Nothing yet.
  public init() {}

  /// Appends text.
  public mutating func write(_ sql: String) { self.sql += sql }
}

/// SQL as a literal, with expressions in it.
public struct SQLQueryString: SQLExpression, ExpressibleByStringInterpolation, StringInterpolationProtocol {
  private var parts: [any SQLExpression] = []

  private struct Text: SQLExpression {
    let text: String
    func serialize(to serializer: inout SQLSerializer) { serializer.write(text) }
  }

  /// Nothing yet.
  public init(literalCapacity: Int, interpolationCount: Int) {}
  /// The text.
  public init(stringLiteral text: String) { appendLiteral(text) }
  /// The text and the expressions.
  public init(stringInterpolation: SQLQueryString) { self = stringInterpolation }
  /// Appends text.
  public mutating func appendLiteral(_ text: String) { parts.append(Text(text: text)) }
  /// Appends an expression.
  public mutating func appendInterpolation(_ expression: any SQLExpression) { parts.append(expression) }
  /// Writes the parts in their order.
  public func serialize(to serializer: inout SQLSerializer) { for part in parts { part.serialize(to: &serializer) } }
}

/// A connection or a pool of them.
public protocol SQLDatabase: Sendable {
  /// Runs a statement and hands over its rows.
  func execute(sql query: any SQLExpression, _ onRow: @escaping @Sendable (any SQLRow) -> Void) async throws
  /// Gives one connection to `closure`.
  func withSession<Value: Sendable>(
    _ closure: @escaping @Sendable (any SQLDatabase) async throws -> Value
  ) async throws -> Value
}

extension SQLDatabase {
  /// A statement to be run.
  public func raw(_ sql: SQLQueryString) -> SQLRawBuilder { SQLRawBuilder(sql: sql, database: self) }
}

/// A statement to be run.
public struct SQLRawBuilder: Sendable {
  let sql: SQLQueryString
  let database: any SQLDatabase

  /// Runs the statement.
  public func run() async throws { try await database.execute(sql: sql) { _ in } }

  /// Runs the statement and gives its rows.
  public func all() async throws -> [any SQLRow] {
    let (rows, continuation) = AsyncStream.makeStream(of: (any SQLRow).self)
    try await database.execute(sql: sql) { continuation.yield($0) }
    continuation.finish()
    return await rows.reduce(into: []) { $0.append($1) }
  }
}

/// A row whose columns are asked for by name.
public protocol SQLRow: Sendable {
  /// The names.
  var allColumns: [String] { get }
  /// Whether there is such a column.
  func contains(column: String) -> Bool
  /// Whether the column is NULL.
  func decodeNil(column: String) throws -> Bool
  /// The column as a value of a type.
  func decode<Value: Decodable>(column: String, as type: Value.Type) throws -> Value
}

extension SQLRow {
  /// The row as a value of a type with properties.
  public func decode<Model: Decodable>(model type: Model.Type) throws -> Model {
    try Model(from: RowDecoder(row: self))
  }
}

private struct RowDecoder<Row: SQLRow>: Decoder {
  let row: Row
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
    KeyedDecodingContainer(RowContainer<Row, Key>(row: row))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer { throw UnsupportedContainer() }
  func singleValueContainer() throws -> any SingleValueDecodingContainer { throw UnsupportedContainer() }
}

private struct RowContainer<Row: SQLRow, Key: CodingKey>: KeyedDecodingContainerProtocol {
  let row: Row
  var codingPath: [any CodingKey] { [] }
  var allKeys: [Key] { row.allColumns.compactMap(Key.init) }

  func contains(_ key: Key) -> Bool { row.contains(column: key.stringValue) }
  func decodeNil(forKey key: Key) throws -> Bool { try row.decodeNil(column: key.stringValue) }

  func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
    try row.decode(column: key.stringValue, as: type)
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<Nested> { throw UnsupportedContainer() }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer { throw UnsupportedContainer() }
  func superDecoder() throws -> any Decoder { throw UnsupportedContainer() }
  func superDecoder(forKey key: Key) throws -> any Decoder { throw UnsupportedContainer() }
}

/// That a row or a column was asked for what it does not hold.
public struct UnsupportedContainer: Error {
  /// The error.
  public init() {}
}

/// Decodes types such as enumerations, which read a single value of another type from their column.
public struct ColumnDecoder<Row: SQLRow>: Decoder, SingleValueDecodingContainer {
  private let row: Row
  private let column: String
  /// Empty: a column is not below anything.
  public var codingPath: [any CodingKey] { [] }
  /// Empty.
  public var userInfo: [CodingUserInfoKey: Any] { [:] }

  /// The decoder of one column.
  public init(_ row: Row, _ column: String) {
    self.row = row
    self.column = column
  }

  /// Refuses: a column has no keys.
  public func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    throw UnsupportedContainer()
  }

  /// Refuses: a column has no elements.
  public func unkeyedContainer() throws -> any UnkeyedDecodingContainer { throw UnsupportedContainer() }
  /// The column.
  public func singleValueContainer() -> any SingleValueDecodingContainer { self }
  /// Whether the column is NULL.
  public func decodeNil() -> Bool { (try? row.decodeNil(column: column)) ?? true }
  /// The column as a value of a type.
  public func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try row.decode(column: column, as: type) }
}
