import Diagnostics
import Testing

@Suite struct DiagnosticCollectorTests {
  private enum Rule: String, DiagnosticRule {
    case first = "TEST-FIRST"
    case second = "TEST-SECOND"

    var description: RuleDescription { RuleDescription("It is kept", explanation: "It is a rule.") }
  }

  private func range(_ file: UInt32, _ lower: UInt32, _ upper: UInt32) -> SourceRange {
    SourceRange(file: SourceFileID(index: file), lower: lower, upper: upper)
  }

  @Test func sortsByFileAndPlaceAndDropsRepetitions() {
    var collector = DiagnosticCollector()
    collector.error(Rule.first, at: range(1, 0, 1), "e")
    collector.error(Rule.first, at: range(0, 5, 9), "d")
    collector.warning(Rule.second, at: range(0, 5, 6), "b")
    collector.error(Rule.first, at: range(0, 5, 6), "c")
    collector.warning(Rule.second, at: range(0, 5, 6), "b")
    collector.warning(Rule.second, at: nil, "a")
    #expect(collector.sorted.map(\.summary) == ["a", "b", "c", "d", "e"])
  }

  @Test func knowsErrorsFromWarnings() {
    var collector = DiagnosticCollector()
    collector.warning(Rule.second, at: nil, "w")
    #expect(!collector.hasErrors)
    var other = DiagnosticCollector()
    other.error(Rule.first, at: nil, "e")
    collector.add(contentsOf: other)
    #expect(collector.hasErrors)
    #expect(collector.diagnostics.map(\.identifier.rawValue) == ["TEST-SECOND", "TEST-FIRST"])
  }
}
