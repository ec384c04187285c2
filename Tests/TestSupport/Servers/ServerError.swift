/// An error that a server has answered with, as in the server's error reference.
public struct ServerError: Error, Hashable, CustomStringConvertible {
  /// The error number: 1062 is a duplicate key.
  public var number: Int
  /// The SQLSTATE, five characters: `23000`.
  public var sqlState: String
  /// The server's message.
  public var message: String
  /// The line on which the statement begins in the text given to ``TestDatabase/run(_:)``, from 1; `nil` from a query.
  public var line: Int?

  /// An error; see the properties.
  public init(number: Int, sqlState: String, message: String, line: Int? = nil) {
    self.number = number
    self.sqlState = sqlState
    self.message = message
    self.line = line
  }

  /// As the client prints it: `ERROR 1062 (23000) at line 3: Duplicate entry '1' for key 't.PRIMARY'`.
  public var description: String {
    "ERROR \(number) (\(sqlState))\(line.map { " at line \($0)" } ?? ""): \(message)"
  }
}
