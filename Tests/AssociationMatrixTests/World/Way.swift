/// An association as the tests know it: which columns are equal on the way from a row to another.
struct Way: Sendable {
  /// One table on the way.
  struct Stage: Sendable {
    /// The table's model.
    var model: String
    /// Columns of the row before, and the columns here that are equal to them.
    var here: [String]
    var there: [String]
    /// Values that columns here must have.
    var fixed: [String: String] = [:]
  }

  /// Which kind it is.
  var kind: WayKind
  /// Its name in the schema.
  var name: String
  /// The tables on the way, the target last.
  var stages: [Stage]
  /// Whether the nested result has an array of it.
  var isMany: Bool
  /// The property that holds the junction table's row, where the result has one.
  var junction: String?
  /// Whether it goes over other associations: then two ways to one row are one element of the nested result.
  var isChain = false

  /// The target's model.
  var target: String { stages.last?.model ?? "" }

  /// The way along the others, one after the other.
  static func chain(_ name: String, isMany: Bool, _ ways: Way...) -> Way {
    Way(kind: .chain, name: name, stages: ways.flatMap(\.stages), isMany: isMany, isChain: true)
  }
}
