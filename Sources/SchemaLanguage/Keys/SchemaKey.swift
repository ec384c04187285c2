import Diagnostics

/// The keys of one kind of mapping of the language: a model, a column, a query.
///
/// These enumerations are the one table of keys. The reader switches over them exhaustively, so that a key in the table
/// is a key that is read; unknown keys and their near misses come from `allCases`; the reference page (see
/// ``languageReference()``) is made from their descriptions.
protocol SchemaKey: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
  /// What the kind of mapping is, for people.
  static var section: KeySection { get }

  /// The keys by their names, made once.
  static var named: [String: Self] { get }

  /// Names by which other tools know a key, in place of a near miss: `allowNull` of Sequelize is our `nullable`.
  static var foreignNames: [String: Self] { get }

  /// What stands behind any other key; `nil` where a mapping has the keys of the table alone.
  static var otherKeys: ValueShape? { get }

  /// How the keys depend on one another.
  static var dependencies: [KeyDependency<Self>] { get }

  /// What the key means.
  var description: KeyDescription { get }
}

extension SchemaKey {
  /// No names of other tools.
  static var foreignNames: [String: Self] { [:] }

  /// The keys of the table alone.
  static var otherKeys: ValueShape? { nil }

  /// Those that must be given are there.
  static var dependencies: [KeyDependency<Self>] {
    allCases.filter { $0.description.standard == nil }.map { .atLeastOne([$0]) }
  }

  /// The key that is probably meant by a name that none has.
  static func meant(by name: String) -> Self? {
    foreignNames[name] ?? nearestName(to: name, among: allCases.lazy.map(\.rawValue)).flatMap { named[$0] }
  }

  /// The table for ``named``.
  static func makeNamed() -> [String: Self] {
    Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })
  }
}

/// What one key of the language means.
struct KeyDescription: Sendable {
  /// One sentence, in Markdown.
  let summary: String
  /// What its value looks like.
  let shape: ValueShape
  /// What holds without the key, in Markdown; `nil` for a key that must be given.
  let standard: String?
  /// One line of YAML with the key and a value.
  let example: String

  /// A description; see the properties.
  init(_ summary: String, _ shape: ValueShape, default standard: String?, example: String) {
    self.summary = summary
    self.shape = shape
    self.standard = standard
    self.example = example
  }
}

/// What one kind of mapping is: a section of the reference page.
struct KeySection: Sendable {
  /// The heading: `Columns`.
  let title: String
  /// The kind of mapping with its article: `a column`. Diagnostics say `in a column`.
  let noun: String
  /// Paragraphs that stand before the table of keys, in Markdown.
  let introduction: String
  /// Lines of YAML that show the whole; empty for none.
  let example: String

  /// A section; see the properties.
  init(_ title: String, noun: String, introduction: String, example: String = "") {
    self.title = title
    self.noun = noun
    self.introduction = introduction
    self.example = example
  }
}

/// The keys of all mappings of the language, in the order of the reference page.
let schemaKeys: [any SchemaKey.Type] = [
  TopLevelKey.self, DatabaseKey.self, TargetKey.self, NamingKey.self, DefaultsKey.self,
  ModelKey.self, ModelSwiftKey.self, RowStatement.self, TimestampsKey.self, MixinKey.self,
  ColumnKey.self, ColumnSwiftKey.self, DefaultKey.self, GeneratedKey.self, CheckKey.self,
  IndexKey.self, IndexPartKey.self, PartitionKey.self, PartitionFunctionKey.self,
  AssociationKey.self, ForeignKeyKey.self, ThroughKey.self,
  QueryKey.self, AggregateFunction.self, IncludeKey.self, ThroughIncludeKey.self, ColumnSelectionKey.self,
  ConditionKey.self, ComparisonOperator.self,
  SwiftKey.self, SwiftTypesKey.self,
  SeedOptionsKey.self,
  ProjectKey.self,
]
