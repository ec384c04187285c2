/// What an include says beside its association's name.
struct IncludeMode: Hashable, Sendable {
  /// `required`, where it is written.
  var required: Bool?
  /// Whether it has the condition `size >= 2`.
  var isConditional: Bool

  /// Every mode.
  static let all = [nil, true, false].flatMap { required in
    [false, true].map { IncludeMode(required: required, isConditional: $0) }
  }

  /// Whether a row without the include is left out: by `required`, else where there is a condition.
  var leavesOut: Bool { required ?? isConditional }

  /// Whether `row` meets the condition. NULL does not.
  func holds(for row: MemoryRow) -> Bool {
    guard isConditional else { return true }
    guard let size = row["size"].flatMap({ Int($0) }) else { return false }
    return size >= 2
  }
}
