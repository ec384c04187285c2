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
    /// What stands there for the keys of the parents, which have so many columns.
    case keys(columns: Int)
  }

  /// What a placeholder stands for.
  public enum Placeholder: Hashable, Sendable {
    /// A parameter: a position in `QueryPlan.parameters`. A list parameter stands once for all placeholders of one list.
    case parameter(Int)
    /// The keys of all parents.
    case keys
  }

  /// The statement's pieces, in order; without the `;` at its end.
  public var segments: [Segment]
  /// What the placeholders stand for, in order.
  public var placeholders: [Placeholder]

  /// A statement of `segments`.
  public init(segments: [Segment], placeholders: [Placeholder]) {
    self.segments = segments
    self.placeholders = placeholders
  }

  /// A statement without a list parameter.
  public init(_ sql: String, placeholders: [Placeholder] = []) {
    self.init(segments: [.sql(sql)], placeholders: placeholders)
  }

  /// Whether the text depends on the length of a list.
  var hasLists: Bool {
    segments.contains { segment in
      if case .list = segment { true } else { false }
    }
  }
}
