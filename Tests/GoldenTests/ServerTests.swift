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
          let difference = try Readback(graph, files).difference(in: database)
          #expect(difference == "")
        }
        try database.run(files.text(of: "sql/seeds.sql"))
        // Sets come after the seeds, each without the others.
        for set in graph.seedSets {
          try database.run("START TRANSACTION;\n\(files.text(of: "sql/seeds.\(set.name).sql"))ROLLBACK;\n")
        }
        if round == 1 { try runQueries(graph, files, bindings, database) }
        try database.run(files.text(of: "sql/drop.sql"))
        #expect(try database.tables() == [])
      }
      try database.run(files.text(of: "sql/drop.sql"))
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
