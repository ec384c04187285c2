/// The cases of one world: associations inside each other, side by side, and three of them.
///
/// Of every kind one association meets one of every other kind; of the others every fourth pair is taken. Key forms, modes
/// and limits rotate, each at a pace of its own, so that all of them meet (see `CoverageTests`).
struct MatrixEnumeration {
  /// The queries, each with a name of its own.
  private(set) var queries: [MatrixQuery] = []
  private let world: World

  /// Associations that stand for their kinds.
  private static let chief: Set<String> = [
    "owner", "may", "single", "first", "many", "pairs", "links", "bookings", "distant", "glimpse", "scoped", "chosen",
    "codes",
  ]

  /// The cases of `world`.
  init(_ world: World) {
    self.world = world
    let ways = world.ways[world.root] ?? []
    for first in ways.indices {
      let inners = world.ways[ways[first].target] ?? []
      for second in ways.indices where isTaken(ways[first], ways[second], first + second) {
        if second < inners.count { addNested(ways[first], inners[second]) }
        if first < second { addBeside(ways[first], ways[second]) }
      }
      let inner = inners[first * 5 % inners.count]
      let other = ways[first * 7 % ways.count]
      guard isInThisWorld(first), inner.name != "up", other.name != ways[first].name else { continue }
      addWith(ways[first], inner, beside: other)
      addThreeLevels(ways[first], inner)
    }
  }

  /// Whether the case with the number is in this world, and not in one of the others.
  private func isInThisWorld(_ number: Int) -> Bool {
    KeyForm.allCases[number % KeyForm.allCases.count] == world.form
  }

  private func isTaken(_ first: Way, _ second: Way, _ number: Int) -> Bool {
    let areChief = Self.chief.contains(first.name) && Self.chief.contains(second.name)
    return isInThisWorld(number) && (areChief || number % 4 == 1)
  }

  /// The modes of the next query's includes: every pair comes once in 36 queries, in each world from another start.
  private func modes() -> (first: IncludeMode, second: IncludeMode, third: IncludeMode) {
    let number = 17 * queries.count + (KeyForm.allCases.firstIndex(of: world.form) ?? 0)
    let all = IncludeMode.all
    return (all[number % 6], all[number / 6 % 6], all[number / 7 % 6])
  }

  private mutating func add(_ name: String, _ includes: [Include]) {
    let number = queries.count
    queries.append(
      MatrixQuery(
        name: name, includes: includes, limit: number % 5 == 0 ? 2 : nil, isReversed: number % 7 < 2))
  }

  private mutating func addNested(_ outer: Way, _ inner: Way) {
    let modes = modes()
    add(
      outer.name + "Then" + capitalized(inner.name),
      [Include(way: outer, mode: modes.first, includes: [Include(way: inner, mode: modes.second)])])
  }

  private mutating func addBeside(_ first: Way, _ second: Way) {
    let modes = modes()
    add(
      first.name + "Beside" + capitalized(second.name),
      [Include(way: first, mode: modes.first), Include(way: second, mode: modes.second)])
  }

  /// Two includes inside one that stands beside another.
  private mutating func addWith(_ outer: Way, _ inner: Way, beside other: Way) {
    guard let up = world.way("up", of: outer.target) else { return }
    let modes = modes()
    add(
      outer.name + "With" + capitalized(inner.name) + "Beside" + capitalized(other.name),
      [
        Include(
          way: outer, mode: modes.first,
          includes: [Include(way: up, mode: modes.third), Include(way: inner, mode: modes.second)]),
        Include(way: other, mode: modes.third),
      ])
  }

  /// Three levels, of which the last goes down a tree.
  private mutating func addThreeLevels(_ outer: Way, _ inner: Way) {
    guard let down = world.way("down", of: inner.target) else { return }
    let modes = modes()
    add(
      outer.name + "Then" + capitalized(inner.name) + "ThenDown",
      [
        Include(
          way: outer, mode: modes.first,
          includes: [Include(way: inner, mode: modes.second, includes: [Include(way: down, mode: modes.third)])])
      ])
  }

  private func capitalized(_ name: String) -> String { name.prefix(1).uppercased() + name.dropFirst() }
}
