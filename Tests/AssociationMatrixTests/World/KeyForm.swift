/// What the models of a world look like.
enum KeyForm: String, CaseIterable {
  /// Three models in a row, each with a number as its key.
  case single
  /// Three models in a row, each with a key of two columns.
  case composite
  /// One model, whose every association leads to itself.
  case selfReference

  /// The models, and how many rows each has.
  var models: [(name: String, rows: Int)] {
    self == .selfReference ? [("Node", 7)] : [("Alpha", 7), ("Beta", 6), ("Gamma", 5)]
  }

  /// The model, apart from the others, to which polymorphic associations may lead too; all its own lead to itself.
  var other: (name: String, rows: Int) { ("Extra", 7) }

  /// The columns of the models' primary keys.
  var key: [String] { self == .composite ? ["area", "number"] : ["id"] }

  /// Whether a key of `belongsTo` is required where the association allows it. In one world only the parents' keys are, in
  /// another only the children's: of two models whose rows all need one of the other, no row would come first.
  var requiresParents: Bool { self != .composite }

  /// The same for the keys of `hasOne` and `hasMany`.
  var requiresChildren: Bool { self != .single }

  /// The columns of a key that Joinery names after `base` and what it references.
  func columns(_ base: String) -> [String] { key.map { base + $0.prefix(1).uppercased() + $0.dropFirst() } }

  /// The primary key of the row at `position`. Both columns of a composite key are needed to tell rows apart.
  func values(at position: Int) -> [String] {
    self == .composite ? [position % 2 == 0 ? "AA" : "BB", String(position / 2 + 1)] : [String(position + 1)]
  }
}
