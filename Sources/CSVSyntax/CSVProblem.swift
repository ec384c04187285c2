public import Diagnostics

/// What is wrong with the form of a CSV file.
public struct CSVProblem: Hashable, Sendable {
  /// The kinds of mistakes.
  public enum Kind: Hashable, Sendable {
    /// A field that begins with a quote has no second one.
    case openQuote
    /// A quote stands in a field that does not begin with one.
    case bareQuote
    /// Something stands between a closing quote and the comma.
    case textBehindQuote
    /// A record is longer than ``CSVReader/longestRecord``.
    case tooLong
  }

  /// The kind.
  public let kind: Kind
  /// Where it stands.
  public let range: SourceRange
}
