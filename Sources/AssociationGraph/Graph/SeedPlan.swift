/// The rows of a schema as statements, in an order in which every foreign key finds its parent.
public struct SeedPlan: Sendable {
  /// Inserts and updates, in order.
  public var statements: [SeedStatement] = []

  /// No rows.
  public init() {}
}

/// One statement of a ``SeedPlan``.
public enum SeedStatement: Sendable {
  /// New rows of one model.
  case insert(RowSet)
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

  /// `rows` of `model`.
  public init(model: ID<Model>, columns: [Int], rows: [[Value]]) {
    self.model = model
    self.columns = columns
    self.rows = rows
  }
}

/// A change of one row that was inserted before.
public struct RowUpdate: Sendable {
  /// The model.
  public var model: ID<Model>
  /// The columns to be set, with their values.
  public var assignments: [(column: Int, value: Value)]
  /// The columns that find the row (a primary or unique key), with their values.
  public var key: [(column: Int, value: Value)]

  /// Sets `assignments` where `key` holds.
  public init(
    model: ID<Model>, assignments: [(column: Int, value: Value)], key: [(column: Int, value: Value)]
  ) {
    self.model = model
    self.assignments = assignments
    self.key = key
  }
}
