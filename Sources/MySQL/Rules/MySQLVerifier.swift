public import AssociationGraph
public import Diagnostics
internal import Parallelism

/// Says what the target's server would refuse or change of a graph's tables, without a server.
///
/// It walks the graph once and asks every rule of ``ServerRules`` that holds for the target; the time grows with the
/// length of the SQL. Several threads look at the tables.
public struct MySQLVerifier: Sendable {
  private let graph: AssociationGraph

  /// Verifies `graph` for its own target.
  public init(graph: AssociationGraph) { self.graph = graph }

  /// The rows that are too large for the server, and the breaches of all rules, but for those whose identifiers are in `without`.
  public func verify(without: Set<String> = []) -> DiagnosticCollector {
    let holding = ServerRules.all.filter {
      $0.targets.contains(graph.target) && !without.contains($0.identifier)
    }
    let rules = RulesByScope(holding)
    let capabilities = Capabilities(of: graph.target)
    var findings = Findings(holding)
    for (rule, check) in rules.ofGraph {
      findings.rule = rule
      check(graph, &findings)
    }
    var diagnostics = findings.diagnostics
    let parts = graph.models.indices.mapInParts(ofSize: Self.partSize) {
      verify($0, rules, capabilities, Findings(holding))
    }
    for part in parts { diagnostics.add(contentsOf: part) }
    PacketSizeCheck(graph).check(&diagnostics)
    return diagnostics
  }

  /// So many tables are looked at by one thread before it takes others.
  private static let partSize = 256

  /// What the rules find in some models, added to `findings`.
  private func verify(
    _ models: Range<Int>, _ rules: RulesByScope, _ capabilities: Capabilities, _ findings: consuming Findings
  ) -> DiagnosticCollector {
    for index in models {
      let table = CheckedTable(ID(index), in: graph, capabilities)
      for (rule, check) in rules.ofTables {
        findings.rule = rule
        check(table, &findings)
      }
      for column in table.model.columns {
        for (rule, check) in rules.ofColumns {
          findings.rule = rule
          check(column, table, &findings)
        }
      }
      for key in table.keys {
        for (rule, check) in rules.ofKeys {
          findings.rule = rule
          check(key, table, &findings)
        }
      }
      for edge in table.foreignKeys {
        for (rule, check) in rules.ofForeignKeys {
          findings.rule = rule
          check(edge, table, &findings)
        }
      }
      for expression in table.expressions {
        for (rule, check) in rules.ofExpressions {
          findings.rule = rule
          check(expression, table, &findings)
        }
      }
    }
    return findings.diagnostics
  }
}

/// The checks of one run by what they look at, each with the position of its rule.
private struct RulesByScope: Sendable {
  var ofGraph: [(Int, @Sendable (AssociationGraph, inout Findings) -> Void)] = []
  var ofTables: [(Int, @Sendable (CheckedTable, inout Findings) -> Void)] = []
  var ofColumns: [(Int, @Sendable (Column, CheckedTable, inout Findings) -> Void)] = []
  var ofKeys: [(Int, @Sendable (Key, CheckedTable, inout Findings) -> Void)] = []
  var ofForeignKeys: [(Int, @Sendable (Edge, CheckedTable, inout Findings) -> Void)] = []
  var ofExpressions: [(Int, @Sendable (Expression, CheckedTable, inout Findings) -> Void)] = []

  init(_ rules: [ServerRule]) {
    for (rule, check) in rules.map(\.check).enumerated() {
      switch check {
      case .graph(let check): ofGraph.append((rule, check))
      case .table(let check): ofTables.append((rule, check))
      case .column(let check): ofColumns.append((rule, check))
      case .key(let check): ofKeys.append((rule, check))
      case .foreignKey(let check): ofForeignKeys.append((rule, check))
      case .expression(let check): ofExpressions.append((rule, check))
      }
    }
  }
}
