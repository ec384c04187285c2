import TestSupport
import Testing

/// Rows that are upserted into tables that have rows already: others keep theirs, and who refers to an upserted row refers to
/// the one that has its key, whatever number it has.
@Suite struct UpsertTests {
  @Test(arguments: TestServer.notSkipped)
  func meetsOtherRows(on server: TestServer) throws {
    let (graph, files) = try ServerCase(golden: GoldenCase.named("seed_upsert"), server: server).compile()
    try server.withDatabase(for: graph) { database in
      try database.run(files.text(of: "sql/schema.sql"))
      try database.run(
        """
        INSERT INTO `people` (`id`, `email`, `name`, `level`) VALUES
          (1, 'zoe@example.org', 'Zoe', 9), (77, 'ann@example.org', 'Old', 8);
        INSERT INTO `new` (`id`, `title`) VALUES (5, 'second');
        """)
      for _ in 1...2 { try database.run(files.text(of: "sql/seeds.sql")) }
      func rows(_ sql: String) throws -> [String] {
        try database.query(sql).map { row in
          row.values.map { if case .bytes(let bytes) = $0 { String(decoding: bytes, as: UTF8.self) } else { "-" } }
            .joined(separator: " ")
        }
      }
      #expect(
        try rows(
          """
          SELECT p.email, p.name, p.level, b.email FROM people p LEFT JOIN people b ON b.id = p.bossId ORDER BY p.email
          """) == [
            "ann@example.org Ann 8 bob@example.org", "bob@example.org - 3 -", "cid@example.org - 4 ann@example.org",
            "dan@example.org Dan 5 ann@example.org", "eve@example.org - 3 eve@example.org", "zoe@example.org Zoe 9 -",
          ])
      #expect(
        try rows("SELECT id FROM people WHERE email IN ('ann@example.org', 'zoe@example.org') ORDER BY 1") == [
          "1", "77",
        ])
      #expect(
        try rows(
          """
          SELECT c.name, e.score, e.personId FROM enrollments e JOIN courses c ON c.code = e.courseCode ORDER BY 1
          """) == ["Art - 77", "Maths 7 77"])
      #expect(try rows("SELECT code, personId FROM notes") == ["a 77"])
      #expect(try rows("SELECT id FROM new WHERE title = 'second'") == ["5"])
      #expect(try rows("SELECT COUNT(*) FROM new") == ["2"])
    }
  }
}
