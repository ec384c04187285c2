import TestSupport
import Testing

/// What a schema's author writes stays text on the page of the graph: read by GitHub's own reader of Markdown, the page has the
/// same structure as one of harmless names.
@Suite struct PageInjectionTests {
  private func page(_ names: [String]) throws -> String {
    let schema = HostileSchema.ofNames(names)
    let compilation = Compilation(Array(schema.utf8), path: "schemas/hostile.yaml")
    try #require(compilation.graph != nil, "\(compilation.diagnostics)")
    return compilation.outputs.text(of: "graph.md")
  }

  @Test("names stay names") func names() throws {
    let harmless = HostileText.names.indices.map { "name\($0)" }
    let hostile = try MarkdownPage(page(HostileText.names))
    #expect(try hostile.elements == MarkdownPage(page(harmless)).elements)
    for name in ["*a* _b_ **c** __d__ ~~e~~ `f`", "[x](https://example.org) ![x](y)", "$x$ $$y$$ \\# \\| \\\\|"] {
      #expect(hostile.texts.joined().contains(name))
    }
  }

  /// Every line of the diagram is one of the grammar, and the only quotes in it are those around a label.
  @Test("the diagram keeps its grammar") func diagram() throws {
    let page = try page(HostileText.names)
    let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(lines.firstIndex(of: "```mermaid"))
    let end = try #require(lines[start...].firstIndex(of: "```"))
    let grammar =
      /erDiagram|  \w+ \{|    \w+ \w+( (PK|FK|PK,FK))?|  \}|  \w+ (\|\||\|o)--(o\||o\{) \w+ : "[^"%<>`;\\]*(#[0-9]+;[^"%<>`;\\]*)*"/
    for line in lines[(start + 1)..<end] { #expect(line.wholeMatch(of: grammar) != nil, "\(line)") }
  }
}
