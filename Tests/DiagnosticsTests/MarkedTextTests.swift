import Diagnostics
import TestSupport
import Testing

/// The tests' own tools.
@Suite struct MarkedTextTests {
  private func diagnostic(_ lower: UInt32, _ upper: UInt32) -> Diagnostic {
    let range = SourceRange(file: SourceFileID(index: 0), lower: lower, upper: upper)
    return Diagnostic(DiagnosticIdentifier(rawValue: "TEST"), at: range, "Wrong")
  }

  @Test func takesTheMarksOut() {
    let marked = MarkedText("ä1️⃣bc1️⃣ 12 2️⃣")
    #expect(marked.text == "äbc 12 ")
    #expect(marked.ranges == [1: 2..<4, 2: 8..<8])
    #expect(marked.places == [2])
  }

  @Test func acceptsWhatIsExpected() {
    let marked = MarkedText("a1️⃣bc1️⃣d2️⃣e")
    expectDiagnostics(
      [diagnostic(1, 3), diagnostic(4, 5)], [.error("TEST", at: 1, "Wrong"), .error("TEST", at: 2, "Wrong")],
      in: marked)
  }

  @Test(
    arguments: [
      [.error("TEST", at: 1, "Wrong"), .error("TEST", at: 1, "Wrong")],
      [.error("TEST", at: 2, "Wrong")],
      [.error("TEST", at: nil, "Wrong")],
      [.warning("TEST", at: 1, "Wrong")],
      [.error("TEST", at: 1, "Other")],
      [.error("OTHER", at: 1, "Wrong")],
      [.error("TEST", at: 1, "Wrong", notes: [2])],
      [],
    ] as [[ExpectedDiagnostic]])
  func refusesAnythingElse(expected: [ExpectedDiagnostic]) {
    withKnownIssue {
      expectDiagnostics([diagnostic(1, 3)], expected, in: MarkedText("a1️⃣bc1️⃣d2️⃣e"))
    }
  }
}
