/// A way from the rows of a table to those of another.
struct RandomStep {
  /// The table at which it arrives.
  var model: Int
  /// The columns of the table before, and those that are equal to them.
  var here: [String]
  var there: [String]
  /// What the row before, and the row at the end, have to hold besides.
  var fixedHere: Record = [:]
  var fixedThere: Record = [:]
}

/// An association of a random schema; of a polymorphic one, a single way of it.
struct RandomAssociation {
  /// What kinds of association there are to be tried.
  enum Form: String, CaseIterable {
    case belongsTo, hasOne, hasFirst, hasMany, hasManyOfScope, belongsToMany, belongsToManyOfScope, chainOfOne, chain
    case typeAndId, arc, inverseOfTypeAndId, inverseOfArc
  }

  var name: String
  var form: Form
  var source: Int
  var steps: [RandomStep]
  var isMany: Bool
  /// Whether each row of the source has one.
  var isCertain = false
  /// The polymorphic association of which it is one way.
  var whole: String?

  var target: Int { steps[steps.count - 1].model }
  /// Whether the way goes over associations of their own, so that it may lead to one row several times.
  var isChain: Bool { form == .chain || form == .chainOfOne }
  /// The junction model, of a way that returns its rows.
  var junction: Int? { steps.count == 2 && !isChain ? steps[0].model : nil }
  /// Whether a path may go over it: it leads to one row at most.
  var isToOne: Bool { !isMany && form != .hasFirst }
}
