extension Value {
  /// The value in a form in which values that the server surely holds equal in `column` are the same.
  ///
  /// Decimal numbers and times lose zeros at their end, floats their notation, BINARY its filling. Texts are folded as far as every collation of the kind
  /// does: letter case under `_ci`, spaces at the end where the collation pads (all but `_0900_`, `_nopad_` and `binary`).
  /// Accents and the rest of a collation's tables are not known here, so texts that differ may still be equal there.
  func comparisonKey(in column: Column) -> Value {
    switch self {
    case .number(let number) where column.type.isApproximate:
      return .number(Double(number).map { $0 == 0 ? "0" : $0.description } ?? number)
    case .number(let number):
      guard number.contains("."), let decimal = DecimalText(number) else { return self }
      let fraction = decimal.significantFraction
      let text = decimal.digits + (fraction.isEmpty ? "" : "." + fraction)
      return .number(decimal.isNegative ? "-" + text : text)
    case .bytes(let bytes):
      guard case .binary = column.type else { return self }
      var end = bytes.count
      while end > 0, bytes[end - 1] == 0 { end -= 1 }
      return .bytes(Array(bytes[..<end]))
    case .text(let text):
      guard let collation = column.collation?.name else { return .text(withoutZeros(text, in: column.type)) }
      let folded =
        collation.hasSuffix("_ci") && !collation.contains("turkish") && !collation.contains("_tr_")
        ? text.lowercased() : text
      guard collation != "binary", !collation.contains("_0900_"), !collation.contains("_nopad_") else {
        return .text(folded)
      }
      var scalars = Substring(folded).unicodeScalars
      while scalars.last == " " { scalars.removeLast() }
      return .text(String(scalars))
    case .null, .serverDefault, .expression: return self
    }
  }

  /// A time without the zeros at the end of its fraction.
  private func withoutZeros(_ text: String, in type: ColumnType) -> String {
    switch type {
    case .time, .datetime, .timestamp:
      guard let point = text.lastIndex(of: ".") else { return text }
      let fraction = text[point...].reversed().drop { $0 == "0" }
      return text[..<point] + (fraction.count == 1 ? "" : String(fraction.reversed()))
    default: return text
    }
  }

  /// Whether texts may be equal under the column's collation though their ``comparisonKey(in:)`` differ.
  func isUndecided(in column: Column) -> Bool {
    guard case .text(let text) = self, let collation = column.collation?.name, !collation.hasSuffix("_bin") else {
      return false
    }
    return !text.utf8.allSatisfy { $0 < 0x80 }
  }
}
