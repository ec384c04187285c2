/// A text with places in it, marked by keycap digits: in `name: 1️⃣Ada1️⃣` the mark 1 is around `Ada`.
///
/// A digit that stands once marks a place, one that stands twice the range between. The marks are no part of ``text``.
public struct MarkedText: Sendable {
  /// The text without the marks.
  public let text: String
  /// The marked bytes of ``text``, by digit; empty ranges for places.
  public let ranges: [Int: Range<Int>]
  /// The digits that stand once.
  public let places: Set<Int>

  /// Takes the marks out of `marked`.
  public init(_ marked: String) {
    let scalars = Array(marked.unicodeScalars)
    var text = String.UnicodeScalarView()
    var offset = 0
    var ranges: [Int: Range<Int>] = [:]
    var places: Set<Int> = []
    var position = 0
    while position < scalars.count {
      let scalar = scalars[position]
      if scalar.properties.numericType == .decimal, scalar.isASCII,
        scalars[position...].dropFirst().starts(with: ["\u{FE0F}", "\u{20E3}"])
      {
        let digit = Int(scalar.value) - 0x30
        if let first = ranges[digit] {
          ranges[digit] = first.lowerBound..<offset
          places.remove(digit)
        } else {
          ranges[digit] = offset..<offset
          places.insert(digit)
        }
        position += 3
      } else {
        text.append(scalar)
        offset += UTF8.width(scalar)
        position += 1
      }
    }
    self.text = String(text)
    self.ranges = ranges
    self.places = places
  }

  /// The UTF-8 of ``text``.
  public var bytes: [UInt8] { Array(text.utf8) }
}
