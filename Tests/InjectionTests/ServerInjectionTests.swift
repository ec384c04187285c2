import TestSupport
import Testing

/// What a schema's author writes stays data on the servers: read by their client, it comes back as it was.
@Suite struct ServerInjectionTests {
  private func compile(_ schema: String, for server: TestServer) throws -> FileTree {
    let target = server == .mysql ? "target: mysql-9\n" : "target: mariadb-10.11\n"
    let compilation = Compilation(Array((target + schema).utf8), path: "schemas/hostile.yaml", verifies: true)
    try #require(compilation.graph != nil, "\(compilation.diagnostics)")
    return compilation.outputs
  }

  /// The statement of a query's file, which stands behind its comments.
  private func statement(_ files: FileTree, _ query: String) -> String {
    files.text(of: "sql/queries/\(query).sql").split(separator: "\n", omittingEmptySubsequences: false)
      .drop { $0.hasPrefix("--") }.joined(separator: "\n")
  }

  private func hex(_ text: String) -> String {
    text.utf8.map { String($0 >> 4, radix: 16, uppercase: true) + String($0 & 15, radix: 16, uppercase: true) }.joined()
  }

  @Test("texts stay texts", arguments: TestServer.notSkipped) func texts(on server: TestServer) throws {
    let texts = HostileText.texts
    let files = try compile(HostileSchema.ofTexts(texts), for: server)
    try server.withDatabase(charset: "utf8mb4", collation: "utf8mb4_bin") { database in
      _ = try database.query("CREATE TABLE hostile (id int)")
      try database.run(files.text(of: "sql/schema.sql"))
      try database.run(files.text(of: "sql/seeds.sql"))
      #expect(try Set(database.tables()) == Set(texts.indices.map { "text_\($0)" } + ["hostile"]))

      for (number, text) in texts.enumerated() {
        let comment = HostileSchema.isBasic(text) ? text : ""
        func value(_ sql: String) throws -> [String?] { try database.query(sql).flatMap { $0.values.map(\.text) } }
        let condition = "table_schema = DATABASE() AND table_name = 'text_\(number)'"
        #expect(
          try value("SELECT HEX(table_comment) FROM information_schema.tables WHERE \(condition)") == [hex(comment)])
        #expect(
          try value(
            "SELECT HEX(column_comment) FROM information_schema.columns WHERE \(condition) AND column_name = 'body'")
            == [hex(comment)])
        #expect(
          try value(
            "SELECT HEX(index_comment) FROM information_schema.statistics WHERE \(condition) AND index_name = 'by_kind'"
          )
            == [hex(comment)])
        #expect(
          try value(
            "SELECT HEX(body), HEX(CONVERT(kind USING utf8mb4)), HEX(JSON_UNQUOTE(JSON_EXTRACT(JSON_EXTRACT(json, '$.*[0]'), '$[0]'))) FROM text_\(number)"
          )
            == [hex(text), hex(HostileSchema.member(of: text)), hex(text)])
        #expect(
          try value("SELECT HEX(JSON_UNQUOTE(JSON_EXTRACT(JSON_KEYS(json), '$[0]'))) FROM text_\(number)") == [
            hex(text + "k")
          ])
        _ = try database.query("INSERT INTO text_\(number) (kind, json) VALUES ('other', '{}')")
        #expect(try value("SELECT HEX(body) FROM text_\(number) WHERE kind = 'other'") == [hex(text)])
        #expect(try database.query(statement(files, "find\(number)")).count == 1, "\(text.debugDescription)")
      }
    }
  }

  @Test("names stay names in checks that Joinery makes", arguments: TestServer.notSkipped)
  func checks(on server: TestServer) throws {
    let names = HostileText.names
    let files = try compile(HostileSchema.ofArcs(names), for: server)
    try server.withDatabase { database in
      _ = try database.query("CREATE TABLE hostile (id int)")
      try database.run(files.text(of: "sql/schema.sql"))
      #expect(try database.tables().contains("hostile"))
      _ = try database.query("INSERT INTO seconds () VALUES ()")
      for number in names.indices {
        #expect(throws: ServerError.self) { try database.query("INSERT INTO arc_\(number) () VALUES ()") }
        _ = try database.query("INSERT INTO arc_\(number) (subjectSecondId) SELECT id FROM seconds")
      }
    }
  }

  @Test("names stay names", arguments: TestServer.notSkipped) func names(on server: TestServer) throws {
    let names = HostileText.names
    let files = try compile(HostileSchema.ofNames(names), for: server)
    try server.withDatabase { database in
      _ = try database.query("CREATE TABLE hostile (id int)")
      try database.run(files.text(of: "sql/schema.sql"))
      func column(_ sql: String) throws -> Set<String> { Set(try database.query(sql).compactMap { $0.values[0].text }) }
      let children = names.indices.map { "children\($0)" }
      let tables = try column("SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()")
      #expect(tables.subtracting(names).subtracting(["hostile"]).count == children.count)
      #expect(Set(names).subtracting(tables) == [])
      #expect(
        try Set(names).subtracting(
          column("SELECT column_name FROM information_schema.columns WHERE table_schema = DATABASE()"))
          == [])
      #expect(
        try Set(names).subtracting(
          column("SELECT index_name FROM information_schema.statistics WHERE table_schema = DATABASE()"))
          == [])
      #expect(
        try column(
          "SELECT constraint_name FROM information_schema.table_constraints WHERE table_schema = DATABASE() AND constraint_type = 'FOREIGN KEY'"
        )
          == Set(names))
      #expect(
        try column(
          "SELECT constraint_name FROM information_schema.table_constraints WHERE table_schema = DATABASE() AND constraint_type = 'CHECK'"
        )
          == Set(names.map { "c" + $0 }))
      for number in names.indices { _ = try database.query(statement(files, "find\(number)")) }
      try database.run(files.text(of: "sql/drop.sql"))
      #expect(try database.tables() == ["hostile"])
    }
  }
}
