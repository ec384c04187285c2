import TestSupport
import Testing

@Suite("A database of a test")
struct DatabaseTests {
  @Test("keeps NULL, the text NULL and empty text apart", arguments: TestServer.notSkipped)
  func tellsNullFromText(server: TestServer) throws {
    let rows = try server.withDatabase { try $0.query("SELECT NULL AS a, 'NULL' AS b, '' AS c, 0 AS d") }
    #expect(rows == [ResultRow(columns: ["a", "b", "c", "d"], values: [nil, "NULL", "", "0"])])
    #expect(try rows[0].value(of: "b") == "NULL")
    #expect(throws: TestServerFailure("The result has no column 'e', but [\"a\", \"b\", \"c\", \"d\"]")) {
      try rows[0].value(of: "e")
    }
  }

  @Test("hands every byte over as it is, from the client and from a query", arguments: TestServer.notSkipped)
  func keepsBytes(server: TestServer) throws {
    try server.withDatabase(charset: "utf8mb4") { database in
      try database.run(
        #"""
        CREATE TABLE t (id int PRIMARY KEY, words text, bytes blob);
        INSERT INTO t VALUES
          (1, 'it''s "a" `b` <c> & d', X'00FF0A09'),
          (2, 'tab\tline
        end\\n 🧵 – é', NULL);
        """#)
      let all = [UInt8](UInt8.min...UInt8.max)
      let digits = all.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
      _ = try database.query("INSERT INTO t VALUES (3, NULL, X'\(digits)')")
      #expect(
        try database.query("SELECT * FROM t ORDER BY id").map(\.values) == [
          ["1", #"it's "a" `b` <c> & d"#, .bytes([0, 0xFF, 0x0A, 0x09])],
          ["2", "tab\tline\nend\\n 🧵 – é", nil],
          ["3", nil, .bytes(all)],
        ])
      #expect(try database.query("SELECT words FROM t WHERE words LIKE '%🧵%'").map(\.values).count == 1)
    }
  }

  @Test("reads results that are longer than one packet", .needs(.mysql))
  func readsLongPackets() throws {
    let length = 1 << 24
    let values = try TestServer.mysql.withDatabase { database in
      try [length - 10, length, length + 10].map { try database.query("SELECT REPEAT('x', \($0)) AS x")[0].values[0] }
    }
    #expect(values.map { $0.text?.utf8.count } == [length - 10, length, length + 10])
  }

  @Test("throws the server's error with number, state, message and line", arguments: TestServer.notSkipped)
  func throwsServerErrors(server: TestServer) throws {
    let key = server == .mysql ? "t.PRIMARY" : "PRIMARY"
    let duplicate = ServerError(number: 1062, sqlState: "23000", message: "Duplicate entry '1' for key '\(key)'")
    try server.withDatabase { database in
      try database.run("CREATE TABLE t (id int PRIMARY KEY);\nINSERT INTO t VALUES (1);")
      #expect(throws: duplicate) { try database.query("INSERT INTO t VALUES (1)") }
      var located = duplicate
      located.line = 3
      #expect(throws: located) {
        try database.run(
          "-- ERROR 1 (HY000) at line 1: no\nINSERT INTO t VALUES (2);\nINSERT INTO t\nVALUES (1);\nDROP TABLE t;")
      }
      #expect(try database.query("SELECT id FROM t ORDER BY id").map(\.values) == [["1"], ["2"]])
      #expect(throws: ServerError(number: 1146, sqlState: "42S02", message: "Table '\(database.name).u' doesn't exist"))
      {
        try database.showCreateTable("u")
      }
    }
  }

  @Test("runs prepared statements with bindings", arguments: TestServer.notSkipped)
  func runsPreparedStatements(server: TestServer) throws {
    try server.withDatabase(charset: "utf8mb4") { database in
      try database.run(
        "CREATE TABLE t (id int PRIMARY KEY, name varchar(20)); INSERT INTO t VALUES (1,'ä'),(2,'b'),(3,NULL)")
      #expect(
        try database.query(prepared: "SELECT id, name FROM t WHERE id >= ? ORDER BY id LIMIT ?", bindings: ["1", "2"])
          .map(\.values) == [["1", "ä"], ["2", "b"]])
      #expect(
        try database.query(prepared: "SELECT id, 'it''s \\\\ ä' AS s FROM t WHERE name = ?", bindings: ["'ä'"])
          == [ResultRow(columns: ["id", "s"], values: ["1", "it's \\ ä"])])
      #expect(try database.query(prepared: "SELECT ? IS NULL", bindings: ["NULL"]).map(\.values) == [["1"]])
      #expect(try database.query(prepared: "DELETE FROM t", bindings: []) == [])
      #expect(throws: ServerError(number: 1210, sqlState: "HY000", message: "Incorrect arguments to EXECUTE")) {
        try database.query(prepared: "SELECT ?", bindings: [])
      }
    }
  }

  @Test("has the charset and the session's settings that it was asked for", arguments: TestServer.notSkipped)
  func appliesSettings(server: TestServer) throws {
    let question = """
      SELECT @@character_set_database, @@collation_database, @@SESSION.sql_mode, @@SESSION.time_zone,
        @@character_set_client, @@character_set_results
      """
    let settings = try server.withDatabase(
      charset: "utf8mb4", collation: "utf8mb4_bin", sqlMode: "ANSI_QUOTES,NO_BACKSLASH_ESCAPES", timeZone: "+02:00"
    ) { database in
      // The client has them too.
      try database.run(#"CREATE TABLE "t" (words text); INSERT INTO t SELECT CONCAT('\', @@time_zone, @@sql_mode);"#)
      return try database.query(question).map(\.values) + database.query("SELECT words FROM t").map(\.values)
    }
    #expect(
      settings == [
        ["utf8mb4", "utf8mb4_bin", "ANSI_QUOTES,NO_BACKSLASH_ESCAPES", "+02:00", "utf8mb4", "utf8mb4"],
        [#"\+02:00ANSI_QUOTES,NO_BACKSLASH_ESCAPES"#],
      ])
    // The next database, in the same session or another one, has the server's defaults again.
    let defaults = try server.withDatabase {
      try $0.query("SELECT @@SESSION.sql_mode = @@GLOBAL.sql_mode, @@time_zone")
    }
    #expect(defaults.map(\.values) == [["1", "SYSTEM"]])
  }

  @Test("lists its tables and shows their statements", arguments: TestServer.notSkipped)
  func showsTables(server: TestServer) throws {
    try server.withDatabase(charset: "utf8mb4", collation: "utf8mb4_bin") { database in
      #expect(try database.tables() == [])
      try database.run(
        "CREATE TABLE `a``b` (id int unsigned NOT NULL, PRIMARY KEY (id)); CREATE VIEW v AS SELECT 1 AS x")
      #expect(try database.tables() == ["a`b", "v"])
      let type = server == .mysql ? "int unsigned" : "int(10) unsigned"
      #expect(
        try database.showCreateTable("a`b") == """
          CREATE TABLE `a``b` (
            `id` \(type) NOT NULL,
            PRIMARY KEY (`id`)
          ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin
          """)
    }
  }

  @Test("is dropped at the end, also after an error, with all that its session holds", arguments: TestServer.notSkipped)
  func isDropped(server: TestServer) throws {
    struct Stop: Error {}
    var names: [String] = []
    #expect(throws: Stop.self) {
      try server.withDatabase { database in
        names.append(database.name)
        _ = try database.query("CREATE TABLE t (id int)")
        _ = try database.query("SET @kept = 1")
        _ = try database.query("LOCK TABLES t WRITE")
        throw Stop()
      }
    }
    // A session that the server has ended is no hindrance either.
    #expect(throws: (any Error).self) {
      try server.withDatabase { database in
        names.append(database.name)
        _ = try? database.query("KILL CONNECTION_ID()")
        _ = try database.query("SELECT 1")
      }
    }
    let list = names.map { "'\($0)'" }.joined(separator: ", ")
    let left = try server.withDatabase {
      try $0.query("SELECT COUNT(*), @kept FROM information_schema.schemata WHERE schema_name IN (\(list))")
    }
    #expect(names.count == 2)
    #expect(left.map(\.values) == [["0", nil]])
  }

  @Test("is apart from other databases", arguments: TestServer.notSkipped)
  func isApart(server: TestServer) throws {
    let rows = try server.withDatabase { left in
      try server.withDatabase { right in
        try left.run("CREATE TABLE t (id int); INSERT INTO t VALUES (1)")
        try right.run("CREATE TABLE t (id int); INSERT INTO t VALUES (2)")
        return try left.query("SELECT id FROM t") + right.query("SELECT id FROM t")
      }
    }
    #expect(rows.map(\.values) == [["1"], ["2"]])
  }

  @Test("is one of many side by side, whose values come in order", arguments: TestServer.notSkipped)
  func runsSideBySide(server: TestServer) async throws {
    let values = try await server.withDatabases(for: 1...24) { number, database in
      try database.run("CREATE TABLE t (id int); INSERT INTO t VALUES (\(number))")
      return try database.query("SELECT id FROM t").map(\.values)
    }
    #expect(values == (1...24).map { [[ResultValue.bytes(Array(String($0).utf8))]] })
    await #expect(throws: ServerError(number: 1644, sqlState: "45000", message: "five")) {
      try await server.withDatabases(for: 1...8) { number, database in
        number == 5 ? try database.query("SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'five'") : []
      }
    }
  }
}
