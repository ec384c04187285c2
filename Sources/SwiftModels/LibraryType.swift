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
  private var spellings: [LibraryType: String] = [:]

  /// The spelling where a type's bare name means another type if `isShadowed` says so.
  init(where isShadowed: (String) -> Bool) {
    for type in LibraryType.allCases {
      let name = type.rawValue
      spellings[type] = isShadowed(name) ? "\(type.isFoundation ? "Foundation" : "Swift").\(name)" : name
    }
  }

  /// How `type` is spelled.
  subscript(type: LibraryType) -> String { spellings[type] ?? type.rawValue }
}
