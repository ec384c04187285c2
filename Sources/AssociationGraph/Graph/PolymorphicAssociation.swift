public import Diagnostics

/// A `belongsTo` that leads to one row of one of several models.
///
/// The way to each model is an association of its own, `commentable.Post`, over an edge of its own; this says that they are
/// one thing.
public struct PolymorphicAssociation: Sendable {
  /// Its name in the schema: `commentable`.
  public var name: String
  /// The name of the property that holds the row, whatever its model, without backticks.
  public var swiftName: String
  /// Where it starts.
  public var source: ID<Model>
  /// The associations to the models, in the order written, at least one.
  public var alternatives: [ID<Association>]
  /// Whether every row of the source names one.
  public var isRequired: Bool
  /// Where its name was written.
  public var declaredAt: SourceRange

  /// A polymorphic association; see the properties.
  public init(
    name: String, swiftName: String, source: ID<Model>, alternatives: [ID<Association>], isRequired: Bool,
    declaredAt: SourceRange
  ) {
    self.name = name
    self.swiftName = swiftName
    self.source = source
    self.alternatives = alternatives
    self.isRequired = isRequired
    self.declaredAt = declaredAt
  }
}

/// That a column tells which of several models a foreign key names: the key is about an edge's parent in those rows alone
/// whose column has the value.
public struct Discriminator: Hashable, Sendable {
  /// The column: a position in the child.
  public var column: Int
  /// The value, of the column's type.
  public var value: Value

  /// That `column` is `value`.
  public init(column: Int, value: Value) {
    self.column = column
    self.value = value
  }
}
