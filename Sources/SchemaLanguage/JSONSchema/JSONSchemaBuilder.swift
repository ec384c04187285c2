import Diagnostics

/// Makes a JSON Schema of a table of keys, with a definition for each table that it leads to.
struct JSONSchemaBuilder {
  private typealias Members = [JSONValue.Member]

  /// The definitions by their names, in the order in which they were first referred to; one that is being made is empty.
  private var definitions: Members = []

  /// The JSON Schema of a file that is a mapping with the keys of a table, or, where it may be empty, has no value.
  static func document(with keys: (some SchemaKey).Type, orNothing mayBeEmpty: Bool = false) -> JSONValue {
    var builder = JSONSchemaBuilder()
    var root = builder.object(with: keys)
    if mayBeEmpty, let type = root.firstIndex(where: { $0.name == "type" }) { root[type].value = ["object", "null"] }
    return .object(
      [
        .init("$schema", "http://json-schema.org/draft-07/schema#"),
        .init("$comment", "Made by 'joinery schema'; do not edit."),
      ] + root + [.init("definitions", .object(builder.definitions))])
  }

  // MARK: Mappings

  /// A mapping with the keys of a table.
  private mutating func object<Key: SchemaKey>(with keys: Key.Type) -> Members {
    let properties = keys.allCases.map { ($0, $0.description, $0.description.shape) }
    return object(with: keys, properties: properties, dependencies: keys.dependencies)
  }

  /// The long form of an association of a kind.
  private mutating func object(with kind: AssociationKind) -> Members {
    let keys = AssociationKey.allCases.filter { $0.kinds.contains(kind) }
    return object(
      with: AssociationKey.self, properties: keys.map { ($0, $0.description, $0.shape(for: kind)) },
      dependencies: AssociationKey.dependencies(for: kind))
  }

  private mutating func object<Key: SchemaKey>(
    with keys: Key.Type, properties: [(key: Key, description: KeyDescription, shape: ValueShape)],
    dependencies: [KeyDependency<Key>]
  ) -> Members {
    let section = keys.section
    var members: Members = [.init("title", .string(section.title))]
    members += description(section.introduction, example: section.example)
    members.append(.init("type", "object"))
    let schemas = properties.map { key, description, shape in
      JSONValue.Member(key.rawValue, .object(self.description(of: description) + schema(of: shape)))
    }
    members.append(.init("properties", .object(schemas)))
    members.append(
      .init("additionalProperties", keys.otherKeys.map { .object(schema(of: $0)) } ?? .boolean(false)))
    return members + Self.members(of: dependencies)
  }

  /// A key's meaning, default and example.
  private func description(of key: KeyDescription) -> Members {
    let standard = key.standard.map { $0.isEmpty ? "" : " Default: \($0)." } ?? " Required."
    var members = description(key.summary + standard, example: key.example)
    if let value = key.standard.flatMap(Self.value) { members.append(.init("default", value)) }
    return members
  }

  /// Markdown of the reference page for editors, which have no other sections to link to.
  private func description(_ markdown: String, example: String) -> Members {
    let text = markdown.replacing(#/\[([^\]]*)\]\(#[^)]*\)/#) { $0.output.1 }
    if example.isEmpty { return [.init("description", .string(text))] }
    return [
      .init("description", .string(text + "\n\nExample:\n\n" + example)),
      .init("markdownDescription", .string(text + "\n\n```yaml\n" + example + "\n```")),
    ]
  }

  /// The value that the default of a key is, where it is one: `` `camel` ``, `1`, but not `see above`.
  private static func value(_ standard: String) -> JSONValue? {
    if let number = Int(standard) { return .number(number) }
    guard standard.first == "`", standard.last == "`" else { return nil }
    let word = standard.dropFirst().dropLast()
    return switch word {
    case "true": .boolean(true)
    case "false": .boolean(false)
    case _ where word.contains("`"): nil
    default: .string(String(word))
    }
  }

  /// The members that say how keys depend on one another.
  private static func members<Key: SchemaKey>(of dependencies: [KeyDependency<Key>]) -> Members {
    func required(_ keys: [Key]) -> JSONValue { ["required": .array(keys.map { .string($0.rawValue) })] }
    func alternatives(_ keys: [Key]) -> JSONValue { .array(keys.map { required([$0]) }) }
    var always: [Key] = []
    var members: Members = []
    var conditions: Members = []
    for dependency in dependencies {
      switch dependency {
      case .atLeastOne(let keys) where keys.count == 1: always += keys
      case .atLeastOne(let keys): members.append(.init("anyOf", alternatives(keys)))
      case .exactlyOne(let keys): members.append(.init("oneOf", alternatives(keys)))
      case .needs(let key, let others):
        conditions.append(
          .init(key.rawValue, others.count == 1 ? required(others) : ["anyOf": alternatives(others)]))
      case .excludes(let key, let others):
        conditions.append(.init(key.rawValue, ["not": ["anyOf": alternatives(others)]]))
      }
    }
    if !always.isEmpty { members.append(.init("required", .array(always.map { .string($0.rawValue) }))) }
    if !conditions.isEmpty { members.append(.init("dependencies", .object(conditions))) }
    return members
  }

  // MARK: Definitions

  /// A reference to the definition `name`, which is made if it is not there.
  private mutating func reference(_ name: String, _ make: (inout JSONSchemaBuilder) -> Members) -> Members {
    if !definitions.contains(where: { $0.name == name }) {
      let index = definitions.count
      // A condition may hold conditions: the name stands before the definition is made.
      definitions.append(.init(name, [:]))
      definitions[index].value = .object(make(&self))
    }
    return [.init("$ref", .string("#/definitions/" + name))]
  }

  private mutating func reference(to keys: (some SchemaKey).Type) -> Members {
    reference(keys.section.anchor) { $0.object(with: keys) }
  }

  private mutating func rows() -> Members {
    let options: JSONValue = ["$options": .object(reference(to: SeedOptionsKey.self))]
    let list: JSONValue = ["type": "array", "items": ["type": "object", "properties": options]]
    let mapping: JSONValue = [
      "type": "object", "properties": options, "additionalProperties": ["type": "object"],
      "propertyNames": ["pattern": #"^(\$options$|[^$])"#],
    ]
    return [.init("anyOf", [list, mapping])]
  }

  private func types() -> Members {
    let topic = ReferenceTopic.types
    // Superfluous words and wrong numbers are left to the compiler.
    let name = #"[^\s0-9(),'?][^(),'?]*"#
    let arguments = #"(\(([^)']|'[^']*')*\))?"#
    var members: Members = [.init("title", .string(topic.title)), .init("type", "string")]
    members += description(topic.introduction, example: topic.example)
    members += Self.pattern(
      "\\s*\(name)\(arguments)[^(),'?]*\\??\\s*",
      "A type is a name, then numbers or members in parentheses, then 'unsigned' and the like, then '?'.")
    members.append(.init("examples", .array(TypeName.allCases.map { .string($0.rawValue) })))
    return members
  }

  // MARK: Values

  /// Letters, digits and `_`, a letter first; letters are all that is not ASCII.
  private static let identifier = #"[^\x00-@\[-`{-\x7f][^\x00-/:-@\[-^`{-\x7f]*"#

  /// Any scalar but null. Editors do not propose `true` and `false` where it is not the type that is boolean.
  private static func text(minLength: Int) -> Members {
    let text: Members = [.init("type", ["string", "number"])]
    let other = text + (minLength > 0 ? [.init("minLength", .number(minLength))] : [])
    return [.init("if", ["type": "boolean"]), .init("else", .object(other))]
  }

  /// A text in which an identifier stands between other things.
  private static func name(_ before: String = "", _ behind: String = "") -> Members {
    [.init("type", "string")]
      + pattern(before + identifier + behind, "A name is letters, digits and '_', with a letter first.")
  }

  /// The whole of a text; editors show the message, since the expression says little to people.
  private static func pattern(_ expression: String, _ message: String) -> Members {
    [.init("pattern", .string("^" + expression + "$")), .init("patternErrorMessage", .string(message))]
  }

  /// What a value of a shape looks like in the tree that YAML 1.2 makes: a name that is written in digits is a number there.
  private mutating func schema(of shape: ValueShape) -> Members {
    switch shape {
    case .name, .path, .sql: return Self.text(minLength: 1)
    case .text, .scalar: return Self.text(minLength: 0)
    case .identifier, .model: return Self.name()
    case .target: return Self.name("", #" *\??"#)
    case .boolean:
      return [.init("type", ["boolean", "string"])] + Self.pattern("(true|false)", "Write true or false.")
    case .number(let first):
      return [.init("type", ["integer", "string"]), .init("minimum", .number(Int(clamping: first)))]
        + Self.pattern("[0-9]+", "Write a whole number.")
    case .byteCount:
      return [.init("type", ["integer", "string"])]
        + Self.pattern("[0-9]+([KMG]iB)?", "Write a number of bytes, or one with KiB, MiB or GiB.")
    case .type: return reference("types") { $0.types() }
    case .parameter: return Self.name(#"\$"#)
    case .value: return []
    case .row: return [.init("type", "object")]
    case .rows: return reference("rows") { $0.rows() }
    case .choice(let words): return [.init("enum", .array(words.map { .string($0) }))]
    case .list(let element): return [.init("type", "array"), .init("items", .object(schema(of: element)))]
    case .pair(let element):
      return schema(of: .list(of: element)) + [.init("minItems", .number(2)), .init("maxItems", .number(2))]
    case .mapping(let keys): return reference(to: keys)
    case .association(let kind): return reference(kind.rawValue) { $0.object(with: kind) }
    case .entries(_, let keys, let value):
      var members: Members = [.init("type", "object"), .init("additionalProperties", .object(schema(of: value)))]
      if case .identifier = keys { members.append(.init("propertyNames", .object(schema(of: keys)))) }
      return members
    case .either(let shapes): return [.init("anyOf", .array(shapes.map { .object(schema(of: $0)) }))]
    case .nonEmpty(let shape): return counting(shape, ["min"])
    case .single(let shape): return counting(shape, ["min", "max"])
    case .orNothing(let shape):
      let shapes: [ValueShape] = if case .either(let shapes) = shape { shapes } else { [shape] }
      return [.init("anyOf", .array(shapes.map { JSONValue.object(schema(of: $0)) } + [["type": "null"]]))]
    }
  }

  /// A list or a mapping of which one entry is the least, or the most.
  private mutating func counting(_ shape: ValueShape, _ bounds: [String]) -> Members {
    let isList = if case .list = shape { true } else { false }
    let counts: Members = bounds.map { .init($0 + (isList ? "Items" : "Properties"), .number(1)) }
    let members = schema(of: shape)
    // Beside a reference nothing counts.
    guard members.contains(where: { $0.name == "$ref" }) else { return members + counts }
    return [.init("allOf", [.object(members), .object(counts)])]
  }
}
