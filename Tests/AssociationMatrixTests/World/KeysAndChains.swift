/// Associations over one key, and chains of them.
extension World {
  /// Every model is a tree: `up` and `down` are the two ends of one key.
  mutating func addTree(_ model: String) {
    let columns = form.columns("up")
    addKey(model, columns, to: model, form.key) { [nil, 0, 0, 1, 2, nil, 5][$0] }
    declare(
      "belongsTo", of: model, Way(kind: .belongsTo, name: "up", stages: [toParent(model, columns)], isMany: false),
      "\(model)?")
    declare(
      "hasMany", of: model, Way(kind: .hasMany, name: "down", stages: [toChild(model, columns)], isMany: true),
      "{ model: \(model), foreignKey: \(list(columns)), inverse: up }")
  }

  mutating func addAssociations(from source: String, to target: String) {
    addParents(from: source, to: target)
    addChildren(from: source, to: target)
    addPairs(from: source, to: target)
    addPolymorphic(from: source, to: target)
    addChains(from: source, to: target)
  }

  private mutating func addParents(from source: String, to target: String) {
    let count = tables[target]?.rows.count ?? 0
    let owner = form.columns("owner")
    // A required key of a row to itself leads to that row or one before it: all rows are inserted as they are written.
    let isSelf = source == target
    let mark = form.requiresParents ? "" : "?"
    addKey(source, owner, to: target, form.key) { isSelf ? $0 * 3 / 4 : $0 * $0 % (count - 2) }
    declare(
      "belongsTo", of: source, Way(kind: .belongsTo, name: "owner", stages: [toParent(target, owner)], isMany: false),
      target + mark)

    let may = form.columns("may")
    addKey(source, may, to: target, form.key) { ($0 + 1) % 3 == 0 ? nil : $0 * 2 % (count - 1) }
    // A key that is NULL in part leads nowhere.
    if form == .composite { tables[source]?.rows[2]["mayArea"] = "AA" }
    declare(
      "belongsTo", of: source, Way(kind: .belongsTo, name: "may", stages: [toParent(target, may)], isMany: false),
      "\(target)?")

    let named = form == .composite ? ["boss_area", "no"] : ["boss"]
    addKey(source, named, to: target, form.key) { $0 % 4 == 1 ? nil : ($0 * 3 + 1) % count }
    declare(
      "belongsTo", of: source, Way(kind: .belongsTo, name: "named", stages: [toParent(target, named)], isMany: false),
      "{ model: \(target)?, foreignKey: \(list(named)) }")

    addKey(source, ["codedCode"], to: target, ["code"]) { $0 % 5 == 3 ? nil : ($0 + 2) % (count - 1) }
    declare(
      "belongsTo", of: source,
      Way(
        kind: .belongsTo, name: "coded", stages: [Way.Stage(model: target, here: ["codedCode"], there: ["code"])],
        isMany: false),
      "{ model: \(target)?, targetKey: code, foreignKey: codedCode }")
  }

  private mutating func addChildren(from source: String, to target: String) {
    let count = tables[source]?.rows.count ?? 0
    let single = form.columns("singleOf")
    addKey(target, single, to: source, form.key) { $0 }
    declare(
      "hasOne", of: source, Way(kind: .uniqueHasOne, name: "single", stages: [toChild(target, single)], isMany: false),
      "{ model: \(target), foreignKey: { name: \(list(single)), nullable: \(!form.requiresChildren), unique: true } }")

    let lone = form.columns("loneOf")
    addKey(target, lone, to: source, form.key) { $0 % 3 == 1 ? nil : (count - 1 - $0) }
    declare(
      "hasOne", of: source, Way(kind: .uniqueHasOne, name: "lone", stages: [toChild(target, lone)], isMany: false),
      "{ model: \(target), foreignKey: { name: \(list(lone)), unique: true } }")

    let first = form.columns("firstOf")
    addKey(target, first, to: source, form.key) { [2, 0, 2, nil, 0, 4, 2][$0] }
    declare(
      "hasOne", of: source, Way(kind: .plainHasOne, name: "first", stages: [toChild(target, first)], isMany: false),
      "{ model: \(target), foreignKey: \(list(first)) }")

    let base = source.prefix(1).lowercased() + source.dropFirst()
    let many = form.columns(base)
    addKey(target, many, to: source, form.key) { [1, 1, nil, 3, 1, 3, 6][$0] }
    declare(
      "hasMany", of: source, Way(kind: .hasMany, name: "many", stages: [toChild(target, many)], isMany: true), target)
    declare(
      "hasMany", of: source,
      Way(kind: .scope, name: "scoped", stages: [toChild(target, many, fixed: ["state": "open"])], isMany: true),
      "{ model: \(target), foreignKey: \(list(many)), scope: { state: open } }")
    declare(
      "hasOne", of: source,
      Way(kind: .scope, name: "chosen", stages: [toChild(target, many, fixed: ["state": "done"])], isMany: false),
      "{ model: \(target), foreignKey: \(list(many)), scope: { state: done } }")

    let crowd = form.columns("crowdOf")
    addKey(target, crowd, to: source, form.key) { $0 / 2 }
    declare(
      "hasMany", of: source, Way(kind: .hasMany, name: "crowd", stages: [toChild(target, crowd)], isMany: true),
      "{ model: \(target), foreignKey: { name: \(list(crowd)), nullable: \(!form.requiresChildren) } }")

    addKey(target, ["groupCode"], to: source, ["code"]) { [3, nil, 3, 0, 0, 5, 3][$0] }
    declare(
      "hasMany", of: source,
      Way(
        kind: .hasMany, name: "group", stages: [Way.Stage(model: target, here: ["code"], there: ["groupCode"])],
        isMany: true),
      "{ model: \(target), sourceKey: code, foreignKey: groupCode }")
  }

  private mutating func addChains(from source: String, to target: String) {
    guard let up = way("up", of: source), let down = way("down", of: source), let may = way("may", of: source),
      let many = way("many", of: source), let links = way("links", of: source), let above = way("up", of: target),
      let about = way("about.\(target)", of: source), let fans = way("fans", of: source)
    else { return }
    declare(
      "hasMany", of: source, .chain("distant", isMany: true, up, many), "{ through: [up, many] }")
    declare(
      "hasMany", of: source, .chain("beyond", isMany: true, links, above), "{ through: [links, up] }")
    declare(
      "hasMany", of: source, .chain("aboutUp", isMany: true, about, above), "{ through: [about.\(target), up] }")
    declare(
      "hasMany", of: source, .chain("fansUp", isMany: true, fans, above), "{ through: [fans, up] }")
    declare(
      "hasOne", of: source, .chain("top", isMany: false, may, above), "{ through: [may, up] }")
    declare(
      "hasOne", of: source, .chain("glimpse", isMany: false, down, may), "{ through: [down, may] }")
  }
}
