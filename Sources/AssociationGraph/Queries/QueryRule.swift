public import Diagnostics

/// What queries demand, beside what each value demands (``ValueRule``).
public enum QueryRule: String, DiagnosticRule {
  /// An included association is one of the model.
  case unknownAssociation = "QUERY-UNKNOWN-ASSOCIATION"
  /// A path goes over associations that the query includes.
  case notIncluded = "QUERY-NOT-INCLUDED"
  /// An association is included once.
  case duplicateInclude = "QUERY-DUPLICATE-INCLUDE"
  /// An operator has the operand that it takes.
  case operand = "QUERY-OPERAND"
  /// A comparison with NULL is neither true nor false.
  case comparisonWithNull = "QUERY-COMPARISON-WITH-NULL"
  /// A parameter has one type.
  case parameterTypes = "QUERY-PARAMETER-TYPES"
  /// A query returns at least one column of `from`.
  case noColumns = "QUERY-NO-COLUMNS"
  /// Limited rows have a total order.
  case noTotalOrder = "QUERY-NO-TOTAL-ORDER"
  /// Several to-many includes side by side multiply rows.
  case multipliesRows = "QUERY-MULTIPLIES-ROWS"
}
