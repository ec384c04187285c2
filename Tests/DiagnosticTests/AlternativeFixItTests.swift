import Diagnostics
import TestSupport
import Testing

/// What is written once for the several ways of a polymorphic association is mended only by what is right for all of them.
@Suite struct AlternativeFixItTests {
  @Test(arguments: [
    // Both ways ask for it.
    ("include: { subject: { where: { bdy: x } } }", ["body", "body"]),
    ("where: { exists: { subject: { bdy: x } } }", ["body", "body"]),
    ("include: { subject: { include: { athor: {} } } }", ["author", "author"]),
    // The name is right for one way, and wrong for the other.
    ("include: { subject: { columns: [id, title] } }", []),
    ("include: { subject: { columns: [id, tittle] } }", []),
    ("where: { exists: { subject: { tittle: x } } }", []),
    ("include: { subject: { include: { author: { where: { handl: x } } } } }", []),
    ("include: { subject: { where: { tittle: x } } }", []),
    // Each has a mistake of its own.
    ("include: { subject: { where: { bdy: x }, columns: [id, tittle] } }", ["body", "body"]),
  ])
  func fixIts(query: String, replacements: [String]) {
    let schema = """
      database: blog
      models:
        Writer: { columns: { handle: string } }
        Painter: { columns: { alias: string } }
        Post: { columns: { title: string, body: string }, belongsTo: { author: Writer } }
        Photo: { columns: { little: string, body: string }, belongsTo: { author: Painter } }
        Comment: { belongsTo: { subject: { oneOf: [Post, Photo] } } }
      queries:
        comments: { from: Comment, \(query) }

      """
    let compilation = Compilation(Array(schema.utf8), path: "schemas/blog.yaml")
    #expect(compilation.graph == nil)
    #expect(compilation.findings.flatMap(\.fixIts).map(\.replacement) == replacements)
  }
}
