/// One row of a result, its columns in the order of the statement.
public struct ResultRow: Hashable, Sendable {
  /// The names of the columns; a name may occur twice.
  public var columns: [String]
  /// The values, one for each column.
  public var values: [ResultValue]

  /// A row; both arrays have the same length.
  public init(columns: [String], values: [ResultValue]) {
    self.columns = columns
    self.values = values
  }

  /// The value of the first column named `column`.
  ///
  /// - Throws: ``TestServerFailure`` where no column has that name.
  public func value(of column: String) throws -> ResultValue {
    guard let index = columns.firstIndex(of: column) else {
      throw TestServerFailure("The result has no column '\(column)', but \(columns)")
    }
    return values[index]
  }
}
