import AssociationGraph
import Foundation
import MySQL
import TestSupport

/// A program of the generated Swift that decodes the rows of every query, nests them, and writes one line for each element
/// under a line with the query's name.
struct NestingProgram {
  /// How a query is called, and what statement that is to make.
  struct Call {
    /// The arguments of its `Parameters`.
    var arguments: [String]
    /// The first statement.
    var statement: String
    /// Whether its text depends on a list.
    var hasLists: Bool
    /// What stands for its placeholders, as `Outline` writes it.
    var values: [String]
  }

  private let module: SwiftModule
  private let graph: AssociationGraph
  private let calls: [String: Call]

  /// The program for the queries of `graph`, whose outputs are `files`; see `Outline` for the next two. Queries with
  /// parameters are called where `calls` says how.
  init(
    _ graph: AssociationGraph, _ files: FileTree, omitting: [String] = [], sortsArrays: Bool = false,
    calls: [String: Call] = [:]
  ) throws {
    var sources = files.swift
    let tests = Repository.root.appending(path: "Tests")
    for path in [
      "GoldenTests/Programs/Outline.swift", "GoldenTests/Programs/RowFile.swift", "TestSupport/Rows/RowDecoder.swift",
    ] {
      let file = tests.appending(path: path)
      sources.files[file.lastPathComponent] = Array(try Data(contentsOf: file))
    }
    let steps = graph.queries.map { query in
      """
      print("== \(query.name)")
      do {
        let result = \(Self.nesting(query, graph))
        show(result)
        \(Self.calling(query, graph, calls[query.name]))
      } catch {
        print(error)
      }
      """
    }
    let main = """
      import Foundation

      let folder = CommandLine.arguments[1]
      let outline = Outline(omitted: \(omitting), sortsArrays: \(sortsArrays))

      func show<Element>(_ elements: [Element]) {
        for element in elements { print(outline.text(of: element)) }
      }

      func show(_ element: some Any) { print(outline.text(of: element)) }

      func compare(_ sql: String, _ bindings: [any Encodable & Sendable], _ name: String) throws {
        let expected = try String(contentsOfFile: "\\(folder)/\\(name).statement", encoding: .utf8)
        let text = ([sql] + bindings.map { outline.text(of: $0) }).joined(separator: "\\n")
        if text != expected { print("the statement is\\n\\(text)\\nand not\\n\\(expected)") }
      }

      func decode<Row: Decodable & Sendable>(_ type: Row.Type, _ name: String) throws -> [any Decodable & Sendable] {
        try RowFile(name, in: folder).decode(type)
      }

      \(steps.joined(separator: "\n"))

      """
    sources.files["main.swift"] = Array(main.utf8)
    module = SwiftModule(sources)
    self.graph = graph
    self.calls = calls
  }

  /// The call of `nest` with the rows of all levels.
  private static func nesting(_ query: QueryPlan, _ graph: AssociationGraph) -> String {
    let arguments = query.levels.map { level in
      let name = fileName(level, of: query, graph)
      let rows = "RowFile(\"\(name)\", in: folder).decode(\(query.swiftName).\(rowType(level, of: query, graph)).self)"
      return level.root == 0 ? rows : "\(label(level, of: query, graph)): \(rows)"
    }
    return "try \(query.swiftName).nest(\(arguments.joined(separator: ", ")))"
  }

  /// Code that compares the statement for parameters with the expected one, and calls `fetch` where there is one.
  private static func calling(_ query: QueryPlan, _ graph: AssociationGraph, _ call: Call?) -> String {
    guard let call else { return query.isBatched && query.parameters.isEmpty ? fetching(query, graph) : "" }
    let name = query.swiftName
    let hasLists = call.hasLists
    return """
      let parameters = \(name).Parameters(\(call.arguments.joined(separator: ", ")))
        try compare(\(name).sql\(hasLists ? "(parameters)" : ""), parameters.bindings, "\(query.name)")
        \(query.isBatched ? fetching(query, graph, parameters: "parameters") : "")
      """
  }

  /// Code that calls `fetch` with a runner which answers with the same rows, and tells whether the result is the same.
  private static func fetching(_ query: QueryPlan, _ graph: AssociationGraph, parameters: String? = nil) -> String {
    let cases = query.levels.map { level in
      "if statement.row == \(query.swiftName).\(rowType(level, of: query, graph)).self { "
        + "return try decode(statement.row, \"\(fileName(level, of: query, graph))\") }"
    }
    return """
      let fetched = try await \(query.swiftName).fetch\(parameters.map { "(\($0))" } ?? "") { statement in
          guard statement.sql.split(separator: "?", omittingEmptySubsequences: false).count == statement.bindings.count + 1 else {
            fatalError("\(query.name): \\(statement.bindings.count) bindings for \\(statement.sql)")
          }
          \(cases.joined(separator: "\n    "))
          fatalError("\(query.name) has no rows of \\(statement.row)")
        }
        if fetched != result { print("fetch gives", outline.text(of: fetched as Any)) }
      """
  }

  private static func fileName(_ level: QueryLevel, of query: QueryPlan, _ graph: AssociationGraph) -> String {
    level.root == 0 ? query.name : query.name + "." + query.path(of: level.root, in: graph)
  }

  private static func rowType(_ level: QueryLevel, of query: QueryPlan, _ graph: AssociationGraph) -> String {
    level.root == 0 ? "Row" : Words(of: query.path(of: level.root, in: graph)).upperCamelCase + "Row"
  }

  private static func label(_ level: QueryLevel, of query: QueryPlan, _ graph: AssociationGraph) -> String {
    Words(of: query.path(of: level.root, in: graph)).lowerCamelCase
  }

  /// Builds the program and runs it on what each server answers; gives the lines of each query to `body`.
  func run(
    on servers: [TestServer], rows: (TestServer) throws -> [[[ResultRow]]],
    _ body: (_ server: TestServer, _ query: QueryPlan, _ lines: String) throws -> Void
  ) throws {
    try module.withProgram { program in
      for server in servers {
        var files = FileTree()
        for (name, call) in calls {
          files.files["\(name).statement"] = Array(([call.statement] + call.values).joined(separator: "\n").utf8)
        }
        for (query, answers) in zip(graph.queries, try rows(server)) {
          for (level, rows) in zip(query.levels, answers) {
            files.files["\(Self.fileName(level, of: query, graph)).rows"] = Array(RowFileText(rows: rows).text.utf8)
          }
        }
        let output = try program.run(with: files)
        let parts = output.split(separator: "== ", omittingEmptySubsequences: true)
        for query in graph.queries {
          let own = parts.first { $0.hasPrefix(query.name + "\n") }
          try body(server, query, own.map { String($0.dropFirst(query.name.count + 1)) } ?? output)
        }
      }
    }
  }
}
