import TestSupport
import Testing

/// The smallest schema that breaks a rule, with all that is reported of it.
struct DiagnosticExample: Sendable, CustomTestStringConvertible {
  /// The rule's identifier; at least one of ``expected`` has it.
  let identifier: String
  /// The schema, the places marked as in ``MarkedText``.
  let text: String
  /// Every finding, in order.
  let expected: [ExpectedDiagnostic]

  init(_ identifier: String, _ text: String, _ expected: ExpectedDiagnostic...) {
    self.init(identifier, text, expected: expected)
  }

  init(_ identifier: String, _ text: String, expected: [ExpectedDiagnostic]) {
    self.identifier = identifier
    self.text = text
    self.expected = expected
  }

  var testDescription: String { identifier }

  /// The examples of every stage.
  static let all = syntax + language + graph + values + seeds + queries
}
