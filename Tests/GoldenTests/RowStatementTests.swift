import AssociationGraph
import Foundation
import MySQL
import SchemaLanguage
import TestSupport
import Testing

/// The statements for single rows run on real servers, and the Swift functions give them without what is left to the server.
@Suite struct RowStatementTests {
  private let golden: GoldenCase

  init() throws { golden = try GoldenCase.named("row_statements") }

  @Test(arguments: TestServer.notSkipped)
  func everyStatementRuns(on server: TestServer) throws {
    let (graph, files) = try ServerCase(golden: golden, server: server).compile()
    let emitter = MySQLEmitter(graph: graph)
    let bindings = QueryBindings("")
    try server.withDatabase(for: graph) { database in
      try database.run(files.text(of: "sql/schema.sql"))
      for (position, model) in graph.models.enumerated() {
        for statement in emitter.rowStatements(ID(position)) {
          let values = statement.placeholders.map { bindings.standardValue(of: model.columns[$0].type, graph) }
          let rows = try database.query(prepared: statement.text, bindings: values)
          guard statement.statement == .find else { continue }
          // What was inserted is there, unless it was marked as deleted or deleted.
          #expect(rows.count == (model.deletionColumn == nil ? 1 : 0), "\(statement.text)")
          for row in rows { #expect(row.columns == model.columns.map(\.name), "\(statement.text)") }
        }
      }
    }
  }

  @Test func functionsLeaveOutWhatIsNil() throws {
    var sources = Compilation(golden).outputs.swift
    sources.files["main.swift"] = Array(
      """
      func show(_ sql: String, _ bindings: [any Encodable & Sendable]) {
        print(sql)
        print(bindings.map { "\\($0)" }.joined(separator: " | "))
      }

      func show(_ command: RowStatements.Command) { show(command.sql, command.bindings) }

      show(Person.insert(Person.New(email: "a@b.c", name: "Ada")))
      show(Person.insert(Person.New(id: 5, email: "a@b.c", name: "Ada", score: 1, bossID: 4)))
      show(Person.upsert(Person.New(email: "a@b.c", name: "Ada", score: 2)))
      show(Pair.upsert(Pair.New(a: 1, b: 2)))
      show(Seat.update(Seat(row: "A", number: 1, note: nil)))
      show(Seat.delete(row: "A", number: 1))
      let statement = Person.find(email: "a@b.c")
      show("\\(statement.row)", statement.bindings)

      """.utf8)
    let output = try SwiftModule(sources).withProgram { try $0.run(with: FileTree()) }
    #expect(
      output == """
        INSERT INTO `people` (`email`, `name`)
        VALUES (?, ?)
        a@b.c | Ada
        INSERT INTO `people` (`id`, `email`, `name`, `score`, `bossId`)
        VALUES (?, ?, ?, ?, ?)
        5 | a@b.c | Ada | 1 | 4
        INSERT INTO `people` (`email`, `name`, `score`)
        VALUES (?, ?, ?) AS `new`
        ON DUPLICATE KEY UPDATE `email` = `new`.`email`, `name` = `new`.`name`, `score` = `new`.`score`
        a@b.c | Ada | 2
        INSERT INTO `pairs` (`a`, `b`)
        VALUES (?, ?) AS `new`
        ON DUPLICATE KEY UPDATE `a` = `pairs`.`a`
        1 | 2
        UPDATE `seats`
        SET `note` = ?
        WHERE `row` = ? AND `number` = ?
        nil | A | 1
        DELETE FROM `seats`
        WHERE `row` = ? AND `number` = ?
        A | 1
        Person
        a@b.c

        """)
  }
}
