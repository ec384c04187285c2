import Parallelism
import Testing

@Suite struct MapInPartsTests {
  @Test(arguments: [
    (0..<0, []), (5..<6, [5..<6]), (0..<3, [0..<3]), (2..<6, [2..<5, 5..<6]), (0..<9, [0..<3, 3..<6, 6..<9]),
  ])
  func parts(of range: Range<Int>, are parts: [Range<Int>]) {
    #expect(range.mapInParts(ofSize: 3) { $0 } == parts)
  }

  @Test func order() {
    // The first parts take longest.
    let sums = (0..<1_000).mapInParts(ofSize: 10) { part in
      (0..<(1_000 - part.lowerBound) * 100).reduce(part.lowerBound, ^)
    }
    #expect(sums == (0..<100).map { part in (0..<(1_000 - part * 10) * 100).reduce(part * 10, ^) })
  }
}
