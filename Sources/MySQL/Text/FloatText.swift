/// A FLOAT or DOUBLE as the server prints it in a default: the shortest digits that give the number back, in plain notation
/// from 10⁻¹⁵ up to 10¹⁵, or as long as no zeros fill it up; else with an exponent (measured on MySQL 9.7.4).
enum FloatText {
  /// The most digits that FLOAT prints: `FLT_DIG`.
  private static let floatDigits = 6

  /// The text of `number`, a literal as the schema has it; the literal itself if it is no finite number. MySQL keeps the sign of
  /// a zero, MariaDB does not.
  static func text(_ number: String, isSingle: Bool, keepsSignOfZero: Bool) -> String {
    guard let value = Double(number), value.isFinite else { return number }
    if value == 0 { return keepsSignOfZero && value.sign == .minus ? "-0" : "0" }
    var (digits, exponent) = decimal(value.magnitude)
    if isSingle, digits.count > floatDigits { (digits, exponent) = rounded(digits, exponent) }
    return (value < 0 ? "-" : "") + written(digits, exponent)
  }

  /// The significant digits, and the power of ten of the first one.
  private static func decimal(_ value: Double) -> (digits: [UInt8], exponent: Int) {
    let parts = value.description.split(separator: "e")
    let point = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    let whole = Array(point[0].utf8)
    let fraction = point.count > 1 ? Array(point[1].utf8) : []
    var digits = whole + fraction
    var exponent = whole.count - 1 + (parts.count > 1 ? Int(parts[1]) ?? 0 : 0)
    while digits.count > 1, digits.first == UInt8(ascii: "0") {
      digits.removeFirst()
      exponent -= 1
    }
    while digits.count > 1, digits.last == UInt8(ascii: "0") { digits.removeLast() }
    return (digits, exponent)
  }

  private static func rounded(_ digits: [UInt8], _ exponent: Int) -> (digits: [UInt8], exponent: Int) {
    var kept = Array(digits[..<floatDigits])
    var exponent = exponent
    if digits[floatDigits] >= UInt8(ascii: "5") {
      var place = floatDigits - 1
      while place >= 0, kept[place] == UInt8(ascii: "9") {
        kept[place] = UInt8(ascii: "0")
        place -= 1
      }
      if place < 0 {
        kept.insert(UInt8(ascii: "1"), at: 0)
        exponent += 1
      } else {
        kept[place] += 1
      }
    }
    while kept.count > 1, kept.last == UInt8(ascii: "0") { kept.removeLast() }
    return (kept, exponent)
  }

  private static func written(_ digits: [UInt8], _ exponent: Int) -> String {
    func text(_ bytes: some Collection<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
    func zeros(_ count: Int) -> String { String(repeating: "0", count: count) }
    switch exponent {
    case 15... where digits.count <= exponent, ..<(-15):
      let rest = digits.dropFirst()
      return text(digits.prefix(1)) + (rest.isEmpty ? "" : "." + text(rest)) + "e\(exponent)"
    case 0...:
      guard digits.count > exponent + 1 else { return text(digits) + zeros(exponent + 1 - digits.count) }
      return text(digits.prefix(exponent + 1)) + "." + text(digits.dropFirst(exponent + 1))
    default: return "0." + zeros(-exponent - 1) + text(digits)
    }
  }
}
