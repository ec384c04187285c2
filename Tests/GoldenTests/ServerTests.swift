import AssociationGraph
import MySQL
import TestSupport
import Testing

/// What is generated runs on real servers and means there what the graph means.
@Suite struct ServerTests {
  @Test(arguments: ServerCase.all)
  func runs(_ item: ServerCase) throws {
    let (graph, files) = try item.compile()
    let bindings = try QueryBindings(item.golden)
    try item.server.withDatabase(for: graph) { database in
      for round in 1...2 {
        try database.run(files.text(of: "sql/schema.sql"))
        if round == 1 {
          if item.server == .mysql { try expectServersOwnText(graph, files, database) }
          let expected = GraphFacts(graph, on: item.server).text
          let actual = try ServerFacts(database).text
          #expect(actual == expected, "\(lineDifference(from: expected, to: actual))")
        }
        try database.run(files.text(of: "sql/seeds.sql"))
        if round == 1 { try runQueries(graph, files, bindings, database) }
        try database.run(files.text(of: "sql/drop.sql"))
        #expect(try database.tables() == [])
      }
      try database.run(files.text(of: "sql/drop.sql"))
    }
  }

  /// SHOW CREATE TABLE gives back each CREATE TABLE as it was written, but for the keys that an ALTER TABLE adds.
  private func expectServersOwnText(
    _ graph: AssociationGraph, _ files: FileTree, _ database: TestDatabase
  ) throws {
    let statements = CreateTableStatements(files.text(of: "sql/schema.sql"))
    let added = graph.creation.deferred.compactMap { graph[$0].constraint }
    #expect(statements.texts.count == graph.models.count)
    for (table, text) in statements.texts {
      let server = CreateTableStatements.leavingOut(constraints: added, of: try database.showCreateTable(table))
      #expect(server == text, "\(lineDifference(from: text, to: server))")
    }
  }

  /// Every query runs and is understood by EXPLAIN; its file holds the statement.
  private func runQueries(
    _ graph: AssociationGraph, _ files: FileTree, _ bindings: QueryBindings, _ database: TestDatabase
  ) throws {
    let emitter = MySQLEmitter(graph: graph)
    for (position, plan) in graph.queries.enumerated() {
      let statement = emitter.query(position)
      let file = files.text(of: "sql/queries/\(plan.name).sql")
      #expect(file.hasSuffix("\n\n\(statement.text);\n"), "\(plan.name)")
      let bound = bindings.bind(statement, of: plan, in: graph)
      do {
        let rows = try database.query(prepared: bound.sql, bindings: bound.values)
        let columns = plan.sources.flatMap { source in
          source.target.columns.map(\.name) + source.hops.dropLast().flatMap { $0.columns.map(\.name) }
        }
        for row in rows { #expect(row.columns == columns, "\(plan.name)") }
        _ = try database.query(prepared: "EXPLAIN " + bound.sql, bindings: bound.values)
      } catch {
        Issue.record("\(plan.name): \(error)\n\(bound.sql)\n\(bound.values)")
      }
    }
  }
}

extension TestServer {
  /// Runs `body` with a database of the graph's character set and collation, in UTC.
  func withDatabase<Value>(
    for graph: AssociationGraph, sqlMode: String? = nil, _ body: (TestDatabase) throws -> Value
  ) throws -> Value {
    try withDatabase(
      charset: graph.database.collation.charset, collation: graph.database.collation.name, sqlMode: sqlMode,
      timeZone: "+00:00", body)
  }
}
