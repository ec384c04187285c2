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
  /// The key.
  public var name: Located<String>
  /// The value.
  public var value: ValueSyntax

  /// The key `name` with `value`.
  public init(name: Located<String>, value: ValueSyntax) {
    self.name = name
    self.value = value
  }
}
