/// What few declarations of a kind say, kept in a place of its own: a schema has many declarations, and each has room for
/// everything that it may say. What is not said takes the room of a reference.
@propertyWrapper
public struct Rare<Value: Sendable>: Sendable {
  private final class Place: Sendable {
    let value: Value

    init(_ value: Value) { self.value = value }
  }

  private var place: Place?

  /// Nothing is said.
  public init() {}

  /// What is said; `nil` for nothing.
  public init(wrappedValue: Value?) { place = wrappedValue.map { Place($0) } }

  /// What is said; `nil` for nothing.
  public var wrappedValue: Value? {
    get { place?.value }
    set { place = newValue.map { Place($0) } }
  }
}
