import Diagnostics
import TestSupport
import Testing

/// What Joinery says of checks beside what the servers compute.
@Suite struct CheckTests {
  /// Every row that Joinery refuses breaks the check on the server, or makes it fail; and most of those that the server
  /// refuses Joinery does.
  @Test(arguments: TestServer.notSkipped) func randomChecks(on server: TestServer) throws {
    var random = RandomCondition(SeededGenerator(state: 5))
    var (broken, found) = (0, 0)
    for _ in 0..<TestRun.cases(8) {
      let conditions = (0..<40).map { _ in random.condition() }
      let rows = (0..<20).map { _ in random.row() }
      let refused = try refusals(of: rows, conditions, server)
      try server.withDatabase { database in
        let schema = try SeedSchema(self.schema(rows, []), for: server)
        try #require(schema.said == [])
        try database.run(schema.tables)
        try database.run(schema.rows)
        for (number, condition) in conditions.enumerated() {
          for row in rows.indices {
            let answer = self.answer(condition, row, database)
            let isRefused = refused.contains([row, number])
            if answer == "0" { broken += 1 }
            if answer == "0", isRefused { found += 1 }
            if answer != "0", answer != nil {
              #expect(!isRefused, "\(condition) is \(answer ?? "") for { \(rows[row]) }")
            }
          }
        }
      }
    }
    #expect(found * 10 >= broken * 4, "\(found) of \(broken) broken checks are found")
  }

  /// A condition of any length is read or left to the server, without a limit of the stack.
  @Test(arguments: [" and a", " or 0", " + 0", " * 1", " xor 0"]) func longConditions(part: String) throws {
    func said(_ count: Int) throws -> [String] {
      let condition = "a" + String(repeating: part, count: count)
      return try SeedSchema(
        "database: checks\nmodels: { T: { columns: { a: int }, checks: { c: \"\(condition)\" } } }\nseeds: { T: [{ a: 0 }] }\n",
        for: .mysql
      ).diagnostics.map(\.identifier.rawValue)
    }
    #expect(try said(200) == ["SEED-CHECK"])
    #expect(try said(201) == [])
    #expect(try said(200_000) == [])
  }

  /// The rows and conditions, by number, that Joinery refuses.
  private func refusals(of rows: [String], _ conditions: [String], _ server: TestServer) throws -> Set<[Int]> {
    let schema = try SeedSchema(self.schema(rows, conditions), for: server)
    let first = try #require(schema.text.split(separator: "\n").firstIndex { $0.hasPrefix("  T: [") }) + 2
    var refused: Set<[Int]> = []
    for diagnostic in schema.diagnostics {
      try #require(diagnostic.identifier.rawValue == "SEED-CHECK", "\(diagnostic.summary)")
      let name = try #require(diagnostic.summary.split(separator: "'").last { $0.hasPrefix("check") })
      refused.insert([try #require(schema.line(of: diagnostic)) - first, try #require(Int(name.dropFirst(5)))])
    }
    return refused
  }

  /// One row a line.
  private func schema(_ rows: [String], _ conditions: [String]) -> String {
    let columns = RandomCondition.columns.map { "      \($0): \($1)" }.joined(separator: "\n")
    let checks = conditions.enumerated().map { number, condition in
      "      check\(number): \"\(condition)\""
    }
    return """
      database: { name: checks, collation: utf8mb4_general_ci }
      defaults: { timestamps: false }
      models:
        T:
          table: t
          columns:
      \(columns)
      \(conditions.isEmpty ? "" : "    checks:\n" + checks.joined(separator: "\n"))
      seeds:
        T: [
      \(rows.map { "    { \($0) }," }.joined(separator: "\n"))
        ]

      """
  }

  /// `0`, `1` or NULL; `nil` where the server fails.
  private func answer(_ condition: String, _ row: Int, _ database: TestDatabase) -> String? {
    guard
      let rows = try? database.query("SELECT (\(condition)) IS NULL, (\(condition)) <> 0 FROM t WHERE id = \(row + 1)")
    else { return nil }
    return rows.first.map { $0.values[0] == "1" ? "NULL" : $0.values[1].text ?? "" }
  }

  @Test func aRowThatBreaksACheck() throws {
    let schema = try SeedSchema(
      """
      database: shop
      models:
        Item:
          columns: { name: varchar(20), price: "decimal(8,2)?", code: { type: char(4)?, check: "code like 'A%'" } }
          checks: { positive: price > 0 and name <> '', cheap: price * 2 <= 100.00, other: price > rand() }
      seeds:
        Item:
          - { name: Pen, price: 1.50, code: A1 }
          - { name: Car, price: 50.01 }
          - { name: "  ", code: b1 }
          - { name: None, price: 0.00 }

      """, for: .mysql)
    #expect(
      schema.said == [
        "SEED-CHECK line 10: 50.01", "SEED-CHECK line 11: b1", "SEED-CHECK line 12: 0.00",
      ])
  }
}
