import TestSupport
import Testing

/// What comes back from a server is what was written, byte for byte, in every `sql_mode`.
@Suite struct RoundTripTests {
  private static let modes: [String?] = [nil, "", "ANSI", "NO_BACKSLASH_ESCAPES", "TRADITIONAL"]

  @Test(arguments: TestServer.notSkipped) func valuesOfAllTypes(on server: TestServer) throws {
    var generator: any RandomNumberGenerator = SeededGenerator(state: 11)
    let kinds = RandomValue.kinds
    let rows = (0..<TestRun.cases(60)).map { _ in kinds.map { $0.make(&generator) } }
    let schema = try SeedSchema(
      """
      database: values
      defaults: { timestamps: false }
      models:
        Value:
          table: vals
          columns:
      \(kinds.map { "      \($0.column): \($0.declaration)" }.joined(separator: "\n"))
      seeds:
        Value:
      \(rows.map { row in "    - { " + zip(kinds, row).map { "\($0.column): \($1.yaml)" }.joined(separator: ", ") + " }" }
        .joined(separator: "\n"))

      """, for: server)
    try #require(schema.said == [])
    for mode in Self.modes {
      try server.withDatabase(sqlMode: mode, timeZone: "+00:00") { database in
        try database.run(schema.tables)
        try database.run(schema.rows)
        for (position, kind) in kinds.enumerated() {
          let found = try database.query("SELECT \(kind.expression) FROM vals ORDER BY id").map { $0.values[0] }
          for (row, value) in found.enumerated() where !rows[row][position].isShown(as: value.text, of: kind) {
            Issue.record("\(mode ?? "default"): \(kind.column) is \(value) for \(rows[row][position])")
          }
          #expect(found.count == rows.count)
        }
      }
    }
  }
}
