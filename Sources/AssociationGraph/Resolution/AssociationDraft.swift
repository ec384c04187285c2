import Diagnostics
import SchemaLanguage

/// An association on its way into the graph: its models are found, its keys are not yet.
struct AssociationDraft {
  let declaration: AssociationDeclaration
  let name: Located<String>
  let source: ID<Model>
  let target: ID<Model>
  /// The polymorphic association of which it is one way: a position in ``GraphResolver/polymorphicDrafts``.
  var polymorphic: Int?
  /// Where the target was written, if it stands in a list of several.
  var place: SourceRange?
  /// The junction model of a `belongsToMany`.
  var junction: ID<Model>?
  /// The keys that it asks for, as positions in ``AssociationResolver/requests``: one; for a `belongsToMany` that to its
  /// source, then that to its target.
  var requests: [Int] = []
  /// The draft that walks the same keys back.
  var inverse: Int?

  var options: AssociationOptionValues { declaration.options.values }
}

/// A foreign key as one association asks for it. Several associations may ask for one key.
struct KeyRequest {
  /// Which of its association's keys it is.
  enum Part {
    /// The key of a belongsTo, in the source.
    case belongsTo
    /// The key of a hasOne or hasMany, in the target.
    case has
    /// A junction table's key to the association's source.
    case junctionToSource
    /// A junction table's key to the association's target.
    case junctionToTarget
  }

  let draft: Int
  let part: Part
  let child: ID<Model>
  let parent: ID<Model>
  /// What the declaration says of the key's columns.
  @Rare var key: ForeignKeyDeclaration? = nil
  /// The columns of the parent that the declaration names.
  let referenced: [Located<String>]?
}

/// A foreign key: the requests for it, put together.
struct KeyGroup {
  var requests: [Int]
  /// The names of its columns in the child, as the schema uses them.
  var columns: [String] = []
  /// The names of the columns that it references.
  var referenced: [String] = []
  var edge: ID<Edge>?
}
