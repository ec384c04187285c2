/// Associations that lead to one of two models, and their ways back.
extension World {
  mutating func addPolymorphic(from source: String, to target: String) {
    addForward(from: source, to: target)
    addBack(from: source, to: target)
    addJunctions(from: source, to: target)
  }

  /// The model that stands beside `model` in `oneOf`.
  private func partner(of model: String) -> String {
    model == form.other.name ? form.models[form.models.count - 1].name : form.other.name
  }

  // MARK: Forward

  private mutating func addForward(from source: String, to target: String) {
    let other = partner(of: target)
    let isRequired = form.requiresParents
    addPolymorphicKey("about", of: source, to: [target, other], isRequired: isRequired) { position in
      switch position % 4 {
      case 0, 3: (target, position * 2)
      case 1: (other, position)
      // A key that no constraint guards may name a row that is not there.
      default: isRequired ? (other, nil) : nil
      }
    }
    let about = form.columns("about")
    addAlternatives(
      "about", .typeAndId, of: source,
      [target, other].map { model in
        Way.Stage(model: model, here: about, there: form.key, fixedBefore: ["aboutType": model])
      })

    // Two models that lead to one another need one key that may be empty.
    let isWhole = form == .single
    addArc("spot", of: source, to: [target, other], isRequired: isWhole) { position in
      let isSelf = source == target
      return switch position % 3 {
      case 0: (target, isSelf ? position / 2 : position + 1)
      case 1: (other, position)
      default: isWhole ? (target, isSelf ? position : 0) : nil
      }
    }
    addAlternatives(
      "spot", .exclusiveArc, of: source, [target, other].map { toParent($0, arcColumns("spot", $0)) })
  }

  private mutating func addAlternatives(_ name: String, _ kind: WayKind, of source: String, _ stages: [Way.Stage]) {
    let alternatives = stages.map { stage in
      Way(kind: kind, name: "\(name).\(stage.model)", stages: [stage], isMany: false)
    }
    for alternative in alternatives { add(alternative, to: source) }
    add(Way(kind: .polymorphic, name: name, stages: [], isMany: false, alternatives: alternatives), to: source)
  }

  // MARK: Back

  private mutating func addBack(from source: String, to target: String) {
    let other = partner(of: source)
    addPolymorphicKey("fan", of: target, to: [source, other]) { position in
      [(source, 1), (other, 1), (source, 1), (source, 4), nil, (source, nil), (source, 0)][position]
    }
    addPolymorphicKey("solo", of: target, to: [source, other], options: "unique: true") { position in
      position % 3 == 2 ? (other, position) : (source, position)
    }
    addArc("mark", of: target, to: [source, other], isRequired: false) { position in
      [(source, 0), nil, (source, 3), (other, 0), (source, 3), (source, 5), (source, 0)][position]
    }
    let fan = form.columns("fan")
    func back(_ name: String, _ kind: WayKind, _ stage: Way.Stage, isMany: Bool, _ inverse: String, _ more: String = "")
    {
      declare(
        isMany ? "hasMany" : "hasOne", of: source, Way(kind: kind, name: name, stages: [stage], isMany: isMany),
        "{ model: \(target), inverse: \(inverse)\(more) }")
    }
    back("fans", .polymorphicInverse, toChild(target, fan, fixed: ["fanType": source]), isMany: true, "fan")
    back(
      "openFans", .scope, toChild(target, fan, fixed: ["fanType": source, "state": "open"]), isMany: true, "fan",
      ", scope: { state: open }")
    back(
      "soloFan", .polymorphicInverse, toChild(target, form.columns("solo"), fixed: ["soloType": source]),
      isMany: false, "solo")
    back("marks", .polymorphicInverse, toChild(target, arcColumns("mark", source)), isMany: true, "mark")
  }

  // MARK: Junctions

  private mutating func addJunctions(from source: String, to target: String) {
    // The key behind, the key in front, and that of an arc beside a key of the junction table itself.
    addTagging("tags", "Tagging\(source)", source, target, isForward: true)
    addTagging("labels", "Labelling\(source)", source, target, isForward: false)

    let junction = "Placement\(source)"
    let other = partner(of: target)
    addJunctionTable(junction, key: ["id"], columns: ["id"], rows: 6)
    addKey(junction, form.columns("board"), to: source, form.key) { [0, 0, 2, 3, 2, 5][$0] }
    addParent("board: \(source)", of: junction)
    addArc("item", of: junction, to: [target, other], isRequired: true) { position in
      [(target, 1), (other, 1), (target, 1), (target, 0), (target, 4), (other, 2)][position]
    }
    returnAll(of: junction)
    declare(
      "belongsToMany", of: source,
      Way(
        kind: .polymorphicJunction, name: "items",
        stages: [
          toChild(junction, form.columns("board")), toParent(target, arcColumns("item", target)),
        ], isMany: true, junction: "placement\(source)"),
      pairText(
        source, target, through: junction, foreignKey: form.columns("board"),
        otherKey: source == target ? arcColumns("item", target) : nil))
  }

  private mutating func addTagging(
    _ name: String, _ junction: String, _ source: String, _ target: String, isForward: Bool
  ) {
    let (near, far) = (form.columns("near"), form.columns("far"))
    addJunctionTable(junction, key: [], columns: ["score"], rows: 7)
    let (fixed, open) = isForward ? ("near", "far") : ("far", "near")
    let (owner, chosen) = isForward ? (source, target) : (target, source)
    addKey(junction, form.columns(fixed), to: owner, form.key) { [0, 0, 2, 3, 2, 4, 4][$0] }
    addParent("\(fixed): \(owner)", of: junction)
    let other = partner(of: chosen)
    addPolymorphicKey(open, of: junction, to: [chosen, other], isRequired: true) { position in
      [(chosen, 2), (other, 2), (chosen, 2), (chosen, 0), (chosen, 1), (other, 0), (chosen, nil)][position]
    }
    let type = open + "Type"
    // The columns stand in the order in which the models name them, and that of `source` comes first.
    let key = isForward ? near + [type] + far : [type] + near + far
    tables[junction]?.key = key
    tables[junction]?.columns = ["score"] + key
    returnAll(of: junction)
    let first = Way.Stage(model: junction, here: form.key, there: near, fixed: isForward ? [:] : [type: source])
    let second = Way.Stage(model: target, here: far, there: form.key, fixedBefore: isForward ? [type: target] : [:])
    declare(
      "belongsToMany", of: source,
      Way(
        kind: .polymorphicJunction, name: name, stages: [first, second], isMany: true,
        junction: junction.prefix(1).lowercased() + junction.dropFirst()),
      pairText(
        source, target, through: junction, foreignKey: isForward || source == target ? near : nil,
        otherKey: !isForward || source == target ? far : nil))
  }

  /// A belongsToMany. A key of `nil` is left to be found: it is the polymorphic one that leads to the model.
  private func pairText(
    _ source: String, _ target: String, through junction: String, foreignKey: [String]?, otherKey: [String]?
  ) -> String {
    var text = "{ model: \(target), through: \(junction)"
    if let foreignKey { text += ", foreignKey: \(list(foreignKey))" }
    if let otherKey { text += ", otherKey: \(list(otherKey))" }
    return text + " }"
  }

  private mutating func addJunctionTable(_ name: String, key: [String], columns: [String], rows: Int) {
    var table = MemoryTable(key: key, returned: [], columns: columns)
    table.rows = (0..<rows).map { number in
      Dictionary(uniqueKeysWithValues: columns.map { ($0, String(number + 1)) })
    }
    tables[name] = table
    let declared = columns.map { "\($0): { type: integer, primaryKey: \(key.contains($0)) }" }
    models.append((name, ["columns: { \(declared.joined(separator: ", ")) }"]))
  }

  private mutating func returnAll(of junction: String) {
    let columns = tables[junction]?.columns ?? []
    tables[junction]?.returned = columns
  }

  // MARK: Keys

  private func arcColumns(_ name: String, _ model: String) -> [String] { form.columns(name + model) }

  /// Gives `model` a belongsTo that names a model and a row of it, or a row that is not there.
  private mutating func addPolymorphicKey(
    _ name: String, of model: String, to targets: [String], isRequired: Bool = false, options: String = "",
    _ place: (Int) -> (String, Int?)?
  ) {
    let columns = form.columns(name)
    tables[model]?.columns += [name + "Type"] + columns
    for position in (tables[model]?.rows ?? []).indices {
      guard let (target, row) = place(position) else { continue }
      tables[model]?.rows[position][name + "Type"] = target
      if let row {
        point(model, position, columns, to: target, row, form.key)
      } else {
        let absent = form.values(at: 40)
        for (column, value) in zip(columns, absent) { tables[model]?.rows[position][column] = value }
      }
    }
    let written = ["nullable: \(!isRequired)", options].filter { !$0.isEmpty }.joined(separator: ", ")
    addParent("\(name): { oneOf: \(list(targets)), foreignKey: { \(written) } }", of: model)
  }

  /// Gives `model` a belongsTo with a key for each of `targets`.
  private mutating func addArc(
    _ name: String, of model: String, to targets: [String], isRequired: Bool, _ place: (Int) -> (String, Int)?
  ) {
    for target in targets {
      addKey(model, arcColumns(name, target), to: target, form.key) { position in
        place(position).flatMap { $0.0 == target ? $0.1 : nil }
      }
    }
    addParent(
      "\(name): { oneOf: \(list(targets)), encoding: exclusiveArc, foreignKey: { nullable: \(!isRequired) } }",
      of: model)
  }
}
