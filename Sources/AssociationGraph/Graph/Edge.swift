public import Diagnostics
public import SchemaLanguage

/// One foreign key: `child.childColumns` → `parent.parentColumns`, however many declarations name it.
public struct Edge: Sendable {
  /// The model that holds the key.
  public var child: ID<Model>
  /// The key's columns: positions in the child, as many as the parent's.
  public var childColumns: [Int]
  /// The model that is referenced.
  public var parent: ID<Model>
  /// The referenced columns: positions in the parent.
  public var parentColumns: [Int]
  /// What a row of the child has to say besides for its key to be about this parent; `nil` for all but the keys that several
  /// models share.
  public var discriminator: Discriminator?
  /// Whether every child has a parent: no column of the key is nullable, and no other model shares it.
  public var isRequired: Bool
  /// Whether a parent has at most one child: the key is a primary or unique key of the child, or holds one.
  public var isUnique: Bool
  /// ON DELETE.
  public var onDelete: ReferentialAction
  /// ON UPDATE.
  public var onUpdate: ReferentialAction
  /// The FOREIGN KEY's name; `nil` where the association says `constraint: false`.
  public var constraint: String?
  /// Where the first association that names the key was written.
  public var declaredAt: SourceRange

  /// An edge; see the properties.
  public init(
    child: ID<Model>, childColumns: [Int], parent: ID<Model>, parentColumns: [Int], isRequired: Bool, isUnique: Bool,
    onDelete: ReferentialAction, onUpdate: ReferentialAction, constraint: String?, declaredAt: SourceRange
  ) {
    self.child = child
    self.childColumns = childColumns
    self.parent = parent
    self.parentColumns = parentColumns
    self.isRequired = isRequired
    self.isUnique = isUnique
    self.onDelete = onDelete
    self.onUpdate = onUpdate
    self.constraint = constraint
    self.declaredAt = declaredAt
  }

  /// The child's columns by which a row says which parent it has: what tells the parent's model, and the key.
  public var decidingColumns: [Int] { (discriminator.map { [$0.column] } ?? []) + childColumns }
}

/// One edge, walked in one direction.
public struct Step: Hashable, Sendable {
  /// Which way.
  public enum Direction: Hashable, Sendable {
    /// From the row that holds the key to the row that it names: one, or none where the key is NULL.
    case toParent
    /// From the row that is named to the rows whose key names it.
    case toChild
  }

  /// The edge.
  public var edge: ID<Edge>
  /// The direction.
  public var direction: Direction

  /// A walk along `edge`.
  public init(edge: ID<Edge>, direction: Direction) {
    self.edge = edge
    self.direction = direction
  }
}

/// A value that the rows of an association have: those with another one are no part of it.
public struct ScopeTerm: Hashable, Sendable {
  /// The table: the one at which this step of the association arrives.
  public var step: Int
  /// The column: a position in that table's model.
  public var column: Int
  /// The value, never NULL.
  public var value: Value

  /// That `column` of the table behind `step` is `value`.
  public init(step: Int, column: Int, value: Value) {
    self.step = step
    self.column = column
    self.value = value
  }
}

/// A named way from a model to another: a chain of steps.
///
/// `belongsTo` is one step to a parent, `hasOne` and `hasMany` one to a child, `belongsToMany` two: to the junction table's
/// rows and on to their other parent. A chain of associations has the steps of all of them.
public struct Association: Sendable {
  /// How many rows the association leads to.
  public enum Cardinality: Hashable, Sendable {
    /// Exactly one.
    case one
    /// None or one.
    case optional
    /// Any number.
    case many
  }

  /// Its name in the schema: `students`.
  public var name: String
  /// The property's name, without backticks.
  public var swiftName: String
  /// The kind of declaration, for the documentation; meaning comes from the steps.
  public var kind: AssociationKind
  /// Where it starts.
  public var source: ID<Model>
  /// Where it ends.
  public var target: ID<Model>
  /// The way, at least one step.
  public var steps: [Step]
  /// How many rows it leads to.
  public var cardinality: Cardinality
  /// What is asked of the rows on the way.
  public var scope: [ScopeTerm] = []
  /// Whether it is put together of other associations, so that no key is its own.
  public var isChain = false
  /// The association that walks the same steps back, if one is declared.
  public var inverse: ID<Association>?
  /// The polymorphic association of which it is one way.
  public var polymorphic: ID<PolymorphicAssociation>?
  /// Where its name was written (in the list form, the target's).
  public var declaredAt: SourceRange

  /// An association; see the properties.
  public init(
    name: String, swiftName: String, kind: AssociationKind, source: ID<Model>, target: ID<Model>, steps: [Step],
    cardinality: Cardinality, declaredAt: SourceRange
  ) {
    self.name = name
    self.swiftName = swiftName
    self.kind = kind
    self.source = source
    self.target = target
    self.steps = steps
    self.cardinality = cardinality
    self.declaredAt = declaredAt
  }
}

/// The order in which tables are created; the reverse drops them.
public struct CreationPlan: Sendable {
  /// All models, parents before children as far as there is no circle.
  public var order: [ID<Model>] = []
  /// Edges whose parent is created after the child: added by ALTER TABLE when all tables are there.
  public var deferred: [ID<Edge>] = []

  /// No models.
  public init() {}
}
