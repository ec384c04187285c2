import AssociationGraph
import SchemaLanguage
import TestSupport
import Testing

/// The verdicts of `TextComparison` beside the servers' own.
@Suite struct TextComparisonTests {
  /// The collations that are decided for every pair of texts: the defaults of all targets and character sets among them.
  private static let decided: Set<String> = Set(
    ["utf8mb4", "utf8mb3"].flatMap { charset in
      [
        "general_ci", "general_nopad_ci", "unicode_ci", "unicode_nopad_ci", "unicode_520_ci", "unicode_520_nopad_ci",
        "0900_ai_ci", "0900_bin", "bin", "nopad_bin", "uca1400_ai_ci", "uca1400_nopad_ai_ci",
      ].map { "\(charset)_\($0)" }
    } + [
      "ascii_bin", "ascii_general_ci", "cp1250_general_ci", "cp1251_general_ci", "greek_general_ci",
      "hebrew_general_ci",
      "koi8r_general_ci", "koi8u_general_ci", "latin1_bin", "latin1_general_ci", "latin1_german2_ci",
      "latin1_swedish_ci", "latin1_swedish_nopad_ci", "latin2_croatian_ci", "latin2_general_ci", "latin2_hungarian_ci",
      "latin5_turkish_ci", "latin7_general_ci", "macce_general_ci", "swe7_swedish_ci",
    ])

  @Test(arguments: TestServer.notSkipped) func verdictsAreTheServers(on server: TestServer) throws {
    var texts = NearTexts(SeededGenerator(state: 42))
    let pairs = (0..<TestRun.cases(2000)).map { _ in texts.pair() }
    try server.withDatabase { database in
      try insert(pairs, into: database)
      for (collation, charset) in try collations(of: database) {
        let comparison = TextComparison(Collation(collation))
        let isDecided = Self.decided.contains(collation)
        // Those of one language are many.
        let count = isDecided ? pairs.count : pairs.count / 4
        let rows = try database.query(
          """
          SELECT id, CONVERT(first USING \(charset)) COLLATE \(collation) = CONVERT(second USING \(charset)) COLLATE \(collation)
          FROM pairs WHERE id < \(count)
            AND HEX(CONVERT(CONVERT(first USING \(charset)) USING utf8mb4)) = HEX(first)
            AND HEX(CONVERT(CONVERT(second USING \(charset)) USING utf8mb4)) = HEX(second)
          """)
        for row in rows {
          let pair = pairs[row.values[0].text.flatMap { Int($0) } ?? 0]
          let verdict = comparison.areEqual(pair.0, pair.1)
          if verdict == nil, !isDecided { continue }
          let isEqual = row.values[1] == "1"
          #expect(verdict == isEqual, "\(collation): \(codes(pair.0)) and \(codes(pair.1))")
        }
      }
    }
  }

  /// How often nothing can be said about two texts is what people would bear.
  @Test func mostPairsAreDecided() {
    var texts = NearTexts(SeededGenerator(state: 7))
    let pairs = (0..<2000).map { _ in texts.pair() }
    func undecided(_ collation: String) -> Int {
      let comparison = TextComparison(Collation(collation))
      return pairs.count { comparison.areEqual($0.0, $0.1) == nil }
    }
    for collation in Self.decided { #expect(undecided(collation) == 0, "\(collation)") }
  }

  @Test(arguments: Target.allCases) func defaultsOfATargetAreDecided(_ target: Target) {
    let charsets = CharacterSets(target: target)
    let singleBytes = charsets.names.compactMap { charsets.defaultCollation(of: $0)?.name }.filter { name in
      !["big5", "cp932", "eucjpms", "euckr", "gb18030", "gb2312", "gbk", "sjis", "tis620", "ujis"].contains {
        name.hasPrefix($0)
      }
    }
    for name in [charsets.standard.name] + singleBytes {
      #expect(TextComparison(Collation(name)).areEqual("Straße", "Strasse") != nil, "\(name)")
    }
  }

  @Test func spacesAtTheEnd() {
    #expect(TextComparison(Collation("utf8mb4_general_ci")).areEqual("Bob ", "bob") == true)
    #expect(TextComparison(Collation("utf8mb4_0900_ai_ci")).areEqual("Bob ", "bob") == false)
    #expect(TextComparison(Collation("utf8mb4_bin")).areEqual("bob ", "bob") == true)
    #expect(TextComparison(Collation("utf8mb4_0900_bin")).areEqual("bob ", "bob") == false)
  }

  @Test func whatIsNotKnownIsSaid() {
    #expect(TextComparison(Collation("utf8mb4_swedish_ci")).areEqual("Åsa", "Asa") == nil)
    #expect(TextComparison(Collation("utf8mb4_swedish_ci")).areEqual("Åsa", "Oosa") == nil)
    #expect(TextComparison(Collation("utf8mb4_swedish_ci")).areEqual("Åsa", "Bengt") == false)
    #expect(TextComparison(Collation("utf8mb4_swedish_ci")).areEqual("Bengt", "bengt") == true)
    #expect(TextComparison(Collation("utf8mb4_0900_as_ci")).areEqual("Bób", "Bob") == nil)
    #expect(TextComparison(Collation("utf8mb4_0900_as_cs")).areEqual("Bob", "bob") == false)
  }

  private func insert(_ pairs: [(String, String)], into database: TestDatabase) throws {
    let text = "VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin"
    _ = try database.query("CREATE TABLE pairs (id INT PRIMARY KEY, first \(text), second \(text))")
    for start in stride(from: 0, to: pairs.count, by: 1000) {
      let rows = pairs[start..<min(start + 1000, pairs.count)].enumerated().map { number, pair in
        "(\(start + number), CONVERT(X'\(hexadecimal(pair.0))' USING utf8mb4), CONVERT(X'\(hexadecimal(pair.1))' USING utf8mb4))"
      }
      _ = try database.query("INSERT INTO pairs VALUES " + rows.joined(separator: ",\n"))
    }
  }

  /// The collations of all character sets but those that no table of a YAML schema has, each with its set.
  private func collations(of database: TestDatabase) throws -> [(String, String)] {
    let pairs = try database.query("SHOW COLLATION").compactMap { row -> (String, String)? in
      guard let name = row.values[0].text else { return nil }
      // MariaDB lists the newer ones without their character set.
      guard let charset = row.values[1].text, !charset.isEmpty, charset != "NULL" else {
        return ("utf8mb4_\(name)", "utf8mb4")
      }
      return (name, charset)
    }
    return pairs.filter { !["binary", "ucs2", "utf16", "utf16le", "utf32"].contains($0.1) }
  }

  private func hexadecimal(_ text: String) -> String {
    text.utf8.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  private func codes(_ text: String) -> String {
    text.unicodeScalars.map { "U+" + String($0.value, radix: 16, uppercase: true) }.joined(separator: " ")
  }
}
