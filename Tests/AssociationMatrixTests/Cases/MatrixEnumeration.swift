import TestSupport

/// The cases of one world: associations inside each other, side by side, and three of them.
///
/// Every kind meets every kind in one of the worlds, each time with other associations of the two; of all pairs of
/// associations some more are taken. Modes and limits rotate, so that all of them meet (see `CoverageTests`).
struct MatrixEnumeration {
  /// The queries, each with a name of its own.
  private(set) var queries: [MatrixQuery] = []
  private let world: World
  private var names: Set<String> = []

  /// One of so many pairs of associations is taken, beside those that stand for their kinds.
  private static let stride = TestRun.isLong ? 2 : 12

  /// The cases of `world`.
  init(_ world: World) {
    self.world = world
    addKinds()
    addWays()
  }

  // MARK: Pairs

  private mutating func addKinds() {
    let kinds = WayKind.allCases.indices
    for first in kinds {
      for second in kinds where isInThisWorld(first + second) {
        let (one, other) = (WayKind.allCases[first], WayKind.allCases[second])
        let modes = modes(first + second, first + 2 * second)
        guard let outer = ways(one, of: world.root, turn: second).first else { continue }
        if let inner = ways(other, of: outer.target, turn: first).first { addNested(outer, inner, modes) }
        let partners = ways(other, of: world.root, turn: first).filter { !shareWay(outer, $0) }
        if first <= second, let partner = partners.first { addBeside(outer, partner, modes) }
      }
    }
  }

  private mutating func addWays() {
    let ways = world.ways[world.root] ?? []
    for first in ways.indices {
      let inners = world.ways[ways[first].target] ?? []
      for second in ways.indices where (first + second) % Self.stride == 1 && isInThisWorld(first + second / 5) {
        let modes = modes(queries.count, queries.count / 6)
        if second < inners.count { addNested(ways[first], inners[second], modes) }
        if first < second, !shareWay(ways[first], ways[second]) { addBeside(ways[first], ways[second], modes) }
      }
      let inner = inners[first * 5 % inners.count]
      let other = ways[first * 7 % ways.count]
      guard isInThisWorld(first), inner.name != "up", !shareWay(ways[first], other) else { continue }
      addWith(ways[first], inner, beside: other)
      addThreeLevels(ways[first], inner)
    }
  }

  /// The associations of a kind that `model` has; the number says which comes first.
  private func ways(_ kind: WayKind, of model: String, turn: Int) -> [Way] {
    let ways = (world.ways[model] ?? []).filter { $0.kind == kind }
    return ways.indices.map { ways[($0 + turn) % ways.count] }
  }

  /// Whether the case with the number is in this world, and not in one of the others.
  private func isInThisWorld(_ number: Int) -> Bool {
    KeyForm.allCases[number % KeyForm.allCases.count] == world.form
  }

  /// Whether one of the associations is the other or one of its alternatives, which is included once.
  private func shareWay(_ first: Way, _ second: Way) -> Bool {
    let names = [first, second].map { way in Set([way.name] + way.alternatives.map(\.name)) }
    return !names[0].isDisjoint(with: names[1])
  }

  // MARK: Queries

  /// The modes of a query's includes.
  private func modes(_ first: Int, _ second: Int) -> [IncludeMode] {
    [first, second, first + second].map { IncludeMode.all[$0 % IncludeMode.all.count] }
  }

  private mutating func add(_ name: String, _ includes: [Include]) {
    let number = queries.count
    guard names.insert(name).inserted else { return }
    queries.append(
      MatrixQuery(
        name: name, includes: includes.map { $0.permitted() }, limit: number % 5 == 0 ? 2 : nil,
        isReversed: number % 7 < 2))
  }

  private mutating func addNested(_ outer: Way, _ inner: Way, _ modes: [IncludeMode]) {
    add(
      outer.property + "Then" + capitalized(inner.property),
      [Include(way: outer, mode: modes[0], includes: [Include(way: inner, mode: modes[1])])])
  }

  private mutating func addBeside(_ first: Way, _ second: Way, _ modes: [IncludeMode]) {
    add(
      first.property + "Beside" + capitalized(second.property),
      [Include(way: first, mode: modes[0]), Include(way: second, mode: modes[1])])
  }

  /// Two includes inside one that stands beside another.
  private mutating func addWith(_ outer: Way, _ inner: Way, beside other: Way) {
    guard let up = world.way("up", of: outer.target) else { return }
    let modes = modes(queries.count, queries.count / 6)
    add(
      outer.property + "With" + capitalized(inner.property) + "Beside" + capitalized(other.property),
      [
        Include(
          way: outer, mode: modes[0],
          includes: [Include(way: up, mode: modes[2]), Include(way: inner, mode: modes[1])]),
        Include(way: other, mode: modes[2]),
      ])
  }

  /// Three levels, of which the last goes down a tree.
  private mutating func addThreeLevels(_ outer: Way, _ inner: Way) {
    guard let down = world.way("down", of: inner.target) else { return }
    let modes = modes(queries.count, queries.count / 6)
    add(
      outer.property + "Then" + capitalized(inner.property) + "ThenDown",
      [
        Include(
          way: outer, mode: modes[0],
          includes: [Include(way: inner, mode: modes[1], includes: [Include(way: down, mode: modes[2])])])
      ])
  }

  private func capitalized(_ name: String) -> String { name.prefix(1).uppercased() + name.dropFirst() }
}
