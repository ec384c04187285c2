/// A query as a prepared statement.
public struct QueryStatement: Sendable {
  /// A piece of the statement.
  public enum Piece: Sendable {
    /// SQL, over any number of lines; a parameter that is one value is a `?` in it.
    case sql(String)
    /// The placeholders of a list parameter, between the parentheses of IN: a position in the plan's parameters.
    case list(Int)
  }

  /// The statement's pieces in order, without a semicolon.
  public var pieces: [Piece]
  /// For each placeholder, its parameter: a position in the plan's parameters. A list parameter stands once for all its
  /// values.
  public var placeholders: [Int]

  /// The statement with one `?` for each list.
  public var text: String {
    pieces.map { piece in
      switch piece {
      case .sql(let text): text
      case .list: "?"
      }
    }.joined()
  }
}
