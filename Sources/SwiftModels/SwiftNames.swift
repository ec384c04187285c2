import AssociationGraph
import SchemaLanguage

/// What every file of a schema has to agree on: the names of top-level types, the types of keys, who declares which
/// enumeration. Made once; each file is then written by itself.
///
/// A class, since it is handed to everything that writes a part of a file, and never changes.
final class SwiftNames: Sendable {
  /// What the shared types file has to hold beside shared enumerations.
  struct SharedTypes: OptionSet {
    let rawValue: Int
    static let localDate = SharedTypes(rawValue: 1)
    static let localTime = SharedTypes(rawValue: 2)
    static let json = SharedTypes(rawValue: 4)
    static let commaSeparated = SharedTypes(rawValue: 8)
    static let resultCount = SharedTypes(rawValue: 16)
    static let statement = SharedTypes(rawValue: 32)
    static let command = SharedTypes(rawValue: 64)
  }

  /// How the primary key identifies a row of a model.
  enum Identity {
    /// It does not, or a property that is not the key is called `id`.
    case none
    /// By the property `id` itself, at this position.
    case property(Int)
    /// By one column of another name, at this position.
    case column(Int)
    /// By several columns.
    case composite([Int])

    /// The position of a key of one column.
    var singleColumn: Int? {
      switch self {
      case .property(let column), .column(let column): column
      case .none, .composite: nil
      }
    }
  }

  /// Names of types that generated types nest; a top-level type that nested code refers to must have another.
  private static let nestedNames = NameSet(["CodingKeys", "ID", "New", "Parameters", "Row"])
  /// The modules by whose name a shadowed type is reached, and words that cannot name a type, or as its name would take
  /// their meaning from the whole module.
  private static let impossibleNames = NameSet(["Foundation", "Self", "Swift", "_", "self"])

  /// The graph.
  let graph: AssociationGraph
  /// What stands in front of a declaration: `public `, or nothing.
  let access: String
  /// The types' names, unescaped, by position in the graph.
  let models: [String]
  let enumerations: [String]
  let queries: [String]
  /// The namespace of the shared types, unescaped.
  let namespace: String
  /// The types of dates and of times.
  private let dateType: String
  private let timeType: String
  /// Library types in a scope that nests nothing but ``nestedNames``.
  let library: LibraryNames
  /// The names of the enumerations and the namespace, which a query's nested types must not hide.
  let referredNames: Set<String>
  /// For each model the enumerations that its file declares, ascending.
  let ownEnumerations: [[ID<Enumeration>]]
  /// Which enumerations are elements of a SET column.
  let areSetMembers: [Bool]
  /// What the shared types file has to hold.
  let sharedTypes: SharedTypes
  /// For each model how its rows are identified.
  let identities: [Identity]
  /// Whether a model's key is a foreign key on a circle of such keys, so that `A.ID` would be defined by itself.
  private let hasCircularKey: [Bool]

  init(_ graph: AssociationGraph) {
    self.graph = graph
    access = graph.swift.access == .internal ? "" : "\(graph.swift.access.rawValue) "

    let free = { (name: String) in SwiftIdentifier.free(name, where: Self.impossibleNames.contains) }
    let freeInside = { (name: String) in
      SwiftIdentifier.free(name) { Self.impossibleNames.contains($0) || Self.nestedNames.contains($0) }
    }
    // Models and queries are counted, and not copied with all that they hold.
    models = graph.models.indices.map { free(graph.models[$0].swiftName) }
    queries = graph.queries.indices.map { free(graph.queries[$0].swiftName) }
    enumerations = graph.enumerations.map { freeInside($0.swiftName) }
    // A database is often named like one of its tables.
    var namespace = freeInside(graph.swift.namespace)
    while models.contains(namespace) || queries.contains(namespace) || enumerations.contains(namespace) {
      namespace += "DB"
    }
    self.namespace = namespace
    dateType = "\(SwiftIdentifier.spelled(namespace)).LocalDate"
    timeType = "\(SwiftIdentifier.spelled(namespace)).LocalTime"
    referredNames = Set(enumerations).union([namespace])
    library = LibraryNames(shadowedBy: referredNames).shadowed(by: models).shadowed(by: queries)

    var owned = [Bool](repeating: false, count: graph.enumerations.count)
    var areSetMembers = owned
    var ownEnumerations: [[ID<Enumeration>]] = []
    var sharedTypes: SharedTypes = []
    func note(_ type: ColumnType, swiftType: String?) {
      if case .set(let enumeration) = type { areSetMembers[enumeration.index] = true }
      guard swiftType == nil else { return }
      switch type {
      case .date: sharedTypes.insert(.localDate)
      case .time: sharedTypes.insert(.localTime)
      case .json where graph.swift.jsonType == nil: sharedTypes.insert(.json)
      default: break
      }
    }
    for position in graph.models.indices {
      var own: [ID<Enumeration>] = []
      for statement in graph.models[position].statements {
        sharedTypes.insert(statement == .find ? .statement : .command)
      }
      let columns = graph.models[position].columns
      for column in columns.indices {
        note(columns[column].type, swiftType: columns[column].swiftType)
        switch columns[column].type {
        case .enumeration(let enumeration), .set(let enumeration):
          guard !graph[enumeration].isShared, !owned[enumeration.index] else { continue }
          owned[enumeration.index] = true
          own.append(enumeration)
        default: break
        }
      }
      ownEnumerations.append(own)
    }
    for position in graph.queries.indices {
      if graph.queries[position].result != .many { sharedTypes.insert(.resultCount) }
      if graph.queries[position].isBatched { sharedTypes.insert(.statement) }
      for parameter in graph.queries[position].parameters { note(parameter.type, swiftType: parameter.swiftType) }
    }
    if areSetMembers.contains(true) { sharedTypes.insert(.commaSeparated) }
    self.ownEnumerations = ownEnumerations
    self.areSetMembers = areSetMembers
    self.sharedTypes = sharedTypes

    identities = graph.models.indices.map { Self.identity(of: graph.models[$0]) }
    hasCircularKey = Self.circularKeys(of: graph, identities)
  }

  /// Names that no property has: a type nested beside it or the language holds them.
  private static let impossibleProperties = NameSet([
    "CodingKeys", "ID", "New", "RawValue", "_", "hashValue", "self",
  ])

  /// The name of a property: as the graph has it, unless something else holds that name.
  static func property(_ name: String) -> String {
    SwiftIdentifier.free(name, where: impossibleProperties.contains)
  }

  private static func identity(of model: Model) -> Identity {
    let key = model.primaryKeyColumns
    guard !key.isEmpty, key.count == model.primaryKey.count else { return .none }
    if let other = model.columns.firstIndex(where: { $0.swiftName == "id" }) {
      return key == [other] ? .property(other) : .none
    }
    return key.count == 1 ? .column(key[0]) : .composite(key)
  }

  /// For each column of `model` the edges in which it takes part.
  func foreignKeys(of model: Model) -> [[ID<Edge>]] {
    var edges = [[ID<Edge>]](repeating: [], count: model.columns.count)
    for edge in model.foreignKeys {
      for column in graph[edge].childColumns where edges[column].last != edge { edges[column].append(edge) }
    }
    return edges
  }

  /// The model whose `ID` is the type of the column at `column` of `model`: the parent of a foreign key of this one
  /// column that names the parent's primary key. `nil` where the column has a type of its own.
  func keyedModel(of column: Int, in model: ID<Model>, foreignKeys: [ID<Edge>]) -> ID<Model>? {
    guard graph[model].columns[column].swiftType == nil else { return nil }
    guard let parent = Self.keyedModel(of: column, in: graph, identities, foreignKeys: foreignKeys) else { return nil }
    if Self.nestedNames.contains(models[parent.index]) { return nil }
    let isKey = identities[model.index].singleColumn == column
    return isKey && hasCircularKey[model.index] ? nil : parent
  }

  private static func keyedModel(
    of column: Int, in graph: AssociationGraph, _ identities: [Identity], foreignKeys: [ID<Edge>]
  ) -> ID<Model>? {
    for id in foreignKeys {
      guard graph[id].childColumns == [column], graph[id].discriminator == nil,
        let key = identities[graph[id].parent.index].singleColumn
      else { continue }
      if graph[id].parentColumns == [key] { return graph[id].parent }
    }
    return nil
  }

  /// For each model whether following its key to the model whose `ID` it is, and so on, comes back to it.
  private static func circularKeys(of graph: AssociationGraph, _ identities: [Identity]) -> [Bool] {
    let next: [Int?] = graph.models.indices.map { position in
      guard let key = identities[position].singleColumn, graph.models[position].columns[key].swiftType == nil else {
        return nil
      }
      return keyedModel(of: key, in: graph, identities, foreignKeys: graph.models[position].foreignKeys)?.index
    }
    var isCircular = [Bool](repeating: false, count: next.count)
    var walks = [Int](repeating: -1, count: next.count)
    for start in next.indices where walks[start] < 0 {
      var place: Int? = start
      while let model = place, walks[model] < 0 {
        walks[model] = start
        place = next[model]
      }
      // A walk that ends where it has been itself has found a circle; all of it is marked.
      while let model = place, walks[model] == start, !isCircular[model] {
        isCircular[model] = true
        place = next[model]
      }
    }
    return isCircular
  }

  /// The expression that gives the value of `expression` in the form that the server takes.
  func bound(_ expression: String, _ type: ColumnType, swiftType: String?) -> String {
    guard swiftType == nil else { return expression }
    switch type {
    // The column is compared byte by byte, and holds small letters.
    case .uuid: return "\(expression).uuidString.lowercased()"
    case .set: return "\(SwiftIdentifier.spelled(namespace)).CommaSeparated(\(expression))"
    default: return expression
    }
  }

  /// The type of a value of `type` that is not NULL, as `library` spells it; `writer` notes what has to be imported.
  func valueType(
    _ type: ColumnType, swiftType: String?, library: LibraryNames, noting writer: inout CodeWriter
  ) -> String {
    if let swiftType {
      writer.usesAuthorTypes = true
      return swiftType
    }
    switch type {
    case .enumeration(let enumeration): return SwiftIdentifier.spelled(enumerations[enumeration.index])
    case .set(let enumeration):
      return "\(library[.set])<\(SwiftIdentifier.spelled(enumerations[enumeration.index]))>"
    case .date: return dateType
    case .time: return timeType
    case .json:
      guard let jsonType = graph.swift.jsonType else { return "\(SwiftIdentifier.spelled(namespace)).JSON" }
      writer.usesAuthorTypes = true
      return jsonType
    default:
      let libraryType = type.libraryType
      if libraryType.isFoundation { writer.usesFoundation = true }
      return library[libraryType]
    }
  }
}

extension ColumnType {
  /// The library type of values; `String` for those whose type is generated.
  fileprivate var libraryType: LibraryType {
    switch self {
    case .integer(let width, let isUnsigned, _):
      switch width {
      case .tiny: isUnsigned ? .uint8 : .int8
      case .small: isUnsigned ? .uint16 : .int16
      case .medium, .regular: isUnsigned ? .uint32 : .int32
      case .big: isUnsigned ? .uint64 : .int64
      }
    case .boolean: .bool
    // Foundation's Decimal holds 38 digits; a longer number stays text, digit for digit.
    case .decimal(let precision, _, _, _): precision > 38 ? .string : .decimal
    case .float: .float
    case .double: .double
    case .bit: .uint64
    case .datetime, .timestamp: .date
    case .year: .int16
    case .binary, .varbinary, .blob, .geometry, .vector: .data
    case .uuid: .uuid
    case .char, .varchar, .text, .date, .time, .json, .enumeration, .set: .string
    }
  }
}
