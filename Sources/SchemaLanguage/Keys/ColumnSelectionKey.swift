/// The key of the long form of `columns` in a query or an include.
enum ColumnSelectionKey: String, SchemaKey {
  case except

  static let named = makeNamed()

  static let section = KeySection(
    "Column selections", noun: "a column selection",
    introduction: "`columns: [a, b]` names columns to be returned; in a query it may hold aggregates too.",
    example: """
      columns: { except: [photo] }
      """)

  var description: KeyDescription {
    switch self {
    case .except:
      KeyDescription(
        "All columns but these are returned.", .nonEmpty(.list(of: .name)), default: nil, example: "except: [photo]")
    }
  }
}
