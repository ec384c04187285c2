import SchemaLanguage

extension Partitioning {
  /// Whether a bound lies below the next one; `nil` where that is not known.
  ///
  /// Several columns are compared one after the other; what follows MAXVALUE counts no more.
  public func isIncreasing(from bound: [PartitionBound], to next: [PartitionBound], in model: Model) -> Bool? {
    for (position, (left, right)) in zip(bound, next).enumerated() {
      let column = column(ofPart: position, in: model)
      switch (left, right) {
      case (.maximum, _): return false
      case (.value, .maximum): return true
      case (.value(let left), .value(let right)):
        guard let precedes = left.precedes(right, in: column) else { return nil }
        if precedes { return true }
        guard let isEqual = left.isEqual(to: right, in: column) else { return nil }
        if !isEqual { return false }
      }
    }
    return false
  }

  /// A bound in a form in which bounds that the server surely holds equal are the same; see ``Value/comparisonKey(in:)``.
  public func comparisonKey(of bound: [PartitionBound], in model: Model) -> [PartitionBound] {
    bound.enumerated().map { position, part in
      guard case .value(let value) = part, let column = column(ofPart: position, in: model) else { return part }
      return .value(value.comparisonKey(in: column))
    }
  }

  /// The column by whose type a part of a bound is compared; `nil` for a whole number.
  public func column(ofPart position: Int, in model: Model) -> Column? {
    guard case .columns(let positions) = function else { return nil }
    return model.columns[positions[position]]
  }
}

/// Which rows the partitions of a table take.
struct PartitionCoverage {
  private let model: Model
  private let partitioning: Partitioning
  /// The columns that the partitions look at.
  let columns: [Int]
  /// The values of LIST in the form of ``Partitioning/comparisonKey(of:in:)``.
  private var listed: Set<[PartitionBound]> = []
  /// Whether other values may be equal to some of LIST.
  private var isListUndecided = false

  /// What the partitions of `model` take; `nil` where that cannot be told: there are none, or they look at an expression.
  init?(of model: Model) {
    guard let partitioning = model.partitioning, let columns = partitioning.columns else { return nil }
    self.model = model
    self.partitioning = partitioning
    self.columns = columns
    guard partitioning.method == .list else { return }
    for bound in partitioning.partitions.lazy.flatMap(\.bounds) {
      listed.insert(partitioning.comparisonKey(of: bound, in: model))
      if isUndecided(bound) { isListUndecided = true }
    }
  }

  /// Whether some partition takes a row whose ``columns`` have `values`; `nil` where that is not known.
  func takes(_ values: [Value]) -> Bool? {
    let row = values.map { PartitionBound.value($0) }
    switch partitioning.method {
    case .hash, .key: return true
    case .range:
      guard let last = partitioning.partitions.last?.bounds.first else { return nil }
      return partitioning.isIncreasing(from: row, to: last, in: model)
    case .list:
      if listed.contains(partitioning.comparisonKey(of: row, in: model)) { return true }
      return isListUndecided || isUndecided(row) ? nil : false
    }
  }

  private func isUndecided(_ bound: [PartitionBound]) -> Bool {
    bound.enumerated().contains { position, part in
      guard case .value(let value) = part, value != .null else { return false }
      guard value.isKnown, let column = partitioning.column(ofPart: position, in: model) else { return !value.isKnown }
      return ValueComparison(column).isUndecided(value)
    }
  }
}
