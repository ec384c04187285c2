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

  /// Every query runs and is understood by EXPLAIN; its file holds the statements, and nothing else but comments.
  private func runQueries(
    _ graph: AssociationGraph, _ files: FileTree, _ bindings: QueryBindings, _ database: TestDatabase
  ) throws {
    let emitter = MySQLEmitter(graph: graph)
    for (position, plan) in graph.queries.enumerated() {
      let statements = emitter.statements(position)
      let file = files.text(of: "sql/queries/\(plan.name).sql")
      let texts = statements.map { "\($0.text);\n" }.joined()
      #expect(withoutComments(file) == withoutComments(texts), "\(plan.name)")
      do {
        let answers = try bindings.rows(of: position, in: graph, on: database)
        for (level, rows) in zip(plan.levels, answers) {
          let columns = columns(of: level, plan, graph)
          for row in rows { #expect(row.columns == columns, "\(plan.name)") }
        }
        for (level, statement) in zip(plan.levels, statements) {
          let keys = [plan.keyOfParents(of: level.root, in: graph).map { _ in "1" }]
          let bound = bindings.bind(statement, of: plan, in: graph, keys: keys)
          _ = try database.query(prepared: "EXPLAIN " + bound.sql, bindings: bound.values)
        }
      } catch {
        Issue.record("\(plan.name): \(error)\n\(file)")
      }
    }
  }

  /// The lines of a file that are neither comments nor empty.
  private func withoutComments(_ text: String) -> [Substring] {
    text.split(separator: "\n").filter { !$0.hasPrefix("--") }
  }

  /// The names of the columns that a level returns.
  private func columns(of level: QueryLevel, _ plan: QueryPlan, _ graph: AssociationGraph) -> [String] {
    if let grouping = plan.grouping { return grouping.returned.map(\.name) + grouping.aggregates.map(\.name) }
    return plan.keyOfParents(of: level.root, in: graph).map(\.name)
      + level.sources.map { plan.sources[$0] }.flatMap { source in
        source.target.columns.map(\.name) + source.hops.dropLast().flatMap { $0.columns.map(\.name) }
      }
  }
}
