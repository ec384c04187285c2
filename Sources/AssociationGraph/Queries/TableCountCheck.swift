import Diagnostics
import SchemaLanguage

/// How many tables a server joins in one statement at most: MySQL and MariaDB keep a bit of a word for each, and three for
/// themselves (both servers' error 1116; MySQL Reference Manual, "Limits in MySQL Server": "Joins").
private let mostTables = 61

/// How deep `exists` stands in `exists` at most. Both servers take 63 levels of SELECT below the first (error 1473), of which a
/// query with a limit may take two itself.
private let mostLevels = 60

extension GraphResolver {
  /// Reports the first include of each statement whose tables no server joins besides those before it.
  mutating func checkTableCounts(_ draft: QueryDraft) {
    for level in draft.levels {
      // A batch reads the parents' table too.
      var count = level.root == 0 ? 0 : 1
      for position in level.sources {
        count += draft.sources[position].hops.count
        guard count > mostTables, let include = draft.includes[position] else { continue }
        diagnostics.error(
          QueryRule.tooManyTables, at: include.association.range,
          "A statement joins at most \(mostTables) tables, and '\(include.association.value)' makes \(count) of them",
          explanation:
            "Write `strategy: batched` at a to-many include: its tables, and those of what is included in it, "
            + "are then in a statement of their own. Where all are to-one, ask in two queries. (The server's error 1116.)"
        )
        break
      }
    }
    checkProbes(draft)
  }

  /// Reports what a condition looks into over more tables, or at a greater depth, than a server does. The tables of a
  /// subquery count for themselves.
  private mutating func checkProbes(_ draft: QueryDraft) {
    var levels: [Int] = []
    for (probe, name) in zip(draft.probes, draft.probeNames) {
      let parent = (probe.parent ?? 0) - draft.sources.count
      levels.append(levels.indices.contains(parent) ? levels[parent] + 1 : 1)
      if probe.hops.count > mostTables {
        diagnostics.error(
          QueryRule.tooManyTables, at: name.range,
          "A condition joins at most \(mostTables) tables, and '\(name.value)' makes \(probe.hops.count) of them",
          explanation:
            "Ask for a row on half of the way, and with `exists` in it for the rest. (The server's error 1116.)")
      }
      if levels.last == mostLevels + 1 {
        diagnostics.error(
          QueryRule.tooDeep, at: name.range, "'exists' stands in 'exists' at most \(mostLevels) deep",
          explanation: "Declare an association through several of them. (The server's error 1473.)")
      }
    }
  }
}
