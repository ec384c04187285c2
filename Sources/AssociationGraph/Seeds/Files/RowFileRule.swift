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

extension RowFileRule {
  /// The rule, why it is, and what to write instead.
  public var description: RuleDescription {
    switch self {
    case .syntax:
      RuleDescription(
        "Quotes in a file of rows stand around whole fields, and in pairs",
        explanation: """
          So RFC 4180 has it: a field that holds a comma, a quote or a line break stands in double quotes, and each quote \
          inside is doubled, as in `"a ""small"" room"`.
          """)
    case .header:
      RuleDescription(
        "The first record of a file names columns of the model, each once",
        explanation: """
          Fields are matched by these names, so that columns may come in any order. Name attributes and associations as \
          in the schema; what is the same in every row stands under `defaults` instead.
          """)
    case .fieldCount:
      RuleDescription(
        "Every record of a file has as many fields as its header",
        explanation: """
          With a field too few or too many, all behind it would move to other columns. Often a text holds a comma: put it \
          in double quotes. Where there is no value, an empty field stands.
          """)
    case .unreadable:
      RuleDescription(
        "A file of rows can be read, and stays as it is while it is read",
        explanation: """
          Large files are read more than once, and not kept in memory. Mend its permissions, or wait until whatever \
          writes the file is done.
          """)
    case .encoding:
      RuleDescription(
        "The fields of a file are UTF-8",
        explanation: "Spreadsheets often save in a code page of Windows. Save the file again as CSV UTF-8.")
    case .order:
      RuleDescription(
        "A row of a file names rows that come before it",
        explanation: """
          Rows of a file are inserted in its order, and a foreign key is checked at each. Sort the file, so that parents \
          stand above their children.
          """)
    case .tooManyErrors:
      RuleDescription(
        "At most 100 mistakes of a file of rows are reported",
        explanation:
          "A million rows can have a million mistakes of one cause. Mend the first ones and run Joinery again.")
    }
  }
}
