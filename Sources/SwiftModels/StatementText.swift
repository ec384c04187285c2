/// The SQL of a query as the dialect wrote it, and the parameters in the order of its placeholders.
public struct StatementText: Hashable, Sendable {
  /// A piece of the statement.
  public enum Segment: Hashable, Sendable {
    /// SQL, over any number of lines. A parameter that is one value is a `?` in it.
    case sql(String)
    /// What stands between the parentheses of `IN (…)` for a list parameter: a position in `QueryPlan.parameters`. It
    /// becomes as many `?` as the list has elements; for an empty list a subquery without rows, so that IN holds for
    /// nothing and NOT IN for everything.
    case list(Int)
  }

  /// The statement's pieces, in order; without the `;` at its end.
  public var segments: [Segment]
  /// For each placeholder its parameter: a position in `QueryPlan.parameters`. A list parameter stands once for all
  /// placeholders of one list.
  public var placeholders: [Int]

  /// A statement of `segments`.
  public init(segments: [Segment], placeholders: [Int]) {
    self.segments = segments
    self.placeholders = placeholders
  }

  /// A statement without a list parameter.
  public init(_ sql: String, placeholders: [Int] = []) {
    self.init(segments: [.sql(sql)], placeholders: placeholders)
  }

  /// Whether the text depends on the length of a list.
  var hasLists: Bool {
    segments.contains { segment in
      if case .list = segment { true } else { false }
    }
  }
}
