import SchemaLanguage
import TestSupport

extension SchemaMaker {
  /// Adds the columns of the primary key and the key.
  mutating func keyColumns(
    _ plan: Plan, _ collation: String, _ names: inout Set<String>, into parts: inout [RandomModel.Part]
  ) -> [RandomColumn] {
    func column(_ name: String, _ type: RandomType, _ options: [String], isNumbered: Bool = false) -> RandomColumn {
      parts.append(
        RandomModel.Part(
          section: .columns, start: "\(name): { type: \(quoted(type.text))\(options.map { ", " + $0 }.joined())",
          end: " }"))
      return RandomColumn(
        name: name, column: name, type: type, isNullable: false, isGenerated: false, isVirtual: false,
        isNumbered: isNumbered, collation: type.kind == .uuid ? "ascii_bin" : collation)
    }
    func key(_ text: String) { parts.append(RandomModel.Part(section: .option, start: "primaryKey: \(text)")) }
    let integer = RandomType(text: random.pick(["int", "bigint", "smallint unsigned"]), kind: .integer, keyBytes: 8)
    let text = RandomType(text: "varchar(20)", kind: .text, keyBytes: 80, length: 20)
    names.formUnion(["code", "number", "a", "b"])
    switch plan.key {
    case .implicit: return []
    case .text: return [column("code", text, ["primaryKey: true"])]
    case .uuid:
      return [
        column("code", RandomType(text: "uuid", kind: .uuid, keyBytes: 36), ["primaryKey: true", "default: uuid"])
      ]
    case .numbered:
      return [column("number", integer, ["primaryKey: true", "autoIncrement: true"], isNumbered: true)]
    case .composite:
      key(random.pick(["[a, b]", "[b, a]", "[a, { name: b, order: desc }]"]))
      return [column("a", integer, []), column("b", text, [])]
    case .part:
      key("[{ name: b, length: \(random.pick(plan.isWild ? [1, 20, 21] : [1, 5, 19])) }, a]")
      return [column("a", integer, []), column("b", text, [])]
    case .none:
      key("none")
      return []
    }
  }

  /// Adds a column.
  mutating func column(
    _ plan: Plan, _ tableCollation: String, _ before: [RandomColumn], _ names: inout Set<String>,
    into parts: inout [RandomModel.Part]
  ) -> RandomColumn {
    let isWild = plan.isWild
    let name = self.name("c", isWild: isWild, among: &names)
    var type = random.type(for: target, isWild: isWild && random.happens(40))
    while plan.engine == "MEMORY", !isWild, type.keyBytes == nil { type = random.type(for: target, isWild: false) }
    if random.happens(2) {
      type = RandomType(text: "Shade", kind: .members, keyBytes: 1, values: ["dark", "in between"])
    }
    var options: [String] = []
    var generated: String?
    var isVirtual = false
    if random.happens(8), plan.engine == "InnoDB" || isWild,
      let computed = random.computation(over: before.filter { isWild || !target.isMariaDB || !$0.isPadded })
    {
      type = computed.type
      generated = computed.expression
      isVirtual = random.happens(50)
      options.append("generated: { as: \(quoted(computed.expression)), stored: \(!isVirtual) }")
    }
    let isNullable = generated != nil && target.isMariaDB || random.happens(35)
    var sqlName = name
    if random.happens(5) {
      sqlName = "q\(next())"
      options.append("column: \(sqlName)")
    }
    let collation = self.collation(of: type, in: tableCollation, isWild, &options)
    if generated == nil { filling(of: type, in: collation, plan, isNullable: isNullable, &options) }
    if random.happens(15) { options.append("comment: \(quoted(random.pick(comments(isWild, most: 1024))))") }
    if random.happens(5), isNullable || !target.isMariaDB || isWild { options.append("invisible: true") }
    let isShort = type.keyBytes.map { $0 <= 700 } ?? false
    if random.happens(7), isShort || isWild, generated == nil || plan.engine == "InnoDB" {
      options.append("unique: true")
    }
    let isNumbered = isWild && random.happens(type.kind == .integer ? 8 : 1)
    if isNumbered { options.append("autoIncrement: true") }
    let own = RandomColumn(
      name: name, column: sqlName, type: type, isNullable: isNullable, isGenerated: generated != nil,
      isVirtual: isVirtual, isNumbered: isNumbered, collation: collation)
    if random.happens(5), let condition = random.condition(over: [own]) {
      options.append("check: \(quoted(condition))")
    }
    let mark = isNullable && random.happens(80) ? "?" : ""
    if isNullable, mark.isEmpty { options.append("nullable: true") }
    parts.append(
      RandomModel.Part(
        section: .columns, start: "\(quoted(name)): { type: \(quoted(type.text + mark))", options: options, end: " }"))
    return own
  }

  private mutating func collation(
    of type: RandomType, in tableCollation: String, _ isWild: Bool, _ options: inout [String]
  ) -> String {
    switch type.kind {
    case .text, .members, .set:
      // A longer character may make a text too long: narrow ones are left to the short types.
      guard random.happens(20) else { return tableCollation }
      let own = collation(isWild: isWild)
      if random.happens(30) { options.append("charset: \(own.prefix { $0 != "_" })") }
      if options.last?.hasPrefix("charset") != true || random.happens(50) { options.append("collation: \(own)") }
      return own
    case .uuid: return "ascii_bin"
    default:
      if isWild, random.happens(2) { options.append("charset: latin1") }
      return ""
    }
  }

  /// Adds the default and ON UPDATE.
  private mutating func filling(
    of type: RandomType, in collation: String, _ plan: Plan, isNullable: Bool, _ options: inout [String]
  ) {
    if random.happens(8), let expression = random.defaultExpression(of: type) {
      options.append("default: { sql: \(quoted(expression)) }")
      return
    }
    if random.happens(35) {
      let isWide = collation.isEmpty || collation.hasPrefix("utf8mb4")
      let fitting = type.values.filter { isWide || $0.utf8.allSatisfy { $0 < 0x80 && $0 != UInt8(ascii: "\\") } }
      let values = plan.isWild && random.happens(40) ? type.wrongValues : fitting
      if !values.isEmpty { options.append("default: \(random.pick(values))") }
    } else if isNullable, random.happens(5) {
      options.append("default: null")
    }
    let isFilled = isNullable || options.contains { $0.hasPrefix("default") && $0 != "default: null" }
    if type.kind == .moment, random.happens(25), isFilled || plan.isWild || !target.isMariaDB {
      options.append("onUpdate: now")
    }
  }
}
