import Foundation
import MySQL
import Testing

@Suite("The reference page of the rules")
struct RulesReferenceTests {
  @Test("is the file Documentation/rules.md")
  func isCurrent() throws {
    let file = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Documentation/rules.md")
    let written = try? String(contentsOf: file, encoding: .utf8)
    let page = rulesReference()
    guard written != page else { return }
    guard ProcessInfo.processInfo.environment["JOINERY_RECORD"] == "1" else {
      #expect(written == page, "run with JOINERY_RECORD=1 to write the page anew")
      return
    }
    try page.write(to: file, atomically: true, encoding: .utf8)
    Issue.record("Documentation/rules.md was written anew")
  }
}
