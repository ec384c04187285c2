public import AssociationGraph
import SchemaLanguage

/// What a graph says of its tables, in the lines of ``ServerFacts``.
public struct GraphFacts {
  /// The lines, sorted.
  public let text: String

  /// The facts of `graph` as `server` would tell them.
  public init(_ graph: AssociationGraph, on server: TestServer) {
    var lines: [String] = []
    for model in graph.models {
      let options = model.options
      lines.append(
        "\(model.table) is a table: \(options.engine.uppercased()) \(options.collation.name) comment \(hexadecimal(options.comment))"
      )
      for (position, column) in model.columns.enumerated() {
        lines.append("\(model.table).\(column.name) \(position + 1): " + Self.text(of: column, graph, server))
      }
      lines += Self.indexes(of: model, graph)
      lines += Self.partitions(of: model)
    }
    lines += graph.edges.compactMap { Self.foreignKey($0, graph, server)?.line }
    text = lines.sorted().joined(separator: "\n") + "\n"
  }

  private static func text(of column: Column, _ graph: AssociationGraph, _ server: TestServer) -> String {
    var flags: [String] = []
    if column.isAutoIncrement { flags.append("auto_increment") }
    if column.isUpdatedToNow { flags.append("on update current_timestamp") }
    if let generation = column.generation {
      flags.append(generation.isStored ? "stored generated" : "virtual generated")
    }
    if column.isInvisible { flags.append("invisible") }
    let isNullable = column.isNullable
    // MariaDB keeps JSON as a text in a collation of its own. That of bytes counts for none.
    let known = column.type == .json && server == .mariadb ? "utf8mb4_bin" : column.collation?.name
    let collation = known == "binary" ? "-" : known ?? "-"
    return "\(ServerType(column.type, graph, server).text) nullable \(isNullable ? "YES" : "NO") "
      + "\(column.defaultValue == nil ? "without" : "with") default [\(flags.joined(separator: ", "))] "
      + "\(collation) comment \(hexadecimal(column.comment))"
  }

  private static func indexes(of model: Model, _ graph: AssociationGraph) -> [String] {
    func part(_ part: IndexPart, kind: String) -> String {
      let name = part.column.map { model.columns[$0].name } ?? "(expression)"
      let length = part.length.map { "(\($0))" } ?? ""
      return name + length + (part.isDescending ? " descending" : "")
    }
    var lines = (model.indexes + graph.foreignKeyIndexes(of: model)).map { index in
      let kind =
        index.kind == .fulltext ? "fulltext" : index.kind == .spatial ? "spatial" : index.isUnique ? "unique" : "plain"
      return "\(model.table) has the index \(index.name): \(kind) \(index.parts.map { part($0, kind: kind) })"
    }
    if !model.primaryKey.isEmpty {
      lines.append("\(model.table) has the index PRIMARY: unique \(model.primaryKey.map { part($0, kind: "unique") })")
    }
    return lines
  }

  private static func partitions(of model: Model) -> [String] {
    guard let partitioning = model.partitioning else { return [] }
    var method =
      switch partitioning.method {
      case .hash: "HASH"
      case .key: "KEY"
      case .range: "RANGE"
      case .list: "LIST"
      }
    if case .columns = partitioning.function, partitioning.method != .key { method += " COLUMNS" }
    let names =
      partitioning.partitions.isEmpty
      ? (0..<(partitioning.count ?? 1)).map { "p\($0)" } : partitioning.partitions.map(\.name)
    return names.enumerated().map { "\(model.table) has the partition \($1), number \($0 + 1) by \(method)" }
  }

  private static func foreignKey(_ edge: Edge, _ graph: AssociationGraph, _ server: TestServer) -> ForeignKey? {
    guard let name = edge.constraint else { return nil }
    func rule(_ action: ReferentialAction) -> String {
      switch action {
      case .cascade: "CASCADE"
      case .restrict: "RESTRICT"
      case .setNull: "SET NULL"
      case .setDefault: "SET DEFAULT"
      // MariaDB calls what is not written RESTRICT, which is the same there.
      case .noAction: server == .mariadb ? "RESTRICT" : "NO ACTION"
      }
    }
    let child = graph[edge.child]
    let parent = graph[edge.parent]
    var key = ForeignKey(
      name: name, child: child.table, parent: parent.table, onDelete: rule(edge.onDelete), onUpdate: rule(edge.onUpdate)
    )
    key.childColumns = edge.childColumns.map { child.columns[$0].name }
    key.parentColumns = edge.parentColumns.map { parent.columns[$0].name }
    return key
  }
}

/// The UTF-8 of a comment in hexadecimal digits; empty for none.
private func hexadecimal(_ text: String?) -> String {
  (text ?? "").utf8.map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined()
}
