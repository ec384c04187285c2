internal import AssociationGraph
internal import Diagnostics

// ENUM and SET: Reference Manual, "The ENUM Type", "The SET Type".
extension ServerRules {
  static let enumerations: [ServerRule] = [
    ServerRule(
      "MY-MEMBERS-EQUAL", "The members of an ENUM or SET differ under the column's collation",
      explanation: """
        A collation that ends with `_ci` does not tell upper case from lower case, most of those that do not name a \
        language no accents either.
        """,
      example: """
        Pupil:
          columns: { mark: "enum(a, A)" }
        """,
      mend: """
        Pupil:
          columns: { mark: { type: "enum(a, A)", collation: utf8mb4_bin } }
        """,
      mysql: .refuses([1291]), mariadb: .refuses([1291]), check: .column(checkEqualMembers)),
    ServerRule(
      "MY-MEMBER-TRAILING-SPACE", "A member of an ENUM or SET does not end with a space",
      explanation: "The server cuts the space off.",
      example: """
        Pupil:
          columns: { mark: "enum('good ', bad)" }
        """,
      mend: """
        Pupil:
          columns: { mark: "enum(good, bad)" }
        """,
      mysql: .changesSilently, mariadb: .changesSilently, check: .column(checkMemberSpaces)),
    ServerRule(
      "MY-MEMBER-CHARACTER",
      "A member of an ENUM or SET has only characters of its column's character set up to U+FFFF",
      explanation: "The servers put `?` in the place of any other.",
      example: """
        Pupil:
          columns: { mark: { type: "enum(好, b)", charset: latin1 } }
        """,
      mend: """
        Pupil:
          columns: { mark: "enum(好, b)" }
        """,
      mysql: .changesSilently, mariadb: .changesSilently, check: .column(checkMemberCharacters)),
    ServerRule(
      "MY-MEMBER-LENGTH", "A member of an ENUM or SET has at most 255 characters",
      explanation: "On MySQL; MariaDB takes longer ones.",
      example: """
        Pupil:
          columns: { mark: "enum(over 255 characters …)" }
        """,
      mend: """
        Pupil:
          columns: { mark: "enum(a few characters)" }
        """,
      mysql: .refuses([3505]), mariadb: .accepts, check: .column(checkMemberLength)),
    ServerRule(
      "MY-SET-MEMBER-COMMA", "A member of a SET holds no comma",
      explanation: "The server writes the members of a value with commas between them.",
      example: """
        Pupil:
          columns: { likes: "set('art, music', sports)" }
        """,
      mend: """
        Pupil:
          columns: { likes: "set('art and music', sports)" }
        """,
      mysql: .refuses([1367]), mariadb: .refuses([1367]), check: .column(checkMemberCommas)),
    ServerRule(
      "MY-SET-MEMBER-COUNT", "A SET has at most 64 members",
      explanation: "Each member is a bit of a number. More of them are the rows of a table.",
      example: """
        Pupil:
          columns: { likes: "set(m1, … and 64 more of them)" }
        """,
      mend: """
        Pupil:
          columns: { likes: "set(m1, … and 63 more of them)" }
        """,
      mysql: .refuses([1097]), mariadb: .refuses([1097]), check: .column(checkMemberCount)),
    ServerRule(
      "MY-ENUM-MEMBER-COUNT", "An ENUM has at most 65535 members",
      explanation: "It is kept as a number of two bytes. MariaDB has room for fewer: see MY-DEFINITION-SIZE.",
      example: """
        Pupil:
          columns: { mark: "enum(m1, … and 65535 more of them)" }
        """,
      mend: """
        Pupil:
          columns: { mark: "enum(m1, … and 65534 more of them)" }
        """,
      mysql: .refuses([3504]), mariadb: .accepts, check: .column(checkEnumMemberCount)),
  ]

  private static func members(of column: Column, in table: CheckedTable) -> Enumeration? {
    switch column.type {
    case .enumeration(let id), .set(let id): table.graph[id]
    default: nil
    }
  }

  @Sendable private static func checkEqualMembers(_ column: Column, _ table: CheckedTable, _ findings: inout Findings) {
    guard let enumeration = members(of: column, in: table) else { return }
    let collation = column.collation ?? table.model.options.collation
    let comparison = TextComparison(collation)
    var seen: [[UInt8]: String] = [:]
    for member in enumeration.members {
      // The server cuts spaces off before it compares.
      let trimmed = member.utf8.last == UInt8(ascii: " ") ? trimmed(member) : member
      guard let first = seen.updateValue(member, forKey: comparison.key(of: trimmed).certain) else { continue }
      findings.report(
        at: column.declaredAt,
        "Members '\(first)' and '\(member)' of column '\(column.name)' are equal under \(collation.name)",
        "Take one of the two out, or write collation: \(collation.charset)_bin in the column.")
    }
  }

  private static func trimmed(_ member: String) -> String {
    var bytes = Array(member.utf8)
    while bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Sendable private static func checkMemberSpaces(_ column: Column, _ table: CheckedTable, _ findings: inout Findings) {
    guard let enumeration = members(of: column, in: table) else { return }
    for member in enumeration.members where member.utf8.last == UInt8(ascii: " ") {
      findings.report(
        at: column.declaredAt, "Member '\(member)' of column '\(column.name)' ends with a space", "Take the space away."
      )
    }
  }

  @Sendable private static func checkMemberCharacters(
    _ column: Column, _ table: CheckedTable, _ findings: inout Findings
  ) {
    guard let enumeration = members(of: column, in: table), let collation = column.collation else { return }
    for member in enumeration.members {
      let missing =
        CharacterRepertoire.firstMissing(in: collation.charset, from: member)
        ?? CharacterRepertoire.firstMissing(in: "utf8mb3", from: member)
      guard let missing else { continue }
      findings.report(
        at: column.declaredAt,
        "Member '\(member)' of column '\(column.name)' holds '\(missing)', which "
          + (missing.value > 0xFFFF ? "the server cannot keep in a member" : "\(collation.charset) does not have"),
        "Write another member, or give the column the character set utf8mb4.")
    }
  }

  @Sendable private static func checkMemberLength(_ column: Column, _ table: CheckedTable, _ findings: inout Findings) {
    guard let enumeration = members(of: column, in: table) else { return }
    for member in enumeration.members where member.utf8.count > 255 {
      let count = member.unicodeScalars.count
      guard count > 255 else { continue }
      findings.report(
        at: column.declaredAt,
        "A member has at most 255 characters, and '\(member.prefix(20))…' of column '\(column.name)' has \(count)",
        "Write a shorter one.")
    }
  }

  @Sendable private static func checkMemberCommas(_ column: Column, _ table: CheckedTable, _ findings: inout Findings) {
    guard case .set(let id) = column.type else { return }
    for member in table.graph[id].members where member.utf8.contains(UInt8(ascii: ",")) {
      findings.report(
        at: column.declaredAt, "Member '\(member)' of column '\(column.name)' holds a comma",
        "The members of a SET hold none; those of an ENUM may.")
    }
  }

  @Sendable private static func checkMemberCount(_ column: Column, _ table: CheckedTable, _ findings: inout Findings) {
    guard case .set(let id) = column.type else { return }
    let count = table.graph[id].members.count
    guard count > 64 else { return }
    findings.report(
      at: column.declaredAt, "A SET has at most 64 members, and column '\(column.name)' has \(count)",
      "Write a model of them, and a belongsToMany.")
  }

  @Sendable private static func checkEnumMemberCount(
    _ column: Column, _ table: CheckedTable, _ findings: inout Findings
  ) {
    guard case .enumeration(let id) = column.type else { return }
    let count = table.graph[id].members.count
    guard count > 65_535 else { return }
    findings.report(
      at: column.declaredAt, "An ENUM has at most 65535 members, and column '\(column.name)' has \(count)",
      "Write a model of them, and a belongsTo.")
  }
}
