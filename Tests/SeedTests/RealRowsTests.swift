import Diagnostics
import Foundation
import Generation
import TestSupport
import Testing

/// The rows of two real databases load on both servers with all checks on, and come back as they were.
@Suite struct RealRowsTests {
  /// Each store of Sakila names its manager and each of the staff a store, both required: no order of INSERTs satisfies
  /// that, so that its own script switches the checks off.
  private static let managers = (
    "manager_staff_id: tinyint unsigned\n", "manager_staff_id: tinyint unsigned?\n"
  )

  private static let labelled = ["store": "store_id", "staff": "staff_id"]

  @Test(arguments: ["sakila", "chinook"], TestServer.notSkipped)
  func rowsComeBack(_ name: String, from server: TestServer) throws {
    let rows = try RealRows(name)
    let isSakila = name == "sakila"
    try withProject(rows, server, isSakila ? [Self.managers] : [], isSakila ? Self.labelled : [:]) {
      outcome, folder in
      try #require(outcome.diagnostics.filter { $0.severity == .error }.map(\.summary) == [])
      let sql = folder.appending(path: "generated/\(name)/sql")
      try server.withDatabase(timeZone: "+00:00") { database in
        try database.run(String(contentsOf: sql.appending(path: "schema.sql"), encoding: .utf8))
        try database.run(String(contentsOf: sql.appending(path: "seeds.sql"), encoding: .utf8))
        for (table, content) in rows.tables {
          let found = try database.query(
            "SELECT \(content.columns.map { "`\($0)`" }.joined(separator: ", ")) FROM `\(table)`")
          let shown = found.map { $0.values.map(Self.shown) }
          #expect(Self.sorted(shown) == Self.sorted(content.rows), "\(table)")
        }
      }
    }
  }

  @Test func requiredCircleIsAnError() throws {
    try withProject(
      RealRows("sakila"), .mysql, [], Self.labelled, only: ["store", "staff", "address", "city", "country"]
    ) { outcome, _ in
      #expect(
        outcome.diagnostics.filter { $0.severity == .error }.map(\.identifier.rawValue) == [
          "SEED-CIRCLE", "SEED-CIRCLE",
        ])
    }
  }

  private func withProject(
    _ rows: RealRows, _ server: TestServer, _ changes: [(String, String)], _ labelled: [String: String],
    only: Set<String>? = nil,
    _ body: (Generator.Outcome, URL) throws -> Void
  ) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "joinery-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try rows.write(to: folder, for: server, changing: changes, labelled: labelled, only: only)
    var outcome = Generator.Outcome()
    try Generator().generate(Generator.Request(folder: folder.path), into: &outcome)
    try body(outcome, folder)
  }

  /// A value as the files have it: what is no text in hexadecimal digits.
  private static func shown(_ value: ResultValue) -> String? {
    guard case .bytes(let bytes) = value else { return nil }
    if let text = value.text,
      !text.unicodeScalars.contains(where: { $0.value < 0x20 && $0 != "\n" && $0 != "\r" && $0 != "\t" })
    {
      return text
    }
    return "0x" + bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  private static func sorted(_ rows: [[String?]]) -> [[String?]] {
    rows.map { (key: $0.map { $0 ?? "\\N" }.joined(separator: "\u{1}"), row: $0) }.sorted { $0.key < $1.key }.map(\.row)
  }
}
