import TestSupport
import Testing

/// What is wrong in a row Joinery refuses at its place, and the server with its number.
@Suite struct ViolationTests {
  @Test(arguments: Violation.all, TestServer.notSkipped)
  func isRefused(_ violation: Violation, by server: TestServer) throws {
    let right = try SeedSchema(text(violation, violation.right), for: server)
    try #require(right.said == [])
    let wrong = try SeedSchema(text(violation, violation.wrong), for: server)
    let parts = violation.said.split(separator: ": ", maxSplits: 1).map(String.init)
    #expect(wrong.said == ["\(parts[0]) line 5: \(parts.count > 1 ? parts[1] : "")"])

    let statement = right.rows.replacing(violation.statement.right, with: violation.statement.wrong)
    try #require(statement != right.rows, "\(right.rows)")
    try server.withDatabase { database in
      try database.run(right.tables)
      let number = server == .mysql ? violation.mysql : violation.mariadb
      do {
        try database.run(statement)
        #expect(number == nil, "\(server) takes \(statement)")
        // It has changed the value.
        #expect(try database.query("SELECT * FROM t WHERE CONCAT(v) = '\(violation.statement.wrong)'") == [])
      } catch let error as ServerError {
        #expect(error.number == number, "\(error)\n\(statement)")
      }
    }
  }

  private func text(_ violation: Violation, _ rows: String) -> String {
    """
    database: rows
    defaults: { timestamps: false }
    models: { T: { table: t, \(violation.model) } }
    seeds: { T: [\(rows)] }

    """
  }
}
