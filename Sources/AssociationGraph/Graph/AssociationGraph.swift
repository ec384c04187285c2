public import SchemaLanguage

/// What a schema means: tables, keys, associations, rows and queries, with every name decided.
///
/// The elements refer to one another by their position in these arrays (``ID``), so that the graph is cheap to copy,
/// compare and walk. Emitters read this value alone.
public struct AssociationGraph: Sendable {
  /// The schema file's path below the root, for the headers of outputs: plain text that may stand in any comment.
  public var schemaPath: String
  /// The database.
  public var database: Database
  /// The server that the SQL is for.
  public var target: Target
  /// The server's `max_allowed_packet`, in bytes: no INSERT of rows is larger. 16 MiB unless the schema says otherwise.
  public var maxAllowedPacket = 16 << 20
  /// How the Swift files look.
  public var swift: SwiftSettings
  /// Enumerations: the schema's shared ones first, then those of single columns.
  public var enumerations: [Enumeration] = []
  /// Models in the order written; junction models that were made come after the model that made them.
  public var models: [Model] = []
  /// One for each foreign key, whoever declared it.
  public var edges: [Edge] = []
  /// Every association of every model.
  public var associations: [Association] = []
  /// The associations that lead to one of several models.
  public var polymorphicAssociations: [PolymorphicAssociation] = []
  /// In which order tables are created.
  public var creation = CreationPlan()
  /// The rows of `seeds`, in an order that the edges accept.
  public var seeds = SeedPlan()
  /// The rows of each entry of `seedSets`, in the order written; they come after those of ``seeds``.
  public var seedSets: [SeedSet] = []
  /// The queries, in the order written.
  public var queries: [QueryPlan] = []

  /// A graph of no models.
  public init(schemaPath: String, database: Database, target: Target, swift: SwiftSettings) {
    self.schemaPath = schemaPath
    self.database = database
    self.target = target
    self.swift = swift
  }

  // The elements are lent: a `get` would copy all their fields for whoever looks at one of them. For other modules that holds
  // only where they see how.

  /// The model with the identity `id`.
  @inlinable public subscript(id: ID<Model>) -> Model {
    _read { yield models[id.index] }
    _modify { yield &models[id.index] }
  }

  /// The edge with the identity `id`.
  @inlinable public subscript(id: ID<Edge>) -> Edge {
    _read { yield edges[id.index] }
    _modify { yield &edges[id.index] }
  }

  /// The association with the identity `id`.
  @inlinable public subscript(id: ID<Association>) -> Association {
    _read { yield associations[id.index] }
    _modify { yield &associations[id.index] }
  }

  /// The polymorphic association with the identity `id`.
  @inlinable public subscript(id: ID<PolymorphicAssociation>) -> PolymorphicAssociation {
    _read { yield polymorphicAssociations[id.index] }
  }

  /// The enumeration with the identity `id`.
  @inlinable public subscript(id: ID<Enumeration>) -> Enumeration { _read { yield enumerations[id.index] } }

  /// The model at which `step` arrives.
  public func destination(of step: Step) -> ID<Model> {
    step.direction == .toParent ? self[step.edge].parent : self[step.edge].child
  }
}

/// The position of an `Element` in its array of the ``AssociationGraph``.
public struct ID<Element>: Hashable, Sendable {
  /// The position, from 0.
  public let index: Int

  /// The element at `index`.
  public init(_ index: Int) { self.index = index }
}

/// The database that the schema describes.
public struct Database: Hashable, Sendable {
  /// Its name.
  public var name: String
  /// Its collation: that of tables that name none.
  public var collation: Collation

  /// The database `name`.
  public init(name: String, collation: Collation) {
    self.name = name
    self.collation = collation
  }
}

/// How the Swift files look.
public struct SwiftSettings: Sendable {
  /// Who sees the declarations.
  public var access: SwiftDeclaration.Access
  /// How many files.
  public var layout: SwiftDeclaration.Layout
  /// The enumeration that holds what several types share: `StudentDB`.
  public var namespace: String
  /// Modules that every file imports beside Foundation.
  public var imports: [String]
  /// The type of JSON columns in place of the generated one.
  public var jsonType: String?
  /// Whether the rows of `seeds` are static values of the models' structs.
  public var showsSeeds = false

  /// Settings; see the properties.
  public init(
    access: SwiftDeclaration.Access, layout: SwiftDeclaration.Layout, namespace: String, imports: [String] = [],
    jsonType: String? = nil
  ) {
    self.access = access
    self.layout = layout
    self.namespace = namespace
    self.imports = imports
    self.jsonType = jsonType
  }
}
