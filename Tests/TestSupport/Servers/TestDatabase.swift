/// A database that one test has for itself; see ``TestServer/withDatabase(charset:collation:sqlMode:timeZone:_:)``.
public final class TestDatabase {
  /// The database's name on the server.
  public let name: String
  /// The server that it is on.
  public let server: TestServer

  private let connection: ServerConnection
  private let client: CommandLineClient
  private let setup: String

  init(name: String, server: TestServer, connection: ServerConnection, client: CommandLineClient, setup: String) {
    self.name = name
    self.server = server
    self.connection = connection
    self.client = client
    self.setup = setup
  }

  /// Runs the text of a file through the `mariadb` client, as a user would, in a session of its own.
  ///
  /// It stops at the first statement that fails. Results are dropped.
  ///
  /// - Throws: ``ServerError`` with the line of the statement that failed; ``TestServerFailure`` where the client
  ///   fails.
  public func run(_ sql: String) throws {
    try client.run(sql, setup: setup, database: name)
  }

  /// Runs one statement and returns its rows, none where it has no result.
  ///
  /// All queries on this database share one session: variables and transactions last from one to the next.
  ///
  /// - Throws: ``ServerError``; ``TestServerFailure`` where the connection is lost.
  public func query(_ sql: String) throws -> [ResultRow] {
    try connection.query(sql)
  }

  /// Prepares one statement and runs it with values for its `?` placeholders.
  ///
  /// - Parameters:
  ///   - sql: The statement.
  ///   - bindings: A value for each placeholder, written as an SQL expression, which gives its type too: `42`, `'Ada'`,
  ///     `X'00FF'`, `NULL`, `CAST('1.50' AS DECIMAL(5,2))`.
  /// - Returns: The rows, none where the statement has no result.
  /// - Throws: As ``query(_:)``; error 1210 where the number of bindings is wrong.
  public func query(prepared sql: String, bindings: [String]) throws -> [ResultRow] {
    // In hexadecimal digits the text needs no quoting, which would depend on the session's sql_mode.
    let digits = sql.utf8.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    let variables = bindings.indices.map { "@binding\($0)" }
    let assignments =
      ["@statement = CONVERT(X'\(digits)' USING utf8mb4)"] + zip(variables, bindings).map { "\($0) = \($1)" }
    _ = try connection.query("SET " + assignments.joined(separator: ", "))
    _ = try connection.query("PREPARE statement FROM @statement")
    let using = variables.isEmpty ? "" : " USING " + variables.joined(separator: ", ")
    let rows = try connection.query("EXECUTE statement" + using)
    _ = try connection.query("DEALLOCATE PREPARE statement")
    return rows
  }

  /// The names of all tables and views, in the order of the server.
  public func tables() throws -> [String] {
    try query("SHOW TABLES").compactMap { $0.values.first?.text }
  }

  /// The `CREATE TABLE` statement that the server prints for `table`, without a semicolon.
  ///
  /// - Throws: ``ServerError`` 1146 where there is no such table.
  public func showCreateTable(_ table: String) throws -> String {
    let quoted = table.unicodeScalars.split(separator: "`", omittingEmptySubsequences: false).map { String($0) }
      .joined(separator: "``")
    let rows = try query("SHOW CREATE TABLE `\(quoted)`")
    guard let text = rows.first?.values.dropFirst().first?.text else {
      throw TestServerFailure("SHOW CREATE TABLE gave no text for '\(table)'")
    }
    return text
  }
}
