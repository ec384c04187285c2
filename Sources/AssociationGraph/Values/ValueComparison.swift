/// How the server compares the values of a column, or of the part of it that an index holds.
struct ValueComparison {
  private let type: ColumnType
  private let text: TextComparison?
  private let length: Int?

  /// The comparison of `column`, or of its first `length` characters, or bytes where it is binary.
  init(_ column: Column, length: UInt64? = nil) {
    type = column.type
    // A member of an ENUM or SET is compared by its number.
    switch column.type {
    case .enumeration, .set: text = nil
    default: text = column.collation.map { TextComparison($0) }
    }
    self.length = length.map { Int(clamping: $0) }
  }

  /// Whether `value` may be equal to one with another key.
  func isUndecided(_ value: Value) -> Bool { key(of: value).possible != nil }

  /// The key of `value`.
  ///
  /// Values with the same ``ComparedValue/certain`` are surely equal: decimal numbers and times lose zeros at their end,
  /// floats their notation, BINARY its filling, texts what their collation does not see.
  func key(of value: Value) -> ComparedValue {
    switch value {
    case .number(let number): ComparedValue(certain: .number(self.number(number)))
    case .bytes(let bytes): ComparedValue(certain: .bytes(self.bytes(bytes)))
    case .text(let text): self.text(text)
    case .null, .serverDefault, .expression, .lookup: ComparedValue(certain: value)
    }
  }

  private func number(_ number: String) -> String {
    switch type {
    case .float: return Double(number).map { Float($0) }.map { $0 == 0 ? "0" : $0.description } ?? number
    case .double: return Double(number).map { $0 == 0 ? "0" : $0.description } ?? number
    default: break
    }
    guard number.contains("."), let decimal = DecimalText(number) else { return number }
    let fraction = decimal.significantFraction
    let text = decimal.digits + (fraction.isEmpty ? "" : "." + fraction)
    return decimal.isNegative ? "-" + text : text
  }

  private func bytes(_ bytes: [UInt8]) -> [UInt8] {
    var kept = bytes.prefix(length ?? bytes.count)
    if case .binary = type {
      while kept.last == 0 { kept.removeLast() }
    }
    return Array(kept)
  }

  private func text(_ text: String) -> ComparedValue {
    guard let comparison = self.text else { return ComparedValue(certain: .bytes(Array(withoutZeros(text).utf8))) }
    var scalars = text.unicodeScalars[...]
    // CHAR does not keep the spaces at the end.
    if case .char = type {
      while scalars.last == " " { scalars.removeLast() }
    }
    if let length { scalars = scalars.prefix(length) }
    let key = comparison.key(of: String(scalars))
    return ComparedValue(
      certain: .bytes(key.certain), possible: key.possible.map { .bytes($0) }, plain: key.plain.map { .bytes($0) })
  }

  /// A time without the zeros at the end of its fraction; other values without a collation as they are.
  private func withoutZeros(_ text: String) -> Substring {
    switch type {
    case .time, .datetime, .timestamp:
      guard let point = text.lastIndex(of: ".") else { return text[...] }
      var fraction = text[point...]
      while fraction.last == "0" { fraction.removeLast() }
      return text[..<(fraction.count == 1 ? point : fraction.endIndex)]
    default: return text[...]
    }
  }
}

/// A value as the server compares it; see ``TextComparison/Key``.
struct ComparedValue {
  /// Equal for values that are surely equal.
  let certain: Value
  /// Different for values that surely differ; `nil` where that is so for ``certain``.
  var possible: Value?
  /// Where both values have one: different for values that surely differ.
  var plain: Value?
}

extension Value {
  /// The value in a form in which values that the server surely holds equal in `column` are the same.
  func comparisonKey(in column: Column) -> Value { ValueComparison(column).key(of: self).certain }
}
