internal import AssociationGraph
internal import Diagnostics
internal import SchemaLanguage

// Foreign keys: Reference Manual, "FOREIGN KEY Constraints". What the resolver finds is in ``EarlierFinding``.
extension ServerRules {
  static let foreignKeys: [ServerRule] = [
    ServerRule(
      "MY-FK-SIGNEDNESS", "A foreign key of whole numbers has a sign where the key that it references has one",
      explanation: """
        So `int` does not reference `int unsigned`. A key that no column is declared for takes the type of what it references.
        """,
      example: """
        Grade:
          columns: { id: { type: int unsigned, primaryKey: true, autoIncrement: true } }
        Pupil:
          columns: { gradeId: int }
          belongsTo: { grade: Grade }
        """,
      mend: """
        Grade:
          columns: { id: { type: int unsigned, primaryKey: true, autoIncrement: true } }
        Pupil:
          columns: { gradeId: int unsigned }
          belongsTo: { grade: Grade }
        """,
      mysql: .refuses([3780]), mariadb: .refuses([1005]), check: .foreignKey(checkSigns)),
    ServerRule(
      "MY-FK-TYPE", "A foreign key has the type of what it references",
      explanation: """
        The width of numbers counts, the length of texts and bytes does not. A key that no column \
        is declared for takes the type of what it references.
        """,
      example: """
        Grade:
        Pupil:
          columns: { gradeId: bigint }
          belongsTo: { grade: Grade }
        """,
      mend: """
        Grade:
        Pupil:
          columns: { gradeId: int }
          belongsTo: { grade: Grade }
        """,
      mysql: .refuses([3780]), mariadb: .refuses([1005]), check: .foreignKey(checkTypes)),
    ServerRule(
      "MY-FK-COLLATION", "A foreign key of texts has the character set and collation of what it references",
      explanation: "Else the two could be equal on one side and differ on the other.",
      example: """
        Country:
          columns: { code: { type: char(2), primaryKey: true } }
        City:
          columns: { countryCode: { type: char(2), collation: utf8mb4_bin } }
          belongsTo: { country: Country }
        """,
      mend: """
        Country:
          columns: { code: { type: char(2), primaryKey: true, collation: utf8mb4_bin } }
        City:
          columns: { countryCode: { type: char(2), collation: utf8mb4_bin } }
          belongsTo: { country: Country }
        """,
      mysql: .refuses([3780]), mariadb: .refuses([1005]), check: .foreignKey(checkKeyCollations)),
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
      "MY-FK-MEANING", "A foreign key has the very type of what it references",
      explanation: """
        The servers take a DECIMAL with another scale, a DATETIME for a TIMESTAMP, an ENUM with other members: they compare \
        the bytes, which then mean something else.
        """,
      example: """
        Shop:
          columns: { code: { type: "decimal(5,2)", primaryKey: true } }
        Till:
          columns: { shopCode: "decimal(6,2)" }
          belongsTo: { shop: Shop }
        """,
      mend: """
        Shop:
          columns: { code: { type: "decimal(5,2)", primaryKey: true } }
        Till:
          columns: { shopCode: "decimal(5,2)" }
          belongsTo: { shop: Shop }
        """,
      check: .foreignKey(lintMeaning)),
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

  /// The columns of a foreign key, each with the one that it references.
  private static func pairs(of edge: Edge, in table: CheckedTable) -> some Sequence<(Column, Column)> {
    let parentColumns = table.graph[edge.parent].columns
    return zip(edge.childColumns, edge.parentColumns).lazy.map { (table.model.columns[$0], parentColumns[$1]) }
  }

  private static func report(
    _ child: Column, _ parent: Column, of edge: Edge, _ table: CheckedTable, _ difference: String,
    _ findings: inout Findings
  ) {
    findings.report(
      at: child.declaredAt,
      "Column '\(child.attribute)' references '\(table.graph[edge.parent].name).\(parent.attribute)', which has \(difference)",
      "Declare both alike, or leave the column out: a key that Joinery makes takes the type of its target.",
      notes: [Diagnostic.Note("The referenced column is declared here", at: parent.declaredAt)])
  }

  @Sendable private static func checkSigns(_ edge: Edge, _ table: CheckedTable, _ findings: inout Findings) {
    for (child, parent) in pairs(of: edge, in: table) {
      let referenced = ComparedAs(parent.type, in: table.graph)
      guard ComparedAs(child.type, in: table.graph).differsInSignAlone(from: referenced) else { continue }
      let isUnsigned = if case .integer(_, isUnsigned: true) = referenced { true } else { false }
      report(child, parent, of: edge, table, isUnsigned ? "no sign" : "a sign", &findings)
    }
  }

  @Sendable private static func checkTypes(_ edge: Edge, _ table: CheckedTable, _ findings: inout Findings) {
    for (child, parent) in pairs(of: edge, in: table) {
      let own = ComparedAs(child.type, in: table.graph)
      let referenced = ComparedAs(parent.type, in: table.graph)
      guard own != referenced, !own.differsInSignAlone(from: referenced) else { continue }
      report(child, parent, of: edge, table, "the type \(parent.type.name)", &findings)
    }
  }

  @Sendable private static func checkKeyCollations(_ edge: Edge, _ table: CheckedTable, _ findings: inout Findings) {
    for (child, parent) in pairs(of: edge, in: table) where ComparedAs(child.type, in: table.graph) == .text {
      guard let own = child.collation, let other = parent.collation, own != other,
        ComparedAs(parent.type, in: table.graph) == .text
      else { continue }
      report(child, parent, of: edge, table, "the collation \(other.name), not \(own.name)", &findings)
    }
  }

  @Sendable private static func lintMeaning(_ edge: Edge, _ table: CheckedTable, _ findings: inout Findings) {
    for (child, parent) in pairs(of: edge, in: table) {
      guard ComparedAs(child.type, in: table.graph) == ComparedAs(parent.type, in: table.graph),
        !child.type.meansTheSame(as: parent.type, in: table.graph)
      else { continue }
      report(
        child, parent, of: edge, table, "the type \(parent.type.name): the server compares their bytes alone", &findings
      )
    }
  }

  @Sendable private static func checkVirtualColumns(_ edge: Edge, _ table: CheckedTable, _ findings: inout Findings) {
    for (model, positions) in [(edge.child, edge.childColumns), (edge.parent, edge.parentColumns)] {
      for position in positions where table.graph[model].columns[position].generation?.isStored == false {
        let column = table.graph[model].columns[position]
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
    for id in [edge.child, edge.parent]
    where !["InnoDB", "NDB", "NDBCLUSTER"].contains(table.graph[id].options.engine) {
      let model = table.graph[id]
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

/// What InnoDB compares of a foreign key: values of one kind go together, whatever they mean (measured on MySQL 9.7 and
/// MariaDB 10.11).
private enum ComparedAs: Hashable {
  /// A whole number of so many bytes; also DATE, YEAR, ENUM and SET.
  case integer(bytes: Int, isUnsigned: Bool)
  case float, double
  /// Bytes; also DECIMAL, BIT, TIME, DATETIME and TIMESTAMP.
  case bytes
  /// Text in a collation.
  case text
  /// A type that is no foreign key's, by its name.
  case other(String)

  init(_ type: ColumnType, in graph: AssociationGraph) {
    switch type {
    case .integer(let width, let isUnsigned, _): self = .integer(bytes: width.rawValue, isUnsigned: isUnsigned)
    case .boolean: self = .integer(bytes: 1, isUnsigned: false)
    case .date: self = .integer(bytes: 3, isUnsigned: false)
    case .year, .enumeration, .set: self = .integer(bytes: type.fixedBytes(in: graph) ?? 1, isUnsigned: true)
    case .float: self = .float
    case .double: self = .double
    case .decimal, .bit, .time, .datetime, .timestamp, .binary, .varbinary: self = .bytes
    case .char, .varchar, .uuid, .text: self = .text
    case .blob, .json, .geometry, .vector: self = .other(type.name)
    }
  }

  /// Whether both are whole numbers of one width, and one alone has a sign.
  func differsInSignAlone(from other: ComparedAs) -> Bool {
    guard case .integer(let bytes, let isUnsigned) = self, case .integer(let others, let otherIsUnsigned) = other else {
      return false
    }
    return bytes == others && isUnsigned != otherIsUnsigned
  }
}

extension ColumnType {
  /// Whether values of both types mean the same where their bytes are the same.
  fileprivate func meansTheSame(as other: ColumnType, in graph: AssociationGraph) -> Bool {
    switch (self, other) {
    case (.integer, .integer), (.integer, .boolean), (.boolean, .integer): true
    case (.binary, .varbinary), (.varbinary, .binary), (.binary, .binary), (.varbinary, .varbinary): true
    case (.decimal(let precision, let scale, _, _), .decimal(let otherPrecision, let otherScale, _, _)):
      precision == otherPrecision && scale == otherScale
    case (.bit, .bit), (.float, .float), (.double, .double): true
    case (.enumeration(let id), .enumeration(let otherID)), (.set(let id), .set(let otherID)):
      graph[id].members == graph[otherID].members
    case (let left, let right):
      left == right || ComparedAs(left, in: graph) == .text && ComparedAs(right, in: graph) == .text
    }
  }
}
