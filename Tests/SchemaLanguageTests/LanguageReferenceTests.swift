import Foundation
import SchemaLanguage
import Testing

@Suite struct LanguageReferenceTests {
  /// `Documentation/reference.md` of the project.
  private var page: URL {
    var folder = URL(filePath: #filePath)
    for _ in 0..<3 { folder.deleteLastPathComponent() }
    return folder.appending(path: "Documentation/reference.md")
  }

  @Test func `the committed page is the one that the tables make`() throws {
    let text = languageReference()
    if ProcessInfo.processInfo.environment["JOINERY_RECORD"] == "1" {
      try Data(text.utf8).write(to: page)
      Issue.record("Recorded Documentation/reference.md; run again without JOINERY_RECORD")
      return
    }
    #expect(String(decoding: try Data(contentsOf: page), as: UTF8.self) == text)
  }
}
