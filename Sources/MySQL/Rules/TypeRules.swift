internal import AssociationGraph
internal import Diagnostics
internal import SchemaLanguage

// Types: Reference Manual, "Data Types".
extension ServerRules {
  static let types: [ServerRule] = [
    ServerRule(
      "MY-DECIMAL-PRECISION", "A DECIMAL has at most 65 digits",
      explanation: "A number of more digits is a text to the server.",
      example: """
        Star:
          columns: { mass: "decimal(66,0)" }
        """,
      mend: """
        Star:
          columns: { mass: "decimal(65,0)" }
        """,
      mysql: .refuses([1426]), mariadb: .refuses([1426]), check: .column(checkPrecision)),
    ServerRule(
      "MY-DECIMAL-SCALE", "A number has at most 30 digits behind the point, a DECIMAL of MariaDB 38",
      explanation: "The same holds for the D of FLOAT(M,D) and DOUBLE(M,D), on MariaDB too.",
      example: """
        Star:
          columns: { parallax: "decimal(65,39)" }
        """,
      mend: """
        Star:
          columns: { parallax: "decimal(65,30)" }
        """,
      mysql: .refuses([1425]), mariadb: .refuses([1425]), check: .column(checkScale)),
    ServerRule(
      "MY-SCALE-OVER-PRECISION", "A number has no more digits behind the point than in all",
      explanation: "In decimal(p,s), float(p,s) and double(p,s) the first number counts all digits.",
      example: """
        Star:
          columns: { parallax: "decimal(2,6)" }
        """,
      mend: """
        Star:
          columns: { parallax: "decimal(8,6)" }
        """,
      mysql: .refuses([1427]), mariadb: .refuses([1427]), check: .column(checkScaleAgainstPrecision)),
    ServerRule(
      "MY-VECTOR", "A VECTOR needs a target that has the type",
      explanation: Feature.vector.availability + " A blob of four bytes a number keeps the same elsewhere.",
      example: """
        Page:
          columns: { meaning: vector(3) }
        """,
      mend: """
        Page:
          columns: { meaning: varbinary(12) }
        """,
      mysql: .accepts, mariadb: .refuses([4161]), targets: Feature.vector.lackingTargets, check: .column(checkVector)),
    ServerRule(
      "MY-BINARY-CHARSET", "A text has a character set of texts, which binary is not",
      explanation: "The server makes binary of a char, varbinary of a varchar and a blob of a text.",
      example: """
        Page:
          columns: { name: { type: string(20), charset: binary } }
        """,
      mend: """
        Page:
          columns: { name: { type: string(20), collation: utf8mb4_bin } }
        """,
      mysql: .changesSilently, mariadb: .changesSilently, check: .column(checkBinaryCharset)),
    ServerRule(
      "MY-SRID", "A spatial reference system is one that MySQL knows",
      explanation: """
        MySQL knows those of the EPSG data set, such as 4326 for longitude and latitude, and 0 for a plane. A number over 32767 is \
        believed to be a system that you have defined.
        """,
      example: """
        Place:
          columns: { position: point srid 4325 }
        """,
      mend: """
        Place:
          columns: { position: point srid 4326 }
        """,
      mysql: .refuses([3548]), mariadb: .accepts, check: .column(checkReferenceSystem)),
    ServerRule(
      "MY-ON-UPDATE-DEFAULT", "On MariaDB a column with onUpdate has a default, or is nullable",
      explanation: "Without either MariaDB makes the default '0000-00-00 00:00:00', which is no moment.",
      example: """
        Page:
          columns: { changed: { type: datetime, onUpdate: now } }
        """,
      mend: """
        Page:
          columns: { changed: { type: datetime, default: now, onUpdate: now } }
        """,
      mysql: .accepts, mariadb: .changesSilently, check: .column(checkUpdateDefault)),
    ServerRule(
      "MY-COLLATION", "A collation is one that the target has",
      explanation: """
        Collations with `_0900_` in their names are MySQL's, those with `uca1400` or `nopad` MariaDB's. `utf8mb4_unicode_ci` \
        and `utf8mb4_bin` are everywhere.
        """,
      example: """
        Page:
          columns:
            swedish: { type: string, collation: utf8mb4_sv_0900_ai_ci }
            any: { type: string, collation: utf8mb4_uca1400_ai_ci }
        """,
      mend: """
        Page:
          columns:
            swedish: { type: string, collation: utf8mb4_swedish_ci }
            any: { type: string, collation: utf8mb4_unicode_ci }
        """,
      mysql: .refuses([1273]), mariadb: .refuses([1273]), check: .graph(checkCollations)),
  ]

  @Sendable private static func checkPrecision(_ column: Column, _ table: CheckedTable, _ findings: inout Findings) {
    guard case .decimal(let precision, _, _, _) = column.type, precision > 65 else { return }
    findings.report(
      at: column.declaredAt, "A DECIMAL has at most 65 digits, and column '\(column.name)' is given \(precision)",
      "Write decimal(65,s), or a varchar for longer ones.")
  }

  @Sendable private static func checkScale(_ column: Column, _ table: CheckedTable, _ findings: inout Findings) {
    let scale: Int
    let most: Int
    switch column.type {
    case .decimal(_, let digits, _, _): (scale, most) = (digits, table.capabilities.decimalScale)
    case .float(let digits?, _, _), .double(let digits?, _, _): (scale, most) = (digits.scale, 30)
    default: return
    }
    guard scale > most else { return }
    findings.report(
      at: column.declaredAt,
      "A number has at most \(most) digits behind the point, and column '\(column.name)' is given \(scale)",
      "Write a smaller second number.")
  }

  @Sendable private static func checkScaleAgainstPrecision(
    _ column: Column, _ table: CheckedTable, _ findings: inout Findings
  ) {
    let digits: FloatDigits
    switch column.type {
    case .decimal(let precision, let scale, _, _): digits = FloatDigits(precision: precision, scale: scale)
    case .float(let given?, _, _), .double(let given?, _, _): digits = given
    default: return
    }
    guard digits.scale > digits.precision, digits.scale <= 30 else { return }
    findings.report(
      at: column.declaredAt,
      "Column '\(column.name)' has \(digits.scale) digits behind the point, but \(digits.precision) in all",
      "The first number counts all digits: write (\(digits.precision + digits.scale),\(digits.scale)).")
  }

  @Sendable private static func checkReferenceSystem(
    _ column: Column, _ table: CheckedTable, _ findings: inout Findings
  ) {
    guard case .geometry(_, let identifier?) = column.type, !SpatialReferenceSystems.mayHave(identifier) else { return }
    findings.report(
      at: column.declaredAt,
      "MySQL knows no spatial reference system \(identifier), which column '\(column.name)' names",
      "Write srid 4326 for longitude and latitude, or leave the srid out.")
  }

  @Sendable private static func checkBinaryCharset(_ column: Column, _ table: CheckedTable, _ findings: inout Findings)
  {
    guard column.collation?.charset == "binary" else { return }
    switch column.type {
    case .char, .varchar, .text: break
    default: return
    }
    findings.report(
      at: column.declaredAt,
      "Column '\(column.name)' has the type \(column.type.name) and the character set binary, which is for bytes",
      "Give it a binary, varbinary or blob type; or collation: utf8mb4_bin, which compares texts byte by byte.")
  }

  @Sendable private static func checkUpdateDefault(_ column: Column, _ table: CheckedTable, _ findings: inout Findings)
  {
    guard column.isUpdatedToNow, column.defaultValue == nil, !column.isNullable, column.generation == nil else {
      return
    }
    findings.report(
      at: column.declaredAt,
      "Column '\(column.name)' has onUpdate but no default, and MariaDB gives it a zero date as one",
      "Write default: now, or '?' behind the type.")
  }

  @Sendable private static func checkVector(_ column: Column, _ table: CheckedTable, _ findings: inout Findings) {
    guard case .vector(let dimensions) = column.type else { return }
    findings.report(
      at: column.declaredAt,
      "Column '\(column.name)' is a vector, which the target '\(table.capabilities.target.rawValue)' does not have",
      "\(Feature.vector.availability) Elsewhere write varbinary(\(dimensions * 4)).")
  }

  /// One finding for each collation: where a database has it, mostly every table has.
  @Sendable private static func checkCollations(_ graph: AssociationGraph, _ findings: inout Findings) {
    struct Use {
      let collation: Collation
      let subject: String
      let place: SourceRange
      var others = 0
    }
    var uses: [Use] = []
    var positions: [Collation: Int] = [:]
    var known: Set<Collation> = []
    let names = CollationNames(of: graph.target)
    func note(_ collation: Collation, at place: SourceRange, _ subject: @autoclosure () -> String) {
      if known.contains(collation) { return }
      if let position = positions[collation] {
        uses[position].others += 1
      } else if names.contains(collation) {
        known.insert(collation)
      } else {
        positions[collation] = uses.count
        uses.append(Use(collation: collation, subject: subject(), place: place))
      }
    }
    for model in graph.models.indices.lazy.map(ID<Model>.init) {
      let common = graph[model].options.collation
      note(common, at: graph[model].declaredAt, "table '\(graph[model].table)'")
      let columns = graph[model].columns
      for column in columns.indices {
        guard let collation = columns[column].collation, collation != common else { continue }
        note(collation, at: columns[column].declaredAt, "column '\(columns[column].name)'")
      }
    }
    for use in uses {
      let rest = use.others == 0 ? "" : use.others == 1 ? " and of 1 more" : " and of \(use.others) more"
      findings.report(
        at: use.place,
        "Collation '\(use.collation.name)' of \(use.subject)\(rest) is none of the target '\(graph.target.rawValue)'",
        "\(Target.availability(on: CollationNames.targets(having: use.collation))) "
          + "Every target has \(commonCollations(of: use.collation.charset)).")
    }
  }

  /// Collations of `charset` that every target has, for messages.
  private static func commonCollations(of charset: String) -> String {
    ["unicode_ci", "bin"].map { "\(charset)_\($0)" }
      .filter { CollationNames.targets(having: Collation($0)).count == Target.allCases.count }
      .joined(separator: " and ")
  }
}
