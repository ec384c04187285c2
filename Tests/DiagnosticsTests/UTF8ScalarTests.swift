import Diagnostics
import Testing

@Suite struct UTF8ScalarTests {
  private func length(_ bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBufferPointer { UTF8Scalar.length(in: $0, at: 0) }
  }

  @Test func knowsEveryScalar() {
    for value in (0 as UInt32)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let bytes = Array(UTF8.encode(scalar).map { Array($0) } ?? [])
      let (length, decoded) = bytes.withUnsafeBufferPointer { bytes in
        let length = UTF8Scalar.length(in: bytes, at: 0)
        return (length, length.map { UTF8Scalar.value(in: bytes, at: 0, length: $0) })
      }
      if length != bytes.count || decoded != value {
        Issue.record("U+\(String(value, radix: 16)) reads as \(String(describing: decoded))")
        return
      }
    }
  }

  @Test(arguments: [
    [0x80], [0xBF], [0xC0, 0x80], [0xC1, 0xBF], [0xC2], [0xC2, 0x41], [0xE0, 0x9F, 0xBF], [0xE1, 0x80],
    [0xE1, 0x80, 0x41], [0xED, 0xA0, 0x80], [0xF0, 0x8F, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80],
    [0xF5, 0x80, 0x80, 0x80],
    [0xF1, 0x80, 0x80], [0xFF],
  ])
  func refusesWhatIsNotWellFormed(bytes: [UInt8]) {
    #expect(length(bytes) == nil)
  }
}
