import SchemaLanguage
import TestSupport

extension SchemaMaker {
  /// An index over some of `columns`; `nil` where there is nothing to index.
  mutating func index(_ plan: Plan, _ columns: [RandomColumn], _ names: inout Set<String>) -> RandomModel.Part? {
    var options: [String] = []
    if random.happens(30) { options.append("name: \(quoted(name("index", isWild: plan.isWild, among: &names)))") }
    if random.happens(8) { options.append("invisible: true") }
    if random.happens(10) { options.append("comment: \(quoted(random.pick(comments(plan.isWild, most: 1024))))") }
    if random.happens(3), plan.engine == "InnoDB" { options.append("keyBlockSize: \(random.pick([1, 4, 8]))") }
    let found = plan.isWild && random.happens(40) ? wildParts(columns, &options) : tameParts(plan, columns, &options)
    guard let parts = found, !parts.isEmpty else { return nil }
    return RandomModel.Part(
      section: .indexes, start: "{ columns: [\(parts.joined(separator: ", "))]", options: options, end: " }")
  }

  private mutating func tameParts(_ plan: Plan, _ columns: [RandomColumn], _ options: inout [String]) -> [String]? {
    switch random.number(0...19) {
    case 0..<2:
      let texts = columns.filter { $0.type.kind == .text && !$0.isVirtual && $0.type.length > 0 }
      guard plan.engine != "MEMORY", let first = texts.randomElement(using: &random) else { return nil }
      let others = texts.filter { $0.collation == first.collation && $0.name != first.name }
      options.append("type: fulltext")
      if random.happens(20), !target.isMariaDB, plan.engine == "InnoDB" { options.append("parser: ngram") }
      return ([first] + others.prefix(random.number(0...2))).map { quoted($0.name) }
    case 2:
      guard plan.engine == "InnoDB",
        let place = columns.filter({ $0.type.kind == .spatial && !$0.isNullable }).randomElement(using: &random)
      else { return nil }
      options.append("type: spatial")
      return [quoted(place.name)]
    case 3 where !target.isMariaDB && plan.engine == "InnoDB":
      guard let expression = random.computation(over: columns.filter { !$0.isGenerated })?.expression else {
        return nil
      }
      if random.happens(20) { options.append("unique: true") }
      return ["{ expression: \(quoted(expression)) }"]
    default:
      if random.happens(25) { options.append("unique: true") }
      if random.happens(10) { options.append("type: btree") }
      if random.happens(3), plan.engine == "MEMORY" { options.append("type: hash") }
      var bytes = 0
      let most = plan.engine == "InnoDB" ? 3072 : 1000
      let chosen = columns.shuffled(using: &random).prefix(random.pick([1, 1, 1, 2, 2, 3, 5, 16]))
      return chosen.compactMap { column in
        let type = column.type
        let isCut =
          type.length > 1 && [.text, .bytes].contains(type.kind) && (type.keyBytes == nil || random.happens(20))
        let length = isCut ? random.number(1...max(1, min(type.length - 1, 60))) : 0
        guard isCut || type.keyBytes != nil, type.kind != .text || type.length > 0 else { return nil }
        let added = isCut ? length * 4 : type.keyBytes ?? 0
        guard added <= 700, bytes + added <= most, added > 0 else { return nil }
        bytes += added
        var part = "name: \(quoted(column.name))"
        if isCut { part += ", length: \(length)" }
        if random.happens(10), plan.engine == "InnoDB" { part += ", order: desc" }
        return part.utf8.count == "name: \(quoted(column.name))".utf8.count ? quoted(column.name) : "{ \(part) }"
      }
    }
  }

  /// Parts as they come.
  private mutating func wildParts(_ columns: [RandomColumn], _ options: inout [String]) -> [String]? {
    if random.happens(40) { options.append("type: \(random.pick(["fulltext", "spatial", "hash", "btree"]))") }
    if random.happens(30) { options.append("unique: true") }
    if random.happens(5) { options.append("parser: \(random.pick(["ngram", "none"]))") }
    let chosen = columns.shuffled(using: &random).prefix(random.pick([1, 1, 2, 3, 17]))
    return chosen.map { column in
      switch random.number(0...9) {
      case 0..<2:
        "{ name: \(quoted(column.name)), length: \(random.pick([1, 20, 191, 255, 767, 768, 769, 3072, 3073])) }"
      case 2: "{ name: \(quoted(column.name)), order: desc }"
      case 3 where column.type.kind != .vector:
        "{ expression: \(quoted(random.pick([column.sql, "lower(\(column.sql))", "(\(column.sql) + 1)", "rand()"]))) }"
      default: quoted(column.name)
      }
    }
  }
}
