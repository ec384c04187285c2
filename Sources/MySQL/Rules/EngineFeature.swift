internal import AssociationGraph
internal import SchemaLanguage

/// A thing that tables of InnoDB may have and those of some other storage engine may not.
enum EngineFeature: CaseIterable {
  case nullableColumn, spatialColumn, geographicColumn, generatedColumn, defaultExpression, numberedColumn
  case key, plainKey, descendingKey, expressionKey, virtualKey, fullTextKey, spatialKey

  /// What `engine`, in the server's own letter case, lacks (measured on MySQL 9.7 and MariaDB 10.11; Reference Manual,
  /// "Alternative Storage Engines").
  static func lacking(in engine: String, isMariaDB: Bool) -> Set<EngineFeature> {
    switch (engine, isMariaDB) {
    case ("MyISAM", false): [.geographicColumn, .descendingKey, .expressionKey, .virtualKey]
    case ("MEMORY", false):
      [.generatedColumn, .defaultExpression, .descendingKey, .expressionKey, .fullTextKey, .spatialKey]
    case ("MEMORY", true): [.generatedColumn, .descendingKey, .fullTextKey]
    case ("CSV", false): [.nullableColumn, .spatialColumn, .generatedColumn, .defaultExpression, .numberedColumn, .key]
    case ("CSV", true): [.nullableColumn, .spatialColumn, .generatedColumn, .numberedColumn, .key]
    case ("ARCHIVE", false): [.geographicColumn, .generatedColumn, .defaultExpression, .plainKey, .descendingKey]
    case ("BLACKHOLE", false):
      [.geographicColumn, .generatedColumn, .defaultExpression, .descendingKey, .expressionKey, .spatialKey]
    case ("MRG_MyISAM", false):
      [.spatialColumn, .generatedColumn, .defaultExpression, .descendingKey, .expressionKey, .fullTextKey, .spatialKey]
    case ("MRG_MyISAM", true): [.spatialColumn, .generatedColumn, .fullTextKey]
    case ("Aria", true): [.virtualKey]
    default: []
    }
  }

  /// What it is, behind `no`.
  var name: String {
    switch self {
    case .nullableColumn: "nullable columns"
    case .spatialColumn: "spatial columns"
    case .geographicColumn: "columns with a geographic srid"
    case .generatedColumn: "generated columns"
    case .defaultExpression: "expressions as defaults"
    case .numberedColumn: "columns that the server numbers"
    case .key: "keys"
    case .plainKey: "keys but that of a column which the server numbers"
    case .descendingKey: "descending order in keys"
    case .expressionKey: "keys over expressions"
    case .virtualKey: "keys over virtual columns"
    case .fullTextKey: "full-text indexes"
    case .spatialKey: "spatial indexes"
    }
  }

  /// Whether `column` is or has the thing.
  func isPresent(in column: Column, isMariaDB: Bool) -> Bool {
    switch self {
    case .nullableColumn: column.isNullable
    case .spatialColumn: if case .geometry = column.type { true } else { false }
    case .geographicColumn:
      if case .geometry(_, let system?) = column.type { SpatialReferenceSystems.isGeographic(system) } else { false }
    case .generatedColumn: column.generation != nil
    case .defaultExpression: column.hasDefaultExpression(isMariaDB: isMariaDB)
    case .numberedColumn: column.isAutoIncrement
    case .key, .plainKey, .descendingKey, .expressionKey, .virtualKey, .fullTextKey, .spatialKey: false
    }
  }

  /// Whether `key` is or has the thing.
  func isPresent(in key: Key, of model: Model) -> Bool {
    let columns = key.parts.compactMap(\.column).map { model.columns[$0] }
    return switch self {
    case .key: true
    case .plainKey: key.parts.count != 1 || !columns.contains(where: \.isAutoIncrement)
    case .descendingKey: key.parts.contains(where: \.isDescending)
    case .expressionKey: key.parts.contains { $0.column == nil }
    case .virtualKey: columns.contains { $0.generation?.isStored == false }
    case .fullTextKey: key.kind == .fulltext
    case .spatialKey: key.kind == .spatial
    case .nullableColumn, .spatialColumn, .geographicColumn, .generatedColumn, .defaultExpression, .numberedColumn:
      false
    }
  }
}

extension Column {
  /// Whether the default is written as an expression between parentheses.
  fileprivate func hasDefaultExpression(isMariaDB: Bool) -> Bool {
    switch (defaultValue, type) {
    case (nil, _): false
    case (.expression?, _), (.uuid?, _), (.value(.expression)?, _): true
    case (.now?, .date), (.now?, .time), (.now?, .year): true
    case (.value?, .text), (.value?, .blob), (.value?, .json): !isMariaDB
    default: false
    }
  }
}
