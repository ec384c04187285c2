internal import AssociationGraph
internal import Diagnostics
internal import SchemaLanguage

// What storage engines lack: Reference Manual, "Alternative Storage Engines".
extension ServerRules {
  static let engines: [ServerRule] = [
    ServerRule(
      "MY-ENGINE-FEATURE", "A table has nothing that its storage engine lacks",
      explanation: """
        InnoDB has everything. MEMORY has no generated columns and no full-text indexes, CSV no keys and no nullable columns, \
        ARCHIVE no key but that of a column which the server numbers; of the others only MyISAM and Aria have generated \
        columns. On MySQL only InnoDB has descending keys and keys over expressions, and only InnoDB and MyISAM \
        expressions as defaults.
        """,
      example: """
        Reading:
          engine: MEMORY
          columns:
            degrees: integer
            kelvin: { type: integer?, generated: { as: degrees + 273 } }
        """,
      mend: """
        Reading:
          columns:
            degrees: integer
            kelvin: { type: integer?, generated: { as: degrees + 273 } }
        """,
      mysql: .refuses([1030, 1069, 1071, 1073, 1121, 1164, 1178, 1214, 1464, 1478, 3106, 3774]),
      mariadb: .refuses([1069, 1164, 1178, 1214, 1904, 1910]), check: .table(checkFeatures))
  ]

  /// Reports each thing that is lacking once, where it comes first.
  @Sendable private static func checkFeatures(_ table: CheckedTable, _ findings: inout Findings) {
    let engine = table.model.options.engine
    let isMariaDB = table.capabilities.target.isMariaDB
    let lacking = EngineFeature.lacking(in: engine, isMariaDB: isMariaDB)
    guard !lacking.isEmpty else { return }
    for feature in EngineFeature.allCases where lacking.contains(feature) {
      let place: SourceRange
      let owner: String
      if let column = table.model.columns.first(where: { feature.isPresent(in: $0, isMariaDB: isMariaDB) }) {
        (place, owner) = (column.declaredAt, "column '\(column.name)'")
      } else if let key = table.keys.first(where: { feature.isPresent(in: $0, of: table.model) }) {
        (place, owner) = (key.declaredAt, key.origin == .primary ? "the primary key" : "index '\(key.name)'")
      } else {
        continue
      }
      findings.report(
        at: place,
        "The engine \(engine) has no \(feature.name), and \(owner) of table '\(table.model.table)' needs them",
        "Write engine: InnoDB, or do without.",
        notes: [Diagnostic.Note("the table is declared here", at: table.model.declaredAt)])
    }
  }
}
