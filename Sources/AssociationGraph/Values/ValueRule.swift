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

extension ValueRule {
  /// The rule, why it is, and what to write instead.
  public var description: RuleDescription {
    switch self {
    case .null:
      RuleDescription(
        "NULL stands where a column is nullable",
        explanation: """
          A column takes no NULL unless its type ends in `?`. Give a value, or make the column nullable; an empty text is \
          written as `''`.
          """,
        example: """
          models:
            Grade: { columns: { level: int } }
          seeds:
            Grade: [{ level: null }]
          """)
    case .type:
      RuleDescription(
        "A value has the form of its column's type",
        explanation: """
          The server would refuse it, or read the beginning as a number and drop the rest. The reference shows how the \
          values of each type are written.
          """,
        example: """
          models:
            Grade: { columns: { level: int } }
          seeds:
            Grade: [{ level: nine }]
          """)
    case .range:
      RuleDescription(
        "A number or a moment lies within its column's range",
        explanation: """
          A tinyint ends at 127, a timestamp in January 2038. Choose a wider type, such as bigint or datetime, or \
          `unsigned` where nothing is negative.
          """,
        example: """
          models:
            Grade: { columns: { level: { type: tinyint, default: 128 } } }
          """)
    case .length:
      RuleDescription(
        "A text or binary value is no longer than its column",
        explanation: """
          Texts are counted in characters, binary values in bytes. Write a shorter value, or give the type a greater \
          length: `string(80)`.
          """,
        example: """
          models:
            Grade: { columns: { room: string(3) } }
          seeds:
            Grade: [{ room: B 12 }]
          """)
    case .charset:
      RuleDescription(
        "A text has only characters of its column's character set",
        explanation: "latin1 and its like have a few hundred characters, utf8mb4 has all. Give the column utf8mb4.",
        example: """
          models:
            Grade: { columns: { name: { type: string, charset: latin1 } } }
          seeds:
            Grade: [{ name: Ωmega }]
          """)
    case .precision:
      RuleDescription(
        "A value has no more digits behind the point than its column keeps",
        explanation: """
          The server would round it and say nothing. Write it rounded, or keep more digits: `decimal(5,2)` has two, \
          `datetime(6)` microseconds.
          """,
        example: """
          models:
            Grade: { columns: { mean: { type: "decimal(3,1)", default: 1.25 } } }
          """)
    case .date:
      RuleDescription(
        "A date or time is one that exists",
        explanation: """
          There is no 29 February in most years, and no day 0: a strict server refuses both. Where a date is not known, \
          make the column nullable.
          """,
        example: """
          models:
            Grade: { columns: { begin: date } }
          seeds:
            Grade: [{ begin: 2023-02-29 }]
          """)
    case .member:
      RuleDescription(
        "A value of an ENUM or SET is made of its members",
        explanation:
          "The server would refuse it, or store an empty text. Write a member as it was declared, or declare one more.",
        example: """
          models:
            Grade: { columns: { kind: "enum(day, night)" } }
          seeds:
            Grade: [{ kind: evening }]
          """)
    }
  }
}
