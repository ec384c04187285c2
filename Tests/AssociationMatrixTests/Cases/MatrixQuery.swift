/// One case: a query from the world's root.
struct MatrixQuery: Sendable {
  /// Its name: `mayThenMany`, `mayBesideMany`.
  var name: String
  /// What it includes.
  var includes: [Include]
  /// At most so many rows of the root, after leaving one out; `nil` for all.
  var limit: Int?
  /// Whether the root's rows stand from the last name to the first, else in the order of their key.
  var isReversed = false

  /// The query as an entry of a schema's `queries`.
  func text(_ world: World) -> String {
    let columns = (world.tables[world.root]?.returned ?? []).joined(separator: ", ")
    let page = limit.map { ", limit: \($0), offset: 1" } ?? ""
    let order = isReversed ? ", order: [-name]" : ""
    return "  \(name): { from: \(world.root), columns: [\(columns)]\(page)\(order), "
      + "include: { \(includes.map { $0.text(world) }.joined(separator: ", ")) } }\n"
  }
}
