/// The keys of `types` in `swift`.
enum SwiftTypesKey: String, SchemaKey {
  case json

  static let named = makeNamed()

  static let section = KeySection(
    "Swift types", noun: "'types' of 'swift'", introduction: "The value of `types` in `swift`.")

  var description: KeyDescription {
    switch self {
    case .json:
      KeyDescription("The type of JSON columns.", .name, default: "a generated one", example: "json: JSONKit.Value")
    }
  }
}
