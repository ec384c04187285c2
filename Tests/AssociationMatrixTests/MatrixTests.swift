import AssociationGraph
import TestSupport
import Testing

/// Every kind of association with every other, on real servers: joined rows and nested values are those that a naive
/// evaluation over the rows in memory gives.
@Suite struct MatrixTests {
  @Test(arguments: MatrixBatch.all)
  func agrees(_ batch: MatrixBatch) throws {
    let servers = TestServer.notSkipped
    let world = World(batch.form)
    let queries = batch.queries(world)
    let schema =
      world.schema(named: "matrix") + "queries:\n" + queries.map { $0.text(world) }.joined()
    let evaluation = Evaluation(world: world)
    let compilations = try servers.map { try MatrixCompilation(schema, for: $0) }
    guard let first = compilations.first else { return }

    let answers = try zip(servers, compilations).map { try $1.answers(of: $0) }
    for (server, answer) in zip(servers, answers) {
      for (query, rows) in zip(queries, answer) {
        let comment: Comment = "\(query.name) on \(server), \(batch.form)\n\(query.text(world))"
        switch rows {
        case .success(let rows): expectRows(rows, of: query, evaluation, comment)
        case .failure(let error): Issue.record(error, comment)
        }
      }
    }
    let nested = try MatrixProgram(first).run(on: answers.map { $0.map { (try? $0.get()) ?? [] } })
    for (server, lines) in zip(servers, nested) {
      for (query, lines) in zip(queries, lines) {
        let expected = evaluation.nestedLines(of: query)
        #expect(lines == expected, "\(query.name) nested on \(server), \(batch.form)\n\(query.text(world))")
      }
    }
  }

  private func expectRows(_ rows: [ResultRow], of query: MatrixQuery, _ evaluation: Evaluation, _ comment: Comment) {
    if let columns = rows.first?.columns { #expect(columns.sorted() == evaluation.columns(of: query), comment) }
    #expect(lines(rows.map(byName)) == lines(evaluation.joinedRows(of: query)), comment)
  }

  private func byName(_ row: ResultRow) -> MemoryRow {
    var columns: MemoryRow = [:]
    for (name, value) in zip(row.columns, row.values) { columns[name] = value.text }
    return columns
  }

  /// The rows as sorted lines, so that how often a row stands there counts, but not where.
  private func lines(_ rows: [MemoryRow]) -> [String] {
    rows.map { row in row.keys.sorted().map { "\($0)=\(row[$0] ?? "")" }.joined(separator: " ") }.sorted()
  }
}
