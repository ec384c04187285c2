import Diagnostics
import SchemaLanguage

/// How many tables a server joins in one statement at most: MySQL and MariaDB keep a bit of a word for each, and three for
/// themselves (both servers' error 1116; MySQL Reference Manual, "Limits in MySQL Server": "Joins").
private let mostTables = 61

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
  }
}
