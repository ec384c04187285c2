/// A decimal number of up to 36 digits, without rounding: what the server computes with for integers and DECIMAL.
struct ExactNumber: Equatable {
  /// All digits with the sign.
  let digits: Int128
  /// How many of them stand behind the point.
  let scale: Int

  private static let mostDigits = 36

  private init?(_ digits: Int128, scale: Int) {
    guard scale <= 30 else { return nil }
    self.digits = digits
    self.scale = scale
  }

  /// The whole number `value`.
  init(_ value: Int) {
    digits = Int128(value)
    scale = 0
  }

  /// The number that `text` writes without an exponent; `nil` for others, and for those of more digits.
  init?(_ text: String) {
    guard let decimal = DecimalText(text) else { return nil }
    let fraction = decimal.significantFraction
    guard decimal.digits.utf8.count + fraction.utf8.count <= Self.mostDigits,
      let digits = Int128(decimal.digits + fraction)
    else { return nil }
    self.init(decimal.isNegative ? -digits : digits, scale: fraction.utf8.count)
  }

  /// Whether it is whole.
  var isWhole: Bool { scale == 0 }
  /// Whether it is 0.
  var isZero: Bool { digits == 0 }
  /// Whether a server computes whole numbers like it: in 64 bits with a sign.
  var isInRange: Bool { scale > 0 || Int64(exactly: digits) != nil }

  /// The nearest double.
  var double: Double? { Double(text) }

  private var text: String { scale == 0 ? "\(digits)" : "\(digits)e-\(scale)" }

  /// The sum; `nil` where it has too many digits, as for the others.
  func plus(_ other: ExactNumber) -> ExactNumber? {
    aligned(other) { left, right in
      let (sum, overflows) = left.addingReportingOverflow(right)
      return overflows ? nil : sum
    }
  }

  /// The difference.
  func minus(_ other: ExactNumber) -> ExactNumber? { plus(other.negative) }

  /// The number with the other sign.
  var negative: ExactNumber { ExactNumber(-digits, scale: scale) ?? self }

  /// The number without its sign.
  var absolute: ExactNumber { digits < 0 ? negative : self }

  /// The product.
  func times(_ other: ExactNumber) -> ExactNumber? {
    let (product, overflows) = digits.multipliedReportingOverflow(by: other.digits)
    return overflows ? nil : ExactNumber(product, scale: scale + other.scale)
  }

  /// Whole numbers divided: the part before the point, or what is left over.
  func divided(by other: ExactNumber, isRemainder: Bool) -> ExactNumber? {
    guard isWhole, other.isWhole, !other.isZero else { return nil }
    return ExactNumber(isRemainder ? digits % other.digits : digits / other.digits, scale: 0)
  }

  /// -1, 0 or 1 as it is less than, equal to or greater than `other`; `nil` where that has too many digits.
  func compared(to other: ExactNumber) -> Int? {
    minus(other).map { $0.digits.signum() == 0 ? 0 : $0.digits < 0 ? -1 : 1 }
  }

  private func aligned(_ other: ExactNumber, _ body: (Int128, Int128) -> Int128?) -> ExactNumber? {
    let scale = max(scale, other.scale)
    guard let left = raised(to: scale), let right = other.raised(to: scale), let result = body(left, right) else {
      return nil
    }
    return ExactNumber(result, scale: scale)
  }

  private func raised(to scale: Int) -> Int128? {
    var digits = digits
    for _ in self.scale..<scale {
      let (product, overflows) = digits.multipliedReportingOverflow(by: 10)
      if overflows { return nil }
      digits = product
    }
    return digits
  }
}
