public import SchemaLanguage

/// A statement for single rows.
public struct RowStatementText: Sendable {
  /// A column of a statement that adds a row.
  public struct Column: Sendable {
    /// Its position in the model.
    public var column: Int
    /// Its name in backticks.
    public var name: String
    /// What an upsert does with it where the row is there: `` `name` = `new`.`name` ``; `nil` where it stays as it is.
    public var update: String?
  }

  /// What it does.
  public var statement: RowStatement
  /// The table's name in backticks.
  public var table: String
  /// The columns of the key by which the row is found; none for `insert` and `upsert`.
  public var key: [Int] = []
  /// The statement without a semicolon. For `insert` and `upsert` the one that gives every column.
  public var text: String
  /// The columns whose values the placeholders stand for, in order.
  public var placeholders: [Int]
  /// For `insert` and `upsert`, the columns in the table's order: any of them that the server fills may be left out.
  public var columns: [Column] = []
  /// For an upsert, what stands between the values and the list of updates: `` AS `new` ON DUPLICATE KEY UPDATE ``; empty for
  /// an insert.
  public var updateClause = ""
}
