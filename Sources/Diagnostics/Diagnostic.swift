/// One finding about the input: an error, which stops the run before anything is written, or a warning.
///
/// Wording: the summary states the rule that was broken, names the thing in single quotes, fits a line and ends without
/// a full stop. The explanation says what to write instead, in whole sentences.
public struct Diagnostic: Hashable, Sendable {
  /// How much a finding weighs.
  public enum Severity: String, Hashable, Sendable {
    /// Nothing is generated.
    case error
    /// Something is generated, and probably not what was meant.
    case warning
  }

  /// A second place that belongs to the finding: the other of two declarations, the definition of an alias.
  public struct Note: Hashable, Sendable {
    /// What is to be seen there, without a full stop.
    public var message: String
    /// The place; `nil` where the note is about no place in a file.
    public var range: SourceRange?

    /// A note that says `message` about `range`.
    public init(_ message: String, at range: SourceRange? = nil) {
      self.message = message
      self.range = range
    }
  }

  /// A change of the text that mends the finding.
  public struct FixIt: Hashable, Sendable {
    /// What the change does: `Replace 'Grad' with 'Grade'`.
    public var summary: String
    /// The bytes to be replaced; empty to insert.
    public var range: SourceRange
    /// The text to be put there.
    public var replacement: String

    /// A change that puts `replacement` in the place of `range`.
    public init(_ summary: String, at range: SourceRange, replacement: String) {
      self.summary = summary
      self.range = range
      self.replacement = replacement
    }
  }

  /// The broken rule.
  public var identifier: DiagnosticIdentifier
  /// Error or warning.
  public var severity: Severity
  /// One line that names the rule and the thing.
  public var summary: String
  /// Where the mistake was written; `nil` where it is in no file (a wrong folder, say).
  public var range: SourceRange?
  /// What to write instead, in sentences.
  public var explanation: String?
  /// Further places.
  public var notes: [Note]
  /// Changes that mend it, the likeliest first.
  public var fixIts: [FixIt]

  /// A finding; see the properties.
  public init(
    _ identifier: DiagnosticIdentifier, _ severity: Severity = .error, at range: SourceRange?, _ summary: String,
    explanation: String? = nil, notes: [Note] = [], fixIts: [FixIt] = []
  ) {
    self.identifier = identifier
    self.severity = severity
    self.summary = summary
    self.range = range
    self.explanation = explanation
    self.notes = notes
    self.fixIts = fixIts
  }
}
