/// The keys of the long form of an association.
enum AssociationKey: String, SchemaKey {
  case model, foreignKey, targetKey, sourceKey, inverse, onDelete, onUpdate, constraint, scope
  case through, otherKey, unique, timestamps, oneOf, encoding

  static let named = makeNamed()

  static let foreignNames: [String: AssociationKey] = [
    "target": .model, "constraints": .constraint, "inverseOf": .inverse, "throughModel": .through,
    "polymorphic": .oneOf,
  ]

  /// The kinds of associations that may have the key, in the order of their declaration.
  var kinds: [AssociationKind] {
    switch self {
    case .model, .foreignKey, .inverse, .onDelete, .onUpdate, .constraint: AssociationKind.allCases
    case .targetKey: [.belongsTo, .belongsToMany]
    case .sourceKey, .scope, .through: [.hasOne, .hasMany, .belongsToMany]
    case .otherKey, .unique, .timestamps: [.belongsToMany]
    case .oneOf, .encoding: [.belongsTo]
    }
  }

  static let section = KeySection(
    "Associations", noun: "an association",
    introduction: """
      The four kinds mean what they mean in Sequelize v6. The foreign key of `belongsTo` is in the model that declares \
      it, that of `hasOne` and `hasMany` in the target; `belongsToMany` has two, in a junction table.

      `belongsTo: [Grade, School?]` infers the names (`grade`, `school`); `belongsTo: { grade: Grade }` gives them; the \
      long form is `belongsTo: { grade: { model: Grade, … } }`. A `?` behind the target of a `belongsTo` makes it \
      optional: its key is nullable.

      Unless said otherwise, a nullable key has ON DELETE SET NULL; a required one NO ACTION where `belongsTo` is written, \
      else CASCADE; the keys of a junction table CASCADE; every key ON UPDATE CASCADE.

      A `belongsTo` with `oneOf` is polymorphic: it names a row of one of several models. The other ends say \
      `hasMany: { comments: { model: Comment, inverse: commentable } }`, and a `belongsToMany` through a model with such a \
      `belongsTo` goes by its key. For each model there is an association `commentable.Post`, for queries, chains and \
      rows; `include: [commentable]` includes them all, a row says `commentable: { Post: hello }`. With `encoding: \
      typeAndId` two columns, `commentableType` and `commentableId`, and an index over them say which row is meant, and no \
      server guards it; with `encoding: exclusiveArc` each model has a nullable foreign key, `commentablePostId`, NO ACTION \
      unless said otherwise, and a CHECK sees to it that one of them is set. `foreignKey: { nullable: true }` makes it \
      optional.
      """,
    example: """
      belongsTo:
        grade: Grade?
        teacher: { model: Person, foreignKey: taught_by, onDelete: restrict }
      belongsToMany:
        courses: { model: Course, through: Enrollment, foreignKey: studentId, otherKey: courseId }
      """)

  var description: KeyDescription {
    switch self {
    case .model: KeyDescription("The target.", .target, default: nil, example: "model: Course")
    case .foreignKey: foreignKey("The foreign key; for `belongsToMany`, the one to this model.", "foreignKey: courseId")
    case .targetKey: key("What the foreign key references in the target, if not its primary key.", "targetKey: code")
    case .sourceKey: key("What the foreign key references in this model, if not its primary key.", "sourceKey: code")
    case .inverse:
      KeyDescription(
        "The association of the target that goes back over the same key.", .name,
        default: "the one that shares the key, if there is exactly one", example: "inverse: students")
    case .onDelete:
      KeyDescription(
        "What happens to a child when its parent is deleted.", .choice(of: ReferentialAction.self),
        default: "see [Associations](#associations)", example: "onDelete: cascade")
    case .onUpdate:
      KeyDescription(
        "What happens to a child when its parent's key changes.", .choice(of: ReferentialAction.self),
        default: "`cascade`", example: "onUpdate: restrict")
    case .constraint:
      KeyDescription(
        "`false` for a column without a FOREIGN KEY; a name is the constraint's.", .either([.boolean, .name]),
        default: "`true`", example: "constraint: student_course")
    case .scope:
      KeyDescription(
        "Values that the target's rows have: others are left out of queries, and rows that seeds nest get them.",
        .entries("columns", .value), default: "none", example: "scope: { kind: draft }")
    case .through:
      KeyDescription(
        "For `belongsToMany` the junction model: one that is declared, or the name of one to be made. For `hasOne` and "
          + "`hasMany` a chain of associations, the first of this model: `hasMany: { teachers: { through: [courses, teacher] } }`.",
        .either([.model, .mapping(ThroughKey.self), .nonEmpty(.list(of: .name))]), default: nil,
        example: "through: Enrollment")
    case .otherKey: foreignKey("The foreign key to the target.", "otherKey: courseId")
    case .unique:
      KeyDescription(
        "Whether a pair may stand only once.", .boolean, default: "`true`", example: "unique: false")
    case .timestamps:
      KeyDescription(
        "Whether a junction model that is made has timestamps.", .boolean, default: "that of `defaults`",
        example: "timestamps: false")
    case .oneOf:
      KeyDescription(
        "The models of a polymorphic association, in place of `model`.", .nonEmpty(.list(of: .model)),
        default: "one model",
        example: "oneOf: [Post, Photo]")
    case .encoding:
      KeyDescription(
        "How a polymorphic association is kept: as a type and an id, or as a foreign key for each model.",
        .choice(of: PolymorphicEncoding.self),
        default: "`typeAndId`", example: "encoding: exclusiveArc")
    }
  }

  /// What the value looks like in an association of a kind that has the key.
  func shape(for kind: AssociationKind) -> ValueShape {
    switch (self, kind) {
    case (.model, _): Self.target(of: kind)
    case (.through, .belongsToMany): .either([.model, .mapping(ThroughKey.self)])
    case (.through, _): .nonEmpty(.list(of: .name))
    default: description.shape
    }
  }

  /// What the target of an association of a kind looks like.
  static func target(of kind: AssociationKind) -> ValueShape { kind == .belongsTo ? .target : .model }

  /// How the keys of an association of a kind depend on one another.
  static func dependencies(for kind: AssociationKind) -> [KeyDependency<AssociationKey>] {
    switch kind {
    case .belongsTo: [.exactlyOne([.model, .oneOf]), .needs(.encoding, [.oneOf])]
    case .hasOne, .hasMany:
      // A chain of associations has no keys of its own.
      [
        .atLeastOne([.model, .through]),
        .excludes(.through, allCases.filter { ![.model, .through, .scope].contains($0) && $0.kinds.contains(kind) }),
      ]
    case .belongsToMany: [.atLeastOne([.model]), .atLeastOne([.through])]
    }
  }

  private func key(_ summary: String, _ example: String) -> KeyDescription {
    KeyDescription(
      summary, .either([.name, .nonEmpty(.list(of: .name))]), default: "the primary key", example: example)
  }

  private func foreignKey(_ summary: String, _ example: String) -> KeyDescription {
    KeyDescription(
      summary, .either([.name, .nonEmpty(.list(of: .name)), .mapping(ForeignKeyKey.self)]), default: "made from names",
      example: example)
  }
}
