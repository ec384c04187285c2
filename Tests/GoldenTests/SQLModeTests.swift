import AssociationGraph
import TestSupport
import Testing

/// Rows and queries are the same in every `sql_mode`, also where texts are full of what the modes read differently.
@Suite struct SQLModeTests {
  static let modes = [
    "", "ANSI", "NO_BACKSLASH_ESCAPES", "TRADITIONAL", "ANSI,NO_BACKSLASH_ESCAPES,PIPES_AS_CONCAT",
    "ONLY_FULL_GROUP_BY",
  ]

  @Test(
    arguments: ["hostile_text", "enumerations", "query_conditions", "query_groups", "query_batches"],
    TestServer.notSkipped)
  func rowsAreTheSame(_ name: String, on server: TestServer) throws {
    let golden = try GoldenCase.named(name)
    let standard = try rows(golden, on: server, mode: nil)
    for mode in Self.modes { #expect(try rows(golden, on: server, mode: mode) == standard, "\(mode)") }
  }

  /// Every row of every table, then those of every query.
  private func rows(_ golden: GoldenCase, on server: TestServer, mode: String?) throws -> [[ResultRow]] {
    let (graph, files) = try ServerCase(golden: golden, server: server).compile()
    let bindings = try QueryBindings(golden)
    return try server.withDatabase(for: graph, sqlMode: mode) { database in
      try database.run(files.text(of: "sql/schema.sql"))
      try database.run(files.text(of: "sql/seeds.sql"))
      let tables = try graph.models.map { try database.query("SELECT * FROM `\($0.table)` ORDER BY 1") }
      let queries = try graph.queries.indices.flatMap { try bindings.rows(of: $0, in: graph, on: database) }
      return tables + queries
    }
  }
}
