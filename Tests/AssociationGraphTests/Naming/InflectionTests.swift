import Foundation
import Testing

@testable import AssociationGraph

/// Rows of a table in the test target: fields between tabs, lines that begin with `#` left out.
private func rows(of table: String) throws -> [[String]] {
  let url = try #require(Bundle.module.url(forResource: table, withExtension: "tsv"))
  return try String(contentsOf: url, encoding: .utf8).split(separator: "\n").filter { !$0.hasPrefix("#") }
    .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
}

/// What inflection makes of one word.
private struct Inflected: Equatable, CustomStringConvertible {
  var word: String
  var plural: String
  var singular: String
  var description: String { "\(word): \(plural), \(singular)" }

  init(_ word: String, plural: String, singular: String) {
    (self.word, self.plural, self.singular) = (word, plural, singular)
  }

  init(made word: String) {
    self.init(word, plural: Inflection.plural(of: word), singular: Inflection.singular(of: word))
  }
}

@Suite struct InflectionTests {
  /// The words of Sequelize 6.37.8 (inflection 1.13.4): as recorded, but for those marked as defects.
  @Test func recordedWords() throws {
    let expected = try rows(of: "RecordedInflections").map { row -> Inflected in
      let isDefect = row.count == 6 && row[5] == "defect"
      try #require(isDefect || row.count == 3, "\(row)")
      let plural = isDefect && !row[3].isEmpty ? row[3] : row[1]
      let singular = isDefect && !row[4].isEmpty ? row[4] : row[2]
      #expect(isDefect == ((plural, singular) != (row[1], row[2])), "\(row)")
      return Inflected(row[0], plural: plural, singular: singular)
    }
    #expect(expected.count == 516)
    #expect(zip(expected, expected.map { Inflected(made: $0.word) }).filter { $0 != $1 }.map(\.1) == [])
  }

  @Test func databaseNouns() throws {
    let expected = try rows(of: "DatabaseNouns").flatMap { row -> [Inflected] in
      try #require(row.count == 2, "\(row)")
      return row.map { Inflected($0, plural: row[1], singular: row[0]) }
    }
    #expect(expected.count > 600)
    #expect(zip(expected, expected.map { Inflected(made: $0.word) }).filter { $0 != $1 }.map(\.1) == [])
  }

  /// Singular of plural, plural of plural and the rest, for all words and for made-up ones with every ending.
  @Test func formsAreStable() throws {
    var words = try rows(of: "RecordedInflections").map { $0[0] }
    words += try rows(of: "DatabaseNouns").flatMap { $0 }
    let letters = (UInt8(ascii: "a")...UInt8(ascii: "z")).map { String(UnicodeScalar($0)) }
    for first in letters {
      for second in letters {
        for third in letters { words.append("blo" + first + second + third) }
      }
    }
    // No table can know every such noun: what ends in -us, -sis or -itis counts as a singular.
    words.removeAll { $0.hasPrefix("blo") && ($0.hasSuffix("u") || $0.hasSuffix("si") || $0.hasSuffix("iti")) }
    var failures: [String] = []
    for word in words {
      let plural = Inflection.plural(of: word)
      let singular = Inflection.singular(of: word)
      if Inflection.plural(of: plural) != plural { failures.append("plural of plural of \(word)") }
      if Inflection.singular(of: singular) != singular { failures.append("singular of singular of \(word)") }
    }
    #expect(failures == [])
  }

  @Test func singularOfPluralIsSingular() throws {
    var words = try rows(of: "RecordedInflections").map { $0[0] }
    words += try rows(of: "DatabaseNouns").map { $0[0] }
    #expect(words.filter { Inflection.singular(of: Inflection.plural(of: $0)) != Inflection.singular(of: $0) } == [])
  }

  @Test(arguments: [
    ("appendices", "appendix"), ("indexes", "index"), ("schemata", "schema"), ("volcanoes", "volcano"),
    ("formulae", "formula"),
    ("cactuses", "cactus"), ("scarfs", "scarf"), ("bureaux", "bureau"), ("zeroes", "zero"), ("persons", "person"),
    ("oses", "os"), ("URLS", "URL"), ("DNSs", "DNS"), ("datas", "datum"),
  ])
  func secondPluralsAreUnderstood(plural: String, singular: String) {
    #expect(Inflection.singular(of: plural) == singular)
    #expect(Inflection.plural(of: plural) == plural)
  }

  @Test(arguments: [
    ("", "", ""), ("_", "_", "_"), ("$", "$", "$"), ("user_", "users_", "user_"), ("_user", "_users", "_user"),
    ("Items (old)", "Items (olds)", "Items (old)"), ("é", "és", "é"), ("ÉCOLE", "ÉCOLES", "ÉCOLE"), ("7", "7s", "7"),
    ("LINE2", "LINE2s", "LINE2"), ("Straße", "Straßes", "Straße"), ("in_law", "in_laws", "in_law"),
    ("userID_", "userIDs_", "userID_"), ("userIDs", "userIDs", "userID"),
  ])
  func unusualNames(name: String, plural: String, singular: String) {
    #expect(Inflected(made: name) == Inflected(name, plural: plural, singular: singular))
  }

  /// A name of a mebibyte takes time in proportion to its length: one of many words, and those of one word whose
  /// endings are looked up.
  @Test(
    .timeLimit(.minutes(10)),
    arguments: [("Item", "Items"), ("ses", "ses"), ("epoch", "epochs"), ("woman", "women"), ("_", "_")])
  func longNames(part: String, plural: String) {
    let start = String(repeating: part, count: (1 << 20) / part.utf8.count)
    #expect(Inflection.plural(of: start + part) == start + plural)
  }
}
