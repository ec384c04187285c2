/// The keys of the long form of a part of an index or of a primary key.
enum IndexPartKey: String, SchemaKey {
  case name, expression, length, order

  static let named = makeNamed()

  /// The two values of `order`.
  enum Order: String, CaseIterable {
    case asc, desc
  }

  static let section = KeySection(
    "Index parts", noun: "a part of an index",
    introduction: """
      A name alone is short for `{ name: … }`. A part has either a `name` or an `expression`; the parts of a primary key \
      have a `name`.
      """)

  static var dependencies: [KeyDependency<IndexPartKey>] {
    [.exactlyOne([.name, .expression]), .excludes(.expression, [.length])]
  }

  var description: KeyDescription {
    switch self {
    case .name: KeyDescription("The column.", .name, default: "see `expression`", example: "name: body")
    case .expression:
      KeyDescription(
        "An expression in place of a column.", .sql, default: "see `name`", example: "expression: \"lower(`name`)\"")
    case .length:
      KeyDescription(
        "How much of the column is indexed: characters, or bytes of a binary column.", .number(from: 1),
        default: "all of it", example: "length: 20")
    case .order: KeyDescription("The direction.", .choice(of: Order.self), default: "`asc`", example: "order: desc")
    }
  }
}
