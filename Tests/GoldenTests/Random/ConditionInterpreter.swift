import Foundation
import SchemaLanguage

/// Decides conditions on rows in memory, in SQL's logic of three values.
struct ConditionInterpreter {
  let world: RandomWorld
  let parameters: [RandomParameter]

  // MARK: Associations

  /// The ways of an association from `row`: for each the rows at the ends of its steps.
  func follow(_ association: RandomAssociation, from row: Record, withDeleted: Bool) -> [[Record]] {
    var ways: [(last: Record, rows: [Record])] = [(row, [])]
    for step in association.steps {
      ways = ways.flatMap { way in
        guard agrees(way.last, step.fixedHere) else { return [(last: Record, rows: [Record])]() }
        return world.models[step.model].rows.filter { candidate in
          (withDeleted || candidate["deletedAt"] == nil) && agrees(candidate, step.fixedThere)
            && zip(step.here, step.there).allSatisfy { here, there in
              way.last[here] != nil && way.last[here] == candidate[there]
            }
        }
        .map { ($0, way.rows + [$0]) }
      }
    }
    return ways.map(\.rows)
  }

  private func agrees(_ row: Record, _ fixed: Record) -> Bool { fixed.allSatisfy { row[$0.key] == $0.value } }

  // MARK: Conditions

  /// Whether the condition holds for a row of `model`; `nil` is unknown. `value` looks up what a path leads to.
  func holds(
    _ condition: RandomCondition, _ model: Int, _ row: Record, withDeleted: Bool, _ value: (RandomPath) -> Cell?
  ) -> Bool? {
    func all(_ parts: [RandomCondition]) -> Bool? {
      and(parts.map { holds($0, model, row, withDeleted: withDeleted, value) })
    }
    switch condition {
    case .all(let parts): return all(parts)
    case .any(let parts):
      let results = parts.map { holds($0, model, row, withDeleted: withDeleted, value) }
      return results.contains(true) ? true : results.contains(nil) ? nil : false
    case .not(let parts): return all(parts).map { !$0 }
    case .isNull(let path, let isNull): return (value(path) == nil) == isNull
    case .tests(let path, _, let tests): return and(tests.map { test($0, value(path)) })
    case .exists(let name, let part):
      return world.ways(name, of: model).contains { way in
        follow(way, from: row, withDeleted: withDeleted).contains { rows in
          guard let target = rows.last else { return false }
          return holds(part, way.target, target, withDeleted: withDeleted) { target[$0.column] } == true
        }
      }
    }
  }

  private func and(_ results: [Bool?]) -> Bool? { results.contains(false) ? false : results.contains(nil) ? nil : true }

  private func test(_ test: RandomTest, _ value: Cell?) -> Bool? {
    var operands: [Cell?] = []
    for operand in test.operands {
      switch operand {
      case .value(let cell): operands.append(cell)
      case .parameter(let position): operands += parameters[position].values
      }
    }
    switch test.name {
    case .in: return contains(operands, value)
    case .notIn: return contains(operands, value).map { !$0 }
    case .between: return between(value, operands)
    case .notBetween: return between(value, operands).map { !$0 }
    case .eq, .ne:
      if case .value(nil)? = test.operands.first { return (value == nil) == (test.name == .eq) }
    default: break
    }
    guard let value, let other = operands[0] else { return nil }
    switch test.name {
    case .eq: return value == other
    case .ne: return value != other
    case .gt: return value > other
    case .gte: return value >= other
    case .lt: return value < other
    case .lte: return value <= other
    default: break
    }
    guard case .text(let text) = value, case .text(let pattern) = other else { return nil }
    let (whole, part) = (text.folded, pattern.folded)
    switch test.name {
    case .startsWith: return whole.hasPrefix(part)
    case .endsWith: return whole.hasSuffix(part)
    case .contains: return whole.contains(part)
    case .like: return matches(Substring(whole), Substring(part))
    case .notLike: return !matches(Substring(whole), Substring(part))
    case .regexp: return whole.range(of: part, options: .regularExpression) != nil
    default: return nil
    }
  }

  private func contains(_ list: [Cell?], _ value: Cell?) -> Bool? {
    if list.isEmpty { return false }
    guard let value else { return nil }
    return list.contains(value) ? true : list.contains(nil) ? nil : false
  }

  private func between(_ value: Cell?, _ bounds: [Cell?]) -> Bool? {
    func compare(_ left: Cell?, _ right: Cell?) -> Bool? {
      if let left, let right { left <= right } else { nil }
    }
    return and([compare(bounds[0], value), compare(value, bounds[1])])
  }

  /// Whether a text is like a pattern, in whose text two backslashes stand for one.
  private func matches(_ text: Substring, _ pattern: Substring) -> Bool {
    guard let first = pattern.first else { return text.isEmpty }
    switch first {
    case "%": return matches(text, pattern.dropFirst()) || !text.isEmpty && matches(text.dropFirst(), pattern)
    case "_": return !text.isEmpty && matches(text.dropFirst(), pattern.dropFirst())
    case "\\":
      let escaped = pattern.dropFirst(2)
      return text.first == escaped.first && matches(text.dropFirst(), escaped.dropFirst())
    default: return text.first == first && matches(text.dropFirst(), pattern.dropFirst())
    }
  }
}
