internal import AssociationGraph
internal import MySQL
internal import SchemaLanguage
internal import SwiftModels

/// Makes the files that a graph gives.
///
/// There may be a hundred thousand of them: what makes them is here once, and each is told by its number.
final class GraphFiles: FileMaker {
  /// What a file holds.
  enum Content {
    /// The page about the associations.
    case page
    /// CREATE TABLE of all tables.
    case tables
    /// DROP TABLE of all tables.
    case drop
    /// The rows of `seeds`.
    case seeds
    /// The rows of the set at a position.
    case seedSet(Int)
    /// The SQL of the query at a position.
    case query(Int)
    /// The statements for single rows of the model at a position.
    case rowStatements(Int)
    /// All Swift in one file.
    case swift
    /// The Swift of the model at a position.
    case swiftModel(Int)
    /// The Swift of the query at a position.
    case swiftQuery(Int)
    /// The Swift that several types share.
    case sharedTypes
  }

  /// What the files hold, by their numbers.
  let contents: [Content]

  private let graph: AssociationGraph
  private let stem: String
  private let sql: MySQLEmitter
  private let swift: SwiftEmitter
  private let sharedTypes: SwiftFile?
  private let statements: QueryStatements

  /// The files of a graph whose schema file has the stem `stem`, in the order in which a reader would look at them.
  convenience init(_ graph: AssociationGraph, stem: String) {
    let swift = SwiftEmitter(graph: graph)
    let isSingle = graph.swift.layout == .single
    let sharedTypes = isSingle ? nil : swift.sharedTypesFile()
    var contents: [Content] = [.page, .tables, .drop]
    if !graph.seeds.statements.isEmpty { contents.append(.seeds) }
    contents += graph.seedSets.indices.map { .seedSet($0) }
    contents += graph.queries.indices.map { .query($0) }
    contents += graph.models.indices.filter { !graph.models[$0].statements.isEmpty }.map { .rowStatements($0) }
    if isSingle {
      contents.append(.swift)
    } else {
      contents += graph.models.indices.map { .swiftModel($0) }
      contents += graph.queries.indices.map { .swiftQuery($0) }
      if sharedTypes != nil { contents.append(.sharedTypes) }
    }
    self.init(graph, stem, swift, contents, sharedTypes: sharedTypes)
  }

  /// The one file with all Swift of a graph.
  convenience init(allSwiftOf graph: AssociationGraph, stem: String) {
    self.init(graph, stem, SwiftEmitter(graph: graph), [.swift], sharedTypes: nil)
  }

  private init(
    _ graph: AssociationGraph, _ stem: String, _ swift: SwiftEmitter, _ contents: [Content], sharedTypes: SwiftFile?
  ) {
    self.graph = graph
    self.stem = stem
    self.swift = swift
    self.contents = contents
    self.sharedTypes = sharedTypes
    sql = MySQLEmitter(graph: graph)
    statements = QueryStatements(sql, isShared: graph.swift.layout == .perType)
  }

  /// The path of a file below the schema's own output folder, with `/` between the components.
  func path(of content: Content) -> String {
    switch content {
    case .page: "graph.md"
    case .tables: "sql/schema.sql"
    case .drop: "sql/drop.sql"
    case .seeds: "sql/seeds.sql"
    case .seedSet(let position): "sql/seeds.\(graph.seedSets[position].name).sql"
    case .query(let position): "sql/queries/\(graph.queries[position].name).sql"
    case .rowStatements(let position): "sql/crud/\(graph.models[position].name).sql"
    case .swift: "swift/\(Words(of: stem).upperCamelCase).swift"
    case .swiftModel(let position): "swift/\(graph.models[position].swiftName).swift"
    case .swiftQuery(let position): "swift/\(graph.queries[position].swiftName).swift"
    case .sharedTypes: "swift/\(sharedTypes?.name ?? "")"
    }
  }

  func make(_ number: Int, _ take: ([UInt8]) throws -> Void) throws {
    switch contents[number] {
    case .page: try GraphPage.write(graph, to: take)
    case .tables: try sql.schema(into: take)
    case .drop: try take(sql.drop())
    case .seeds: try sql.seeds(graph.seeds, into: take)
    case .seedSet(let position): try sql.seeds(graph.seedSets[position].plan, into: take)
    case .query(let position): try take(sql.queryFile(position, statements[position]))
    case .rowStatements(let position): try take(sql.rowStatementsFile(ID(position)))
    case .swift: try take(allSwift)
    case .swiftModel(let position): try take(swift.modelFile(ID(position), statements: rowStatements(position)).bytes)
    case .swiftQuery(let position):
      try take(swift.queryFile(position, statements: statements[position].map { StatementText($0) }).bytes)
    case .sharedTypes: try take(sharedTypes?.bytes ?? [])
    }
  }

  private var allSwift: [UInt8] {
    swift.singleFile(
      stem: stem, statements: graph.queries.indices.map { sql.statements($0).map { StatementText($0) } },
      rowStatements: graph.models.indices.map(rowStatements)
    ).bytes
  }

  /// The statements for single rows of a model, by its position.
  private func rowStatements(_ model: Int) -> [RowStatementSource] {
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
