/// The keys of `swift` of a model.
enum ModelSwiftKey: String, SchemaKey {
  case name

  static let named = makeNamed()

  static let section = KeySection(
    "Models in Swift", noun: "'swift' of a model", introduction: "The value of `swift` in a model.")

  var description: KeyDescription {
    switch self {
    case .name: KeyDescription("The struct's name.", .name, default: "the model's name", example: "name: Pupil")
    }
  }
}
