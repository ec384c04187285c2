import Diagnostics
import SchemaLanguage

extension GraphResolver {
  /// Looks up the columns of partitions and reads the values of their bounds.
  mutating func resolvePartitions() {
    for index in graph.models.indices {
      guard let declaration = declaration(of: index)?.partition else { continue }
      graph.models[index].partitioning = resolvePartitioning(declaration, of: ID(index))
    }
  }

  private mutating func resolvePartitioning(
    _ declaration: PartitionDeclaration, of model: ID<Model>
  ) -> Partitioning? {
    var partitioning: Partitioning
    // What a bound is read by: a column for each part of it, or nothing for a whole number.
    var columns: [Column?] = [nil]
    switch declaration.function {
    case .expression(let expression):
      let position = column(writtenAs: expression.value, of: model)
      partitioning = Partitioning(
        method: declaration.method, function: position.map { .column($0) } ?? .expression(expression.value),
        declaredAt: expression.range)
    case .columns(let names, let range):
      let positions = names.compactMap { findColumn($0, of: model) }
      guard positions.count == names.count else { return nil }
      partitioning = Partitioning(method: declaration.method, function: .columns(positions), declaredAt: range)
      columns = positions.map { graph[model].columns[$0] }
      // The type of such a column has a diagnostic of its own.
      if names.contains(where: { brokenNames[model.index].contains($0.value) }) { return nil }
    }
    partitioning.count = declaration.count?.value
    for part in declaration.parts {
      guard let bounds = readBounds(part, of: declaration.method, columns) else { continue }
      partitioning.partitions.append(Partition(name: part.name.value, bounds: bounds, declaredAt: part.name.range))
    }
    return partitioning
  }

  /// The column that `expression` consists of, by its SQL name, in backticks or not.
  private func column(writtenAs expression: String, of model: ID<Model>) -> Int? {
    var name = Substring(expression)
    if name.hasPrefix("`"), name.hasSuffix("`"), name.utf8.count > 2 { name = name.dropFirst().dropLast() }
    let lower = name.lowercased()
    return graph[model].columns.firstIndex { $0.name.lowercased() == lower }
  }

  /// The bounds that a part writes; `nil` with a diagnostic if one of them is none.
  private mutating func readBounds(
    _ part: PartitionPartDeclaration, of method: PartitionDeclaration.Method, _ columns: [Column?]
  ) -> [[PartitionBound]]? {
    if method == .range { return readBound(part.value, of: part, isRange: true, columns).map { [$0] } }
    guard case .list(let items) = part.value.content, !items.isEmpty else {
      reportPartitionValue(
        part.value.range, "Partition '\(part.name.value)' of a list takes a list of values",
        columns.count == 1 ? "Write \(part.name.value): [1, 2]." : "Write \(part.name.value): [[1, 2], [3, 4]].")
      return nil
    }
    let bounds = items.compactMap { readBound($0, of: part, isRange: false, columns) }
    return bounds.count == items.count ? bounds : nil
  }

  /// One bound: a value, or a list of as many as there are columns.
  private mutating func readBound(
    _ syntax: ValueSyntax, of part: PartitionPartDeclaration, isRange: Bool, _ columns: [Column?]
  ) -> [PartitionBound]? {
    var items = [syntax]
    if case .list(let list) = syntax.content { items = list }
    guard items.count == columns.count else {
      reportPartitionValue(
        syntax.range,
        columns.count == 1
          ? "A bound of partition '\(part.name.value)' is a single value"
          : "A bound of partition '\(part.name.value)' has \(columns.count) values, one for each column",
        "The partitions look at \(columns.count == 1 ? "one value" : "\(columns.count) columns").")
      return nil
    }
    var bound: [PartitionBound] = []
    for (item, column) in zip(items, columns) {
      guard let value = readPartOfBound(item, of: part, isRange: isRange, column) else { return nil }
      bound.append(value)
    }
    return bound
  }

  private mutating func readPartOfBound(
    _ syntax: ValueSyntax, of part: PartitionPartDeclaration, isRange: Bool, _ column: Column?
  ) -> PartitionBound? {
    switch syntax.content {
    case .scalar("max", let style) where isRange && (style == .plain || column?.type.holdsText != true):
      return .maximum
    case .mapping(let members) where members.count == 1 && members[0].name.value == "sql":
      guard case .scalar(let expression, _) = members[0].value.content else { break }
      return .value(.expression(expression))
    case .null where isRange:
      reportPartitionValue(
        syntax.range, "A bound of partition '\(part.name.value)' is no NULL",
        "NULL lies below all values, so it is in the first partition.")
      return nil
    case .null: return .value(.null)
    default: break
    }
    if let column { return readValue(syntax, as: column, ignoresQuotes: true).map { .value($0) } }
    guard case .scalar(let text, _) = syntax.content, let number = DecimalText(text), number.isWhole64 else {
      reportPartitionValue(
        syntax.range,
        "A bound of partition '\(part.name.value)' is a whole number\(isRange ? " or max" : ""), since an expression gives one",
        "Write { columns: […] } in place of the expression to compare dates and texts, or { sql: \"…\" } for an expression "
          + "of numbers.")
      return nil
    }
    return .value(.number(number.text))
  }

  private mutating func reportPartitionValue(_ range: SourceRange, _ summary: String, _ explanation: String) {
    diagnostics.error(GraphRule.partitionValue, at: range, summary, explanation: explanation)
  }
}

extension DecimalText {
  /// Whether it is a whole number of 64 bits, with a sign or without.
  fileprivate var isWhole64: Bool {
    guard fraction.isEmpty, let magnitude = UInt64(digits) else { return false }
    return !isNegative || magnitude <= 1 << 63
  }
}
