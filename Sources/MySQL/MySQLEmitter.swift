public import AssociationGraph

/// Writes a graph as SQL for its target: MySQL, or MariaDB where that differs.
///
/// Each function makes one file or statement and depends on the graph alone, so that they may run side by side. A class, since
/// every planned file holds it, and it never changes.
public final class MySQLEmitter: Sendable {
  /// What is written.
  public let graph: AssociationGraph
  let charsets: CharacterSets

  /// Writes `graph`.
  public init(graph: AssociationGraph) {
    self.graph = graph
    charsets = CharacterSets(target: graph.target)
  }
}
