public import Diagnostics

/// What a value demands, wherever it is written: in a row, a default or a condition.
public enum ValueRule: String, DiagnosticRule {
  /// NULL stands where a column is nullable.
  case null = "VALUE-NULL"
  /// A value has the shape of its column's type: a number, a date, a list.
  case type = "VALUE-TYPE"
  /// A number lies within its column's range.
  case range = "VALUE-RANGE"
  /// A text or binary value is no longer than its column.
  case length = "VALUE-LENGTH"
  /// A text has only characters of its column's character set.
  case charset = "VALUE-CHARSET"
  /// A value has no more digits behind the point than its column keeps.
  case precision = "VALUE-PRECISION"
  /// A date or time exists.
  case date = "VALUE-DATE"
  /// A member of an ENUM or SET is one of the column's.
  case member = "VALUE-MEMBER"
}
