public import SchemaLanguage

/// A statement for single rows of a model as the dialect wrote it.
public struct RowStatementSource: Hashable, Sendable {
  /// A column of a statement that adds a row.
  public struct Column: Hashable, Sendable {
    /// Its position in the model.
    public var column: Int
    /// Its name as SQL has it.
    public var name: String
    /// What an upsert does with it where the row is there; `nil` for nothing.
    public var update: String?

    /// The column at `column`.
    public init(column: Int, name: String, update: String?) {
      self.column = column
      self.name = name
      self.update = update
    }
  }

  /// What it does.
  public var statement: RowStatement
  /// The table's name as SQL has it.
  public var table: String
  /// The columns of the key by which the row is found; none for `insert` and `upsert`.
  public var key: [Int]
  /// The statement; for `insert` and `upsert` the one that gives every column.
  public var text: String
  /// The columns whose values the placeholders stand for, in order.
  public var placeholders: [Int]
  /// For `insert` and `upsert`, the columns.
  public var columns: [Column]
  /// For an upsert, what stands in front of the list of updates.
  public var updateClause: String

  /// A statement; see the properties.
  public init(
    statement: RowStatement, table: String, key: [Int], text: String, placeholders: [Int], columns: [Column],
    updateClause: String
  ) {
    self.statement = statement
    self.table = table
    self.key = key
    self.text = text
    self.placeholders = placeholders
    self.columns = columns
    self.updateClause = updateClause
  }
}
