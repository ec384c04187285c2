import AssociationGraph
import TestSupport

/// What a server answers to the queries of a schema, after its seeds.
struct QueryRows {
  /// For each query, in the order of the graph, the rows of each of its levels.
  let rows: [[[ResultRow]]]

  /// Loads `schema` and `seeds` of the outputs into a new database of `server` and asks every query.
  ///
  /// The clock of the session that loads the seeds stands still, so that timestamps are the same at each run.
  init(_ graph: AssociationGraph, _ files: FileTree, _ bindings: QueryBindings, on server: TestServer) throws {
    rows = try server.withDatabase(for: graph) { database in
      try database.run(files.text(of: "sql/schema.sql"))
      try database.run("SET timestamp = 1704164645;\n" + files.text(of: "sql/seeds.sql"))
      return try graph.queries.indices.map { try bindings.rows(of: $0, in: graph, on: database) }
    }
  }
}
