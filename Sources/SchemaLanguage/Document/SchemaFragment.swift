public import Diagnostics

/// What an imported file says: what may come from another file than the schema's own.
///
/// Lists keep the order of the file.
public struct SchemaFragment: Sendable {
  /// `imports`: paths, as they were written.
  public var imports: [Located<String>] = []
  /// `enums`.
  public var enums: [EnumDeclaration] = []
  /// `mixins`.
  public var mixins: [MixinDeclaration] = []
  /// `models`.
  public var models: [ModelDeclaration] = []
  /// `seeds`.
  public var seeds: [SeedDeclaration] = []
  /// `seedSets`.
  public var seedSets: [SeedSetDeclaration] = []
  /// `queries`.
  public var queries: [QueryDeclaration] = []

  /// A file that says nothing.
  public init() {}
}
