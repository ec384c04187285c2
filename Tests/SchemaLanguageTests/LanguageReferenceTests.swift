import Foundation
import SchemaLanguage
import TestSupport
import Testing

/// What is committed of the language is what its tables make; `JOINERY_RECORD=1` writes it anew.
@Suite struct LanguageReferenceTests {
  @Test(arguments: [
    ("Documentation/reference.md", languageReference()), ("Documentation/joinery.schema.json", languageJSONSchema()),
  ])
  func `the committed file is the one that the tables make`(path: String, text: String) throws {
    let file = Repository.root.appending(path: path)
    let committed = try? String(contentsOf: file, encoding: .utf8)
    guard committed != text else { return }
    Issue.record("\(path) \(Recording.isOn ? "is recorded" : "is not what the tables make")")
    if Recording.isOn { try Data(text.utf8).write(to: file) }
  }
}
