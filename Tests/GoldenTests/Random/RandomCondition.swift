import SchemaLanguage

/// A way to a column: names of associations, then the column's.
struct RandomPath: Hashable {
  var associations: [String] = []
  var column: String

  var text: String { (associations + [column]).joined(separator: ".") }
}

/// What a column is compared with.
enum RandomOperand {
  /// A value; `nil` for NULL.
  case value(Cell?)
  /// A parameter: a position in those of the query. One that is a list stands alone.
  case parameter(Int)
}

/// One comparison of a column.
struct RandomTest {
  var name: ComparisonOperator
  var operands: [RandomOperand]
}

/// A condition of a random query.
indirect enum RandomCondition {
  case all([RandomCondition])
  case any([RandomCondition])
  case not([RandomCondition])
  /// All of several comparisons of one column, with the type of its values.
  case tests(RandomPath, RandomType, [RandomTest])
  case isNull(RandomPath, Bool)
  /// That an association, or one way of a polymorphic one, leads to a row that meets the condition.
  case exists(String, RandomCondition)
}
