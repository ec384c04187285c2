/// The keys of a mixin; each means what it means in a model.
enum MixinKey: String, SchemaKey {
  case uses, columns, belongsTo, hasOne, hasMany, belongsToMany, indexes, checks

  static let named = makeNamed()

  static let foreignNames: [String: MixinKey] = [
    "attributes": .columns, "fields": .columns, "manyToMany": .belongsToMany, "constraints": .checks,
  ]

  static let section = KeySection(
    "Mixins",
    noun: "a mixin",
    introduction: """
      A model takes in what a mixin holds with `uses: [Name]`. In each list its own entries come first, then those of the \
      mixins in the order of `uses`, behind each mixin those of the mixins that it uses itself. A mixin counts once for a \
      model, however often it is reached. A name that is there already is an error that shows both places.

      A check that comes by a mixin has the table's name in front of its own, `<table>_<name>_check`: several tables have \
      it, and a database of MySQL has no two checks of one name. A foreign key is best left without a name of its own for \
      the same reason.

      Mixins use one another at most 100 deep, and bring at most 2,000,000 declarations to the models of a schema.
      """,
    example: """
      mixins:
        Audited:
          columns:
            changedBy: string(80)?
          indexes: [changedBy]
        Owned:
          uses: [Audited]
          belongsTo:
            owner: Person
      models:
        Person:
        Note:
          uses: [Owned]
          columns:
            body: text
      """)

  /// The key of a model that is meant.
  private var modelKey: ModelKey {
    switch self {
    case .uses: .uses
    case .columns: .columns
    case .belongsTo: .belongsTo
    case .hasOne: .hasOne
    case .hasMany: .hasMany
    case .belongsToMany: .belongsToMany
    case .indexes: .indexes
    case .checks: .checks
    }
  }

  var description: KeyDescription { modelKey.description }
}
