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
  /// A condition of an include, or under `exists`, is about the columns of its own rows.
  case pathInInclude = "QUERY-PATH-IN-INCLUDE"
  /// The columns of an include are chosen in the include.
  case pathInColumns = "QUERY-PATH-IN-COLUMNS"
  /// A path goes over associations that are joined.
  case notJoined = "QUERY-NOT-JOINED"
  /// A limit for each parent is for a to-many include that is batched.
  case includeLimit = "QUERY-INCLUDE-LIMIT"
  /// `through` speaks of a junction table.
  case noJunction = "QUERY-NO-JUNCTION"
  /// Rows that are folded have a key.
  case noKey = "QUERY-NO-KEY"
  /// What is returned of a group follows from what it is grouped by.
  case grouping = "QUERY-GROUPING"
  /// An aggregate has a name of its own and a column that its function takes.
  case aggregate = "QUERY-AGGREGATE"
  /// Distinct rows are ordered by what is returned of them.
  case distinctOrder = "QUERY-DISTINCT-ORDER"
  /// A statement joins no more tables than a server can.
  case tooManyTables = "QUERY-TOO-MANY-TABLES"
  /// NULL is not different from a value.
  case nullLeftOut = "QUERY-NULL-LEFT-OUT"
  /// Rows are found by an index.
  case noIndex = "QUERY-NO-INDEX"
  /// Several to-many includes side by side multiply rows.
  case multipliesRows = "QUERY-MULTIPLIES-ROWS"
}
