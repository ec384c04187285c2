import AssociationGraph
import SchemaLanguage
import SwiftModels

/// Every type and every name that could break generated code.
struct HostileDB {
  /// Names of models: types that generated code uses, words of the language, names of nested types.
  static let modelNames = [
    "Bool", "CaseIterable", "Codable", "CodingKey", "CodingKeys", "Comparable", "CustomStringConvertible", "Data",
    "Date",
    "Decimal", "Decodable", "Decoder", "DecodingError", "Double", "Encodable", "Encoder", "EncodingError", "Error",
    "Float", "Foundation", "Hashable", "ID", "Identifiable", "Int", "Int16", "Int32", "Int64", "Int8", "JSON",
    "JSONDecoder", "JSONEncoder", "KeyedDecodingContainer", "KeyedEncodingContainer", "LocalDate", "LocalTime",
    "LosslessStringConvertible", "Never", "New", "Optional", "Array", "Dictionary", "Character", "Parameters",
    "Protocol", "RawRepresentable", "Row", "Self", "Sendable", "Sequence", "Set", "SetMember", "String",
    "StringLiteralType", "Substring", "Swift", "Type", "UInt16", "UInt32", "UInt64", "UInt8", "UTF8", "UUID", "any",
    "class", "self", "_", "Größe",
  ]

  /// Names of properties, parameters and cases.
  static let propertyNames = [
    "CodingKeys", "ID", "New", "Protocol", "RawValue", "Self", "Type", "_", "actor", "allCases", "any", "as", "await",
    "bindings", "case", "class", "consume", "default", "didSet", "encode", "false", "for", "get", "hash", "hashValue",
    "if", "import", "in", "init", "inout", "let", "nil", "none", "operator", "private", "protocol", "rawValue",
    "result",
    "return", "row", "rows", "seen", "self", "set", "some", "static", "stringValue", "struct", "subscript", "super",
    "switch", "throws", "true", "try", "var", "where", "while", "yield", "größe",
  ]

  var graph: AssociationGraph
  var statements: [StatementText] = []

  init(access: SwiftDeclaration.Access, hidesLibraryTypes: Bool) {
    typealias B = GraphBuilder
    var builder = GraphBuilder(
      path: "schemas/\u{202E}a\nb\u{2028}.yaml", namespace: "HostileDB", access: access)

    let status = builder.enumeration(
      "Status", shared: true, members: ["active", "it's \"\\(x)\"", "", "Größe\u{202E}"] + Self.propertyNames,
      cases: ["active", "itsX", "empty", "größe2"] + Self.propertyNames)
    let id = builder.enumeration("ID", shared: true, members: ["a", "b"])
    let feature = builder.enumeration("AllTypesFeature", members: ["c", "B b", "a"], cases: ["c", "bB", "a"])

    var types: [ColumnType] = [
      .boolean, .decimal(precision: 38, scale: 18, isUnsigned: false, isZerofill: false),
      .float(digits: nil, isUnsigned: false, isZerofill: false),
      .double(digits: nil, isUnsigned: true, isZerofill: false), .bit(64), .date, .time(fraction: 6),
      .datetime(fraction: 6), .timestamp(fraction: 0), .year, .char(1), .varchar(1), .text(.long), .binary(1),
      .varbinary(1), .blob(.tiny), .uuid, .json, .enumeration(status), .set(feature), .enumeration(id), .set(id),
      .geometry(.point, srid: 4326), .vector(3),
    ]
    for width in [ColumnType.IntegerWidth.tiny, .small, .medium, .regular, .big] {
      for isUnsigned in [false, true] {
        types.append(.integer(width, isUnsigned: isUnsigned, zerofillWidth: nil))
      }
    }
    var columns = [B.id()]
    for (number, type) in types.enumerated() {
      columns.append(B.column("c\(number)", type))
      columns.append(B.column("n\(number)", type, nullable: true))
    }
    columns[1].comment = "First\nline */ `code` <b>bold</b> [link](x) \\ \u{202E}& so on"
    columns[2].comment = "- a list"
    columns[3].generation = Generation(expression: "1", isStored: true)
    columns.append(B.column("we`ird \"name\"\n\u{202E}", .int, swift: "weird"))
    let allTypes = builder.model("AllTypes", table: "all`types", columns: columns)
    builder.graph[allTypes].options.comment = "All of *them*\n# here"

    // A name for each property; the key is one of them.
    let words = builder.model(
      "Words", table: "words", key: ["inout"],
      columns: Self.propertyNames.map { B.column($0, .int, swift: $0) })
    let wordPairs = builder.model(
      "WordPairs", table: "word_pairs", key: ["class", "inout"],
      columns: Self.propertyNames.map { B.column($0, .int, swift: $0, nullable: $0 == "default") })
    let getter = builder.model("Getter", table: "getters", key: ["get"], columns: [B.column("get", .int)])
    _ = getter
    // Keys that are foreign keys: a chain, a circle, a row that refers to itself.
    let chain = builder.model("Chain", table: "chains", key: ["wordId"], columns: [B.column("wordId", .int)])
    let circleA = builder.model("CircleA", table: "circle_as", key: ["b"], columns: [B.column("b", .int)])
    let circleB = builder.model("CircleB", table: "circle_bs", key: ["a"], columns: [B.column("a", .int)])
    let onCircle = builder.model("OnCircle", table: "on_circles", key: ["a"], columns: [B.column("a", .int)])
    let own = builder.model("Own", table: "owns", columns: [B.id()])
    let other = builder.model(
      "OtherID", table: "other_ids", key: ["key"], columns: [B.column("key", .int), B.column("id", .varchar(9))])
    let toOther = builder.model(
      "ToOther", table: "to_others", columns: [B.id(), B.column("otherKey", .int)])
    _ = builder.edge(chain, ["wordId"], words, unique: true)
    _ = builder.edge(circleA, ["b"], circleB, unique: true)
    _ = builder.edge(circleB, ["a"], circleA, unique: true)
    _ = builder.edge(onCircle, ["a"], circleA, unique: true)
    _ = builder.edge(own, ["id"], own, unique: true)
    _ = builder.edge(toOther, ["otherKey"], other)
    let pairEdge = builder.edge(wordPairs, ["class"], words)
    let pairs = builder.association("pairs", .hasMany, of: words, (pairEdge, .toChild))
    let word = builder.association("word", .belongsTo, of: wordPairs, (pairEdge, .toParent))

    // A table of very many columns, all nullable.
    let wide = builder.model(
      "Wide", table: "wides", key: [],
      columns: (0..<300).map { B.column("column\($0)", .int, nullable: true) } + [B.column("next", .int)])
    let wideEdge = builder.edge(wide, ["next"], own)
    let wides = builder.association("wides", .hasMany, of: own, (wideEdge, .toChild))
    builder.query(
      "wide", "WideQuery", from: own,
      include: [B.Include(association: wides, columns: (0..<300).map { "column\($0)" })])
    builder.query("wideRoot", "WideRoot", from: wide)

    // The same names as nested types, and every type as a parameter.
    var parameters = types.enumerated().map { number, type in
      QueryParameter(name: "p\(number)", swiftName: "p\(number)", type: type, isList: number % 2 == 1)
    }
    parameters += Self.propertyNames.map { QueryParameter(name: $0, swiftName: $0, type: .int, isList: false) }
    builder.query("everything", "Everything", from: allTypes, type: "String", parameters: parameters)
    builder.query(
      "pairsOfWords", "PairsOfWords", from: words, type: "class",
      include: [
        B.Include(
          association: pairs, type: "Self", children: [B.Include(association: word, type: "Int32")])
      ])
    builder.query(
      "words", "WordsQuery", from: words, type: "Date",
      include: [B.Include(association: pairs, type: "Set", columns: ["default"])])
    builder.query(
      "sameName", "SameName", from: words, type: "SameName",
      include: [B.Include(association: pairs, type: "SameNameKey"), B.Include(association: pairs, type: "Row")])
    // `pairs` twice would be one property; the second becomes another.
    let same = builder.graph.queries.count - 1
    builder.graph.queries[same].sources[2].swiftName = "others"
    for column in builder.graph.queries[same].sources[2].target.columns.indices {
      builder.graph.queries[same].sources[2].hops[0].columns[column].name += "2"
    }

    if hidesLibraryTypes {
      var parent = own
      for name in Self.modelNames {
        let model = builder.model(
          name, table: name.lowercased(),
          columns: [B.id(), B.column("parentId", .int, swift: "parentID"), B.column("at", .datetime(fraction: 0))])
        let edge = builder.edge(model, ["parentId"], parent)
        _ = builder.association("parent", .belongsTo, of: model, (edge, .toParent))
        parent = model
      }
    }
    graph = builder.graph
    statements = graph.queries.map { query in
      let lists = query.parameters.indices.filter { query.parameters[$0].isList }
      return StatementText(
        segments: [.sql("SELECT ")] + lists.map { .list($0) },
        placeholders: query.parameters.indices.map { .parameter($0) })
    }
  }

  /// Every file of the database.
  var files: [SwiftFile] {
    let emitter = SwiftEmitter(graph: graph)
    return graph.models.indices.map { emitter.modelFile(ID($0)) }
      + statements.indices.map { emitter.queryFile($0, statements: [statements[$0]]) }
      + [emitter.sharedTypesFile()].compactMap { $0 }
  }
}
