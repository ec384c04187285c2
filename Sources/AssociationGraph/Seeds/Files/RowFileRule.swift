public import Diagnostics

/// What a CSV file of rows demands, beside what each value and each row demands (``ValueRule``, ``SeedRule``).
public enum RowFileRule: String, DiagnosticRule {
  /// Quotes stand around whole fields, and in pairs (RFC 4180).
  case syntax = "CSV-SYNTAX"
  /// The first record names columns, each once.
  case header = "CSV-HEADER"
  /// Every record has as many fields as the header.
  case fieldCount = "CSV-FIELD-COUNT"
  /// The file can be read, and stays as it is meanwhile.
  case unreadable = "CSV-UNREADABLE"
  /// The file is UTF-8.
  case encoding = "CSV-ENCODING"
  /// A row of a file names rows that come before it.
  case order = "CSV-ORDER"
  /// At most 100 mistakes of a file are reported.
  case tooManyErrors = "CSV-TOO-MANY-ERRORS"
}
