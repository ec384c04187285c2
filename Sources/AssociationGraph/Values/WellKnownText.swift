/// A geometry in well-known text (OGC 06-103r4, "Simple Feature Access", section 7; Reference Manual, "Well-Known Text (WKT)
/// Format"): two coordinates a point.
struct WellKnownText {
  private var rest: Substring.UTF8View

  /// The type of the geometry that `text` writes, in capitals; `nil` where it is none.
  static func kind(of text: String) -> String? {
    var scanner = WellKnownText(rest: Substring(text).utf8)
    guard let kind = scanner.geometry(depth: 0) else { return nil }
    scanner.skipSpace()
    return scanner.rest.isEmpty ? kind : nil
  }

  /// The deepest nesting of collections that is read.
  private static let deepest = 32

  private mutating func geometry(depth: Int) -> String? {
    guard depth < Self.deepest else { return nil }
    let kind = word().uppercased()
    let isRead =
      switch kind {
      case "POINT": list { $0.point() != nil } == 1
      case "LINESTRING": line() >= 2
      case "POLYGON": list { $0.ring() } > 0
      case "MULTIPOINT": list { $0.multipointMember() } > 0
      case "MULTILINESTRING": list { $0.line() >= 2 } > 0
      case "MULTIPOLYGON": list { $0.list { $0.ring() } > 0 } > 0
      case "GEOMETRYCOLLECTION": isEmpty() || list { $0.geometry(depth: depth + 1) != nil } > 0
      default: false
      }
    return isRead ? kind : nil
  }

  /// How many items stand between parentheses with commas between them; 0 where it is no such list.
  private mutating func list(_ item: (inout WellKnownText) -> Bool) -> Int {
    guard take("(") else { return 0 }
    var count = 0
    repeat {
      guard item(&self) else { return 0 }
      count += 1
    } while take(",")
    return take(")") ? count : 0
  }

  /// Takes the word EMPTY, or parentheses around nothing, which a collection alone may be.
  private mutating func isEmpty() -> Bool {
    let start = rest
    if word().uppercased() == "EMPTY" || take("(") && take(")") { return true }
    rest = start
    return false
  }

  private mutating func line() -> Int { list { $0.point() != nil } }

  /// A closed line of four points at least.
  private mutating func ring() -> Bool {
    var points: [[Double]] = []
    let count = list { scanner in
      guard let point = scanner.point() else { return false }
      points.append(point)
      return true
    }
    return count >= 4 && points.first == points.last
  }

  /// A point with parentheses or without.
  private mutating func multipointMember() -> Bool {
    skipSpace()
    return rest.first == UInt8(ascii: "(") ? list { $0.point() != nil } == 1 : point() != nil
  }

  private mutating func point() -> [Double]? {
    guard let x = number(), let y = number() else { return nil }
    return [x, y]
  }

  private mutating func number() -> Double? {
    skipSpace()
    let start = rest
    while let byte = rest.first, byte != 0x20, byte != UInt8(ascii: ","), byte != UInt8(ascii: ")"),
      byte != UInt8(ascii: "(")
    {
      rest.removeFirst()
    }
    let text = String(decoding: start[start.startIndex..<rest.startIndex], as: UTF8.self)
    // MariaDB reads no number that begins with its point.
    guard DecimalText.isFloat(text), !text.hasPrefix("."), let number = Double(text), number.isFinite else {
      return nil
    }
    return number
  }

  private mutating func word() -> String {
    skipSpace()
    let start = rest
    while let byte = rest.first, (0x61...0x7A).contains(byte | 0x20) { rest.removeFirst() }
    return String(decoding: start[start.startIndex..<rest.startIndex], as: UTF8.self)
  }

  private mutating func take(_ sign: Unicode.Scalar) -> Bool {
    skipSpace()
    guard let byte = rest.first, UInt32(byte) == sign.value else { return false }
    rest.removeFirst()
    return true
  }

  private mutating func skipSpace() {
    while rest.first == 0x20 { rest.removeFirst() }
  }
}

extension ColumnType.GeometryKind {
  /// The type of well-known text that a column of the type takes; ``geometry`` takes all.
  var wellKnownText: String {
    self == .geomcollection ? "GEOMETRYCOLLECTION" : rawValue.uppercased()
  }

  /// A value of the type.
  var example: String {
    switch self {
    case .geometry, .point: "POINT(1 2)"
    case .linestring: "LINESTRING(0 0, 1 2)"
    case .polygon: "POLYGON((0 0, 0 1, 1 1, 0 0))"
    case .multipoint: "MULTIPOINT(0 0, 1 2)"
    case .multilinestring: "MULTILINESTRING((0 0, 1 2), (3 4, 5 6))"
    case .multipolygon: "MULTIPOLYGON(((0 0, 0 1, 1 1, 0 0)))"
    case .geomcollection: "GEOMETRYCOLLECTION(POINT(1 2))"
    }
  }
}
