import Testing
import MySQL

/// The smallest schema that breaks a rule, with the place at which Joinery reports it.
struct LiveCase: Sendable, CustomTestStringConvertible {
  /// The rule's identifier.
  let rule: String
  /// The line of `models`, from 1, at which the rule is reported.
  let line: Int
  /// What stands at the place.
  let place: String
  /// The entries of `models`; the rule's own example unless given.
  let models: String
  /// Whether a server thinks about it for so long that only long runs ask one.
  let isSlow: Bool

  init(_ rule: String, line: Int, _ place: String, models: String? = nil, isSlow: Bool = false) {
    self.rule = rule
    self.line = line
    self.place = place
    self.isSlow = isSlow
    self.models = models ?? ServerRules.rule(rule)?.example ?? ""
  }

  /// What the schema of the case is to say.
  var expected: [String] { ["\(rule) line \(line): \(place)"] }

  var testDescription: String { "\(rule): \(place)" }
}
