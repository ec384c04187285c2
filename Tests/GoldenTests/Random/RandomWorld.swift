import TestSupport

/// A random schema with random rows.
struct RandomWorld {
  private(set) var models: [RandomModel] = []
  private(set) var associations: [RandomAssociation] = []
  /// What the schema says of the associations: the source, the kind of declaration, and the entry.
  private var declarations: [(source: Int, kind: String, entry: String)] = []
  private var generator: SeededGenerator
  /// The types that no model has been given yet.
  private var types: [RandomType] = []

  /// The world that `seed` makes.
  init(seed: UInt64) {
    generator = SeededGenerator(state: seed)
    for name in ["Ant", "Bee", "Cat"].prefix(generator.number(2...3)) {
      addModel(name, key: models.isEmpty ? ["id"] : generator.pick([["id"], ["area", "number"], ["code"]]))
    }
    let count = models.count
    for number in 0..<5 {
      let source = generator.number(0...(count - 1))
      let target = generator.number(0...(count - 1))
      if number % 2 == 0 { addReference(number, source, target) } else { addPairs(number, source, target) }
    }
    addTyped(to: (0..<count).filter { models[$0].key == ["id"] })
    addArc(to: Array((0..<count).shuffled(using: &generator).prefix(2)))
    for number in 0..<4 { addChain(number) }
  }

  // MARK: Associations

  /// The associations of a model.
  func associations(of model: Int) -> [RandomAssociation] { associations.filter { $0.source == model } }

  /// What `name` means in `model`: one association, or each way of a polymorphic one.
  func ways(_ name: String, of model: Int) -> [RandomAssociation] {
    associations.filter { $0.source == model && ($0.name == name || $0.whole == name) }
  }

  /// Whether a name is that of a whole polymorphic association.
  func isWhole(_ name: String) -> Bool { associations.contains { $0.whole == name } }

  /// The names that mean an association in each of `models`, those of whole polymorphic ones among them.
  func names(in models: [Int]) -> [String] {
    let sets = models.map { model in
      Set(associations(of: model).flatMap { [$0.name] + [$0.whole].compactMap(\.self) })
    }
    return sets.dropFirst().reduce(sets[0]) { $0.intersection($1) }.sorted()
  }

  /// The columns that each of `models` has.
  func columns(in models: [Int]) -> [RandomColumn] {
    self.models[models[0]].columns.filter { column in
      models.allSatisfy { self.models[$0].columns.contains { $0.name == column.name && $0.type == column.type } }
    }
  }

  // MARK: Models

  private mutating func addModel(_ name: String, key: [String]) {
    let keyColumns = key.map { part in
      switch part {
      case "area": RandomColumn(part, .text, declaration: "char(1)", values: [.text("x"), .text("y")])
      case "code":
        RandomColumn(part, .text, declaration: "string(8)", values: [.text("k1"), .text("K2"), .text("none")])
      default: RandomColumn(part, .integer, values: (1...4).map { .number($0) })
      }
    }
    // The case of letters makes no difference to what is equal, but the texts differ.
    let labels = ["Ada", "ada", "ADA", "Bob", "bob", "zed"].map { Cell.text($0) }
    var columns =
      keyColumns + [
        RandomColumn("name", .text), RandomColumn("label", .text, isNullable: true, values: labels),
        RandomColumn("size", .integer, isNullable: true),
      ]
    for _ in 0..<2 {
      if types.isEmpty {
        types = RandomType.allCases.filter { $0 != .text && $0 != .integer }.shuffled(using: &generator)
      }
      let type = types.removeLast()
      columns.append(RandomColumn(type.columnName, type, isNullable: generator.happens(50)))
    }
    models.append(RandomModel(name: name, key: key, columns: columns, isSoftDeleted: generator.happens(33)))
    addRows(to: models.count - 1)
  }

  private mutating func addRows(to model: Int) {
    for number in 0..<generator.number(3...8) {
      var row: Record = [:]
      for column in models[model].columns {
        switch column.name {
        case "id": row["id"] = .number(number + 1)
        case "area": row["area"] = .text(number % 2 == 0 ? "x" : "y")
        case "number": row["number"] = .number(number / 2 + 1)
        case "code": row["code"] = .text((number % 2 == 0 ? "k" : "K") + String(number))
        default:
          if !column.isNullable || generator.happens(70) { row[column.name] = generator.pick(column.values) }
        }
      }
      if models[model].isSoftDeleted, generator.happens(30) { row["deletedAt"] = .text("2024-01-01 00:00:00") }
      models[model].rows.append(row)
    }
  }

  /// The columns of a key to `target`, whose names begin with `name`.
  private func keyColumns(_ name: String, to target: Int, isNullable: Bool) -> [RandomColumn] {
    models[target].key.map { part in
      let column = models[target].column(part)
      // The values are written with letters of either case.
      let values = column.values.flatMap { value in
        if case .text(let text) = value { [value, .text(text.spelling.uppercased())] } else { [value] }
      }
      return RandomColumn(
        name + part.prefix(1).uppercased() + part.dropFirst(), column.type, declaration: column.declaration,
        isNullable: isNullable, values: values)
    }
  }

  /// The values with which `columns` name `other`; a text of a key may be written with letters of the other case.
  private mutating func reference(_ columns: [RandomColumn], to model: Int, _ other: Record) -> Record {
    var row: Record = [:]
    for (column, part) in zip(columns, models[model].key) {
      if case .text(let text)? = other[part], generator.happens(50) {
        row[column.name] = .text(text.spelling.uppercased())
      } else {
        row[column.name] = other[part]
      }
    }
    return row
  }

  // MARK: References

  private func list(_ columns: [RandomColumn]) -> String {
    columns.count == 1 ? columns[0].name : "[\(columns.map(\.name).joined(separator: ", "))]"
  }

  private mutating func addReference(_ number: Int, _ child: Int, _ parent: Int) {
    // A required key to a model that comes later might close a circle that no row can be the first of.
    let isRequired = number != 2 && parent < child && generator.happens(50)
    var columns = keyColumns("ref\(number)", to: parent, isNullable: !isRequired)
    let isUnique = columns.count == 1 && number == 2
    columns[0].isUnique = isUnique
    let names = columns.map(\.name)
    var parents = models[parent].rows.shuffled(using: &generator)
    for position in models[child].rows.indices where isRequired || generator.happens(75) {
      guard let other = isUnique ? parents.popLast() : generator.pick(parents) else { continue }
      let reference = reference(columns, to: parent, other)
      models[child].rows[position].merge(reference) { $1 }
    }
    models[child].columns += columns

    let form: RandomAssociation.Form = isUnique ? .hasOne : number == 4 ? .hasFirst : .hasMany
    let key = models[parent].key
    associations.append(
      RandomAssociation(
        name: "up\(number)", form: .belongsTo, source: child,
        steps: [RandomStep(model: parent, here: names, there: key)], isMany: false, isCertain: isRequired))
    declarations.append(
      (
        child, "belongsTo",
        "up\(number): { model: \(models[parent].name)\(isRequired ? "" : "?"), foreignKey: \(list(columns)), "
          + "inverse: down\(number) }"
      ))
    let down = RandomStep(model: child, here: key, there: names)
    associations.append(
      RandomAssociation(
        name: "down\(number)", form: form, source: parent, steps: [down], isMany: form == .hasMany))
    declarations.append(
      (
        parent, form == .hasMany ? "hasMany" : "hasOne",
        "down\(number): { model: \(models[child].name), foreignKey: \(list(columns)), inverse: up\(number) }"
      ))
    guard form == .hasMany else { return }
    let (fixed, scope) = scope(of: child)
    var scoped = down
    scoped.fixedThere = fixed
    associations.append(
      RandomAssociation(
        name: "some\(number)", form: .hasManyOfScope, source: parent, steps: [scoped], isMany: true))
    declarations.append(
      (
        parent, "hasMany",
        "some\(number): { model: \(models[child].name), foreignKey: \(list(columns)), \(scope) }"
      ))
  }

  /// A scope over a column of `model`.
  private mutating func scope(of model: Int) -> (fixed: Record, text: String) {
    let column = models[model].column(generator.pick(["name", "size"]))
    let value = generator.pick(models[model].rows)[column.name] ?? generator.pick(column.values)
    return ([column.name: value], "scope: { \(column.name): \(column.type.yaml(value)) }")
  }

  // MARK: Junctions

  private mutating func addPairs(_ number: Int, _ source: Int, _ target: Int) {
    let left = keyColumns("left\(number)", to: source, isNullable: false)
    let right = keyColumns("right\(number)", to: target, isNullable: false)
    var junction = RandomModel(
      name: "Link\(number)", key: (left + right).map(\.name),
      columns: left + right + [RandomColumn("score", .integer, isNullable: true, values: (0...3).map { .number($0) })],
      isSoftDeleted: generator.happens(33), isJunction: true)
    var met: Set<[Cell]> = []
    for _ in 0..<10 {
      var row = reference(left, to: source, generator.pick(models[source].rows))
      row.merge(reference(right, to: target, generator.pick(models[target].rows))) { $1 }
      guard met.insert(junction.key.compactMap { row[$0] }).inserted else { continue }
      if generator.happens(60) { row["score"] = .number(generator.number(0...3)) }
      if junction.isSoftDeleted, generator.happens(25) { row["deletedAt"] = .text("2024-01-01 00:00:00") }
      junction.rows.append(row)
    }
    models.append(junction)
    var steps = [
      RandomStep(model: models.count - 1, here: models[source].key, there: left.map(\.name)),
      RandomStep(model: target, here: right.map(\.name), there: models[target].key),
    ]
    let keys = "foreignKey: \(list(left)), otherKey: \(list(right))"
    associations.append(
      RandomAssociation(name: "pairs\(number)", form: .belongsToMany, source: source, steps: steps, isMany: true))
    declarations.append(
      (
        source, "belongsToMany",
        "pairs\(number): { model: \(models[target].name), through: Link\(number), \(keys) }"
      ))
    steps[0].fixedThere = ["score": .number(1)]
    associations.append(
      RandomAssociation(
        name: "top\(number)", form: .belongsToManyOfScope, source: source, steps: steps, isMany: true))
    declarations.append(
      (
        source, "belongsToMany",
        "top\(number): { model: \(models[target].name), through: { model: Link\(number), scope: { score: 1 } }, \(keys) }"
      ))
  }

  // MARK: Polymorphic associations

  /// Notes on rows of any of `targets`, which a type and a number name.
  private mutating func addTyped(to targets: [Int]) {
    addModel("Note", key: ["id"])
    let note = models.count - 1
    let isNullable = generator.happens(50)
    let names = targets.map { models[$0].name }
    let members = names.map { Cell.text($0) }
    models[note].columns += [
      RandomColumn(
        "subjectType", .text, declaration: "enum(\(names.joined(separator: ", ")))", isNullable: isNullable, values: []),
      RandomColumn("subjectId", .integer, isNullable: isNullable, values: (1...4).map { .number($0) }),
    ]
    for position in models[note].rows.indices where !isNullable || generator.happens(80) {
      models[note].rows[position]["subjectType"] = generator.pick(members)
      // Nothing guards such a key: its row need not be there.
      models[note].rows[position]["subjectId"] = .number(generator.number(1...6))
    }
    for target in targets {
      let type: Record = ["subjectType": .text(models[target].name)]
      associations.append(
        RandomAssociation(
          name: "subject.\(models[target].name)", form: .typeAndId, source: note,
          steps: [RandomStep(model: target, here: ["subjectId"], there: ["id"], fixedHere: type)], isMany: false,
          whole: "subject"))
      addInverse(
        "notes", .inverseOfTypeAndId, of: "subject",
        RandomStep(model: note, here: ["id"], there: ["subjectId"], fixedThere: type), from: target)
    }
    declarations.append(
      (
        note, "belongsTo",
        "subject: { oneOf: [\(names.joined(separator: ", "))]\(isNullable ? ", foreignKey: { nullable: true }" : "") }"
      ))
  }

  /// Pins on rows of any of `targets`, each with a foreign key of its own.
  private mutating func addArc(to targets: [Int]) {
    addModel("Pin", key: ["id"])
    let pin = models.count - 1
    let isNullable = generator.happens(50)
    let names = targets.map { models[$0].name }
    let columns = targets.map { keyColumns("holder\(models[$0].name)", to: $0, isNullable: true) }
    models[pin].columns += columns.flatMap(\.self)
    for position in models[pin].rows.indices where !isNullable || generator.happens(80) {
      let choice = generator.number(0...(targets.count - 1))
      let other = generator.pick(models[targets[choice]].rows)
      let reference = reference(columns[choice], to: targets[choice], other)
      models[pin].rows[position].merge(reference) { $1 }
    }
    for (target, columns) in zip(targets, columns) {
      let key = models[target].key
      associations.append(
        RandomAssociation(
          name: "holder.\(models[target].name)", form: .arc, source: pin,
          steps: [RandomStep(model: target, here: columns.map(\.name), there: key)], isMany: false, whole: "holder"))
      addInverse(
        "pins", .inverseOfArc, of: "holder", RandomStep(model: pin, here: key, there: columns.map(\.name)),
        from: target)
    }
    declarations.append(
      (
        pin, "belongsTo",
        "holder: { oneOf: [\(names.joined(separator: ", "))], encoding: exclusiveArc"
          + "\(isNullable ? ", foreignKey: { nullable: true }" : "") }"
      ))
  }

  private mutating func addInverse(
    _ name: String, _ form: RandomAssociation.Form, of whole: String, _ step: RandomStep, from source: Int
  ) {
    associations.append(RandomAssociation(name: name, form: form, source: source, steps: [step], isMany: true))
    declarations.append((source, "hasMany", "\(name): { model: \(models[step.model].name), inverse: \(whole) }"))
  }

  // MARK: Chains

  private mutating func addChain(_ number: Int) {
    // Ways to one row are rare if they are left to chance.
    let candidates = number == 0 ? associations.filter(\.isToOne) : associations
    guard let first = candidates.randomElement(using: &generator),
      let second = associations(of: first.target).filter({ number > 0 || $0.isToOne }).randomElement(using: &generator)
    else { return }
    let isOne = first.isToOne && second.isToOne
    var steps = first.steps + second.steps
    var parts = ["through: [\(first.name), \(second.name)]"]
    let isScoped = generator.happens(25)
    if isScoped {
      let (fixed, text) = scope(of: second.target)
      // What the last association asks for holds too.
      steps[steps.count - 1].fixedThere.merge(fixed) { old, _ in old }
      if fixed.allSatisfy({ second.steps[second.steps.count - 1].fixedThere[$0.key] ?? $0.value == $0.value }) {
        parts.append(text)
      }
    }
    associations.append(
      RandomAssociation(
        name: "chain\(number)", form: isOne ? .chainOfOne : .chain, source: first.source, steps: steps,
        isMany: !isOne, isCertain: isOne && first.isCertain && second.isCertain && !isScoped))
    declarations.append(
      (first.source, isOne ? "hasOne" : "hasMany", "chain\(number): { \(parts.joined(separator: ", ")) }"))
  }

  // MARK: Text

  /// The schema without queries.
  var schema: String {
    var text = "database: random\ndefaults: { timestamps: false }\n"
    text += "enums: { Level: [\(RandomType.members.joined(separator: ", "))] }\nmodels:\n"
    for (position, model) in models.enumerated() {
      text += "  \(model.name):\n"
      if model.isSoftDeleted { text += "    softDelete: true\n" }
      if !model.isJunction { text += "    primaryKey: [\(model.key.joined(separator: ", "))]\n" }
      text += "    columns: { \(model.columns.map(\.text).joined(separator: ", ")) }\n"
      for kind in ["belongsTo", "hasOne", "hasMany", "belongsToMany"] {
        let own = declarations.filter { $0.source == position && $0.kind == kind }
        guard !own.isEmpty else { continue }
        text += "    \(kind):\n" + own.map { "      \($0.entry)\n" }.joined()
      }
    }
    text += "seeds:\n"
    for model in models {
      text += "  \(model.name):\n"
      for row in model.rows {
        let entries = model.allColumns.compactMap { column in
          row[column.name].map { "\(column.name): \(column.type.yaml($0))" }
        }
        text += "    - { \(entries.joined(separator: ", ")) }\n"
      }
    }
    return text
  }
}
