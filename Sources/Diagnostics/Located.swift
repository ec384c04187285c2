/// A value together with the place where it was written.
public struct Located<Value: Sendable>: Sendable {
  /// What was written, as it was understood.
  public var value: Value
  /// Where it was written.
  public var range: SourceRange

  /// `value`, written at `range`.
  public init(_ value: Value, at range: SourceRange) {
    self.value = value
    self.range = range
  }

  /// The same place with the value that `transform` gives.
  public func map<Other: Sendable>(_ transform: (Value) throws -> Other) rethrows -> Located<Other> {
    Located<Other>(try transform(value), at: range)
  }
}

extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}
