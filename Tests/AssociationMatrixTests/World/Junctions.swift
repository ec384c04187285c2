/// Many-to-many associations.
extension World {
  mutating func addPairs(from source: String, to target: String) {
    let (base, other) = (
      source.prefix(1).lowercased() + source.dropFirst(), target.prefix(1).lowercased() + target.dropFirst()
    )
    // The other key of a model's pairs with itself is named after the association.
    addJunction(
      "pairs", "Pairing\(source)", source, target,
      form.columns(base), form.columns(source == target ? "pair" : other),
      [(0, 1), (0, 3), (1, 1), (3, 3), (5, 4), (6, 0)], isMade: true, isNamed: true)
    addJunction(
      "links", "Link\(source)", source, target, form.columns("left"), form.columns("right"),
      [(0, 0), (0, 2), (2, 1), (2, 4), (4, 1), (5, 2)], columns: ["score", "role"])
    addJunction(
      "notes", "Note\(source)", source, target, form.columns("left"), form.columns("right"),
      [(1, 3), (3, 0), (3, 1), (4, 0), (6, 2)], hasOwnKey: true, columns: ["score"])
    addJunction(
      "bookings", "Booking\(source)", source, target, form.columns("left"), form.columns("right"),
      [(2, 2), (0, 1), (2, 2), (2, 0), (5, 1), (5, 1)], hasOwnKey: true, columns: ["score"], isUnique: false)
    addJunction(
      "codes", "Coding\(source)", source, target, ["leftCode"], ["rightCode"],
      [(0, 4), (1, 0), (1, 2), (4, 2), (4, 4)], isMade: true, reference: ["code"])

    // A scope over the junction table of other pairs.
    let (left, right) = (form.columns("left"), form.columns("right"))
    let main = Way(
      kind: .scope, name: "mainLinks",
      stages: [
        Way.Stage(model: "Link\(source)", here: form.key, there: left, fixed: ["role": "main"]),
        Way.Stage(model: target, here: right, there: form.key, fixed: ["state": "open"]),
      ], isMany: true, junction: "link\(source)")
    declare(
      "belongsToMany", of: source, main,
      "{ model: \(target), through: { model: Link\(source), scope: { role: main } }, scope: { state: open }, "
        + "foreignKey: \(list(left)), otherKey: \(list(right)) }")
  }

  private mutating func addJunction(
    _ name: String, _ junction: String, _ source: String, _ target: String, _ left: [String], _ right: [String],
    _ pairs: [(Int, Int)], isMade: Bool = false, isNamed: Bool = false, hasOwnKey: Bool = false,
    columns: [String] = [], isUnique: Bool = true, reference: [String]? = nil
  ) {
    let reference = reference ?? form.key
    let own = hasOwnKey ? ["id"] : []
    let all = own + columns + left + right
    var table = MemoryTable(key: hasOwnKey ? own : left + right, returned: all, columns: all)
    table.rows = pairs.enumerated().map { number, _ in
      var row: MemoryRow = [:]
      if hasOwnKey { row["id"] = String(number + 1) }
      if columns.contains("score") { row["score"] = String(10 + number) }
      if columns.contains("role"), number != 3 { row["role"] = number % 2 == 0 ? "main" : "side" }
      return row
    }
    tables[junction] = table
    for (number, pair) in pairs.enumerated() {
      point(junction, number, left, to: source, pair.0, reference)
      point(junction, number, right, to: target, pair.1, reference)
    }
    if !isMade {
      let types = ["id": "{ type: integer, primaryKey: true }", "score": "integer", "role": "string(5)?"]
      let declared = (own + columns).map { "\($0): \(types[$0] ?? "integer")" }.joined(separator: ", ")
      models.append((junction, ["columns: { \(declared) }"]))
    }
    var text = "{ model: \(target), through: \(junction)"
    if !isNamed { text += ", foreignKey: \(list(left)), otherKey: \(list(right))" }
    if reference != form.key { text += ", sourceKey: \(list(reference)), targetKey: \(list(reference))" }
    if !isUnique { text += ", unique: false" }
    declare(
      "belongsToMany", of: source,
      Way(
        kind: isMade ? .madeJunction : hasOwnKey ? .junctionWithOwnKey : .junctionWithColumns, name: name,
        stages: [
          Way.Stage(model: junction, here: reference, there: left),
          Way.Stage(model: target, here: right, there: reference),
        ], isMany: true, junction: junction.prefix(1).lowercased() + junction.dropFirst()), text + " }")
  }
}
