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

  // Several threads read what stands below a schema's `seeds` and `queries`; of all of it the first 200 misspelt names are
  // searched for.

  /// Expects a finding for each even number up to 600, the first 200 with the name that was meant.
  private func expectSearches(
    _ key: String, _ summary: String, sourceLocation: Testing.SourceLocation = #_sourceLocation,
    _ entry: (_ number: Int, _ name: String) -> String
  ) {
    let entries = (1...600).map { entry($0, $0.isMultiple(of: 2) ? "nmae" : "name") }
    let found = compile(
      """
      database: school
      models:
        Pupil: { columns: { name: { type: string(20), unique: true } } }
      \(key):
      \(entries.joined(separator: "\n"))
      """
    ).diagnostics
    #expect(
      found.map(\.summary)
        == Array(repeating: "\(summary); did you mean 'name'?", count: 200) + Array(repeating: summary, count: 100),
      sourceLocation: sourceLocation)
  }

  @Test func misspeltColumnsOfQueries() {
    expectSearches("queries", "Model 'Pupil' has no column 'nmae'") { "  q\($0): { from: Pupil, where: { \($1): x } }" }
  }

  @Test func misspeltColumnsOfRows() {
    expectSearches("seeds", "Model 'Pupil' has no column or association 'nmae'") { number, name in
      (number == 1 ? "  Pupil:\n" : "") + "    - { \(name): x\(number) }"
    }
  }
}
