import AssociationGraph
import TestSupport
import Testing

/// The three tutorial schemas answer on every server what Sequelize answered.
@Suite struct TutorialTests {
  private func compile(_ answer: TutorialAnswer, for server: TestServer) throws -> (AssociationGraph, FileTree) {
    let path = "schemas/tutorial/\(answer.schema).yaml"
    let compilation = Compilation(try ProjectSchema(path: path).text(), path: path, target: server.target)
    return (try #require(compilation.graph, "\(compilation.diagnostics)"), compilation.outputs)
  }

  private func rows(_ answer: TutorialAnswer, on server: TestServer) throws -> [[[ResultRow]]] {
    let (graph, files) = try compile(answer, for: server)
    return try QueryRows(graph, files, QueryBindings(answer.bindings), on: server).rows
  }

  @Test(arguments: TutorialAnswer.all, TestServer.notSkipped)
  func joinedRows(of answer: TutorialAnswer, on server: TestServer) throws {
    let query = try #require(try rows(answer, on: server).first?.first)
    let actual = try query.map { row in try answer.columns.map { try row.value(of: $0).text ?? "NULL" } }
    #expect(
      actual.sorted { $0.lexicographicallyPrecedes($1) } == answer.rows.sorted { $0.lexicographicallyPrecedes($1) })
  }

  @Test(arguments: TutorialAnswer.all)
  func nestedResult(of answer: TutorialAnswer) throws {
    let servers = TestServer.notSkipped
    guard let first = servers.first else { return }
    let (graph, files) = try compile(answer, for: first)
    let program = try NestingProgram(
      graph, files, omitting: ["createdAt", "updatedAt", "Student.studentID"], sortsArrays: true)
    try program.run(on: servers) {
      try rows(answer, on: $0)
    } _: { server, query, lines in
      #expect(lines.split(separator: "\n").map(String.init).sorted() == answer.nested.sorted(), "\(server)")
    }
  }
}
