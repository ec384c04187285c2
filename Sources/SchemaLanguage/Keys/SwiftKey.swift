/// The keys of `swift` of a schema.
enum SwiftKey: String, SchemaKey {
  case access, layout, prefix, imports, types, seeds

  static let named = makeNamed()

  static let section = KeySection(
    "Swift", noun: "'swift' of a schema", introduction: "How the Swift files of the schema look.",
    example: """
      swift: { access: public, prefix: DB, imports: [JSONKit], types: { json: JSONKit.Value } }
      """)

  var description: KeyDescription {
    switch self {
    case .access:
      KeyDescription(
        "Who sees what is generated.", .choice(of: SwiftDeclaration.Access.self), default: "`internal`",
        example: "access: public")
    case .layout:
      KeyDescription(
        "One file a type, or a single one.", .choice(of: SwiftDeclaration.Layout.self), default: "`perType`",
        example: "layout: single")
    case .prefix:
      KeyDescription(
        "Stands in front of every top-level type's name.", .identifier, default: "none", example: "prefix: DB")
    case .imports:
      KeyDescription(
        "Further modules that the files import.", .nonEmpty(.list(of: .name)), default: "none",
        example: "imports: [JSONKit]")
    case .types:
      KeyDescription(
        "Swift types to be used in place of generated ones.", .mapping(SwiftTypesKey.self), default: "none",
        example: "types: { json: JSONKit.Value }")
    case .seeds:
      KeyDescription(
        "Whether each model's struct has the rows of `seeds` as a static property, `Student.seeds`.", .boolean,
        default: "`false`", example: "seeds: true")
    }
  }
}
