extension Value {
  /// Whether the server holds it equal to `other` in `column`, a whole number without one; `nil` where that depends on what is
  /// not known here.
  func isEqual(to other: Value, in column: Column?) -> Bool? {
    if self == .null || other == .null { return self == other }
    guard isKnown, other.isKnown else { return nil }
    guard let column else { return self == other }
    let comparison = ValueComparison(column)
    if comparison.key(of: self).certain == comparison.key(of: other).certain { return true }
    return comparison.isUndecided(self) || comparison.isUndecided(other) ? nil : false
  }

  /// Whether the server puts it before `other` in `column`, a whole number without one; NULL comes first. `nil` where that
  /// depends on what is not known here.
  ///
  /// Texts are compared where both are letters and digits of ASCII and the collation is one of those for all languages.
  public func precedes(_ other: Value, in column: Column?) -> Bool? {
    if self == .null || other == .null { return self == .null && other != .null }
    if isEqual(to: other, in: column) == true { return false }
    switch (self, other) {
    case (.number(let left), .number(let right)):
      guard let left = DecimalText(left), let right = DecimalText(right) else { return nil }
      return left.precedes(right)
    case (.bytes(let left), .bytes(let right)): return left.lexicographicallyPrecedes(right)
    case (.text(let left), .text(let right)):
      switch column?.type {
      case .date?, .datetime?, .timestamp?: return left < right
      case .time?:
        guard !left.hasPrefix("-"), !right.hasPrefix("-") else { return nil }
        let (hours, others) = (left.prefix { $0 != ":" }.utf8.count, right.prefix { $0 != ":" }.utf8.count)
        return (hours, left) < (others, right)
      default:
        guard let collation = column?.collation, collation.ordersPlainTextByCode,
          (left + right).utf8.allSatisfy(Self.isLetterOrDigit)
        else { return nil }
        return collation.name.hasSuffix("_bin") ? left < right : left.lowercased() < right.lowercased()
      }
    default: return nil
    }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    default: false
    }
  }
}

extension Collation {
  /// Whether letters and digits of ASCII, in one letter case under `_ci`, stand in the order of their codes.
  fileprivate var ordersPlainTextByCode: Bool {
    if name.hasSuffix("_bin") { return true }
    switch name.dropFirst(charset.utf8.count + 1) {
    case "general_ci", "general_nopad_ci", "unicode_ci", "unicode_nopad_ci", "unicode_520_ci", "unicode_520_nopad_ci",
      "0900_ai_ci", "0900_as_ci", "uca1400_ai_ci", "uca1400_nopad_ai_ci":
      return true
    default: return false
    }
  }
}

extension DecimalText {
  /// Whether the number is smaller than `other`; both are whole.
  fileprivate func precedes(_ other: DecimalText) -> Bool {
    guard isNegative == other.isNegative else { return isNegative }
    let (left, right) = isNegative ? (other, self) : (self, other)
    return (left.digits.utf8.count, left.digits) < (right.digits.utf8.count, right.digits)
  }
}
