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
    var rest = Substring(text)
    var hasMinus = false
    if let sign = rest.first, sign == "-" || sign == "+" {
      hasMinus = sign == "-"
      rest = rest.dropFirst()
    }
    let parts = rest.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let whole = parts.first ?? ""
    let fraction = parts.count > 1 ? parts[1] : ""
    guard !(whole.isEmpty && fraction.isEmpty), (whole + fraction).utf8.allSatisfy(Self.isDigit) else { return nil }
    let significant = whole.drop { $0 == "0" }
    digits = significant.isEmpty ? "0" : String(significant)
    self.fraction = String(fraction)
    isNegative = hasMinus && !(significant.isEmpty && fraction.allSatisfy { $0 == "0" })
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
