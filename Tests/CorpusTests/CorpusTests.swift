import AssociationGraph
import TestSupport
import Testing

/// Schemas of real projects come out as their tables are.
@Suite struct CorpusTests {
  @Test(.needs(.mysql), arguments: CorpusSchema.all)
  func isTheOriginal(_ schema: CorpusSchema) throws {
    let compilation = try schema.compile(for: .mysql)
    let graph = try #require(compilation.graph, "\(compilation.diagnostics)")
    let originals = try schema.originalTables()
    #expect(originals.count == graph.models.count)
    try TestServer.mysql.withDatabase(for: graph) { database in
      try database.run(compilation.outputs.text(of: "sql/schema.sql"))
      let tables = Dictionary(
        uniqueKeysWithValues: try graph.models.map { model in
          let text = TableText(try database.showCreateTable(model.table))
          return (text.head, text)
        })
      for original in originals {
        let table = tables[original.head]?.description ?? ""
        #expect(table == original.description, "\(lineDifference(from: original.description, to: table))")
      }
    }
  }

  @Test(arguments: CorpusSchema.all, TestServer.notSkipped)
  func readsBack(_ schema: CorpusSchema, on server: TestServer) throws {
    let compilation = try schema.compile(for: server)
    let graph = try #require(compilation.graph, "\(compilation.diagnostics)")
    let files = compilation.outputs
    try server.withDatabase(for: graph) { database in
      try database.run(files.text(of: "sql/schema.sql"))
      let difference = try Readback(graph, files).difference(in: database)
      #expect(difference == "")
      try database.run(files.text(of: "sql/drop.sql"))
      #expect(try database.tables() == [])
    }
  }

  @Test(arguments: CorpusSchema.all)
  func swiftCompiles(_ schema: CorpusSchema) throws {
    #expect(try SwiftModule(schema.compile(for: .mysql).outputs.swift).typeCheck() == "")
  }
}
