import TestSupport

/// A value in memory; NULL is a missing one.
enum Cell: Hashable, Comparable {
  case int(Int)
  case text(String)

  /// The value as YAML has it.
  var text: String {
    switch self {
    case .int(let number): String(number)
    case .text(let text): text
    }
  }

  /// The value as `Outline` writes it.
  var outline: String {
    switch self {
    case .int(let number): String(number)
    case .text(let text): "\"\(text)\""
    }
  }
}

/// A row by its columns.
typealias Record = [String: Cell]

/// A model of a random schema, with its rows.
struct RandomModel {
  var name: String
  var key: [String]
  var isSoftDeleted: Bool
  var rows: [Record] = []
  /// The columns of foreign keys, with their types.
  var foreignKeys: [(name: String, type: String)] = []
  /// Whether it is a junction model, with keys that are its only columns beside `score`.
  var isJunction = false

  /// The columns that queries return.
  var returned: [String] { isJunction ? key + ["score"] : key + ["name", "size"] }
}

/// An association of a random schema.
struct RandomAssociation {
  var name: String
  var source: Int
  var target: Int
  /// The columns of the source, and those that are equal to them in the target or, before it, in the junction model.
  var here: [String]
  var there: [String]
  /// A junction model, and its columns that lead on to the target's key.
  var junction: (model: Int, on: [String])?
  var isMany: Bool
  /// The declaration in the schema.
  var kind: String
  var declaration: String
}

/// A random schema with random rows.
struct RandomWorld {
  private(set) var models: [RandomModel] = []
  private(set) var associations: [RandomAssociation] = []
  private var generator: SeededGenerator

  /// The world that `seed` makes.
  init(seed: UInt64) {
    generator = SeededGenerator(state: seed)
    for name in ["Ant", "Bee", "Cat"].prefix(Int.random(in: 2...3, using: &generator)) {
      models.append(
        RandomModel(
          name: name, key: Int.random(in: 0..<3, using: &generator) == 0 ? ["area", "number"] : ["id"],
          isSoftDeleted: Int.random(in: 0..<3, using: &generator) == 0))
      addRows(to: models.count - 1)
    }
    let count = models.count
    for number in 0..<5 {
      let source = Int.random(in: 0..<count, using: &generator)
      let target = Int.random(in: 0..<count, using: &generator)
      if number % 2 == 0 { addReference(number, source, target) } else { addPairs(number, source, target) }
    }
  }

  /// The associations of a model.
  func associations(of model: Int) -> [RandomAssociation] { associations.filter { $0.source == model } }

  // MARK: Rows

  private mutating func addRows(to model: Int) {
    for number in 0..<Int.random(in: 3...8, using: &generator) {
      var row: Record = ["name": .text(["anna", "ben", "cleo", "dan"].randomElement(using: &generator) ?? "")]
      if models[model].key == ["id"] {
        row["id"] = .int(number + 1)
      } else {
        row["area"] = .text(number % 2 == 0 ? "x" : "y")
        row["number"] = .int(number / 2 + 1)
      }
      if Bool.random(using: &generator) { row["size"] = .int(Int.random(in: -2...3, using: &generator)) }
      if models[model].isSoftDeleted, Int.random(in: 0..<3, using: &generator) == 0 {
        row["deletedAt"] = .text("2024-01-01")
      }
      models[model].rows.append(row)
    }
  }

  /// The columns of a key to `target` that begin with `name`, with the types of the key's columns.
  private func columns(_ name: String, to target: Int) -> [(name: String, type: String)] {
    models[target].key.map { part in
      let suffix = part == "id" ? "Key" : part.prefix(1).uppercased() + part.dropFirst()
      return (name + suffix, part == "area" ? "char(1)" : "integer")
    }
  }

  private func list(_ names: [String]) -> String { names.count == 1 ? names[0] : "[\(names.joined(separator: ", "))]" }

  private mutating func addReference(_ number: Int, _ child: Int, _ parent: Int) {
    let columns = columns("ref\(number)", to: parent)
    let names = columns.map(\.name)
    // A required key to a model that comes later might close a circle that no row can be the first of.
    let isRequired = parent < child && Bool.random(using: &generator)
    for position in models[child].rows.indices where isRequired || Int.random(in: 0..<4, using: &generator) > 0 {
      guard let other = models[parent].rows.randomElement(using: &generator) else { continue }
      for (own, part) in zip(names, models[parent].key) { models[child].rows[position][own] = other[part] }
    }
    models[child].foreignKeys += columns
    associations.append(
      RandomAssociation(
        name: "up\(number)", source: child, target: parent, here: names, there: models[parent].key, isMany: false,
        kind: "belongsTo",
        declaration:
          "{ model: \(models[parent].name)\(isRequired ? "" : "?"), foreignKey: \(list(names)), inverse: down\(number) }"
      ))
    associations.append(
      RandomAssociation(
        name: "down\(number)", source: parent, target: child, here: models[parent].key, there: names, isMany: true,
        kind: "hasMany",
        declaration: "{ model: \(models[child].name), foreignKey: \(list(names)), inverse: up\(number) }"))
  }

  private mutating func addPairs(_ number: Int, _ source: Int, _ target: Int) {
    let left = columns("left\(number)", to: source)
    let right = columns("right\(number)", to: target)
    var junction = RandomModel(
      name: "Link\(number)", key: (left + right).map(\.name),
      isSoftDeleted: Int.random(in: 0..<3, using: &generator) == 0)
    junction.isJunction = true
    junction.foreignKeys = left + right
    var met: Set<[Cell]> = []
    for _ in 0..<10 {
      guard let one = models[source].rows.randomElement(using: &generator),
        let other = models[target].rows.randomElement(using: &generator)
      else { continue }
      var row: Record = [:]
      for (column, part) in zip(left, models[source].key) { row[column.name] = one[part] }
      for (column, part) in zip(right, models[target].key) { row[column.name] = other[part] }
      guard met.insert(junction.key.compactMap { row[$0] }).inserted else { continue }
      if Bool.random(using: &generator) { row["score"] = .int(Int.random(in: 0...3, using: &generator)) }
      if junction.isSoftDeleted, Int.random(in: 0..<4, using: &generator) == 0 {
        row["deletedAt"] = .text("2024-01-01")
      }
      junction.rows.append(row)
    }
    models.append(junction)
    associations.append(
      RandomAssociation(
        name: "pairs\(number)", source: source, target: target, here: models[source].key, there: left.map(\.name),
        junction: (models.count - 1, right.map(\.name)), isMany: true, kind: "belongsToMany",
        declaration: "{ model: \(models[target].name), through: Link\(number), foreignKey: \(list(left.map(\.name))), "
          + "otherKey: \(list(right.map(\.name))) }"))
  }

  // MARK: Text

  /// The schema without queries.
  var schema: String {
    var text = "database: random\ndefaults: { timestamps: false }\nmodels:\n"
    for (position, model) in models.enumerated() {
      text += "  \(model.name):\n"
      if model.isSoftDeleted { text += "    softDelete: true\n" }
      if model.isJunction {
        text += "    columns: { score: int? }\n"
      } else {
        let key = model.key == ["id"] ? "id: integer" : "area: char(1), number: integer"
        text += "    primaryKey: [\(model.key.joined(separator: ", "))]\n"
        text += "    columns: { \(key), name: string(20), size: int? }\n"
      }
      for kind in ["belongsTo", "hasMany", "belongsToMany"] {
        let own = associations.filter { $0.source == position && $0.kind == kind }
        guard !own.isEmpty else { continue }
        text += "    \(kind):\n" + own.map { "      \($0.name): \($0.declaration)\n" }.joined()
      }
    }
    text += "seeds:\n"
    for model in models {
      text += "  \(model.name):\n"
      for row in model.rows {
        text += "    - { \(row.keys.sorted().map { "\($0): \(row[$0]?.text ?? "null")" }.joined(separator: ", ")) }\n"
      }
    }
    return text
  }
}
