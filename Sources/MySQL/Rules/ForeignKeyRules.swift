internal import AssociationGraph
internal import Diagnostics
internal import SchemaLanguage

// Foreign keys: Reference Manual, "FOREIGN KEY Constraints". What the resolver finds is in ``EarlierFinding``.
extension ServerRules {
  static let foreignKeys: [ServerRule] = [
    ServerRule(
      "MY-FK-VIRTUAL", "A foreign key has no virtual column, and references none",
      explanation: "A stored generated column will do.",
      example: """
        Grade:
        Pupil:
          columns:
            level: integer
            gradeId: { type: integer, generated: { as: level + 1 } }
          belongsTo: { grade: { model: Grade, onUpdate: restrict } }
        """,
      mend: """
        Grade:
        Pupil:
          columns:
            level: integer
            gradeId: { type: integer, generated: { as: level + 1, stored: true } }
          belongsTo: { grade: { model: Grade, onUpdate: restrict } }
        """,
      mysql: .refuses([3733]), mariadb: .accepts, check: .foreignKey(checkVirtualColumns)),
    ServerRule(
      "MY-FK-GENERATED-ACTION", "A foreign key over a generated column changes no value of it",
      explanation: "ON UPDATE CASCADE, which is the default, and SET NULL would write into the column.",
      example: """
        Grade:
        Pupil:
          columns:
            level: integer?
            gradeId: { type: integer?, generated: { as: level + 1, stored: true } }
          belongsTo: { grade: { model: Grade?, onDelete: restrict } }
        """,
      mend: """
        Grade:
        Pupil:
          columns:
            level: integer?
            gradeId: { type: integer?, generated: { as: level + 1, stored: true } }
          belongsTo: { grade: { model: Grade?, onDelete: restrict, onUpdate: restrict } }
        """,
      mysql: .refuses([3104]), mariadb: .refuses([1905]), check: .foreignKey(checkGeneratedActions)),
    ServerRule(
      "MY-FK-GENERATED-BASE", "A stored generated column names no column that a foreign key changes",
      explanation: """
        CASCADE and SET NULL change the column without computing the other one anew. A virtual column is computed when it \
        is read.
        """,
      example: """
        Grade:
        Pupil:
          columns:
            next: { type: "integer?", generated: { as: gradeId + 1, stored: true } }
          belongsTo: { grade: Grade }
        """,
      mend: """
        Grade:
        Pupil:
          columns:
            next: { type: "integer?", generated: { as: gradeId + 1 } }
          belongsTo: { grade: Grade }
        """,
      mysql: .refuses([1215]), mariadb: .refuses([1901]), check: .expression(checkGeneratedBase)),
    ServerRule(
      "MY-FK-SET-DEFAULT", "On MariaDB a foreign key has no SET DEFAULT",
      explanation: "MariaDB drops the action, which leaves RESTRICT. MySQL keeps it and acts as with NO ACTION.",
      example: """
        Grade:
        Pupil:
          belongsTo: { grade: { model: Grade?, onDelete: setDefault } }
        """,
      mend: """
        Grade:
        Pupil:
          belongsTo: { grade: { model: Grade?, onDelete: setNull } }
        """,
      mysql: .accepts, mariadb: .changesSilently, check: .foreignKey(checkSetDefault)),
    ServerRule(
      "MY-FK-PARTIAL-KEY", "A foreign key references a key of whole columns",
      explanation: "A key over a part of a column does not tell two values apart that begin alike.",
      example: """
        Country:
          columns: { code: varchar(20) }
          primaryKey: [{ name: code, length: 5 }]
        City:
          belongsTo: { country: Country }
        """,
      mend: """
        Country:
          columns: { code: varchar(20) }
          primaryKey: [code]
        City:
          belongsTo: { country: Country }
        """,
      mysql: .refuses([6125]), mariadb: .refuses([1005]), check: .foreignKey(checkPartialKeys)),
    ServerRule(
      "MY-FK-ENGINE", "Both tables of a foreign key are InnoDB's",
      explanation: "Other engines read the key and forget it.",
      example: """
        Grade:
        Pupil:
          engine: MyISAM
          belongsTo: { grade: Grade }
        """,
      mend: """
        Grade:
        Pupil:
          belongsTo: { grade: Grade }
        """,
      mysql: .changesSilently, mariadb: .changesSilently, check: .foreignKey(checkEngines)),
    .lint(
      "MY-FK-SELF-CASCADE", "A table's foreign key to itself does not cascade updates of a key that people choose",
      explanation: """
        InnoDB acts on such a key as with RESTRICT: error 1451 when the referenced value changes. For keys that the server \
        makes, numbers and UUIDs, it is no matter.
        """,
      example: """
        Category:
          columns:
            code: { type: string(20), primaryKey: true }
          belongsTo: { parent: { model: Category?, foreignKey: parent } }
        """,
      mend: """
        Category:
          columns:
            code: { type: string(20), primaryKey: true }
          belongsTo: { parent: { model: Category?, foreignKey: parent, onUpdate: restrict } }
        """,
      check: .foreignKey(checkSelfCascade)),
  ]

  @Sendable private static func checkVirtualColumns(_ edge: Edge, _ table: CheckedTable, _ findings: inout Findings) {
    let parent = table.graph[edge.parent]
    for (model, positions) in [(table.model, edge.childColumns), (parent, edge.parentColumns)] {
      for position in positions where model.columns[position].generation?.isStored == false {
        let column = model.columns[position]
        findings.report(
          at: edge.declaredAt, "Column '\(column.name)' of a foreign key is virtual",
          "Write stored: true in the column.",
          notes: [Diagnostic.Note("the column is declared here", at: column.declaredAt)])
      }
    }
  }

  @Sendable private static func checkGeneratedActions(_ edge: Edge, _ table: CheckedTable, _ findings: inout Findings) {
    let action: String
    switch (edge.onDelete, edge.onUpdate) {
    case (_, .cascade): action = "onUpdate: cascade"
    case (_, .setNull): action = "onUpdate: setNull"
    case (.setNull, _): action = "onDelete: setNull"
    default: return
    }
    for position in edge.childColumns where table.model.columns[position].generation?.isStored == true {
      findings.report(
        at: edge.declaredAt,
        "Column '\(table.model.columns[position].name)' is generated, so its foreign key cannot have \(action)",
        "Write onUpdate: restrict, and an onDelete that is not setNull.")
    }
  }

  @Sendable private static func checkGeneratedBase(
    _ expression: Expression, _ table: CheckedTable, _ findings: inout Findings
  ) {
    guard case .generated(let own, isStored: true) = expression.role, !table.foreignKeys.isEmpty else { return }
    let named = Set(table.columns(in: expression))
    for edge in table.foreignKeys {
      let changes =
        edge.onUpdate == .cascade || edge.onUpdate == .setNull || edge.onDelete == .setNull
        || (edge.onDelete == .cascade && !table.capabilities.target.isMariaDB)
      guard changes, let position = edge.childColumns.first(where: named.contains) else { continue }
      findings.report(
        at: expression.declaredAt,
        "A foreign key changes column '\(table.model.columns[position].name)', so the stored column "
          + "'\(table.model.columns[own].name)' cannot name it",
        "Leave `stored` out, or write restrict for onUpdate and onDelete.",
        notes: [Diagnostic.Note("the key is declared here", at: edge.declaredAt)])
    }
  }

  @Sendable private static func checkSetDefault(_ edge: Edge, _ table: CheckedTable, _ findings: inout Findings) {
    guard edge.onDelete == .setDefault || edge.onUpdate == .setDefault else { return }
    findings.report(
      at: edge.declaredAt, "MariaDB drops SET DEFAULT of foreign key '\(edge.constraint ?? "")'",
      "Choose setNull, restrict or cascade.")
  }

  @Sendable private static func checkPartialKeys(_ edge: Edge, _ table: CheckedTable, _ findings: inout Findings) {
    let parent = table.graph[edge.parent]
    // The resolver has made sure of a key; a primary key may have parts of columns.
    guard parent.primaryKeyColumns == edge.parentColumns, parent.primaryKey.contains(where: { $0.length != nil }),
      !parent.indexes.contains(where: { $0.isUnique && $0.wholeColumns == edge.parentColumns })
    else { return }
    findings.report(
      at: edge.declaredAt,
      "A foreign key references whole columns, and the primary key of '\(parent.name)' has a part of one",
      "Take the length out of that key, or declare a unique index over the whole columns.",
      notes: [Diagnostic.Note("the referenced model is declared here", at: parent.declaredAt)])
  }

  @Sendable private static func checkEngines(_ edge: Edge, _ table: CheckedTable, _ findings: inout Findings) {
    for model in [table.model, table.graph[edge.parent]]
    where !["InnoDB", "NDB", "NDBCLUSTER"].contains(model.options.engine) {
      findings.report(
        at: edge.declaredAt,
        "Table '\(model.table)' is of the engine \(model.options.engine), which has no foreign keys",
        "Write engine: InnoDB there, or constraint: false in the association.",
        notes: [Diagnostic.Note("the table is declared here", at: model.declaredAt)])
      return
    }
  }

  @Sendable private static func checkSelfCascade(_ edge: Edge, _ table: CheckedTable, _ findings: inout Findings) {
    guard edge.parent == edge.child, edge.onUpdate == .cascade || edge.onUpdate == .setNull else { return }
    let isMade = edge.parentColumns.contains { position in
      let column = table.model.columns[position]
      return column.isAutoIncrement || column.type == .uuid || column.defaultValue == .uuid
    }
    guard !isMade else { return }
    findings.report(
      at: edge.declaredAt,
      "InnoDB refuses updates that foreign key '\(edge.constraint ?? "")' would cascade to its own table",
      "Write onUpdate: restrict, which is what it does.")
  }
}
