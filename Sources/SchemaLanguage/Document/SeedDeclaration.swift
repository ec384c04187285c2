public import Diagnostics

/// One entry of `seeds`: rows of one model.
public struct SeedDeclaration: Sendable {
  /// The model's name.
  public var model: Located<String>
  /// The rows in the order written.
  public var rows: [RowSyntax]

  /// `rows` of `model`.
  public init(model: Located<String>, rows: [RowSyntax]) {
    self.model = model
    self.rows = rows
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
