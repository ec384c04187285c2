public import Diagnostics

/// The rows of `seeds` or of one set as statements, in an order in which every foreign key finds its parent.
public struct SeedPlan: Sendable {
  /// Deletions, inserts and updates, in order.
  public var statements: [SeedStatement] = []
  /// How rows are found whose keys only the server knows, by the number that ``RowLookup`` gives them.
  public var keys: [Int: RowKey] = [:]

  /// No rows.
  public init() {}
}

/// The rows of one entry of `seedSets`.
public struct SeedSet: Sendable {
  /// The set's name.
  public var name: String
  /// Its rows.
  public var plan: SeedPlan

  /// The set `name` of the rows of `plan`.
  public init(name: String, plan: SeedPlan) {
    self.name = name
    self.plan = plan
  }
}

/// One statement of a ``SeedPlan``.
public enum SeedStatement: Sendable {
  /// Sets columns of all rows of a model to NULL, so that the rows that they name can be deleted.
  case release(ID<Model>, columns: [Int])
  /// Deletes all rows of a model.
  case delete(ID<Model>)
  /// New rows of one model.
  case insert(RowSet)
  /// New rows of one model that are read from a file.
  case stream(RowStream)
  /// A key that could not be given at once, since its parent came later.
  case update(RowUpdate)
}

/// Rows of one model that are inserted together.
public struct RowSet: Sendable {
  /// The model.
  public var model: ID<Model>
  /// The columns that the rows give: positions in the model, ascending.
  public var columns: [Int]
  /// The rows; each has a value for each of ``columns``.
  public var rows: [[Value]]
  /// Where each of ``rows`` is written.
  public var places: [SourceRange]
  /// The columns that are set in a row that is there already, one of them at least; `nil` where such a row is refused.
  public var updatedColumns: [Int]?

  /// `rows` of `model`, which are written at `places`.
  public init(
    model: ID<Model>, columns: [Int], rows: [[Value]], places: [SourceRange], updatedColumns: [Int]? = nil
  ) {
    self.model = model
    self.columns = columns
    self.rows = rows
    self.places = places
    self.updatedColumns = updatedColumns
  }
}

/// A change of one row that was inserted before.
public struct RowUpdate: Sendable {
  /// The model.
  public var model: ID<Model>
  /// The columns to be set, with their values.
  public var assignments: [(column: Int, value: Value)]
  /// The columns that keep their values, which the server would set to the current time.
  public var keptColumns: [Int]
  /// The columns that find the row (a primary or unique key), with their values.
  public var key: [(column: Int, value: Value)]

  /// Sets `assignments` where `key` holds.
  public init(
    model: ID<Model>, assignments: [(column: Int, value: Value)], keptColumns: [Int] = [],
    key: [(column: Int, value: Value)]
  ) {
    self.model = model
    self.assignments = assignments
    self.keptColumns = keptColumns
    self.key = key
  }
}

/// A column of a row whose value the server knows when the statement runs: the number of a row that is upserted by another
/// key.
public struct RowLookup: Hashable, Sendable {
  /// The row, a number in ``SeedPlan/keys``.
  public var row: Int
  /// The column, a position in the row's model.
  public var column: Int

  /// The value of `column` in `row`.
  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }
}

/// The primary or unique key by which a row is found.
public struct RowKey: Sendable {
  /// The row's model.
  public var model: ID<Model>
  /// The key's columns, with their values, none of them NULL.
  public var values: [(column: Int, value: Value)]

  /// The row of `model` with `values`.
  public init(model: ID<Model>, values: [(column: Int, value: Value)]) {
    self.model = model
    self.values = values
  }
}
