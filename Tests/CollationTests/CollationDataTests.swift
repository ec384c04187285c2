import Foundation
import TestSupport
import Testing

/// The tables of `CollationData`, which come from the servers. They do not change from one release to the next, so that
/// they are read anew in long runs alone, and where `JOINERY_RECORD` asks for them.
@Suite(.enabled(if: Recording.isOn || TestRun.isLong)) struct CollationDataTests {
  @Test(.needs(.mysql), .needs(.mariadb)) func dataIsThatOfTheServers() throws {
    let file = Repository.root.appending(path: "Sources/AssociationGraph/Collations/CollationData.swift")
    let source = try TestServer.mysql.withDatabase { mysql in
      try TestServer.mariadb.withDatabase { mariadb in try self.source(mysql, mariadb) }
    }
    let isCurrent = try String(contentsOf: file, encoding: .utf8) == source
    if Recording.isOn, !isCurrent { try source.write(to: file, atomically: true, encoding: .utf8) }
    #expect(isCurrent)
  }

  private func source(_ mysql: TestDatabase, _ mariadb: TestDatabase) throws -> String {
    func forms(_ collation: String, _ database: TestDatabase) throws -> CanonicalForms {
      CanonicalForms(try ServerWeights(of: collation, charset: "utf8mb4", width: 4, on: database))
    }
    var root = try forms("utf8mb4_0900_ai_ci", mysql)
    root.leaveOutHangul()
    let general = try forms("utf8mb4_general_ci", mysql)
    let unicode400 = try forms("utf8mb4_unicode_ci", mysql)
    let unicode520 = try forms("utf8mb4_unicode_520_ci", mysql)
    let weights1400 = try ServerWeights(of: "utf8mb4_uca1400_ai_ci", charset: "utf8mb4", width: 4, on: mariadb)
    let unicode1400 = CanonicalForms(weights1400, contractions: try weights1400.contractions(on: mariadb))
    for forms in [root, general, unicode400, unicode520, unicode1400] { #expect(forms.isComplete) }
    // Both servers have the older ones, and the same.
    for (collation, expected) in [
      ("utf8mb4_general_ci", general), ("utf8mb4_unicode_ci", unicode400), ("utf8mb4_unicode_520_ci", unicode520),
    ] {
      #expect(try forms(collation, mariadb).replacements == expected.replacements)
    }
    // Those runs go on with Hangul syllables that stand for themselves.
    func layer(_ forms: CanonicalForms) -> String {
      var different = forms.replacements(unlike: root)
      for syllable in UInt32(0xAC00)...0xD7A3 { different[syllable] = forms.replacements[syllable] ?? [syllable] }
      return RecordedData.runs(different)
    }
    return """
      // Made by CollationDataTests from the servers' WEIGHT_STRING; JOINERY_RECORD=1 makes it anew. Do not edit.

      /// The replacements of `CollationTable`, in its notation.
      enum CollationData {
        /// Of utf8mb4_0900_ai_ci.
        static let unicode900 = \(literal(RecordedData.runs(root.replacements)))
        /// Of utf8mb4_uca1400_ai_ci, where they differ from ``unicode900``.
        static let unicode1400 = \(literal(layer(unicode1400)))
        /// The characters that utf8mb4_uca1400_ai_ci compares as one.
        static let contractions1400 = \(literal(RecordedData.contractions(unicode1400.contractions)))
        /// Of utf8mb4_unicode_520_ci, where they differ from ``unicode900``.
        static let unicode520 = \(literal(layer(unicode520)))
        /// Of utf8mb4_unicode_ci, where they differ from ``unicode900``.
        static let unicode400 = \(literal(layer(unicode400)))
        /// Of utf8mb4_general_ci and utf8mb3_general_ci.
        static let general = \(literal(RecordedData.runs(general.replacements)))
        /// Of the collations of character sets of single bytes.
        static let singleBytes: [(collation: String, runs: String)] = [
      \(try singleBytes(mysql, mariadb))
        ]
      }

      """
  }

  /// The lines of the collations of single bytes that compare byte by byte; the Czech and Thai ones do not.
  private func singleBytes(_ mysql: TestDatabase, _ mariadb: TestDatabase) throws -> String {
    let collations = try mysql.query(
      """
      SELECT collation_name, character_set_name FROM information_schema.collations
      JOIN information_schema.character_sets USING (character_set_name)
      WHERE maxlen = 1 AND collation_name NOT LIKE '%bin%' AND collation_name NOT LIKE '%czech%'
        AND collation_name NOT LIKE '%thai%'
      ORDER BY collation_name
      """)
    return try collations.map { row in
      let (collation, charset) = (row.values[0].text ?? "", row.values[1].text ?? "")
      let forms = try [mysql, mariadb].map {
        CanonicalForms(try ServerWeights(of: collation, charset: charset, width: 2, planes: 1, on: $0))
      }
      #expect(forms[0].isComplete)
      #expect(forms[0].replacements == forms[1].replacements, "\(collation)")
      let runs = literal(RecordedData.runs(forms[0].replacements), indentation: 6)
      return runs.contains("\n")
        ? "    (\n      \"\(collation)\",\n      \(runs)\n    )," : "    (\"\(collation)\", \(runs)),"
    }.joined(separator: "\n")
  }

  /// `text` as a literal of lines that fit the page, whose last lines are indented by `indentation`.
  private func literal(_ text: String, indentation: Int = 4) -> String {
    let width = 112
    guard text.utf8.count > 60 else { return "#\"\(text)\"#" }
    let space = String(repeating: " ", count: indentation)
    var lines: [String] = []
    var rest = Substring(text)
    while !rest.isEmpty {
      lines.append(space + rest.prefix(width))
      rest = rest.dropFirst(width)
    }
    return "#\"\"\"\n" + lines.joined(separator: "\n") + "\n\(space)\"\"\"#"
  }
}
