import TestSupport
import Testing

/// A DOUBLE or FLOAT keeps the sign of a zero on MySQL, where no digits are counted; MariaDB keeps none.
@Suite struct SignOfZeroTests {
  private static let schema = """
    database: zeros
    defaults: { timestamps: false }
    models:
      Zero:
        columns:
          double: { type: double, default: -0.0 }
          float: { type: float, default: -0 }
          counted: { type: "double(5,2)", default: -0.0 }
          positive: { type: double unsigned, default: -0.0 }
    seeds:
      Zero: [{}, { double: -0.0, float: -0, counted: -0.0, positive: -0.0 }, { double: -0e5, float: -.0 }]

    """

  @Test(arguments: TestServer.notSkipped) func isKept(on server: TestServer) throws {
    let target = server == .mysql ? "mysql-9" : "mariadb-10.11"
    let compilation = Compilation(Array("target: \(target)\n\(Self.schema)".utf8), path: "schemas/zeros.yaml")
    try #require(compilation.graph != nil, "\(compilation.diagnostics)")
    try server.withDatabase { database in
      try database.run(compilation.outputs.text(of: "sql/schema.sql"))
      try database.run(compilation.outputs.text(of: "sql/seeds.sql"))
      let columns = ["double", "float", "counted", "positive"].map { "ATAN2(`\($0)`, -1) < 0" }
      let rows = try database.query("SELECT \(columns.joined(separator: ", ")) FROM zeros").map {
        $0.values.map(\.text)
      }
      let sign = server == .mysql ? "1" : "0"
      #expect(rows == Array(repeating: [sign, sign, "0", "0"], count: 3))
      if server == .mysql {
        let defaults = try database.showCreateTable("zeros").split(separator: "\n").filter { $0.contains("DEFAULT") }
        let text = compilation.outputs.text(of: "sql/schema.sql").split(separator: "\n")
        for line in defaults where !line.hasPrefix(")") { #expect(text.contains(line)) }
      }
    }
  }
}
