import AssociationGraph
import Foundation
import TestSupport

/// The generated Swift as a program that decodes the rows of every query, nests them and writes a line for each element
/// under a line with the query's name.
struct MatrixProgram {
  private let module: SwiftModule
  private let graph: AssociationGraph

  /// The program of what was compiled.
  init(_ compilation: MatrixCompilation) throws {
    graph = compilation.graph
    var sources = FileTree()
    for (path, bytes) in compilation.files.files where path.hasPrefix("swift/") {
      sources.files[String(path.dropFirst("swift/".count))] = bytes
    }
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
        print(Outline().text(of: element))
      }
      """
    }
    let main = "import Foundation\n\nlet folder = CommandLine.arguments[1]\n" + steps.joined(separator: "\n") + "\n"
    sources.files["main.swift"] = Array(main.utf8)
    module = SwiftModule(sources)
  }

  /// Builds the program and runs it once for each of `answers`; gives, for each, the lines of every query.
  func run(on answers: [[[ResultRow]]]) throws -> [[[String]]] {
    try module.withProgram { program in
      try answers.map { answer in
        var files = FileTree()
        for (query, rows) in zip(graph.queries, answer) {
          files.files["\(query.name).rows"] = Array(Self.text(of: rows).utf8)
        }
        let output = try program.run(with: files)
        let parts = output.split(separator: "== ").map { $0.split(separator: "\n").map(String.init) }
        return graph.queries.map { query in
          parts.first { $0.first == query.name }.map { Array($0.dropFirst()) } ?? ["no result: \(output.suffix(300))"]
        }
      }
    }
  }

  /// The rows as `RowFile` reads them.
  private static func text(of rows: [ResultRow]) -> String {
    func field(_ bytes: [UInt8]) -> String {
      "x" + bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
    let names = (rows.first?.columns ?? []).map { field(Array($0.utf8)) }
    let lines = rows.map { row in
      row.values.map { if case .bytes(let bytes) = $0 { field(bytes) } else { "-" } }
    }
    return ([names] + lines).map { $0.joined(separator: " ") + "\n" }.joined()
  }
}
