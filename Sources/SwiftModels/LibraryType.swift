/// A type of the standard library or of Foundation that generated code names.
enum LibraryType: String, CaseIterable {
  case bool = "Bool"
  case caseIterable = "CaseIterable"
  case codable = "Codable"
  case codingKey = "CodingKey"
  case comparable = "Comparable"
  case decodable = "Decodable"
  case decoder = "Decoder"
  case decodingError = "DecodingError"
  case double = "Double"
  case encodable = "Encodable"
  case encoder = "Encoder"
  case error = "Error"
  case float = "Float"
  case hashable = "Hashable"
  case identifiable = "Identifiable"
  case int = "Int"
  case int16 = "Int16"
  case int32 = "Int32"
  case int64 = "Int64"
  case int8 = "Int8"
  case keyedDecodingContainer = "KeyedDecodingContainer"
  case keyedEncodingContainer = "KeyedEncodingContainer"
  case losslessStringConvertible = "LosslessStringConvertible"
  case rawRepresentable = "RawRepresentable"
  case sendable = "Sendable"
  case sequence = "Sequence"
  case set = "Set"
  case string = "String"
  case uint16 = "UInt16"
  case uint32 = "UInt32"
  case uint64 = "UInt64"
  case uint8 = "UInt8"
  case utf8 = "UTF8"
  case data = "Data"
  case date = "Date"
  case decimal = "Decimal"
  case jsonDecoder = "JSONDecoder"
  case jsonEncoder = "JSONEncoder"
  case uuid = "UUID"

  /// The names of all.
  fileprivate static let names = NameSet(allCases.map(\.rawValue))

  /// Whether Foundation declares it.
  var isFoundation: Bool {
    switch self {
    case .data, .date, .decimal, .jsonDecoder, .jsonEncoder, .uuid: true
    default: false
    }
  }
}

/// The spelling of library types in one scope: with the module in front where a generated type has the same name.
struct LibraryNames: Sendable {
  /// The types whose bare names mean other types; hardly ever one.
  private var shadowed: [LibraryType] = []

  /// The spelling where the generated types in scope have `names`.
  init(shadowedBy names: some Sequence<String>) { shadow(names) }

  /// The spelling in a scope inside this one, whose types have `names`.
  func shadowed(by names: some Sequence<String>) -> LibraryNames {
    var inner = self
    inner.shadow(names)
    return inner
  }

  private mutating func shadow(_ names: some Sequence<String>) {
    for name in names where LibraryType.names.contains(name) {
      if let type = LibraryType(rawValue: name), !shadowed.contains(type) { shadowed.append(type) }
    }
  }

  /// How `type` is spelled.
  subscript(type: LibraryType) -> String {
    shadowed.contains(type) ? "\(type.isFoundation ? "Foundation" : "Swift").\(type.rawValue)" : type.rawValue
  }
}
