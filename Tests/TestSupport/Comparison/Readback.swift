public import AssociationGraph
public import SchemaLanguage

/// What a server says of tables that it has made, compared with what was written and meant.
public struct Readback {
  private let graph: AssociationGraph
  private let files: FileTree

  /// The comparison with `graph` and the outputs `files` that come of it.
  public init(_ graph: AssociationGraph, _ files: FileTree) {
    self.graph = graph
    self.files = files
  }

  /// Where `database`, into which `sql/schema.sql` was loaded, differs; empty if nowhere.
  ///
  /// On MySQL, SHOW CREATE TABLE gives back each CREATE TABLE byte for byte, but for the keys that an ALTER TABLE adds. On
  /// each server `information_schema` says what the graph says.
  ///
  /// - Throws: As ``TestDatabase/query(_:)``.
  public func difference(in database: TestDatabase) throws -> String {
    let expected = GraphFacts(graph, on: database.server).text
    let facts = lineDifference(from: expected, to: try ServerFacts(database).text)
    return database.server == .mysql ? try textDifference(in: database) + facts : facts
  }

  private func textDifference(in database: TestDatabase) throws -> String {
    let statements = CreateTableStatements(files.text(of: "sql/schema.sql"))
    guard statements.texts.count == graph.models.count else {
      return "\(graph.models.count) models, but \(statements.texts.count) statements\n"
    }
    let added = graph.creation.deferred.compactMap { graph[$0].constraint }
    return try statements.texts.map { table, text in
      let server = CreateTableStatements.leavingOut(constraints: added, of: try database.showCreateTable(table))
      return lineDifference(from: text, to: server)
    }.joined()
  }
}

extension TestServer {
  /// The target whose SQL is for this server.
  public var target: Target { self == .mysql ? .mysql9 : .mariadb1011 }

  /// Runs `body` with a database of the graph's character set and collation, in UTC.
  ///
  /// - Throws: As ``withDatabase(charset:collation:sqlMode:timeZone:_:)``.
  public func withDatabase<Value>(
    for graph: AssociationGraph, sqlMode: String? = nil, _ body: (TestDatabase) throws -> Value
  ) throws -> Value {
    try withDatabase(
      charset: graph.database.collation.charset, collation: graph.database.collation.name, sqlMode: sqlMode,
      timeZone: "+00:00", body)
  }
}
