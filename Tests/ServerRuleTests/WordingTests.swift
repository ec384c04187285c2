import Diagnostics
import MySQL
import SchemaLanguage
import Testing

/// What findings say, where they say more than a name: arithmetic, near misses, second places.
@Suite("The finding of a rule")
struct WordingTests {
  private func finding(_ models: String) throws -> Diagnostic {
    let findings = RuleSchema(models: models, target: .mysql9).findings
    try #require(findings.count == 1)
    return findings[0]
  }

  @Test("shows the sum of a row")
  func showsRow() throws {
    let finding = try finding("Page:\n  columns: { summary: varchar(9000), body: varchar(9000), note: text? }")
    #expect(finding.summary == "A row has at most 65535 bytes, and one of table 'pages' may have 72019")
    #expect(
      finding.explanation
        == "'summary' 36002 + 'body' 36002 + 'note' 10 + 'id' 4 + 1 for NULL in 1 = 72019. "
        + "Shorten the longest columns, or give them the type text or blob.")
  }

  @Test("shows the product of a key")
  func showsKey() throws {
    let finding = try finding("Page:\n  columns: { address: varchar(1000) }\n  indexes: [address]")
    #expect(
      finding.summary
        == "A column of a key has at most 3072 bytes here, and 'address' of 'pages_address_idx' has 4000")
    #expect(
      finding.explanation
        == "In bytes: 'address' 1000 × 4 = 4000. Index a part of the column: { name: address, length: 768 }.")
  }

  @Test("shows the sum of a key of several columns")
  func showsCompositeKey() throws {
    let finding = try finding(
      "Page:\n  columns: { a: varchar(700), b: varchar(68), c: integer }\n  indexes: [{ columns: [a, b, c] }]")
    #expect(finding.summary == "A key has at most 3072 bytes, and 'pages_a_b_c_idx' has 3076")
    #expect(
      finding.explanation == "In bytes: 'a' 700 × 4 = 2800 + 'b' 68 × 4 = 272 + 'c' 4, 3076 in all. "
        + "Index less of the long columns: { name: …, length: … }.")
  }

  @Test("proposes a near column")
  func proposesColumn() throws {
    let finding = try finding("Pupil:\n  columns: { points: integer }\n  checks: { positive: pionts > 0 }")
    #expect(
      finding.summary
        == "Table 'pupils' has no column 'pionts', which check 'positive' names; did you mean 'points'?")
  }

  @Test("shows the foreign key that a check is in conflict with")
  func showsForeignKey() throws {
    let finding = try finding("Grade:\nPupil:\n  belongsTo: [Grade]\n  checks: { first: gradeId > 0 }")
    #expect(finding.summary == "A foreign key changes column 'gradeId', so check 'first' cannot name it")
    #expect(finding.notes.map(\.message) == ["the key is declared here"])
  }

  @Test("names the targets that have a collation")
  func namesTargets() throws {
    let finding = try finding("Page:\n  columns: { title: { type: string, collation: latin1_nopad_bin } }")
    #expect(
      finding.summary
        == "Collation 'latin1_nopad_bin' of column 'title' is none of the target 'mysql-9'")
    #expect(
      finding.explanation == "The targets mariadb-10.11 and mariadb-11 have it. Every target has latin1_bin.")
  }

  @Test("shows what a unique key lacks for the partitions")
  func showsPartitionColumns() throws {
    let finding = try finding(
      "Visit:\n  columns: { day: date, region: int }\n  partition: { range: { columns: [day, region] }, "
        + "parts: { p: [max, max] } }")
    #expect(
      finding.summary == "The primary key of table 'visits' lacks 'day' and 'region', which the partitions look at")
    #expect(finding.explanation == "Write primaryKey: […] with 'day' and 'region' in it.")
    #expect(finding.notes.map(\.message) == ["the partitions are declared here"])
  }

  @Test("counts the tables of utf8mb3 and speaks once")
  func countsTables() throws {
    let finding = try finding(
      "Apple:\n  charset: utf8mb3\n  columns: { a: string }\nBerry:\n  columns: { b: { type: string, charset: utf8mb3 } }"
    )
    #expect(finding.summary == "Table 'apples' keeps text in utf8mb3, which has no emoji, and so does 1 more")
  }
}
