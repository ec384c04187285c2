public import Diagnostics

/// What the rows of `seeds` demand, beside what each value demands (``ValueRule``).
public enum SeedRule: String, DiagnosticRule {
  /// A field of a row is a column or an association of the model.
  case unknownField = "SEED-UNKNOWN-FIELD"
  /// A row gives every column that the server does not fill.
  case missingValue = "SEED-MISSING-VALUE"
  /// A column is given once, by itself or by an association.
  case givenTwice = "SEED-GIVEN-TWICE"
  /// A computed column is not given.
  case generatedColumn = "SEED-GENERATED-COLUMN"
  /// A number that the server gives is not written as 0.
  case zeroKey = "SEED-ZERO-KEY"
  /// A label leads to a row.
  case unknownLabel = "SEED-UNKNOWN-LABEL"
  /// A reference by values leads to one row.
  case reference = "SEED-REFERENCE"
  /// A value of an association has the form that the association's kind takes.
  case associationValue = "SEED-ASSOCIATION-VALUE"
  /// A foreign key that is given by its columns names a row of the parent.
  case noParent = "SEED-NO-PARENT"
  /// The values of a primary or unique key are given once.
  case duplicateKey = "SEED-DUPLICATE-KEY"
  /// A partition of its table takes a row.
  case noPartition = "SEED-NO-PARTITION"
  /// A row satisfies the checks of its table.
  case check = "SEED-CHECK"
  /// Whether two rows have the same key is known here, and not to the server alone.
  case undecidedKey = "SEED-UNDECIDED-KEY"
  /// The INSERT of one row fits in a packet of the server (error 1153).
  case packetSize = "SEED-PACKET-SIZE"
  /// Rows do not need one another in a circle of required keys.
  case circle = "SEED-CIRCLE"
  /// A label belongs to one row of a model.
  case labelTwice = "SEED-LABEL-TWICE"
  /// A row is upserted by a primary or unique key that it gives.
  case upsertKey = "SEED-UPSERT-KEY"
  /// No other unique key catches a row that is upserted.
  case otherKey = "SEED-UPSERT-OTHER-KEY"
  /// A table that is emptied can be.
  case truncation = "SEED-TRUNCATE"
  /// Emptying a table leaves the others as they are.
  case truncationReach = "SEED-TRUNCATE-REACHES"
}
