internal import AssociationGraph
internal import Diagnostics
internal import SchemaLanguage

/// A table with what several rules want to know of it, found once.
///
/// A class, since it is handed to every rule for every part of the table, and never changes.
final class CheckedTable {
  let id: ID<Model>
  let graph: AssociationGraph
  let model: Model
  let capabilities: Capabilities
  /// The primary key first, then the declared indexes, then those that the server makes for foreign keys.
  let keys: [Key]
  /// The keys with a constraint.
  let foreignKeys: [Edge]
  /// The expressions of checks, generated columns, defaults, indexes and partitions.
  let expressions: [Expression]
  /// The positions of the columns that the partitions look at, each once.
  private(set) var partitionColumns: [Int] = []
  /// The columns' positions by their names in lower case; empty where there is no expression.
  private let positions: [String: Int]

  init(_ id: ID<Model>, in graph: AssociationGraph, _ capabilities: Capabilities) {
    self.id = id
    self.graph = graph
    self.capabilities = capabilities
    let model = graph[id]
    self.model = model
    let foreignKeys = model.foreignKeys.map { graph[$0] }.filter { $0.constraint != nil }
    self.foreignKeys = foreignKeys
    var keys: [Key] = []
    if let first = model.primaryKey.first {
      let place = first.column.map { model.columns[$0].declaredAt } ?? model.declaredAt
      keys.append(Key(name: "PRIMARY", parts: model.primaryKey, origin: .primary, isUnique: true, declaredAt: place))
    }
    for (indexes, origin) in [(model.indexes, Key.Origin.declared), (graph.foreignKeyIndexes(of: model), .foreignKey)] {
      for index in indexes {
        keys.append(
          Key(
            name: index.name, parts: index.parts, origin: origin, isUnique: index.isUnique, kind: index.kind,
            parser: index.parser, isInvisible: index.isInvisible, keyBlockSize: index.keyBlockSize,
            declaredAt: index.declaredAt))
      }
    }
    self.keys = keys
    let expressions = Self.expressions(of: model)
    self.expressions = expressions
    var positions: [String: Int] = [:]
    if !expressions.isEmpty {
      for (position, column) in model.columns.enumerated() { positions[column.name.lowercased()] = position }
    }
    self.positions = positions
    if let columns = model.partitioning?.columns {
      partitionColumns = columns
    } else if let function = expressions.first(where: { $0.role == .partitioning(isBound: false) }) {
      partitionColumns = self.columns(in: function)
    }
  }

  /// Whether the table is InnoDB's, for which most of the rules are.
  var isInnoDB: Bool { model.options.engine == "InnoDB" }

  /// The columns that say which row of several models a polymorphic association names: NULL is one of their answers.
  var polymorphicKeys: Set<Int> {
    Set(
      model.associations.map { graph[$0] }.filter { $0.polymorphic != nil }
        .flatMap { graph[$0.steps[0].edge].decidingColumns })
  }

  /// Whether `name` is a reserved word of the target.
  func isReserved(_ name: String) -> Bool { capabilities.reservedWords.contains(name) }

  /// The position of the column that an expression of this table calls `name`.
  func position(of name: String) -> Int? { positions[name.lowercased()] }

  /// The positions of the columns that `expression` names, each once, in their order there.
  func columns(in expression: Expression) -> [Int] {
    var seen = Set<Int>()
    return expression.names.compactMap { position(of: $0.text) }.filter { seen.insert($0).inserted }
  }

  private static func expressions(of model: Model) -> [Expression] {
    var expressions: [Expression] = []
    for (position, column) in model.columns.enumerated() {
      if let generation = column.generation {
        expressions.append(
          Expression(
            generation.expression, .generated(position, isStored: generation.isStored), at: column.declaredAt,
            of: "generated column '\(column.name)'"))
      }
      if case .expression(let text)? = column.defaultValue {
        expressions.append(
          Expression(text, .defaultValue(position), at: column.declaredAt, of: "the default of column '\(column.name)'")
        )
      }
    }
    for index in model.indexes {
      for case .expression(let text) in index.parts.lazy.map(\.content) {
        expressions.append(Expression(text, .index, at: index.declaredAt, of: "index '\(index.name)'"))
      }
    }
    for check in model.checks {
      expressions.append(Expression(check.condition, .check, at: check.declaredAt, of: "check '\(check.name)'"))
    }
    if let partitioning = model.partitioning {
      if case .expression(let text) = partitioning.function {
        expressions.append(
          Expression(
            text, .partitioning(isBound: false), at: partitioning.declaredAt, of: "the partitions of '\(model.table)'"))
      }
      for partition in partitioning.partitions {
        for case .value(.expression(let text)) in partition.bounds.lazy.joined() {
          expressions.append(
            Expression(
              text, .partitioning(isBound: true), at: partition.declaredAt, of: "partition '\(partition.name)'"))
        }
      }
    }
    return expressions
  }
}

/// The primary key or an index of a table.
struct Key {
  /// Who makes it.
  enum Origin {
    /// The primary key.
    case primary
    /// The schema declares it.
    case declared
    /// The server makes it for a foreign key.
    case foreignKey
  }

  var name: String
  var parts: [IndexPart]
  var origin: Origin
  var isUnique: Bool
  var kind: IndexDeclaration.Kind?
  var parser: String?
  var isInvisible = false
  /// KEY_BLOCK_SIZE.
  var keyBlockSize: UInt64?
  /// Where it was written; for a primary key its first column, for the key of a foreign key the association.
  var declaredAt: SourceRange

  /// Whether it is sorted by the values of its columns: neither FULLTEXT nor SPATIAL.
  var isOrdinary: Bool { kind != .fulltext && kind != .spatial }

  /// The key as a message names it.
  var title: String {
    switch origin {
    case .primary: "The primary key"
    case .declared: "Index '\(name)'"
    case .foreignKey: "The index of foreign key '\(name)'"
    }
  }
}
