import Foundation
import SchemaLanguage
import TestSupport
import Testing

/// What is committed of the language is what its tables make; `JOINERY_RECORD=1` writes it anew.
@Suite struct LanguageReferenceTests {
  @Test func `the reference page is what the tables make`() throws {
    try expect(languageReference(), isIn: "Documentation/reference.md")
  }

  @Test func `the JSON Schema is what the tables make`() throws {
    try expect(languageJSONSchema(), isIn: "Documentation/joinery.schema.json")
  }

  @Test func `the JSON Schema of a project is what the table makes`() throws {
    try expect(projectJSONSchema(), isIn: "Documentation/joinery.project.schema.json")
  }

  private func expect(_ text: String, isIn path: String) throws {
    let file = Repository.root.appending(path: path)
    let committed = try? String(contentsOf: file, encoding: .utf8)
    guard committed != text else { return }
    Issue.record("\(path) \(Recording.isOn ? "is recorded" : "is not what the tables make")")
    if Recording.isOn { try Data(text.utf8).write(to: file) }
  }
}
