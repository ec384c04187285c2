import SchemaLanguage
import TestSupport

/// Makes queries of a world.
struct RandomQueries {
  let world: RandomWorld
  var generator: SeededGenerator
  /// The query that is being made.
  var query = RandomQuery(name: "", model: 0)

  init(_ world: RandomWorld, seed: UInt64) {
    self.world = world
    generator = SeededGenerator(state: seed)
  }

  /// A way over includes to the columns of a table.
  struct Way {
    var associations: [String]
    var model: Int
  }

  /// The next query.
  mutating func next(_ number: Int) -> RandomQuery {
    let roots = world.models.indices.filter { !world.models[$0].isJunction }
    query = RandomQuery(name: "query\(number)", model: generator.pick(roots))
    query.withDeleted = generator.happens(25)
    if generator.happens(10) { query.documentation = "The query of number \(number)." }
    switch generator.number(0...99) {
    case ..<24: makeGroups()
    case ..<34: makeDistinct()
    default: makeRows()
    }
    if query.result == nil, generator.happens(12) {
      query.result = generator.pick([.one, .optional, .many])
      if query.result != .many, generator.happens(60) { query.limit = .number(1) }
    }
    return query
  }

  // MARK: Rows

  private mutating func makeRows() {
    query.selection = selection(of: [query.model])
    query.includes = includes(of: [query.model], depth: 3)
    var ways = waysToOne(query.includes, of: query.model)
    if generator.happens(25), let many = wayToMany() { ways += many }
    if generator.happens(66) { query.condition = condition(on: [query.model], ways: ways, depth: 2) }
    query.order = order(by: [Way(associations: [], model: query.model)] + ways)
    if generator.happens(33) { query.limit = rowCount(0...4) }
    if generator.happens(16) { query.offset = rowCount(1...2) }
  }

  private mutating func selection(of models: [Int], onlyPlain: Bool = false) -> RandomSelection {
    let columns = world.columns(in: models).filter { !onlyPlain || isPlain($0, of: models) }.map(\.name)
    let chosen = columns.shuffled(using: &generator)
    if onlyPlain { return .only(Array(chosen.prefix(generator.number(1...3)))) }
    switch generator.number(0...3) {
    case 0: return .only(Array(chosen.prefix(generator.number(1...4))))
    case 1: return .except(Array(chosen.prefix(generator.number(1...2))))
    default: return .all
    }
  }

  /// A key's texts differ all of them, so that only other columns hold what is alike and not the same.
  private func isPlain(_ column: RandomColumn, of models: [Int]) -> Bool {
    column.isPlain || models.allSatisfy { world.models[$0].key == [column.name] }
  }

  /// The ways over to-one includes.
  private func waysToOne(_ includes: [RandomInclude], of model: Int) -> [Way] {
    includes.flatMap { include in
      world.ways(include.name, of: model).filter(\.isToOne).flatMap { way in
        [Way(associations: [way.name], model: way.target)]
          + waysToOne(include.includes, of: way.target).map {
            Way(associations: [way.name] + $0.associations, model: $0.model)
          }
      }
    }
  }

  /// The ways over one to-many include, which is joined for that.
  private mutating func wayToMany() -> [Way]? {
    let candidates = query.includes.indices.filter { position in
      world.ways(query.includes[position].name, of: query.model).allSatisfy(\.isMany)
    }
    guard let position = candidates.randomElement(using: &generator),
      let way = world.ways(query.includes[position].name, of: query.model).first
    else { return nil }
    query.includes[position].isJoined = true
    query.includes[position].limit = nil
    return [Way(associations: [way.name], model: way.target)]
      + waysToOne(query.includes[position].includes, of: way.target).map {
        Way(associations: [way.name] + $0.associations, model: $0.model)
      }
  }

  private mutating func includes(of models: [Int], depth: Int) -> [RandomInclude] {
    guard depth > 0 else { return [] }
    var taken: Set<String> = []
    var includes: [RandomInclude] = []
    let most = generator.number(0...(depth > 1 ? 2 : 1))
    for name in world.names(in: models).shuffled(using: &generator) where includes.count < most {
      let ways = models.flatMap { world.ways(name, of: $0) }
      // Every way of a polymorphic association at once, or some of its ways.
      let own = Set(ways.flatMap { [$0.name] + [$0.whole].compactMap(\.self) })
      guard taken.isDisjoint(with: world.isWhole(name) ? own : own.filter { $0 == name || world.isWhole($0) }) else {
        continue
      }
      taken.insert(name)
      includes.append(include(name, ways, depth: depth))
    }
    return includes
  }

  private mutating func include(_ name: String, _ ways: [RandomAssociation], depth: Int) -> RandomInclude {
    let targets = ways.map(\.target)
    var include = RandomInclude(name: name, selection: selection(of: targets))
    include.includes = includes(of: targets, depth: depth - 1)
    if generator.happens(33) { include.condition = condition(on: targets, depth: 1) }
    let junctions = ways.compactMap(\.junction)
    if junctions.count == ways.count {
      if generator.happens(25) { include.throughCondition = condition(on: junctions, depth: 0) }
      include.throughSelection = generator.happens(20) ? .only([]) : selection(of: junctions)
    }
    if generator.happens(33) { include.required = generator.happens(50) }
    if generator.happens(20) { include.withDeleted = generator.happens(50) }
    guard ways.count == 1, !ways[0].isToOne else { return include }
    let nested = waysToOne(include.includes, of: targets[0])
    include.order = order(by: [Way(associations: [], model: targets[0])] + nested)
    if ways[0].isMany, generator.happens(25) { include.limit = rowCount(0...2) }
    return include
  }

  private mutating func order(by ways: [Way]) -> [RandomOrder] {
    ways.compactMap { way in
      guard generator.happens(40) else { return nil }
      let column = generator.pick(world.models[way.model].columns).name
      return RandomOrder(
        path: RandomPath(associations: way.associations, column: column), isDescending: generator.happens(50))
    }
  }

  private mutating func rowCount(_ range: ClosedRange<Int>) -> RandomCount {
    let number = generator.number(range)
    guard generator.happens(30) else { return .number(number) }
    return .parameter(add(RandomParameter(name: "", type: .big, isCount: true, values: [.number(number)])))
  }

  // MARK: Distinct rows

  private mutating func makeDistinct() {
    query.isDistinct = true
    query.selection = selection(of: [query.model], onlyPlain: true)
    let toOne = world.associations(of: query.model).filter(\.isToOne)
    if generator.happens(50), let association = toOne.randomElement(using: &generator) {
      var include = RandomInclude(
        name: association.name, selection: selection(of: [association.target], onlyPlain: true))
      if generator.happens(33) { include.required = true }
      query.includes = [include]
    }
    let ways = waysToOne(query.includes, of: query.model)
    if generator.happens(50) { query.condition = condition(on: [query.model], ways: ways, depth: 2) }
    let returned =
      chosen(query.selection).map { RandomPath(column: $0) }
      + query.includes.flatMap { include in
        chosen(include.selection).map { RandomPath(associations: [include.name], column: $0) }
      }
    if generator.happens(40) {
      query.order = [RandomOrder(path: generator.pick(returned), isDescending: generator.happens(50))]
    }
    if generator.happens(33) { query.limit = rowCount(0...4) }
    if generator.happens(16) { query.offset = rowCount(1...2) }
  }

  private func chosen(_ selection: RandomSelection) -> [String] {
    if case .only(let names) = selection { names } else { [] }
  }

  // MARK: Groups

  private mutating func makeGroups() {
    let names = world.names(in: [query.model]).shuffled(using: &generator)
    for name in names.prefix(generator.number(0...2)) where query.includes.allSatisfy({ !isSame(name, $0.name) }) {
      let ways = world.ways(name, of: query.model)
      var include = RandomInclude(name: name)
      if generator.happens(33) { include.condition = condition(on: ways.map(\.target), depth: 1) }
      if generator.happens(33) { include.required = generator.happens(60) }
      if generator.happens(20) { include.withDeleted = generator.happens(50) }
      query.includes.append(include)
    }
    let included = query.includes.flatMap { include in
      world.ways(include.name, of: query.model).map { Way(associations: [$0.name], model: $0.target) }
    }
    let ways = [Way(associations: [], model: query.model)] + included
    var grouping = RandomGrouping()
    if generator.happens(15) {
      // What follows from a key may be returned too.
      grouping.columns = world.models[query.model].key.map { RandomPath(column: $0) }
      grouping.returned = ([generator.pick(["name", "size", "label"])] + world.models[query.model].key)
        .map { RandomPath(column: $0) }
    } else {
      for way in ways where generator.happens(50) {
        let columns = world.models[way.model].columns.filter(\.isPlain)
        grouping.columns.append(RandomPath(associations: way.associations, column: generator.pick(columns).name))
      }
    }
    for (number, function) in AggregateFunction.allCases.enumerated() where generator.happens(number == 0 ? 80 : 35) {
      addAggregate(function, "agg\(number)", of: generator.pick(ways), to: &grouping)
    }
    if grouping.columns.isEmpty, grouping.aggregates.isEmpty {
      addAggregate(.count, "agg0", of: ways[0], to: &grouping)
    }
    if grouping.returned == nil, !grouping.columns.isEmpty, generator.happens(25) {
      grouping.returned = Array(grouping.columns.shuffled(using: &generator).prefix(generator.number(1...2)))
      query.isDistinct = generator.happens(60)
    }
    if generator.happens(40) { grouping.condition = groupCondition(grouping) }
    query.grouping = grouping
    if generator.happens(40) { query.condition = condition(on: [query.model], ways: included, depth: 1) }
    orderGroups(grouping)
    if grouping.columns.isEmpty, generator.happens(50) { query.result = .many }
    if generator.happens(20) { query.limit = rowCount(0...3) }
    if generator.happens(10) { query.offset = rowCount(1...2) }
  }

  /// Whether two names mean the same association, or a part of it.
  private func isSame(_ name: String, _ other: String) -> Bool {
    let ways = world.ways(name, of: query.model).map(\.name)
    return world.ways(other, of: query.model).contains { ways.contains($0.name) }
  }

  private mutating func addAggregate(
    _ function: AggregateFunction, _ name: String, of way: Way, to grouping: inout RandomGrouping
  ) {
    if function == .count, generator.happens(50) {
      grouping.aggregates.append(RandomAggregate(name: name, function: function, path: nil))
      return
    }
    let columns = world.models[way.model].columns.filter { column in
      switch function {
      case .count, .countDistinct: true
      case .sum: [.integer, .small, .decimal, .double].contains(column.type)
      case .avg: [.integer, .small, .decimal].contains(column.type)
      case .min, .max:
        column.isPlain && [.integer, .small, .big, .decimal, .double, .date, .datetime, .text].contains(column.type)
      }
    }
    let column = generator.pick(columns)
    grouping.aggregates.append(
      RandomAggregate(
        name: name, function: function, path: RandomPath(associations: way.associations, column: column.name),
        type: column.type))
  }

  private mutating func groupCondition(_ grouping: RandomGrouping) -> RandomCondition {
    if !grouping.aggregates.isEmpty, generator.happens(70) {
      let aggregate = generator.pick(grouping.aggregates)
      let path = RandomPath(column: aggregate.name)
      switch aggregate.function {
      case .count, .countDistinct:
        let values = (0...4).map { Cell.number($0) }
        return tests(path, .big, values)
      case .min where aggregate.type != .text, .max where aggregate.type != .text:
        return tests(path, aggregate.type, aggregate.type.values)
      case .sum, .avg, .min, .max: return .isNull(path, generator.happens(50))
      }
    }
    guard let path = grouping.columns.randomElement(using: &generator) else { return .all([]) }
    let way = path.associations.first.flatMap { world.ways($0, of: query.model).first }
    let column = world.models[way?.target ?? query.model].column(path.column)
    guard !column.values.isEmpty else { return .isNull(path, false) }
    return tests(path, column.type, column.values)
  }

  private mutating func orderGroups(_ grouping: RandomGrouping) {
    let columns = query.isDistinct ? grouping.returned ?? grouping.columns : grouping.columns
    let paths = columns + grouping.aggregates.map { RandomPath(column: $0.name) }
    for path in paths.shuffled(using: &generator).prefix(2) where generator.happens(40) {
      query.order.append(RandomOrder(path: path, isDescending: generator.happens(50)))
    }
  }
}
