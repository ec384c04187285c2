public import AssociationGraph
internal import MySQL
internal import SchemaLanguage
internal import SwiftModels

/// One file that a schema gives: its name now, its bytes when they are asked for.
///
/// The bytes of all files together may be much larger than the graph, so they are made when they are written, and on
/// several threads.
public struct PlannedFile: Sendable {
  /// The path below the schema's own output folder, with `/` between the components.
  public let path: String
  /// Makes the bytes; the same each time.
  public let render: @Sendable () -> [UInt8]
}

/// Every file that a graph gives.
public struct OutputPlan: Sendable {
  /// The files, in the order in which a reader would look at them.
  public let files: [PlannedFile]

  /// The outputs of `graph`, whose schema file has the stem `stem`.
  public init(graph: AssociationGraph, stem: String) {
    let sql = MySQLEmitter(graph: graph)
    let swift = SwiftEmitter(graph: graph)
    var files: [PlannedFile] = []
    files.append(PlannedFile(path: "graph.md") { GraphPage(graph: graph).bytes })
    files.append(PlannedFile(path: "sql/schema.sql") { sql.schema() })
    files.append(PlannedFile(path: "sql/drop.sql") { sql.drop() })
    if !graph.seeds.statements.isEmpty {
      files.append(PlannedFile(path: "sql/seeds.sql") { sql.seeds() })
    }
    for (position, query) in graph.queries.enumerated() {
      files.append(PlannedFile(path: "sql/queries/\(query.name).sql") { sql.queryFile(position) })
    }
    let statement: @Sendable (Int) -> StatementText = { StatementText(sql.query($0)) }
    if graph.swift.layout == .single {
      let statements = graph.queries.indices
      files.append(
        PlannedFile(path: "swift/\(Words(of: stem).upperCamelCase).swift") {
          swift.singleFile(stem: stem, statements: statements.map(statement)).bytes
        })
    } else {
      for (position, model) in graph.models.enumerated() {
        files.append(PlannedFile(path: "swift/\(model.swiftName).swift") { swift.modelFile(ID(position)).bytes })
      }
      for (position, query) in graph.queries.enumerated() {
        files.append(
          PlannedFile(path: "swift/\(query.swiftName).swift") {
            swift.queryFile(position, statement: statement(position)).bytes
          })
      }
      if let shared = swift.sharedTypesFile() {
        files.append(PlannedFile(path: "swift/\(shared.name)") { shared.bytes })
      }
    }
    self.files = files
  }
}

extension StatementText {
  /// The dialect's statement as the Swift emitter takes it.
  fileprivate init(_ statement: QueryStatement) {
    self.init(
      segments: statement.pieces.map { piece in
        switch piece {
        case .sql(let text): .sql(text)
        case .list(let parameter): .list(parameter)
        }
      }, placeholders: statement.placeholders)
  }
}
