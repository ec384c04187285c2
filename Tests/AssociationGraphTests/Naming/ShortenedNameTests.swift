import Testing

@testable import AssociationGraph

/// Digests from `printf %s <name> | sha256sum`.
@Suite struct ShortenedNameTests {
  @Test(arguments: ["", "students_gradeId_fk", String(repeating: "a", count: 64), String(repeating: "é", count: 64)])
  func fittingNamesStay(name: String) {
    #expect(ShortenedName.fitting(name) == name)
  }

  @Test(arguments: [
    (String(repeating: "a", count: 65), String(repeating: "a", count: 55) + "_635361c4"),
    (String(repeating: "é", count: 60) + "abcde", String(repeating: "é", count: 55) + "_d2d919c5"),
    (String(repeating: "b", count: 64) + "0", String(repeating: "b", count: 55) + "_00e80902"),
    (String(repeating: "b", count: 64) + "4", String(repeating: "b", count: 55) + "_af6ad978"),
  ])
  func longNames(name: String, expected: String) {
    #expect(ShortenedName.fitting(name) == expected)
    #expect(ShortenedName.fitting(name).unicodeScalars.count == 64)
  }

  /// Columns of results are counted in bytes, and no character is cut.
  @Test(arguments: [
    (String(repeating: "a", count: 255), String(repeating: "a", count: 255)),
    (String(repeating: "a", count: 256), String(repeating: "a", count: 246) + "_02d7160d"),
    (String(repeating: "é", count: 128), String(repeating: "é", count: 123) + "_e42dd264"),
    ("a" + String(repeating: "é", count: 128), "a" + String(repeating: "é", count: 122) + "_a4155a9d"),
  ])
  func columnsOfResults(name: String, expected: String) {
    #expect(ShortenedName.fittingResult(name) == expected)
  }

  /// A character is a scalar, not a grapheme: a letter and its mark are two.
  @Test func marksCount() {
    let name = String(repeating: "e\u{301}", count: 33)
    let shortened = ShortenedName.fitting(name)
    #expect(shortened.unicodeScalars.count == 64)
    #expect(Array(shortened.unicodeScalars.prefix(55)) == Array(name.unicodeScalars.prefix(55)))
  }
}
