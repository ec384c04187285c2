import AssociationGraph
import MySQL
import TestSupport

/// Values for the parameters of a golden's queries.
struct QueryBindings {
  /// By `query.parameter`, SQL expressions; several for a list.
  private var chosen: [String: [String]] = [:]

  /// Those of `bindings.txt` in the folder of `golden`; every other parameter gets a value of its type.
  init(_ golden: GoldenCase) throws { self.init(try golden.text(of: "bindings.txt") ?? "") }

  /// Those of `text`, lines `query.parameter = SQL expression`.
  init(_ text: String) {
    for line in text.split(separator: "\n") {
      guard let separator = line.firstRange(of: " = ") else { continue }
      chosen[String(line[..<separator.lowerBound]), default: []].append(String(line[separator.upperBound...]))
    }
  }

  /// The statement with a `?` for each value, and the values in their order.
  func bind(_ statement: QueryStatement, of plan: QueryPlan, in graph: AssociationGraph) -> (
    sql: String, values: [String]
  ) {
    let values = plan.parameters.map { chosen["\(plan.name).\($0.name)"] ?? [standardValue(of: $0.type, graph)] }
    let sql = statement.pieces.map { piece in
      switch piece {
      case .sql(let text): text
      case .list(let parameter): values[parameter].map { _ in "?" }.joined(separator: ", ")
      }
    }.joined()
    return (sql, statement.placeholders.flatMap { values[$0] })
  }

  /// A value that the type holds.
  private func standardValue(of type: ColumnType, _ graph: AssociationGraph) -> String {
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
