/// A statement for single rows that `crud` asks for; the names are the keys of the language.
public enum RowStatement: String, CaseIterable, Hashable, Sendable {
  /// Adds a row.
  case insert
  /// Changes all columns of a row, found by a key.
  case update
  /// Takes a row away, found by a key; where rows are marked as deleted, it marks it.
  case delete
  /// Adds a row, or changes the one that has one of its keys.
  case upsert
  /// Gives the row that has a key.
  case find
}
