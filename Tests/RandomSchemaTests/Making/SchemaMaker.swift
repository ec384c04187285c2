import SchemaLanguage
import TestSupport

/// Makes random schemas: all that the language has for tables, near the bounds and beyond them too.
///
/// A model is tame, and meant to be accepted, or wild, and then likely to break a rule.
struct SchemaMaker {
  /// What other models have to know of a model before it is made.
  struct Plan {
    enum Key: CaseIterable {
      case implicit, text, uuid, numbered, composite, part, none
    }

    let name: String
    let isWild: Bool
    let key: Key
    let engine: String

    /// Whether a foreign key may lead here.
    var isParent: Bool { engine == "InnoDB" && key != .none && key != .part }
  }

  var random: SeededGenerator
  let target: Target
  private(set) var plans: [Plan] = []
  /// A number that names are made with, so that they differ.
  private var counter = 0
  /// The collation of tables that choose none.
  private var commonCollation = ""

  /// A maker for `target` that begins with `seed`.
  init(seed: UInt64, target: Target) {
    random = SeededGenerator(state: seed)
    self.target = target
  }

  /// A schema of `count` models, of which `wildPercent` are wild.
  mutating func schema(models count: Int, wildPercent: Int) -> RandomSchema {
    commonCollation = random.happens(60) ? "" : random.pick(RandomCollations.unicode + RandomCollations.own(of: target))
    var head = "database: { name: random\(commonCollation.isEmpty ? "" : ", collation: \(commonCollation)") }\n"
    if commonCollation.isEmpty { commonCollation = target.isMariaDB ? "utf8mb4_general_ci" : "utf8mb4_0900_ai_ci" }
    var defaults = random.happens(70) ? ["timestamps: false"] : []
    if random.happens(20) { defaults.append("id: bigint unsigned") }
    if random.happens(10) { defaults.append("onDelete: \(random.pick(["cascade", "restrict", "noAction"]))") }
    if !defaults.isEmpty { head += "defaults: { \(defaults.joined(separator: ", ")) }\n" }
    if random.happens(30) {
      let naming = [
        "tables: \(random.pick(["snakePlural", "snakeSingular", "modelPlural", "model"]))",
        "keys: \(random.pick(["camel", "snake"]))",
      ]
      head += "naming: { \(naming.joined(separator: ", ")) }\n"
    }
    head += "enums: { Shade: [light, dark, 'in between'] }\n"
    var names = RandomNames.models.shuffled(using: &random)
    plans = (0..<count).map { index in
      let isWild = random.happens(wildPercent)
      let others = target.isMariaDB ? ["Aria"] : ["ARCHIVE", "BLACKHOLE", "Aria"]
      let engines = isWild ? ["MyISAM", "MEMORY", "CSV", "NoSuch", "MRG_MyISAM"] + others : ["MyISAM", "MEMORY"]
      return Plan(
        name: random.happens(15) ? names.popLast() ?? "Model\(index)" : "Model\(index)", isWild: isWild,
        key: random.pick(Plan.Key.allCases + [.implicit, .implicit, .numbered]),
        engine: random.happens(8) ? random.pick(engines) : "InnoDB")
    }
    return RandomSchema(head: head, target: target, models: plans.map { model($0) })
  }

  mutating func next() -> Int {
    counter += 1
    return counter
  }

  /// A name that begins with `prefix`, now and then one that is hard.
  mutating func name(_ prefix: String, isWild: Bool, among used: inout Set<String>) -> String {
    if random.happens(12) {
      let hard = random.pick(isWild ? RandomNames.fitting + RandomNames.unfitting : RandomNames.fitting)
      if used.insert(hard.lowercased()).inserted || isWild && random.happens(10) { return hard }
    }
    let plain = "\(prefix)\(next())"
    used.insert(plain)
    return plain
  }

  private mutating func model(_ plan: Plan) -> RandomModel {
    var parts: [RandomModel.Part] = []
    let collation = options(plan, into: &parts)
    var names: Set<String> = ["id"]
    var columns = keyColumns(plan, collation, &names, into: &parts)
    for _ in 0..<random.number(plan.isWild && random.happens(5) ? 0...0 : 1...9) {
      columns.append(column(plan, collation, columns, &names, into: &parts))
    }
    // A wild table may be as wide as none can be.
    if plan.isWild, random.happens(3) {
      let type = random.pick(["char(255)", "varchar(255)", "int", "varchar(2000)", "text", "binary(255)"])
      let count = random.pick([30, 33, 62, 200, 1016])
      for index in 0..<count {
        parts.append(RandomModel.Part(section: .columns, start: "wide\(index): { type: \(quoted(type))", end: " }"))
      }
    }
    var indexNames: Set<String> = []
    for _ in 0..<random.pick([0, 0, 1, 1, 2, 3]) {
      // How long an entry of an expression is cannot be read off it, and small pages ask for that.
      let isSmall = parts.contains { $0.start.hasPrefix("keyBlockSize") }
      guard let index = index(plan, columns, &indexNames), !(isSmall && index.start.contains("expression:")) else {
        continue
      }
      parts.append(index)
    }
    for _ in 0..<random.pick([0, 0, 0, 1, 2]) {
      guard let condition = random.condition(over: columns) else { continue }
      var options: [String] = []
      if random.happens(10), !target.isMariaDB || plan.isWild { options.append("enforced: false") }
      parts.append(
        RandomModel.Part(
          section: .checks, start: "\(quoted("\(plan.name)_check\(next())")): { sql: \(quoted(condition))",
          options: options,
          end: " }"))
    }
    if plan.engine == "InnoDB" || plan.isWild && random.happens(20) {
      for _ in 0..<random.pick([0, 0, 1, 1, 2]) {
        if let association = association(of: plan) { parts.append(association) }
      }
    }
    return RandomModel(name: plan.name, parts: parts)
  }

  // MARK: Options of tables

  /// Adds the options, and gives the table's collation.
  private mutating func options(_ plan: Plan, into parts: inout [RandomModel.Part]) -> String {
    func option(_ text: String) { parts.append(RandomModel.Part(section: .option, start: text)) }
    var collation = commonCollation
    if plan.engine != "InnoDB" { option("engine: \(plan.engine)") }
    if random.happens(10) {
      option("table: \(quoted("t\(next()) \(random.pick(["x", "order", "ü", "a`b", "'", "\\"]))"))")
    }
    if random.happens(20) {
      collation = self.collation(isWild: plan.isWild)
      option(random.happens(70) ? "collation: \(collation)" : "charset: \(collation.prefix { $0 != "_" })")
    }
    if random.happens(15) { option("comment: \(quoted(random.pick(comments(plan.isWild, most: 2048))))") }
    if random.happens(10), plan.engine == "InnoDB" || plan.isWild {
      option(
        "rowFormat: \(random.pick(["dynamic", "compact", "redundant", "compressed", "DYNAMIC"] + (plan.isWild ? ["fixed", "page"] : [])))"
      )
    } else if random.happens(5), plan.engine == "InnoDB" || plan.isWild {
      option("keyBlockSize: \(random.pick(plan.isWild ? [1, 3, 16, 64] : [1, 2, 4, 8, 16]))")
    }
    if plan.key == .numbered || plan.key == .implicit || plan.isWild, random.happens(10) {
      option("autoIncrementStart: \(random.pick([1, 2, 1000, 2_147_483_647]))")
    }
    if random.happens(15) {
      let type = random.pick(["datetime", "timestamp", "datetime(6)", "timestamp(3)"])
      option(
        random.pick([
          "timestamps: true", "timestamps: { type: \(type) }", "timestamps: { createdAt: made_on, updatedAt: false }",
          "timestamps: { createdAt: false }",
        ]))
    }
    return collation
  }

  /// A collation; in a wild model also one that there is not.
  mutating func collation(isWild: Bool) -> String {
    random.pick(
      random.happens(50)
        ? RandomCollations.unicode + RandomCollations.own(of: target)
        : isWild
          ? RandomCollations.narrow + RandomCollations.unfitting
            + RandomCollations.own(of: target.isMariaDB ? .mysql9 : .mariadb1011)
          : RandomCollations.narrow)
  }

  /// Comments; in a wild model also those that are too long for `most` characters.
  func comments(_ isWild: Bool, most: Int) -> [String] {
    isWild
      ? RandomNames.comments + [
        "emoji 🧵", String(repeating: "ü", count: most), String(repeating: "k", count: most + 1), "bell\u{7}", "nul\0",
      ] : RandomNames.comments
  }
}
