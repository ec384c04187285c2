/// A database in memory with every kind of association between its models, and the schema that describes it.
struct World {
  /// What its models look like.
  let form: KeyForm
  /// The tables by their models' names, junction tables among them.
  var tables: [String: MemoryTable] = [:]
  /// The associations of each model, in an order that is the same in every world.
  private(set) var ways: [String: [Way]] = [:]
  /// The models, each with the lines that the schema says of it before its associations.
  var models: [(name: String, lines: [String])] = []
  private var sections: [String: [String: [String]]] = [:]

  /// The world of `form`.
  init(_ form: KeyForm) {
    self.form = form
    for (name, count) in form.models + [form.other] {
      addModel(name, rows: count)
      addTree(name)
    }
    let names = form.models.map(\.name)
    for (source, target) in zip(names, names.count == 1 ? names : Array(names.dropFirst())) {
      addAssociations(from: source, to: target)
    }
    addAssociations(from: form.other.name, to: form.other.name)
  }

  /// The model of `from`.
  var root: String { form.models[0].name }

  /// The association `name` of `model`.
  func way(_ name: String, of model: String) -> Way? { ways[model]?.first { $0.name == name } }

  // MARK: Models

  private mutating func addModel(_ name: String, rows count: Int) {
    let own = form.key + ["name", "code", "size", "state"]
    var table = MemoryTable(key: form.key, returned: form.key + ["name"], columns: own)
    for position in 0..<count {
      var row: MemoryRow = ["name": "\(name) \(position + 1)", "code": "c\(position + 1)"]
      for (column, value) in zip(form.key, form.values(at: position)) { row[column] = value }
      row["size"] = [1, 2, nil, 4, 3, 2, 5][position].map { String($0) }
      row["state"] = position % 3 == 0 ? "done" : "open"
      table.rows.append(row)
    }
    tables[name] = table
    let key = form == .composite ? "area: char(2), number: integer" : "id: integer"
    models.append(
      (
        name,
        [
          "columns:",
          "  { \(key), name: string(20), code: { type: string(5), unique: true }, size: integer?, state: \"enum(open, done)\" }",
          "primaryKey: [\(form.key.joined(separator: ", "))]",
        ]
      ))
  }

  /// Adds the association `way` to `model`, declared as `text` among those of its kind.
  mutating func declare(_ kind: String, of model: String, _ way: Way, _ text: String) {
    sections[model, default: [:]][kind, default: []].append("\(way.name): \(text)")
    add(way, to: model)
  }

  /// Adds the association `way` to `model`, which declares it as a part of another one.
  mutating func add(_ way: Way, to model: String) { ways[model, default: []].append(way) }

  /// Declares a belongsTo of `model` by which no query of the matrix goes.
  mutating func addParent(_ text: String, of model: String) {
    sections[model, default: [:]]["belongsTo", default: []].append(text)
  }

  /// Sets the key of the child at `position` to that of the parent at `parent`; leaves it NULL for `nil`.
  mutating func point(
    _ child: String, _ position: Int, _ columns: [String], to parent: String, _ place: Int?, _ parentColumns: [String]
  ) {
    guard let place, let rows = tables[parent]?.rows, !rows.isEmpty else { return }
    let row = rows[place % rows.count]
    for (column, other) in zip(columns, parentColumns) { tables[child]?.rows[position][column] = row[other] }
  }

  /// Gives the child a key to the parent; `place` says which parent the child at a position has.
  mutating func addKey(
    _ child: String, _ columns: [String], to parent: String, _ parentColumns: [String], _ place: (Int) -> Int?
  ) {
    tables[child]?.columns += columns
    for position in (tables[child]?.rows ?? []).indices {
      point(child, position, columns, to: parent, place(position), parentColumns)
    }
  }

  // MARK: Associations

  /// From a row to that which its key `columns` names.
  func toParent(_ model: String, _ columns: [String]) -> Way.Stage {
    Way.Stage(model: model, here: columns, there: form.key)
  }

  /// From a row to those whose key `columns` names it.
  func toChild(_ model: String, _ columns: [String], fixed: [String: String] = [:]) -> Way.Stage {
    Way.Stage(model: model, here: form.key, there: columns, fixed: fixed)
  }

  /// A column's name, or a list of several.
  func list(_ columns: [String]) -> String {
    columns.count == 1 ? columns[0] : "[\(columns.joined(separator: ", "))]"
  }

  // MARK: Text

  /// The schema without queries, as the database `name`.
  func schema(named name: String) -> String {
    var text = "database: \(name)\ndefaults: { timestamps: false }\nmodels:\n"
    for (model, lines) in models {
      text += "  \(model):\n" + lines.map { "    \($0)\n" }.joined()
      for kind in ["belongsTo", "hasOne", "hasMany", "belongsToMany"] {
        guard let declarations = sections[model]?[kind] else { continue }
        text += "    \(kind):\n" + declarations.map { "      \($0)\n" }.joined()
      }
    }
    text += "seeds:\n"
    for model in tables.keys.sorted() {
      guard let table = tables[model] else { continue }
      text += "  \(model):\n"
      for row in table.rows {
        let fields = table.columns.compactMap { column in row[column].map { "\(column): \($0)" } }
        text += "    - { \(fields.joined(separator: ", ")) }\n"
      }
    }
    return text
  }
}
