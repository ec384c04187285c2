internal import Dispatch
internal import Synchronization

extension Range<Int> {
  /// What `transform` makes of the parts of the range, in their order; several threads work on parts at once.
  ///
  /// The parts have `size` positions each, the last one may have fewer. They are the same however many threads there are, so
  /// that a result that depends on them does not depend on the machine.
  public func mapInParts<Part: Sendable>(
    ofSize size: Int, _ transform: @Sendable (Range<Int>) -> Part
  ) -> [Part] {
    let count = (self.count + size - 1) / size
    guard count > 1 else { return isEmpty ? [] : [transform(self)] }
    let parts = Mutex([Part?](repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: count) { position in
      let start = lowerBound + position * size
      let part = transform(start..<Swift.min(start + size, upperBound))
      parts.withLock { $0[position] = part }
    }
    return parts.withLock { $0.compactMap(\.self) }
  }
}
