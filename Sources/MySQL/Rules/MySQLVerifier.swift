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
    for rule in rules.ofGraph {
      guard case .graph(let check) = rules.checks[rule] else { continue }
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
      for rule in rules.ofTables {
        guard case .table(let check) = rules.checks[rule] else { continue }
        findings.rule = rule
        check(table, &findings)
      }
      for column in table.model.columns {
        for rule in rules.ofColumns {
          guard case .column(let check) = rules.checks[rule] else { continue }
          findings.rule = rule
          check(column, table, &findings)
        }
      }
      for key in table.keys {
        for rule in rules.ofKeys {
          guard case .key(let check) = rules.checks[rule] else { continue }
          findings.rule = rule
          check(key, table, &findings)
        }
      }
      for edge in table.foreignKeys {
        for rule in rules.ofForeignKeys {
          guard case .foreignKey(let check) = rules.checks[rule] else { continue }
          findings.rule = rule
          check(edge, table, &findings)
        }
      }
      for expression in table.expressions {
        for rule in rules.ofExpressions {
          guard case .expression(let check) = rules.checks[rule] else { continue }
          findings.rule = rule
          check(expression, table, &findings)
        }
      }
    }
    return findings.diagnostics
  }
}

/// The checks of one run, and which of them look at what, by their positions.
///
/// A check stays in its case, where it takes what it looks at as it is. In an array of functions it would be one of generic
/// parameters, for which every column is copied once more.
private struct RulesByScope: Sendable {
  let checks: [RuleCheck]
  var ofGraph: [Int] = []
  var ofTables: [Int] = []
  var ofColumns: [Int] = []
  var ofKeys: [Int] = []
  var ofForeignKeys: [Int] = []
  var ofExpressions: [Int] = []

  init(_ rules: [ServerRule]) {
    checks = rules.map(\.check)
    for (rule, check) in checks.enumerated() {
      switch check {
      case .graph: ofGraph.append(rule)
      case .table: ofTables.append(rule)
      case .column: ofColumns.append(rule)
      case .key: ofKeys.append(rule)
      case .foreignKey: ofForeignKeys.append(rule)
      case .expression: ofExpressions.append(rule)
      }
    }
  }
}
