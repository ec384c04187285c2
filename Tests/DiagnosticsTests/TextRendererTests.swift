import Diagnostics
import TestSupport
import Testing

@Suite struct TextRendererTests {
  private let identifier = DiagnosticIdentifier(rawValue: "TEST-RULE")

  /// The text for one error at `range` of a file with these bytes.
  private func rendered(_ bytes: [UInt8], _ range: Range<Int>, colors: Bool = false) -> String {
    var files = SourceFiles()
    let file = files.add(SourceFile(path: "a.yaml", bytes: bytes))
    let range = SourceRange(file: file, lower: UInt32(range.lowerBound), upper: UInt32(range.upperBound))
    return TextRenderer(files: files, colors: colors).render([Diagnostic(identifier, at: range, "Wrong")])
  }

  /// The two lines of the excerpt for the range that the mark 1 is around.
  private func excerpt(_ text: String) -> String {
    let marked = MarkedText(text)
    return rendered(marked.bytes, marked.ranges[1] ?? 0..<0).split(separator: "\n").dropFirst().dropLast()
      .joined(separator: "\n")
  }

  @Test func showsEveryPartOfADiagnostic() {
    let marked = MarkedText("models:\n  1️⃣Grade1️⃣: {}\n  Student:\n    belongsTo: { grade: 2️⃣Grad2️⃣ }\n")
    var files = SourceFiles()
    let file = files.add(SourceFile(path: "schemas/a.yaml", bytes: marked.bytes))
    func range(_ mark: Int) -> SourceRange {
      let bytes = marked.ranges[mark] ?? 0..<0
      return SourceRange(file: file, lower: UInt32(bytes.lowerBound), upper: UInt32(bytes.upperBound))
    }
    let diagnostics = [
      Diagnostic(identifier, .warning, at: nil, "Folder is empty"),
      Diagnostic(
        identifier, at: range(2), "Model 'Grad' does not exist", explanation: "Declare it.\nOr name another.",
        notes: [.init("'Grade' is here", at: range(1)), .init("no place")],
        fixIts: [.init("Replace 'Grad' with 'Grade'", at: range(2), replacement: "Grade")]),
      Diagnostic(identifier, at: nil, "No more"),
    ]
    #expect(
      TextRenderer(files: files).render(diagnostics) == """
        joinery: warning: Folder is empty [TEST-RULE]

        schemas/a.yaml:4:25: error: Model 'Grad' does not exist [TEST-RULE]
          4 |     belongsTo: { grade: Grad }
            |                         ^~~~
        help: Declare it.
          Or name another.
        schemas/a.yaml:2:3: note: 'Grade' is here
          2 |   Grade: {}
            |   ^~~~~
        note: no place
        fix-it: Replace 'Grad' with 'Grade'

        joinery: error: No more [TEST-RULE]

        2 errors, 1 warning

        """)
  }

  @Test func countsInSingularAndPlural() {
    let error = Diagnostic(identifier, .error, at: nil, "e")
    let warning = Diagnostic(identifier, .warning, at: nil, "w")
    func lastLine(_ diagnostics: [Diagnostic]) -> String? {
      TextRenderer(files: SourceFiles()).render(diagnostics).split(separator: "\n").last.map(String.init)
    }
    #expect(lastLine([]) == nil)
    #expect(lastLine([error]) == "1 error")
    #expect(lastLine([warning, warning]) == "2 warnings")
    #expect(lastLine([error, warning]) == "1 error, 1 warning")
  }

  @Test func colorsWhatItIsToldTo() {
    #expect(
      rendered(Array("a: b".utf8), 3..<4, colors: true)
        == "\u{1B}[1ma.yaml:1:4: \u{1B}[0m\u{1B}[1;31merror:\u{1B}[0m \u{1B}[1mWrong\u{1B}[0m [TEST-RULE]\n"
        + "\u{1B}[36m  1 |\u{1B}[0m a: b\n\u{1B}[36m    |\u{1B}[0m    \u{1B}[1;31m^\u{1B}[0m\n\n1 error\n")
  }

  @Test func marksPlacesAndRanges() {
    #expect(excerpt("a: 1️⃣b1️⃣") == "  1 | a: b\n    |    ^")
    #expect(excerpt("a:1️⃣\nb: 1") == "  1 | a:\n    |   ^")
    #expect(excerpt("1️⃣a: b\nc: d1️⃣\n") == "  1 | a: b\n    | ^~~~")
    #expect(excerpt("a\n1️⃣") == "  2 |\n    | ^")
    #expect(excerpt(String(repeating: "\n", count: 1_233) + "1️⃣ab1️⃣") == "1234 | ab\n     | ^~")
  }

  @Test func expandsTabs() {
    #expect(excerpt("\ta\t1️⃣bc1️⃣") == "  1 |     a   bc\n    |         ^~")
  }

  @Test func givesWideCharactersTwoColumns() {
    #expect(excerpt("名前: 1️⃣値段1️⃣") == "  1 | 名前: 値段\n    |       ^~~~")
    #expect(excerpt("😀e\u{301} 1️⃣x1️⃣") == "  1 | 😀e\u{301} x\n    |     ^")
  }

  @Test func escapesWhatWouldSteerTheTerminal() {
    #expect(excerpt("a\u{1B}[2J 1️⃣b1️⃣\u{7}") == "  1 | a\\u{1B}[2J b\\u{7}\n    |            ^")
    #expect(excerpt("\u{202E}1️⃣x1️⃣\u{200F}\u{2028}") == "  1 | \\u{202E}x\\u{200F}\\u{2028}\n    |         ^")
    #expect(
      rendered([0x61, 0xFF, 0x62], 2..<3)
        == "a.yaml:1:3: error: Wrong [TEST-RULE]\n  1 | a\\xFFb\n    |      ^\n\n1 error\n")
    let hostile = Diagnostic(identifier, at: nil, "Key 'a\u{1B}c\n' is wrong", explanation: "\u{202E}")
    #expect(
      TextRenderer(files: SourceFiles()).render([hostile])
        == "joinery: error: Key 'a\\u{1B}c\\u{A}' is wrong [TEST-RULE]\nhelp: \\u{202E}\n\n1 error\n")
  }

  @Test func cutsLongLinesAroundThePlace() {
    let long = String(repeating: "x", count: 500)
    #expect(
      excerpt("\(long)1️⃣ab1️⃣\(long)")
        == "  1 | …\(long.prefix(60))ab\(long.prefix(57))…\n    | \(String(repeating: " ", count: 61))^~")
    #expect(
      excerpt("1️⃣\(long)1️⃣") == "  1 | \(long.prefix(120))…\n    | ^\(String(repeating: "~", count: 120))")
    // A cut does not go through a character.
    let umlauts = String(repeating: "ä", count: 100)
    #expect(
      excerpt("y\(umlauts)1️⃣b1️⃣") == "  1 | …\(umlauts.prefix(30))b\n    | \(String(repeating: " ", count: 31))^")
  }
}
