/// The keys of `swift` of a column.
enum ColumnSwiftKey: String, SchemaKey {
  case name, type

  static let named = makeNamed()

  static let section = KeySection(
    "Columns in Swift", noun: "'swift' of a column", introduction: "The value of `swift` in a column.")

  var description: KeyDescription {
    switch self {
    case .name:
      KeyDescription("The property's name.", .name, default: "made from the column's name", example: "name: address")
    case .type:
      KeyDescription("The property's type.", .name, default: "that of the column's type", example: "type: Settings")
    }
  }
}
