import Foundation
import MySQL
import Testing

@Suite("The reference page of the rules")
struct RulesReferenceTests {
  @Test("is the file Documentation/rules.md")
  func isCurrent() throws {
    let file = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Documentation/rules.md")
    let written = try? String(contentsOf: file, encoding: .utf8)
    let page = rulesReference()
    guard written != page else { return }
    guard ProcessInfo.processInfo.environment["JOINERY_RECORD"] == "1" else {
      #expect(written == page, "run with JOINERY_RECORD=1 to write the page anew")
      return
    }
    try page.write(to: file, atomically: true, encoding: .utf8)
    Issue.record("Documentation/rules.md was written anew")
  }

  @Test("explains a rule on a terminal, in any letter case")
  func explainsRule() {
    #expect(
      explanation(ofRule: "my-set-member-comma") == """
        MY-SET-MEMBER-COMMA (error)
        A member of a SET holds no comma.

        The server writes the members of a value with commas between them.

        MySQL: 1367
        MariaDB: 1367
        Targets: mysql-8.0, mysql-8.4, mysql-9, mariadb-10.11, mariadb-11

        Refused:

          Pupil:
            columns: { likes: "set('art, music', sports)" }

        Mended:

          Pupil:
            columns: { likes: "set('art and music', sports)" }

        """)
  }

  @Test("explains what is found before the rules")
  func explainsEarlierFinding() {
    #expect(
      explanation(ofRule: "GRAPH-SET-NULL-ON-REQUIRED") == """
        GRAPH-SET-NULL-ON-REQUIRED (error)
        ON DELETE SET NULL stands on a nullable column.

        MySQL: 1830
        MariaDB: 1005
        Found while the schema is read, for every target.

        """)
    #expect(explanation(ofRule: "MY-NOTHING") == nil)
  }
}
