/// A number in plain decimal notation, of any length.
struct DecimalText {
  /// Whether a `-` stands before it and it is not zero.
  let isNegative: Bool
  /// The digits before the point, without leading zeros; at least one.
  let digits: String
  /// The digits behind the point, as they were written.
  let fraction: String

  /// The number that `text` writes: `-12.50`, `+3`, `010`, `.5`; `nil` for anything else.
  init?(_ text: String) {
    var rest = text.utf8[...]
    var hasMinus = false
    if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      hasMinus = sign == UInt8(ascii: "-")
      rest = rest.dropFirst()
    }
    let point = rest.firstIndex(of: UInt8(ascii: ".")) ?? rest.endIndex
    let whole = rest[..<point]
    let fraction = rest[point...].dropFirst()
    guard !(whole.isEmpty && fraction.isEmpty), whole.allSatisfy(Self.isDigit), fraction.allSatisfy(Self.isDigit) else {
      return nil
    }
    let zero = UInt8(ascii: "0")
    let significant = whole.drop { $0 == zero }
    digits = significant.isEmpty ? "0" : String(Substring(significant))
    self.fraction = String(Substring(fraction))
    isNegative = hasMinus && !(significant.isEmpty && fraction.allSatisfy { $0 == zero })
  }

  /// The number without needless zeros in front.
  var text: String { (isNegative ? "-" : "") + digits + (fraction.isEmpty ? "" : "." + fraction) }

  /// The digits behind the point without zeros at the end.
  var significantFraction: Substring {
    var end = fraction.endIndex
    while end > fraction.startIndex, fraction[fraction.index(before: end)] == "0" { end = fraction.index(before: end) }
    return fraction[..<end]
  }

  /// Whether `text` is a decimal number, perhaps with an exponent: `1e-10`.
  static func isFloat(_ text: String) -> Bool {
    let parts = text.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == "e" || $0 == "E" }
    guard let mantissa = parts.first, DecimalText(String(mantissa)) != nil else { return false }
    guard parts.count == 2 else { return true }
    guard let exponent = DecimalText(String(parts[1])) else { return false }
    return exponent.fraction.isEmpty && !parts[1].contains(".")
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
