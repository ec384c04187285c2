import Foundation
import TestSupport
import Testing

/// The static rows of the Swift models are the rows that a server has once the seeds were loaded.
@Suite struct SwiftSeedsTests {
  @Test(arguments: TestServer.notSkipped)
  func areTheServersRows(on server: TestServer) throws {
    let (graph, files) = try ServerCase(golden: GoldenCase.named("swift_seeds"), server: server).compile()
    var sources = files.swift
    let tests = Repository.root.appending(path: "Tests")
    for path in ["GoldenTests/Programs/RowFile.swift", "TestSupport/Rows/RowDecoder.swift"] {
      let file = tests.appending(path: path)
      sources.files[file.lastPathComponent] = Array(try Data(contentsOf: file))
    }
    sources.files["main.swift"] = Array(
      """
      import Foundation

      let folder = CommandLine.arguments[1]
      func compare<Row: Equatable>(_ loaded: [Row], _ seeds: [Row]) {
        for (loaded, seed) in zip(loaded, seeds) where loaded != seed { print("\\(loaded)\\n\\(seed)\\n") }
        print(loaded.count, seeds.count)
      }
      func atOneTime(_ value: Value) -> Value {
        var value = value
        value.createdAt = Date(timeIntervalSince1970: 0)
        value.updatedAt = Date(timeIntervalSince1970: 0)
        return value
      }
      compare(
        try RowFile("values", in: folder).decode(Value.self).map(atOneTime), Value.seeds.map(atOneTime))
      compare(try RowFile("people", in: folder).decode(Person.self), Person.seeds)

      """.utf8)
    let answers = try server.withDatabase(for: graph) { database in
      try database.run(files.text(of: "sql/schema.sql"))
      try database.run(files.text(of: "sql/seeds.sql"))
      return [
        "values.rows": try database.query("SELECT * FROM `values` ORDER BY id"),
        "people.rows": try database.query("SELECT * FROM people WHERE id < 3 ORDER BY id"),
      ]
    }
    let rows = FileTree(answers.mapValues { Array(RowFileText(rows: $0).text.utf8) })
    let output = try SwiftModule(sources).withProgram { try $0.run(with: rows) }
    #expect(output == "2 2\n2 2\n")
  }
}
