public import Diagnostics

/// One entry of `seeds`: rows of one model.
public struct SeedDeclaration: Sendable {
  /// The model's name.
  public var model: Located<String>
  /// `$options`; `nil` where there are none.
  @Rare public var options: SeedOptions?
  /// The rows in the order written.
  public var rows: [RowSyntax]

  /// `rows` of `model`.
  public init(model: Located<String>, options: SeedOptions? = nil, rows: [RowSyntax]) {
    self.model = model
    self.options = options
    self.rows = rows
  }
}

/// One entry of `seedSets`: rows beyond those of `seeds`, which go to a file of their own.
public struct SeedSetDeclaration: Sendable {
  /// The set's name.
  public var name: Located<String>
  /// Its rows, per model.
  public var seeds: [SeedDeclaration]

  /// The set `name` of `seeds`.
  public init(name: Located<String>, seeds: [SeedDeclaration]) {
    self.name = name
    self.seeds = seeds
  }
}

/// One row as it was written.
public struct RowSyntax: Sendable {
  /// Its label, in the form with labels.
  public var label: Located<String>?
  /// The whole row's place.
  public var range: SourceRange
  /// Columns and associations with their values; names are unique.
  public var fields: [FieldSyntax]

  /// A row of `fields`.
  public init(label: Located<String>?, range: SourceRange, fields: [FieldSyntax]) {
    self.label = label
    self.range = range
    self.fields = fields
  }
}
