/// What a rule says, apart from any finding.
public struct RuleDescription: Hashable, Sendable {
  /// The rule in one sentence, without a full stop.
  public var sentence: String
  /// Why it is so, and what to do; whole sentences.
  public var explanation: String?
  /// All that there is to say, with examples, as plain text.
  public var help: String

  /// A description; see the properties.
  public init(sentence: String, explanation: String? = nil, help: String) {
    self.sentence = sentence
    self.explanation = explanation
    self.help = help
  }
}
