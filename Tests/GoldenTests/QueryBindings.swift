import AssociationGraph
import MySQL
import TestSupport

/// Values for the parameters of a golden's queries.
struct QueryBindings {
  /// By `query.parameter`, SQL expressions; any number for a list.
  private var chosen: [String: [String]] = [:]

  /// The given ones, by `query.parameter`.
  init(_ chosen: [String: [String]]) { self.chosen = chosen }

  /// Those of `bindings.txt` in the folder of `golden`; every other parameter gets a value of its type.
  init(_ golden: GoldenCase) throws { self.init(try golden.text(of: "bindings.txt") ?? "") }

  /// Those of `text`, lines `query.parameter = SQL expression`.
  init(_ text: String) {
    for line in text.split(separator: "\n") {
      guard let separator = line.firstRange(of: " = ") else { continue }
      chosen[String(line[..<separator.lowerBound]), default: []].append(String(line[separator.upperBound...]))
    }
  }

  /// The statement with a `?` for each value, and the values in their order; a batch is given the parents' keys.
  func bind(
    _ statement: QueryStatement, of plan: QueryPlan, in graph: AssociationGraph, keys: [[String]] = []
  ) -> (sql: String, values: [String]) {
    let values = plan.parameters.map { chosen["\(plan.name).\($0.name)"] ?? [standardValue(of: $0.type, graph)] }
    let sql = statement.pieces.map { piece in
      switch piece {
      case .sql(let text): text
      // As the generated Swift has it.
      case .list(let parameter) where values[parameter].isEmpty: "SELECT NULL FROM DUAL WHERE FALSE"
      case .list(let parameter): values[parameter].map { _ in "?" }.joined(separator: ", ")
      case .keys(let columns):
        keys.map { _ in QueryStatement.placeholders(forKeyOf: columns) }.joined(separator: ", ")
      }
    }.joined()
    let bound = statement.placeholders.flatMap { placeholder in
      switch placeholder {
      case .parameter(let position): values[position]
      case .keys: keys.flatMap(\.self)
      }
    }
    return (sql, bound)
  }

  /// The rows of each level of the query at `position`: a batch is asked with the keys that the level above it returned.
  func rows(of position: Int, in graph: AssociationGraph, on database: TestDatabase) throws -> [[ResultRow]] {
    let plan = graph.queries[position]
    var answers: [[ResultRow]] = []
    for (level, statement) in zip(plan.levels, MySQLEmitter(graph: graph).statements(position)) {
      var keys: [[String]] = []
      if let parent = plan.sources[level.root].parent {
        let above = plan.levels.firstIndex { $0.sources.contains(parent) } ?? 0
        let names = plan.keyOfParents(of: level.root, in: graph).map(\.name)
        for row in answers[above] {
          let key = try names.map { try row.value(of: $0) }.compactMap(literal)
          if key.count == names.count, !keys.contains(key) { keys.append(key) }
        }
        if keys.isEmpty {
          answers.append([])
          continue
        }
      }
      let bound = bind(statement, of: plan, in: graph, keys: keys)
      answers.append(try database.query(prepared: bound.sql, bindings: bound.values))
    }
    return answers
  }

  /// A value that was returned, as a literal; `nil` for NULL.
  private func literal(_ value: ResultValue) -> String? {
    guard case .bytes(let bytes) = value else { return nil }
    if let text = value.text, let number = Int64(text), String(number) == text { return text }
    return "X'\(bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined())'"
  }

  /// A value that the type holds.
  func standardValue(of type: ColumnType, _ graph: AssociationGraph) -> String {
    switch type {
    case .integer, .boolean, .bit: "1"
    case .decimal, .float, .double: "1.5"
    case .date: "'2024-01-15'"
    case .time: "'12:00:00'"
    case .datetime, .timestamp: "'2020-01-01 00:00:00'"
    case .year: "2000"
    case .char, .varchar, .text: "'a'"
    case .binary, .varbinary, .blob: "X'61'"
    case .uuid: "'00000000-0000-0000-0000-000000000001'"
    case .json: "'{}'"
    case .enumeration(let id), .set(let id):
      "X'\(graph[id].members[0].utf8.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined())'"
    case .geometry: "ST_GeomFromText('POINT(1 1)')"
    case .vector: "STRING_TO_VECTOR('[1]')"
    }
  }
}
