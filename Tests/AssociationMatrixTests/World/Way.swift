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
    /// Values that columns of the row before must have.
    var fixedBefore: [String: String] = [:]
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

  /// The ways of which it is one or another; empty for a way of its own.
  var alternatives: [Way] = []

  /// The target's model; the first one's where there are several.
  var target: String { stages.last?.model ?? alternatives.first?.target ?? "" }

  /// The name of its property in the nested result.
  var property: String { name.split(separator: ".").joined() }

  /// The way along the others, one after the other.
  static func chain(_ name: String, isMany: Bool, _ ways: Way...) -> Way {
    Way(kind: .chain, name: name, stages: ways.flatMap(\.stages), isMany: isMany, isChain: true)
  }
}
