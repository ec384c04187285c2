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
  /// Rows do not need one another in a circle of required keys.
  case circle = "SEED-CIRCLE"
}
