public import Diagnostics

/// The four ways in which the schema declares an association; their meaning is Sequelize v6's.
public enum AssociationKind: String, CaseIterable, Hashable, Sendable {
  /// The key is in the source: one target.
  case belongsTo
  /// The key is in the target: at most one target is meant.
  case hasOne
  /// The key is in the target: any number of targets.
  case hasMany
  /// Two keys in a junction table: any number of targets.
  case belongsToMany
}

/// One association as it was declared on its source model.
public struct AssociationDeclaration: Sendable {
  /// Under which key of the model it stands.
  public var kind: AssociationKind
  /// Its name; `nil` in the list form (`belongsTo: [Grade]`), where it follows from the target's name.
  public var name: Located<String>?
  /// The target model's name, without the `?`; `nil` for a chain that leaves it to its last association, and for a
  /// polymorphic one, which has ``AssociationOptionValues/oneOf``.
  public var target: Located<String>?
  /// Whether `?` follows the target's name.
  public var isOptional: Bool
  /// Everything else; shared by all associations in a short form.
  public var options: AssociationOptions

  /// An association with `target`.
  public init(
    kind: AssociationKind, name: Located<String>?, target: Located<String>?, isOptional: Bool,
    options: AssociationOptions = .none
  ) {
    self.kind = kind
    self.name = name
    self.target = target
    self.isOptional = isOptional
    self.options = options
  }
}

/// What the long form of an association may say. (A reference, as ``ColumnOptions`` is.)
public final class AssociationOptions: Sendable {
  /// The options of an association in a short form.
  public static let none = AssociationOptions(AssociationOptionValues())

  /// The options themselves.
  public let values: AssociationOptionValues

  /// Options that hold `values`.
  public init(_ values: AssociationOptionValues) { self.values = values }
}

/// The keys of the long form of an association but `model`.
public struct AssociationOptionValues: Sendable {
  /// `foreignKey`.
  @Rare public var foreignKey: ForeignKeyDeclaration?
  /// `otherKey`.
  @Rare public var otherKey: ForeignKeyDeclaration?
  /// `targetKey`: one column or several.
  public var targetKey: [Located<String>]?
  /// `sourceKey`: one column or several.
  public var sourceKey: [Located<String>]?
  /// `inverse`.
  @Rare public var inverse: Located<String>?
  /// `onDelete`.
  @Rare public var onDelete: Located<ReferentialAction>?
  /// `onUpdate`.
  @Rare public var onUpdate: Located<ReferentialAction>?
  /// `constraint`.
  @Rare public var constraint: Located<ConstraintDeclaration>?
  /// `through` of a belongsToMany: the junction model's name.
  @Rare public var through: Located<String>?
  /// `through` of a hasOne or hasMany: a chain of associations, the first of the source, at least one.
  public var chain: [Located<String>]?
  /// `scope`: the values that the target's rows have.
  public var scope: [FieldSyntax] = []
  /// `scope` inside `through`: the values that the junction table's rows have.
  public var throughScope: [FieldSyntax] = []
  /// `unique`: whether the pair of keys is unique.
  @Rare public var isPairUnique: Located<Bool>?
  /// `timestamps`: whether a junction model that is made has timestamps.
  @Rare public var timestamps: Located<Bool>?
  /// `oneOf` of a polymorphic belongsTo: the models of which it names one, at least one.
  public var oneOf: [Located<String>]?
  /// `encoding` of a polymorphic belongsTo.
  @Rare public var encoding: PolymorphicEncoding?

  /// No options.
  public init() {}
}

/// `foreignKey` or `otherKey`: a name, a list of names or a mapping.
public struct ForeignKeyDeclaration: Sendable {
  /// Where it was written.
  public var range: SourceRange
  /// The columns' names; `nil` where a mapping names none.
  public var columns: [Located<String>]?
  /// `nullable`.
  public var isNullable: Located<Bool>?
  /// `unique`.
  public var isUnique: Located<Bool>?
  /// `default`.
  public var defaultValue: DefaultDeclaration?
  /// `comment`.
  public var comment: Located<String>?

  /// A key written at `range` that says nothing yet.
  public init(range: SourceRange) { self.range = range }
}

/// `constraint` of an association.
public enum ConstraintDeclaration: Hashable, Sendable {
  /// `false`: the column, with no FOREIGN KEY.
  case none
  /// `true`: a FOREIGN KEY with the name that Joinery makes.
  case standard
  /// A name: the FOREIGN KEY's.
  case named(String)
}

/// How a polymorphic belongsTo says which row of which model it means.
public enum PolymorphicEncoding: String, CaseIterable, Hashable, Sendable {
  /// A column with the model's name and one with the row's key; no FOREIGN KEY.
  case typeAndId
  /// A nullable FOREIGN KEY for each model, and a CHECK that one of them is set.
  case exclusiveArc
}

/// What the server does with a child when its parent is deleted or changes its key.
public enum ReferentialAction: String, CaseIterable, Hashable, Sendable {
  /// The child goes, or changes, too.
  case cascade
  /// The parent may not.
  case restrict
  /// The child's key becomes NULL.
  case setNull
  /// The child's key becomes its default.
  case setDefault
  /// The parent may not; what the server does where nothing is said.
  case noAction
}
