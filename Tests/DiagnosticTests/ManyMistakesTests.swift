import Diagnostics
import TestSupport
import Testing

/// More mistakes in a file than anyone reads.
@Suite struct ManyMistakesTests {
  /// The rules that are tested here.
  static let identifiers = ["YAML-TOO-MANY-ERRORS", "LANG-TOO-MANY-ERRORS"]

  /// Expects 1,000 findings of `mistake` and the end of the report, at the place of the last of the 1,001.
  private func expectEnd(
    _ text: String, mistake: String, end: String, sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) {
    let found = compile(text).diagnostics
    #expect(
      found.map(\.identifier.rawValue) == Array(repeating: mistake, count: 1_000) + [end],
      sourceLocation: sourceLocation)
    #expect(
      found.last?.summary == "File has more than 1,000 mistakes; the others are not reported",
      sourceLocation: sourceLocation)
  }

  @Test func duplicateKeys() {
    expectEnd(
      String(repeating: "a: 1\n", count: 1_002), mistake: "YAML-DUPLICATE-KEY", end: "YAML-TOO-MANY-ERRORS")
  }

  @Test func unknownKeysInAnAliasedModel() {
    expectEnd(
      "database: school\nmodels:\n  A0: &a { colour: red }\n" + (1...1_000).map { "  A\($0): *a\n" }.joined(),
      mistake: "LANG-UNKNOWN-KEY", end: "LANG-TOO-MANY-ERRORS")
  }
}
