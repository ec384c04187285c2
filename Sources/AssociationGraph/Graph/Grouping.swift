public import SchemaLanguage

/// What the rows of a query are grouped by, and what is returned of each group.
public struct Grouping: Sendable {
  /// GROUP BY: the columns written, then those that follow from them and are used. (A server whose mode holds
  /// ONLY_FULL_GROUP_BY sees itself what follows, on MariaDB it does not.) None: all rows are one group, also where there is
  /// no row.
  public var columns: [ColumnTerm]
  /// The columns that are returned, in order.
  public var returned: [GroupedColumn] = []
  /// The aggregates that are returned behind them, in order.
  public var aggregates: [Aggregate] = []
  /// HAVING.
  public var condition: Condition?

  /// Groups by `columns`.
  public init(columns: [ColumnTerm]) { self.columns = columns }
}

/// A column that a query with groups returns.
public struct GroupedColumn: Hashable, Sendable {
  /// Where it is.
  public var term: ColumnTerm
  /// Its name in the result: `grade.level`.
  public var name: String
  /// The property of `Row`, without backticks: `gradeLevel`.
  public var rowName: String
  /// Whether a group may have NULL.
  public var isNullable: Bool
}

/// A value that a query computes of each group.
public struct Aggregate: Hashable, Sendable {
  /// What is computed.
  public var function: AggregateFunction
  /// Of which column; `nil` for the rows themselves.
  public var column: ColumnTerm?
  /// Its name in the result.
  public var name: String
  /// The property of `Row`, without backticks.
  public var rowName: String
  /// The type of the result, as the server computes it.
  public var type: ColumnType
  /// The type's name, where the column's schema names one for Swift.
  public var swiftType: String?
  /// Whether it may be NULL.
  public var isNullable: Bool
}

extension ColumnType {
  /// The type of an aggregate of values of this type; `nil` where there is none.
  ///
  /// As the MySQL Reference Manual has it under "Aggregate Function Descriptions": a count is BIGINT; sums and means of exact
  /// numbers are DECIMAL, with four more digits behind the point for a mean (`div_precision_increment`), those of
  /// approximate numbers DOUBLE. Though a server may say more digits, a sum of integers never has over 38: it would take
  /// 2⁶³ rows.
  func aggregate(_ function: AggregateFunction) -> ColumnType? {
    switch function {
    case .count, .countDistinct:
      switch self {
      case .json, .geometry, .vector: return function == .count ? .bigint : nil
      default: return .bigint
      }
    case .min, .max:
      switch self {
      case .json, .geometry, .vector, .bit: return nil
      default: return self
      }
    case .sum, .avg:
      switch self {
      case .integer, .boolean, .year:
        return .decimal(precision: 38, scale: function == .avg ? 4 : 0, isUnsigned: false, isZerofill: false)
      case .decimal(let precision, let scale, _, _):
        return .decimal(
          precision: max(precision, 38), scale: min(scale + (function == .avg ? 4 : 0), 30), isUnsigned: false,
          isZerofill: false)
      case .float, .double: return .double(digits: nil, isUnsigned: false, isZerofill: false)
      default: return nil
      }
    }
  }

  /// BIGINT.
  static let bigint = ColumnType.integer(.big, isUnsigned: false, zerofillWidth: nil)
}
