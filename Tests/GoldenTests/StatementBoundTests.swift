import TestSupport
import Testing

/// The largest statements that a schema may ask for are ones that a server reads.
@Suite struct StatementBoundTests {
  /// So many conditions in one another.
  private static func nested(_ count: Int) -> String {
    String(repeating: "{ exists: { parent: ", count: count) + "{}" + String(repeating: " } }", count: count)
  }

  private static let schema = """
    database: bounds
    defaults: { timestamps: false }
    models:
      Node:
        belongsTo: { parent: { model: Node?, foreignKey: parent } }
        hasMany: { children: { model: Node, foreignKey: parent } }
        hasOne: { far: { model: Node, through: [\(Array(repeating: "parent", count: 61).joined(separator: ", "))] } }
    seeds:
      Node: [{ id: 1, parent: 1 }]
    queries:
      wide: { from: Node, where: { exists: { far: {} } } }
      deep: { from: Node, where: \(nested(60)) }
      deepInPart:
        from: Node
        include: { children: { required: true, where: \(nested(60)) } }
        order: [id]
        limit: 1
      deepInBatch:
        from: Node
        include: { children: { strategy: batched, limit: 1, order: [id], where: \(nested(59)) } }

    """

  @Test(arguments: TestServer.notSkipped) func areRead(on server: TestServer) throws {
    let target = server == .mysql ? "mysql-9" : "mariadb-10.11"
    let compilation = Compilation(Array("target: \(target)\n\(Self.schema)".utf8), path: "schemas/bounds.yaml")
    try #require(compilation.graph != nil, "\(compilation.diagnostics)")
    let files = compilation.outputs
    try server.withDatabase { database in
      try database.run(files.text(of: "sql/schema.sql"))
      try database.run(files.text(of: "sql/seeds.sql"))
      for path in files.files.keys.sorted() where path.hasPrefix("sql/queries/") {
        // The keys of the parents, for which a batch has a placeholder.
        let statements = files.text(of: path).replacing("(?)", with: "(1)").split(separator: ";\n")
        for statement in statements where statement.contains("SELECT") {
          #expect(try database.query(String(statement)).count == 1, "\(path)")
        }
      }
    }
  }
}
