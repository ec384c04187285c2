public import Diagnostics

/// A value in a row, in `where`, in `scope` or in `default`: data as it was written, not yet read by a type.
public struct ValueSyntax: Sendable {
  /// The shape of a value.
  public enum Content: Sendable {
    /// A bare `null`, `~` or nothing.
    case null
    /// A scalar's text.
    case scalar(String, ScalarStyle)
    /// A list.
    case list([ValueSyntax])
    /// A mapping; keys are unique.
    case mapping([FieldSyntax])
  }

  /// How a scalar was written, where that changes its meaning.
  public enum ScalarStyle: Sendable {
    /// Bare: `$name` is a parameter.
    case plain
    /// In quotes or as a block: text.
    case quoted
    /// With the tag `!!binary`: base64 of bytes.
    case binary
  }

  /// What was written.
  public var content: Content
  /// Where.
  public var range: SourceRange

  /// Whether it is a bare `null`, `~` or nothing.
  public var isNull: Bool {
    if case .null = content { true } else { false }
  }

  /// `content`, written at `range`.
  public init(_ content: Content, at range: SourceRange) {
    self.content = content
    self.range = range
  }
}

/// One key with its value: a column or association of a row, a member of a JSON object.
public struct FieldSyntax: Sendable {
  // Of the fields that a schema has there are most: its rows. The name and the value side by side, each with its place, would
  // take more room than their parts do.
  private let text: String
  private let content: ValueSyntax.Content
  private let file: SourceFileID
  private let nameLower: UInt32
  private let nameUpper: UInt32
  private let valueLower: UInt32
  private let valueUpper: UInt32

  /// The key `name` with `value`, which are written in one file.
  public init(name: Located<String>, value: ValueSyntax) {
    text = name.value
    content = value.content
    file = name.range.file
    (nameLower, nameUpper) = (name.range.lower, name.range.upper)
    (valueLower, valueUpper) = (value.range.lower, value.range.upper)
  }

  /// The key.
  public var name: Located<String> { Located(text, at: SourceRange(file: file, lower: nameLower, upper: nameUpper)) }

  /// The value.
  public var value: ValueSyntax {
    ValueSyntax(content, at: SourceRange(file: file, lower: valueLower, upper: valueUpper))
  }
}
