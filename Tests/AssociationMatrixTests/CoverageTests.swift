import Testing

/// The matrix leaves no pair out.
@Suite struct CoverageTests {
  /// Every query of every world.
  private static let queries = KeyForm.allCases.flatMap { MatrixEnumeration(World($0)).queries }
  /// Pairs of an include and one inside it.
  private static let nested = queries.flatMap { query in
    query.includes.flatMap { outer in outer.includes.map { (outer, $0) } }
  }
  /// Pairs of includes side by side.
  private static let beside = queries.filter { $0.includes.count == 2 }.map { ($0.includes[0], $0.includes[1]) }

  private struct Pair<Element: Hashable>: Hashable {
    var first: Element
    var second: Element
  }

  private func every<Element: Hashable>(_ elements: [Element]) -> Set<Pair<Element>> {
    Set(elements.flatMap { first in elements.map { Pair(first: first, second: $0) } })
  }

  @Test func everyKindIsInsideEveryKind() {
    let pairs = Self.nested.map { Pair(first: $0.way.kind, second: $1.way.kind) }
    #expect(every(WayKind.allCases).subtracting(pairs) == [])
  }

  @Test func everyKindIsBesideEveryKind() {
    let pairs = Self.beside.flatMap { one, other in
      [Pair(first: one.way.kind, second: other.way.kind), Pair(first: other.way.kind, second: one.way.kind)]
    }
    // A model has one association of each of these.
    let alone = [WayKind.plainHasOne, .junctionWithColumns].map { Pair(first: $0, second: $0) }
    #expect(every(WayKind.allCases).subtracting(pairs) == Set(alone))
  }

  @Test func everyModeMeetsEveryMode() {
    #expect(every(IncludeMode.all).subtracting(Self.nested.map { Pair(first: $0.mode, second: $1.mode) }) == [])
    #expect(every(IncludeMode.all).subtracting(Self.beside.map { Pair(first: $0.mode, second: $1.mode) }) == [])
  }

  @Test(arguments: WayKind.allCases)
  func everyModeIsSaidOfEveryKind(kind: WayKind) {
    let modes = Set(IncludeMode.all)
    #expect(modes.subtracting(Self.nested.filter { $0.0.way.kind == kind }.map(\.0.mode)) == [])
    #expect(modes.subtracting(Self.nested.filter { $0.1.way.kind == kind }.map(\.1.mode)) == [])
    #expect(modes.subtracting(Self.beside.flatMap { [$0, $1] }.filter { $0.way.kind == kind }.map(\.mode)) == [])
  }

  @Test func limitsMeetEveryKind() {
    let limited = Self.queries.filter { $0.limit != nil }.flatMap(\.includes).map(\.way.kind)
    #expect(Set(WayKind.allCases).subtracting(limited) == [])
  }

  /// A case without rows would say little: four of five have some, and in three of four an
  /// include is left out or has several.
  @Test(arguments: KeyForm.allCases)
  func seedsMakeRows(form: KeyForm) {
    let world = World(form)
    let evaluation = Evaluation(world: world)
    let counts = MatrixEnumeration(world).queries.map { evaluation.joinedRows(of: $0).count }
    #expect(counts.filter { $0 == 0 }.count * 5 < counts.count)
    #expect(counts.filter { $0 != world.tables[world.root]?.rows.count }.count * 4 > counts.count * 3)
  }
}
