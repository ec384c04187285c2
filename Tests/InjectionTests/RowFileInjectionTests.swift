import TestSupport
import Testing

/// What stands in a file of rows stays data: on the servers, in compiled Swift, and for who reads what is generated.
@Suite struct RowFileInjectionTests {
  private func outputs(of rows: HostileRows, for server: TestServer = .mysql) throws -> FileTree {
    let compilation = rows.compile(server == .mysql ? "mysql-9" : "mariadb-10.11")
    try #require(compilation.graph != nil, "\(compilation.diagnostics)")
    return compilation.outputs
  }

  private func hex(_ text: String) -> String {
    text.utf8.map { String($0 >> 4, radix: 16, uppercase: true) + String($0 & 15, radix: 16, uppercase: true) }.joined()
  }

  @Test(
    "values and labels stay texts in every sql_mode", arguments: TestServer.notSkipped,
    [nil, "ANSI", "NO_BACKSLASH_ESCAPES", "ANSI,NO_BACKSLASH_ESCAPES"])
  func texts(on server: TestServer, mode: String?) throws {
    let texts = HostileText.texts
    let files = try outputs(of: HostileRows.ofTexts(texts), for: server)
    try server.withDatabase(charset: "utf8mb4", collation: "utf8mb4_bin", sqlMode: mode) { database in
      _ = try database.query("CREATE TABLE hostile (id int)")
      try database.run(files.text(of: "sql/schema.sql"))
      try database.run(files.text(of: "sql/seeds.sql"))
      func rows(_ sql: String) throws -> [[String?]] { try database.query(sql).map { $0.values.map(\.text) } }
      #expect(try database.tables() == ["hostile", "labels", "links", "texts"])
      #expect(
        try rows(
          """
          SELECT HEX(body), HEX(`long`), HEX(JSON_UNQUOTE(JSON_EXTRACT(JSON_KEYS(json), '$[0]'))),
            HEX(JSON_UNQUOTE(JSON_EXTRACT(JSON_EXTRACT(json, '$.*[0]'), '$[0]'))), nothing
          FROM texts ORDER BY id
          """) == texts.map { [hex($0), hex($0), hex($0 + "k"), hex($0), nil] })
      #expect(
        try rows("SELECT HEX(name) FROM links JOIN labels ON labels.id = links.labelId ORDER BY links.id")
          == texts.filter { !$0.isEmpty }.map { [hex($0)] })
    }
  }

  @Test("the names in a header stay names", arguments: TestServer.notSkipped)
  func header(on server: TestServer) throws {
    let files = try outputs(of: HostileRows.ofHeader(HostileText.names), for: server)
    try server.withDatabase(sqlMode: "NO_BACKSLASH_ESCAPES") { database in
      _ = try database.query("CREATE TABLE hostile (id int)")
      try database.run(files.text(of: "sql/schema.sql"))
      try database.run(files.text(of: "sql/seeds.sql"))
      #expect(try database.tables() == ["hostile", "wides"])
      for (number, name) in HostileText.names.enumerated() {
        let column = HostileSchema.inBackticks(name)
        #expect(try database.query("SELECT \(column) FROM wides").map { $0.values.map(\.text) } == [["\(number)"]])
      }
    }
  }

  @Test("the names of files stay names", arguments: TestServer.notSkipped)
  func fileNames(on server: TestServer) throws {
    let files = try outputs(of: HostileRows.ofFileNames(HostileRows.fileNames), for: server)
    try server.withDatabase { database in
      _ = try database.query("CREATE TABLE hostile (id int)")
      try database.run(files.text(of: "sql/schema.sql"))
      try database.run(files.text(of: "sql/seeds.sql"))
      for number in HostileRows.fileNames.indices {
        #expect(try database.query("SELECT value FROM file\(number)s").map { $0.values.map(\.text) } == [["\(number)"]])
      }
      try database.run(files.text(of: "sql/drop.sql"))
      #expect(try database.tables() == ["hostile"])
    }
  }

  @Test("the Swift of rows compiles and holds what the files hold") func swift() throws {
    let texts = HostileText.texts.filter { !$0.isEmpty }
    var sources = try outputs(of: HostileRows.ofTexts(texts)).swift
    sources.files["main.swift"] = Array(
      """
      for row in Label.seeds { print(row.name.utf8.map { String($0, radix: 16) }.joined(separator: " ")) }

      """.utf8)
    let expected = texts.map { text in text.utf8.map { String($0, radix: 16) }.joined(separator: " ") + "\n" }
    #expect(try SwiftModule(sources).withProgram { try $0.run(with: FileTree()) } == expected.joined())
    #expect(try SwiftModule(outputs(of: HostileRows.ofHeader(HostileText.names)).swift).typeCheck() == "")
    #expect(try SwiftModule(outputs(of: HostileRows.ofFileNames(HostileRows.fileNames)).swift).typeCheck() == "")
  }

  @Test("no character of a file reorders or hides what is read")
  func shows() throws {
    for rows in [
      try HostileRows.ofTexts(HostileText.texts), HostileRows.ofHeader(HostileText.names),
      HostileRows.ofFileNames(HostileRows.fileNames),
    ] {
      for (path, bytes) in try outputs(of: rows).files where !path.hasPrefix("sql/") {
        let hidden = String(decoding: bytes, as: UTF8.self).unicodeScalars.filter(\.isHidden)
        #expect(hidden.isEmpty, "\(path)")
      }
    }
  }

  /// The page has the same structure as one of harmless names.
  @Test("on the page of the graph, names stay names") func page() throws {
    let names = HostileRows.fileNames
    let harmless = names.indices.map { "name\($0)" }
    #expect(
      try MarkdownPage(outputs(of: HostileRows.ofFileNames(names)).text(of: "graph.md")).elements
        == MarkdownPage(outputs(of: HostileRows.ofFileNames(harmless)).text(of: "graph.md")).elements)
    let columns = HostileText.names.indices.map { "name\($0)" }
    #expect(
      try MarkdownPage(outputs(of: HostileRows.ofHeader(HostileText.names)).text(of: "graph.md")).elements
        == MarkdownPage(outputs(of: HostileRows.ofHeader(columns)).text(of: "graph.md")).elements)
  }
}
