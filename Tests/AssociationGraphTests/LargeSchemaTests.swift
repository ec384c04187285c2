import AssociationGraph
import Diagnostics
import SchemaLanguage
import TestSupport
import Testing

/// A schema of so many models, rows and queries that several threads make parts of it, one turn after the other, means what its
/// parts mean by themselves.
@Suite struct LargeSchemaTests {
  /// More than a turn of models, of rows and of queries.
  private static let count = 2_300

  /// Models of which each has an enumeration of its own, a shared one, a parent, a row and a query. What `models`, `rows` and
  /// `queries` say at a number stands in the place of what that one would say.
  private static func schema(
    models: [Int: String] = [:], rows: [Int: String] = [:], queries: [Int: String] = [:]
  ) -> Compilation {
    var lines = ["database: large", "enums: { State: [open, closed] }", "models:"]
    for number in 0..<count {
      let columns = models[number] ?? "kind: 'enum(a\(number), b\(number))', state: State, code: string(20)"
      let parent = number == 0 ? "" : ", belongsTo: { parent: M\(number - 1)? }"
      lines.append("  M\(number): { columns: { \(columns) }\(parent) }")
    }
    lines.append("seeds:")
    for number in 0..<count {
      lines.append("  M\(number): [{ \(rows[number] ?? "kind: b\(number), state: closed, code: c\(number)") }]")
    }
    lines.append("queries:")
    for number in 0..<count { lines.append("  findM\(number): { \(queries[number] ?? "from: M\(number)") }") }
    return Compilation(Array(lines.joined(separator: "\n").utf8), path: "large.yaml")
  }

  @Test func `everything is what it is by itself, in the order written`() throws {
    let compilation = Self.schema()
    #expect(compilation.diagnostics == "")
    let graph = try #require(compilation.graph)
    #expect(graph.models.map(\.name) == (0..<Self.count).map { "M\($0)" })
    #expect(graph.enumerations.map(\.members) == [["open", "closed"]] + (0..<Self.count).map { ["a\($0)", "b\($0)"] })
    for (number, model) in graph.models.enumerated() {
      let types = model.columns.map(\.type)
      guard case .enumeration(let own) = types[1], case .enumeration(let shared) = types[2] else {
        Issue.record("\(model.name) has other columns")
        continue
      }
      #expect(graph[own].members == ["a\(number)", "b\(number)"])
      #expect(graph[own].swiftName == "M\(number)Kind")
      #expect(graph[shared].swiftName == "State")
      #expect(model.foreignKeys.map { graph[$0].parent.index } == (number == 0 ? [] : [number - 1]))
    }
    let sets = graph.seeds.statements.compactMap { statement in
      if case .insert(let set) = statement { set } else { nil }
    }
    #expect(sets.map(\.model.index) == Array(0..<Self.count))
    for (number, set) in sets.enumerated() {
      #expect(set.rows.map { $0.contains(.text("c\(number)")) && $0.contains(.text("b\(number)")) } == [true])
    }
    #expect(graph.queries.map(\.name) == (0..<Self.count).map { "findM\($0)" })
    #expect(graph.queries.map(\.root.target.model.index) == Array(0..<Self.count))
  }

  @Test func `what is wrong in a part is said as if it were alone`() throws {
    let compilation = Self.schema(
      models: [
        5: "kind: 'enum(a5, b5)', state: State, code: strin(20)",
        // Beside the implicit key; that M301 names this key is no mistake of its own.
        300: "id: integer, kind: 'enum(a300, b300)', state: State, code: string(20)",
        2_200: "kind: 'enum(a2200, b2200)', state: Stat, code: string(20)",
      ],
      rows: [
        7: "kind: b8, state: closed, code: c7", 300: "id: 1, kind: b300, state: closed, code: c300",
        2_100: "kind: b2100, state: closed, cod: c2100",
      ],
      queries: [9: "from: M9, where: { cde: $code }", 2_290: "from: M2291, order: [kinds]"])
    let said = compilation.findings.map(\.summary)
    #expect(compilation.graph == nil)
    #expect(
      said == [
        "Type 'strin' is neither one of the language nor an enumeration; did you mean 'string'?",
        "Model 'M300' declares no primary key, so its column 'id' meets the implicit 'id'",
        "Type 'Stat' is neither one of the language nor an enumeration; did you mean 'State'?",
        "Column 'kind' has no member 'b8'; did you mean 'b7'?",
        "Model 'M2100' has no column or association 'cod'; did you mean 'code'?",
        "Model 'M9' has no column 'cde'; did you mean 'code'?",
        "Model 'M2291' has no column 'kinds'; did you mean 'kind'?",
      ])
    // Three lines stand above the models, and another one above the rows and above the queries.
    let (rows, queries) = (3 + Self.count + 1, 3 + 2 * Self.count + 2)
    let places = compilation.diagnostics.split(separator: "\n").compactMap { line in
      line.firstRange(of: ": error: ").map { String(line[..<$0.lowerBound]) }
    }
    #expect(
      places == [
        "large.yaml:\(3 + 5 + 1):62",
        "large.yaml:\(3 + 300 + 1):22",
        "large.yaml:\(3 + 2_200 + 1):58",
        "large.yaml:\(rows + 7 + 1):16",
        "large.yaml:\(rows + 2_100 + 1):41",
        "large.yaml:\(queries + 9 + 1):32",
        "large.yaml:\(queries + 2_290 + 1):37",
      ])
  }
}
