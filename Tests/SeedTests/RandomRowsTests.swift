import TestSupport
import Testing

/// Rows that refer to one another in any order load with all checks on, and name the rows that were meant.
@Suite struct RandomRowsTests {
  @Test(arguments: TestServer.notSkipped) func referencesInRandomOrder(on server: TestServer) async throws {
    let cases = 0..<TestRun.cases(24)
    _ = try await server.withDatabases(for: cases) { number, database in
      var rows = RandomRows(SeededGenerator(state: UInt64(number)))
      let text = "database: town\ndefaults: { timestamps: false }\n" + RandomRows.models + rows.seeds()
      let schema = try SeedSchema(text, for: server)
      try #require(schema.said == [], "\(number):\n\(text)")
      try database.run(schema.tables)
      try database.run(schema.rows)
      for (model, key, target, _) in RandomRows.keys {
        let found = try Self.codes(of: model, key, target, database)
        #expect(found == rows.expected[model]?[key] ?? [:], "\(number): \(model).\(key)\n\(text)")
      }
      let enrolled = try database.query(
        """
        SELECT students.code, courses.code FROM enrollments
        JOIN students ON students.id = studentId JOIN courses ON courses.id = courseId
        """)
      #expect(Set(enrolled.map { $0.values.compactMap(\.text) }) == rows.enrolled, "\(number):\n\(text)")
    }
  }

  /// The codes of the rows that a key names, by the codes of the rows that have it.
  private static func codes(
    of model: String, _ key: String, _ target: String, _ database: TestDatabase
  ) throws -> [String: String] {
    let tables = ["Student": "students", "House": "houses", "Person": "people", "Pet": "pets"]
    let (child, parent) = (tables[model] ?? "", tables[target] ?? "")
    let condition =
      target == "House"
      ? "parent.floor = child.\(key)Floor AND parent.side = child.\(key)Side" : "parent.id = child.\(key)Id"
    let rows = try database.query(
      "SELECT child.code, parent.code FROM `\(child)` AS child JOIN `\(parent)` AS parent ON \(condition)")
    return Dictionary(
      uniqueKeysWithValues: rows.compactMap { row in
        row.values[0].text.flatMap { code in row.values[1].text.map { (code, $0) } }
      })
  }
}
