public import AssociationGraph
internal import CSVSyntax
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
  /// Makes the bytes, the same each time, piece by piece; throws what it is given to throws, or why it cannot go on.
  let makePieces: @Sendable (_ take: ([UInt8]) throws -> Void) throws -> Void

  /// A file that is made at once.
  init(path: String, bytes: @escaping @Sendable () -> [UInt8]) {
    self.path = path
    makePieces = { take in try take(bytes()) }
  }

  /// A file of any size, that is made in pieces.
  init(path: String, pieces: @escaping @Sendable (_ take: ([UInt8]) throws -> Void) throws -> Void) {
    self.path = path
    makePieces = pieces
  }

  /// Makes the bytes, the same each time, and gives them to `take` piece by piece.
  public func write(to take: ([UInt8]) throws(DiskError) -> Void) throws(DiskError) {
    do {
      try makePieces { try take($0) }
    } catch {
      throw failure(error)
    }
  }

  /// Why the file cannot be made or written.
  func failure(_ error: any Error) -> DiskError {
    switch error {
    case let error as DiskError: error
    case let error as RowFileError: DiskError(action: "Cannot read", path: error.path, reason: error.reason)
    default: DiskError(action: "Cannot make", path: path, reason: "\(error)")
    }
  }

  /// All of the bytes.
  public func render() throws(DiskError) -> [UInt8] {
    var bytes: [UInt8] = []
    try write { bytes += $0 }
    return bytes
  }
}

/// Every file that a graph gives.
public struct OutputPlan: Sendable {
  /// The files, in the order in which a reader would look at them.
  public let files: [PlannedFile]

  private init(files: [PlannedFile]) { self.files = files }

  /// The same plan with what `transform` makes of each file and its position.
  func mapFiles(_ transform: (Int, PlannedFile) -> PlannedFile) -> OutputPlan {
    OutputPlan(files: files.enumerated().map(transform))
  }

  /// The outputs of `graph`, whose schema file has the stem `stem`.
  public init(graph: AssociationGraph, stem: String) {
    let sql = MySQLEmitter(graph: graph)
    let swift = SwiftEmitter(graph: graph)
    var files: [PlannedFile] = []
    files.append(PlannedFile(path: "graph.md", pieces: { try GraphPage.write(graph, to: $0) }))
    files.append(PlannedFile(path: "sql/schema.sql", pieces: { try sql.schema(into: $0) }))
    files.append(PlannedFile(path: "sql/drop.sql") { sql.drop() })
    if !graph.seeds.statements.isEmpty {
      files.append(PlannedFile(path: "sql/seeds.sql", pieces: { try sql.seeds(graph.seeds, into: $0) }))
    }
    for set in graph.seedSets {
      files.append(PlannedFile(path: "sql/seeds.\(set.name).sql", pieces: { try sql.seeds(set.plan, into: $0) }))
    }
    for position in graph.queries.indices {
      files.append(
        PlannedFile(path: "sql/queries/\(graph.queries[position].name).sql") { sql.queryFile(position) })
    }
    for position in graph.models.indices where !graph.models[position].statements.isEmpty {
      files.append(
        PlannedFile(path: "sql/crud/\(graph.models[position].name).sql") { sql.rowStatementsFile(ID(position)) })
    }
    if graph.swift.layout == .single {
      files.append(Self.swiftFile(at: "swift/\(Words(of: stem).upperCamelCase).swift", graph: graph, stem: stem))
    } else {
      for position in graph.models.indices {
        files.append(
          PlannedFile(path: "swift/\(graph.models[position].swiftName).swift") {
            swift.modelFile(ID(position), statements: Self.rowStatements(position, sql)).bytes
          })
      }
      for position in graph.queries.indices {
        files.append(
          PlannedFile(path: "swift/\(graph.queries[position].swiftName).swift") {
            swift.queryFile(position, statements: Self.statements(position, sql)).bytes
          })
      }
      if let shared = swift.sharedTypesFile() {
        files.append(PlannedFile(path: "swift/\(shared.name)") { shared.bytes })
      }
    }
    self.files = files
  }

  /// The file at `path` with all Swift that `graph` gives.
  static func swiftFile(at path: String, graph: AssociationGraph, stem: String) -> PlannedFile {
    PlannedFile(path: path) {
      let sql = MySQLEmitter(graph: graph)
      return SwiftEmitter(graph: graph).singleFile(
        stem: stem, statements: graph.queries.indices.map { statements($0, sql) },
        rowStatements: graph.models.indices.map { rowStatements($0, sql) }
      ).bytes
    }
  }

  /// The statements of a query, by its position.
  private static func statements(_ query: Int, _ sql: MySQLEmitter) -> [StatementText] {
    sql.statements(query).map { StatementText($0) }
  }

  /// The statements for single rows of a model, by its position.
  private static func rowStatements(_ model: Int, _ sql: MySQLEmitter) -> [RowStatementSource] {
    sql.rowStatements(ID(model)).map { RowStatementSource($0) }
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
        case .keys(let columns): .keys(columns: columns)
        }
      },
      placeholders: statement.placeholders.map { placeholder in
        switch placeholder {
        case .parameter(let position): .parameter(position)
        case .keys: .keys
        }
      })
  }
}

extension RowStatementSource {
  /// The dialect's statement as the Swift emitter takes it.
  fileprivate init(_ text: RowStatementText) {
    self.init(
      statement: text.statement, table: text.table, key: text.key, text: text.text, placeholders: text.placeholders,
      columns: text.columns.map { Column(column: $0.column, name: $0.name, update: $0.update) },
      updateClause: text.updateClause)
  }
}
