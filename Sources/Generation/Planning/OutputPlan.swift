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

  /// The positions of the files in the order in which threads should begin them: those of the whole database come first, since
  /// they take long, and no thread is to be left with one of them at the end.
  public let workOrder: [Int]

  private init(files: [PlannedFile], workOrder: [Int]) {
    self.files = files
    self.workOrder = workOrder
  }

  /// The same plan with what `transform` makes of each file and its position.
  func mapFiles(_ transform: (Int, PlannedFile) -> PlannedFile) -> OutputPlan {
    OutputPlan(files: files.enumerated().map(transform), workOrder: workOrder)
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
    let statements = QueryStatements(sql, isShared: graph.swift.layout == .perType)
    let firstQuery = files.count
    for position in graph.queries.indices {
      files.append(
        PlannedFile(path: "sql/queries/\(graph.queries[position].name).sql") {
          sql.queryFile(position, statements[position])
        })
    }
    for position in graph.models.indices where !graph.models[position].statements.isEmpty {
      files.append(
        PlannedFile(path: "sql/crud/\(graph.models[position].name).sql") { sql.rowStatementsFile(ID(position)) })
    }
    // Where the Swift of the queries begins, if each has a file of its own.
    var firstSwiftQuery: Int?
    if graph.swift.layout == .single {
      files.append(Self.swiftFile(at: "swift/\(Words(of: stem).upperCamelCase).swift", graph: graph, stem: stem))
    } else {
      for position in graph.models.indices {
        files.append(
          PlannedFile(path: "swift/\(graph.models[position].swiftName).swift") {
            swift.modelFile(ID(position), statements: Self.rowStatements(position, sql)).bytes
          })
      }
      firstSwiftQuery = files.count
      for position in graph.queries.indices {
        files.append(
          PlannedFile(path: "swift/\(graph.queries[position].swiftName).swift") {
            swift.queryFile(position, statements: statements[position].map { StatementText($0) }).bytes
          })
      }
      if let shared = swift.sharedTypesFile() {
        files.append(PlannedFile(path: "swift/\(shared.name)") { shared.bytes })
      }
    }
    self.files = files
    guard let firstSwiftQuery else {
      workOrder = [files.count - 1] + (0..<files.count - 1)
      return
    }
    // A query's two files are one soon after the other, but not at the same time.
    var workOrder = Array(0..<firstQuery)
    for start in stride(from: 0, to: graph.queries.count, by: Self.queriesAtATime) {
      let queries = start..<min(start + Self.queriesAtATime, graph.queries.count)
      workOrder += queries.map { firstQuery + $0 }
      workOrder += queries.map { firstSwiftQuery + $0 }
    }
    workOrder += firstQuery + graph.queries.count..<firstSwiftQuery
    workOrder += firstSwiftQuery + graph.queries.count..<files.count
    self.workOrder = workOrder
  }

  /// The SQL of so many queries is made before their Swift.
  private static let queriesAtATime = 64

  /// The file at `path` with all Swift that `graph` gives.
  static func swiftFile(at path: String, graph: AssociationGraph, stem: String) -> PlannedFile {
    PlannedFile(path: path) {
      let sql = MySQLEmitter(graph: graph)
      return SwiftEmitter(graph: graph).singleFile(
        stem: stem, statements: graph.queries.indices.map { sql.statements($0).map { StatementText($0) } },
        rowStatements: graph.models.indices.map { rowStatements($0, sql) }
      ).bytes
    }
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
