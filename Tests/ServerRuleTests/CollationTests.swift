import AssociationGraph
import SchemaLanguage
import TestSupport
import Testing

@Suite("The collations that Joinery knows")
struct CollationTests {
  @Test("are those of MySQL", .needs(.mysql))
  func areThoseOfMySQL() throws {
    try TestServer.mysql.withDatabase { database in
      let rows = try database.query("SELECT collation_name FROM information_schema.collations")
      #expect(CollationNames(of: .mysql9).sorted == rows.compactMap { $0.values[0].text }.sorted())
    }
  }

  @Test("are those of MariaDB", .needs(.mariadb))
  func areThoseOfMariaDB() throws {
    try TestServer.mariadb.withDatabase { database in
      let rows = try database.query(
        "SELECT full_collation_name FROM information_schema.collation_character_set_applicability")
      #expect(CollationNames(of: .mariadb1011).sorted == rows.compactMap { $0.values[0].text }.sorted())
    }
  }

  @Test("belong to character sets of the same target, with their defaults among them", arguments: Target.allCases)
  func belongToCharacterSets(target: Target) {
    let names = CollationNames(of: target)
    let charsets = CharacterSets(target: target)
    #expect(Set(names.sorted.map { Collation($0).charset }) == Set(charsets.names))
    for charset in charsets.names {
      #expect(charsets.defaultCollation(of: charset).map(names.contains) == true, "\(charset)")
    }
  }

  @Test("are had by targets")
  func areHad() {
    #expect(CollationNames.targets(having: Collation("utf8mb4_bin")) == Target.allCases)
    #expect(CollationNames.targets(having: Collation("utf8mb4_0900_bin")) == [.mysql80, .mysql84, .mysql9])
    #expect(CollationNames.targets(having: Collation("utf8mb4_uca1400_turkish_ai_cs")) == [.mariadb1011, .mariadb11])
    #expect(CollationNames.targets(having: Collation("utf8mb4_klingon_ci")) == [])
  }
}
