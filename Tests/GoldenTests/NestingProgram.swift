import AssociationGraph
import Foundation
import MySQL
import TestSupport

/// A program of the generated Swift that decodes the rows of every query, nests them, and writes one line for each element
/// under a line with the query's name.
struct NestingProgram {
  private let module: SwiftModule
  private let graph: AssociationGraph

  /// The program for the queries of `graph`, whose outputs are `files`; see `Outline` for the other two.
  init(_ graph: AssociationGraph, _ files: FileTree, omitting: [String] = [], sortsArrays: Bool = false) throws {
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
      for element in \(query.swiftName).nest(try RowFile("\(query.name)", in: folder).decode(\(query.swiftName).Row.self)) {
        print(outline.text(of: element))
      }
      """
    }
    let main = """
      import Foundation

      let folder = CommandLine.arguments[1]
      let outline = Outline(omitted: \(omitting), sortsArrays: \(sortsArrays))
      \(steps.joined(separator: "\n"))

      """
    sources.files["main.swift"] = Array(main.utf8)
    module = SwiftModule(sources)
    self.graph = graph
  }

  /// Builds the program and runs it on what each server answers; gives the lines of each query to `body`.
  func run(
    on servers: [TestServer], rows: (TestServer) throws -> [[ResultRow]],
    _ body: (_ server: TestServer, _ query: QueryPlan, _ lines: String) throws -> Void
  ) throws {
    try module.withProgram { program in
      for server in servers {
        var files = FileTree()
        for (query, rows) in zip(graph.queries, try rows(server)) {
          files.files["\(query.name).rows"] = Array(RowFileText(rows: rows).text.utf8)
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
