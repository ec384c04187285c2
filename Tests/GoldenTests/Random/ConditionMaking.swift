import SchemaLanguage
import TestSupport

extension RandomQueries {
  /// A condition on rows of any of `models`, or on what `ways` lead to.
  mutating func condition(on models: [Int], ways: [Way] = [], depth: Int) -> RandomCondition {
    func part(_ queries: inout RandomQueries) -> RandomCondition {
      queries.condition(on: models, ways: ways, depth: depth - 1)
    }
    switch depth > 0 ? generator.number(0...10) : 10 {
    case 0: return .all([part(&self), part(&self)])
    case 1: return .any([part(&self), part(&self)])
    case 2: return .not(generator.happens(50) ? [part(&self)] : [part(&self), part(&self)])
    case 3...5:
      guard let name = world.names(in: models).randomElement(using: &generator) else { return comparison(models, ways) }
      let targets = models.flatMap { world.ways(name, of: $0) }.map(\.target)
      return .exists(name, generator.happens(20) ? .all([]) : condition(on: targets, depth: depth - 1))
    default: return comparison(models, ways)
    }
  }

  private mutating func comparison(_ models: [Int], _ ways: [Way]) -> RandomCondition {
    let way = ways.isEmpty || generator.happens(40) ? nil : generator.pick(ways)
    let columns = world.columns(in: way.map { [$0.model] } ?? models).filter { !$0.values.isEmpty }
    let unusual = columns.filter { $0.type != .text && $0.type != .integer }
    let column = generator.pick(unusual.isEmpty || generator.happens(60) ? columns : unusual)
    let path = RandomPath(associations: way?.associations ?? [], column: column.name)
    if generator.happens(15) { return .isNull(path, generator.happens(50)) }
    return tests(path, column.type, column.values)
  }

  /// One comparison or two of a column with some of `values`.
  mutating func tests(_ path: RandomPath, _ type: RandomType, _ values: [Cell]) -> RandomCondition {
    let names = names(for: type)
    let first = generator.pick(names)
    let others = generator.happens(20) ? [generator.pick(names)].filter { $0 != first } : []
    return .tests(path, type, ([first] + others).map { test($0, type, values) })
  }

  private func names(for type: RandomType) -> [ComparisonOperator] {
    switch type {
    case .enumeration, .boolean: [.eq, .ne, .in, .notIn]
    case .text: ComparisonOperator.allCases.filter { $0 != .isNull } + [.in, .notIn]
    default: [.eq, .ne, .gt, .gte, .lt, .lte, .in, .notIn, .between, .notBetween]
    }
  }

  private mutating func test(_ name: ComparisonOperator, _ type: RandomType, _ values: [Cell]) -> RandomTest {
    switch name {
    case .in, .notIn:
      let count = generator.number(0...3)
      guard generator.happens(50) else {
        return RandomTest(name: name, operands: (0..<count).map { _ in operand(type, values, mayBeNull: true) })
      }
      let list = (0..<count).map { _ in generator.happens(12) ? nil : generator.pick(values) }
      let position = add(RandomParameter(name: "", type: type, isList: true, values: list))
      return RandomTest(name: name, operands: [.parameter(position)])
    case .between, .notBetween:
      return RandomTest(name: name, operands: (0..<2).map { _ in operand(type, values, mayBeNull: true) })
    case .like, .notLike:
      return RandomTest(name: name, operands: [operand(type, texts(["_en", "%n%", "a%a", "x\\\\_y"]))])
    case .regexp: return RandomTest(name: name, operands: [operand(type, texts(["^b", "a$", "[c-e]"]))])
    case .startsWith, .endsWith, .contains:
      return RandomTest(name: name, operands: [operand(type, texts(["a", "b", "n", "_", "%", "x_"]))])
    default:
      return RandomTest(name: name, operands: [operand(type, values, mayBeNull: name == .eq || name == .ne)])
    }
  }

  private func texts(_ texts: [String]) -> [Cell] { texts.map { .text($0) } }

  /// A value, or a parameter: a new one, or one that is there already.
  private mutating func operand(_ type: RandomType, _ values: [Cell], mayBeNull: Bool = false) -> RandomOperand {
    guard generator.happens(35) else { return .value(mayBeNull && generator.happens(8) ? nil : generator.pick(values)) }
    let known = query.parameters.indices.filter { position in
      let parameter = query.parameters[position]
      return parameter.type == type && !parameter.isList && !parameter.isCount
        && parameter.values.allSatisfy { $0.map(values.contains) ?? true }
    }
    if generator.happens(30), let position = known.randomElement(using: &generator) { return .parameter(position) }
    let value = generator.happens(8) ? nil : generator.pick(values)
    return .parameter(add(RandomParameter(name: "", type: type, values: [value])))
  }

  /// The position of a new parameter, which gets a name.
  mutating func add(_ parameter: RandomParameter) -> Int {
    query.parameters.append(parameter)
    query.parameters[query.parameters.count - 1].name = "value\(query.parameters.count)"
    return query.parameters.count - 1
  }
}
