import Diagnostics
import TestSupport
import Testing

/// Reports for other programs: what is escaped how, and where places are.
@Suite struct ReportRendererTests {
  private let identifier = DiagnosticIdentifier(rawValue: "TEST-RULE")
  private let tool = DiagnosticReport.Tool(name: "joinery", version: "1.2.3")

  /// A report of one finding in the file `path`, at the mark 1 of `text`; of a finding at no place without `text`.
  private func report(
    _ summary: String = "Wrong", path: String = "a.yaml", in text: String? = nil, firstLine: Int = 1,
    firstOffset: Int = 0, root: String = "/project", repository: String? = nil, failure: String? = nil
  ) -> DiagnosticReport {
    var files = SourceFiles()
    var range: SourceRange?
    if let text {
      let marked = MarkedText(text)
      let file = files.add(
        SourceFile(path: path, bytes: marked.bytes, firstLine: firstLine, firstOffset: firstOffset))
      let bytes = marked.ranges[1] ?? 0..<0
      range = SourceRange(file: file, lower: UInt32(bytes.lowerBound), upper: UInt32(bytes.upperBound))
    }
    return DiagnosticReport(
      tool: tool, root: root, repository: repository, files: files,
      diagnostics: [Diagnostic(identifier, at: range, summary)], failure: failure, exitCode: failure == nil ? 1 : 3)
  }

  // MARK: GitHub

  private func annotation(_ report: DiagnosticReport) -> String { GitHubRenderer().render(report) }

  @Test func escapesWhatEndsACommand() {
    #expect(
      annotation(report("100 %: a, b::c", path: "a,b:c %.yaml", in: "a: 1️⃣bc1️⃣"))
        == "::error title=TEST-RULE,file=a%2Cb%3Ac %25.yaml,line=1,endLine=1,col=4,endColumn=5::100 %25: a, b::c\n")
    // A line end in a summary is shown, as on a terminal; it makes no second line.
    #expect(annotation(report("a\r\nb\u{1B}[2J")) == "::error title=TEST-RULE::a\\u{D}\\u{A}b\\u{1B}[2J\n")
  }

  @Test func annotatesLines() {
    #expect(
      annotation(report(in: "a:1️⃣ [b,\n c]1️⃣\n"))
        == "::error title=TEST-RULE,file=a.yaml,line=1,endLine=2::Wrong\n")
    // Up to the end of a line is not into the next one.
    #expect(
      annotation(report(in: "1️⃣ä: b\n1️⃣c: d\n"))
        == "::error title=TEST-RULE,file=a.yaml,line=1,endLine=1,col=1,endColumn=5::Wrong\n")
    #expect(
      annotation(report(in: "ab1️⃣\n"))
        == "::error title=TEST-RULE,file=a.yaml,line=1,endLine=1,col=3,endColumn=3::Wrong\n")
    #expect(
      annotation(report(in: "x\n1️⃣y1️⃣\n", firstLine: 41, firstOffset: 700))
        == "::error title=TEST-RULE,file=a.yaml,line=42,endLine=42,col=1,endColumn=1::Wrong\n")
  }

  @Test func tellsWhyARunCameToNoEnd() {
    #expect(
      annotation(report(failure: "Cannot write 'a\nb': No space"))
        == "::error title=TEST-RULE::Wrong\n::error title=joinery::Cannot write 'a\\u{A}b': No space\n")
  }

  @Test("paths are counted from the repository where the project lies in it")
  func repository() {
    func file(_ path: String, root: String, repository: String?) -> Substring? {
      annotation(report(path: path, in: "1️⃣a1️⃣", root: root, repository: repository))
        .firstMatch(of: /file=([^,]*),/)?.1
    }
    #expect(file("s/a.yaml", root: "/r/p", repository: nil) == "s/a.yaml")
    #expect(file("s/a.yaml", root: "/r/p", repository: "/r") == "p/s/a.yaml")
    #expect(file("s/a.yaml", root: "/r/p", repository: "/r/p/") == "s/a.yaml")
    #expect(file("s/a.yaml", root: "/rest", repository: "/r") == "s/a.yaml")
    #expect(file("/r/other/a.yaml", root: "/r/p", repository: "/r") == "other/a.yaml")
    #expect(file("/other/a.yaml", root: "/r/p", repository: "/r") == "/other/a.yaml")
    #expect(file("s/a.yaml", root: "/", repository: "/") == "s/a.yaml")
  }

  @Test func shieldsTextsThatLookLikeCommands() {
    let plain = Array(" a: b\n+ c\n".utf8)
    #expect(GitHubRenderer.verbatim(plain) == plain)
    for text in [" ::error::no\n", "+x ##[error]no\n"] {
      let lines = String(decoding: GitHubRenderer.verbatim(Array(text.utf8)), as: UTF8.self).split(separator: "\n")
      let token = lines.first?.dropFirst("::stop-commands::".count) ?? ""
      #expect(lines.map(String.init) == ["::stop-commands::\(token)", String(text.dropLast()), "::\(token)::"])
      #expect(token.utf8.count > 12)
    }
  }

  // MARK: JSON

  @Test func writesValues() {
    let value: JSONValue = [
      "text": "\"\\/\n\r\t\u{0}\u{1F}\u{7F}\u{85}\u{2028}\u{202E}\u{61C}\u{E0041}ä😀", "none": nil, "null": .null,
      "list": [1, -2, []],
      "empty": .object([]), "truth": .boolean(true), "": .boolean(false),
    ]
    #expect(
      value.text == #"""
        {
          "text": "\"\\/\n\r\t\u0000\u001f\u007f\u0085\u2028\u202e\u061c\udb40\udc41ä😀",
          "null": null,
          "list": [
            1,
            -2,
            []
          ],
          "empty": {},
          "truth": true,
          "": false
        }

        """#)
  }

  @Test func placesAreThoseOfTheWholeFile() {
    let text = JSONRenderer().render(
      report(in: "ä: 1️⃣ö\nb1️⃣", firstLine: 41, firstOffset: 700), members: [.init("more", "yes")])
    #expect(
      text == """
        {
          "version": 1,
          "tool": {
            "name": "joinery",
            "version": "1.2.3"
          },
          "root": "/project",
          "diagnostics": [
            {
              "identifier": "TEST-RULE",
              "severity": "error",
              "summary": "Wrong",
              "explanation": null,
              "place": {
                "file": "a.yaml",
                "start": {
                  "line": 41,
                  "column": 4,
                  "offset": 704
                },
                "end": {
                  "line": 42,
                  "column": 2,
                  "offset": 708
                }
              },
              "notes": [],
              "fixIts": []
            }
          ],
          "failure": null,
          "exitCode": 1,
          "more": "yes"
        }

        """)
  }

  // MARK: SARIF

  private func log(_ report: DiagnosticReport) -> String { SARIFRenderer { _ in nil }.render(report) }

  @Test func encodesPaths() {
    func uris(_ report: DiagnosticReport) -> [String] {
      log(report).matches(of: /"uri": "([^"]*)"/).map { String($0.1) }
    }
    // The folder of the call, the base, the artifact, the place.
    #expect(
      uris(report(path: "a b/ä%:c?.yaml", in: "1️⃣a1️⃣", root: "/my project")) == [
        "file:///my%20project/", "file:///my%20project/", "a%20b/%C3%A4%25%3Ac%3F.yaml", "a%20b/%C3%A4%25%3Ac%3F.yaml",
      ])
    #expect(
      uris(report(path: "/other/a.yaml", in: "1️⃣a1️⃣", root: "/r/p", repository: "/r"))
        == ["file:///r/", "file:///r/", "file:///other/a.yaml", "file:///other/a.yaml"])
    #expect(
      uris(report(path: "a.yaml", in: "1️⃣a1️⃣", root: "/r/p", repository: "/r"))
        == ["file:///r/", "file:///r/", "p/a.yaml", "p/a.yaml"])
  }

  @Test func describesTheRulesThatOccur() {
    var report = report()
    let other = DiagnosticIdentifier(rawValue: "OTHER-RULE")
    report.diagnostics += [Diagnostic(other, .warning, at: nil, "Odd"), Diagnostic(identifier, at: nil, "Again")]
    let log = SARIFRenderer {
      $0.rawValue == "OTHER-RULE" ? RuleDescription("It is not odd", severity: .warning, explanation: "Why.") : nil
    }.render(report)
    #expect(
      log.contains(
        """
                  "rules": [
                    {
                      "id": "TEST-RULE",
                      "defaultConfiguration": {
                        "level": "error"
                      }
                    },
                    {
                      "id": "OTHER-RULE",
                      "shortDescription": {
                        "text": "It is not odd."
                      },
                      "fullDescription": {
                        "text": "Why."
                      },
                      "help": {
                        "text": "OTHER-RULE (lint)\\nIt is not odd.\\n\\nWhy.\\n"
                      },
                      "defaultConfiguration": {
                        "level": "warning"
                      }
                    }
                  ]

        """))
    #expect(log.matches(of: /"ruleIndex": (\d)/).map { String($0.1) } == ["0", "1", "0"])
  }

  @Test func saysWhetherTheRunCameToItsEnd() {
    #expect(log(report()).contains("\"executionSuccessful\": true,\n          \"exitCode\": 1,\n"))
    #expect(
      log(report(failure: "Cannot write 'a': No space")).contains(
        """
                  "executionSuccessful": false,
                  "exitCode": 3,
                  "toolExecutionNotifications": [
                    {
                      "level": "error",
                      "message": {
                        "text": "Cannot write 'a': No space"
                      }
                    }
                  ],

        """))
  }
}
