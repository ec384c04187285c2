/// A query as a prepared statement.
public struct QueryStatement: Sendable {
  /// A piece of the statement.
  public enum Piece: Sendable {
    /// SQL, over any number of lines; a parameter that is one value is a `?` in it.
    case sql(String)
    /// The placeholders of a list parameter, between the parentheses of IN: a position in the plan's parameters.
    case list(Int)
    /// The placeholders of the parents' keys, between the parentheses of IN: for each as many as the key has columns, in
    /// parentheses of their own where these are several.
    case keys(columns: Int)

    /// The piece in a statement with one element in each list.
    var text: String {
      switch self {
      case .sql(let text): text
      case .list: "?"
      case .keys(let columns): QueryStatement.placeholders(forKeyOf: columns)
      }
    }
  }

  /// What a placeholder stands for.
  public enum Placeholder: Hashable, Sendable {
    /// A parameter: a position in the plan's parameters. A list parameter stands once for all its values.
    case parameter(Int)
    /// All the parents' keys.
    case keys
  }

  /// The statement's pieces in order, without a semicolon.
  public var pieces: [Piece]
  /// What the placeholders stand for, in order.
  public var placeholders: [Placeholder]

  /// The statement with one element in each list.
  public var text: String {
    pieces.map(\.text).joined()
  }

  /// The placeholders of one key: `?`, or `(?, ?)`.
  public static func placeholders(forKeyOf columns: Int) -> String {
    columns == 1 ? "?" : "(\([String](repeating: "?", count: columns).joined(separator: ", ")))"
  }
}
