import CSVSyntax
import Diagnostics
import SchemaLanguage

/// Reads the fields of one column of a file. (A class, since it is asked for each of them: a copy would cost.)
final class FieldReader: Sendable {
  /// What is wrong with a field.
  struct Failure: Error {
    let diagnostic: Diagnostic
  }

  let column: Column
  private let enumerations: [Enumeration]
  private let plain: Plain

  /// The values that most fields of a type have, and that are known at a glance: no other reading of them is possible.
  private enum Plain {
    case integer(ClosedRange<Int64>)
    case text(length: Int)
    case decimal(whole: Int, scale: Int)
    case date
    case none
  }

  init(column: Column, enumerations: [Enumeration]) {
    self.column = column
    self.enumerations = enumerations
    plain =
      switch column.type {
      case .integer(let width, let isUnsigned, _):
        // Eighteen digits, which are the most that are looked at, fit in 63 bits.
        width == .big
          ? .integer((isUnsigned ? 0 : -Int64.max)...Int64.max)
          : isUnsigned
            ? .integer(0...(1 << Int64(width.rawValue * 8) - 1))
            : .integer(-(1 << Int64(width.rawValue * 8 - 1))...(1 << Int64(width.rawValue * 8 - 1) - 1))
      case .char(let length), .varchar(let length): .text(length: length)
      case .decimal(let precision, let scale, _, _): .decimal(whole: precision - scale, scale: scale)
      case .date: .date
      default: .none
      }
  }

  /// Whether a field that is not empty has a value that is known at a glance; else ``read(_:)`` has to look.
  func isPlain(_ field: CSVReader.Field, in reader: CSVReader) -> Bool {
    reader.isVerbatim(field) && reader.withBytes(of: field) { isPlain($0) }
  }

  /// The value of a field that is not empty, where it is known at a glance.
  func plainValue(_ field: CSVReader.Field, in reader: CSVReader) -> Value? {
    guard reader.isVerbatim(field) else { return nil }
    return reader.withBytes(of: field) { bytes in
      guard isPlain(bytes) else { return nil }
      let text = String(decoding: bytes, as: UTF8.self)
      switch plain {
      case .integer, .decimal: return .number(text)
      case .text, .date: return .text(text)
      case .none: return nil
      }
    }
  }

  private func isPlain(_ bytes: UnsafeRawBufferPointer) -> Bool {
    switch plain {
    case .integer(let range): bytes.count <= 18 && Self.integer(bytes).map(range.contains) == true
    case .text(let length):
      bytes.count <= length && bytes.last != UInt8(ascii: " ") && bytes.allSatisfy { $0 < 0x80 }
    case .decimal(let whole, let scale): Self.isDecimal(bytes, whole: whole, scale: scale)
    case .date: Self.isDate(bytes)
    case .none: false
    }
  }

  /// That a field stands for NULL and the column is not nullable.
  func nullProblem(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      ValueRule.null.identifier, at: range, "Column '\(column.attribute)' is not nullable",
      explanation: "Give it a value, or write '?' behind its type.")
  }

  /// Reads a field that does not stand for NULL.
  func read(_ syntax: ValueSyntax) -> Result<Value, Failure> {
    if case .null = syntax.content { return .success(.null) }
    var reader = ValueReader(column: column, enumerations: enumerations, ignoresQuotes: false)
    if let value = reader.read(syntax) { return .success(value) }
    let problem = reader.problem
    return .failure(
      Failure(
        diagnostic: Diagnostic(
          (problem?.rule ?? .type).identifier, at: syntax.range,
          problem?.summary ?? "Column '\(column.attribute)' cannot hold this", explanation: problem?.explanation,
          fixIts: problem?.fixIt.map { [$0] } ?? [])))
  }

  /// A whole number as it would be written: no zeros in front, no `+`.
  private static func integer(_ bytes: UnsafeRawBufferPointer) -> Int64? {
    var number: Int64 = 0
    let isNegative = bytes[0] == UInt8(ascii: "-")
    let digits = isNegative ? bytes[1...] : bytes[...]
    guard let first = digits.first, first != UInt8(ascii: "0") || bytes.count == 1 else { return nil }
    for byte in digits {
      let digit = byte &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      number = number &* 10 &+ Int64(digit)
    }
    return isNegative ? -number : number
  }

  /// Whether it is a decimal number without sign as it would be written, with no more digits than these.
  private static func isDecimal(_ bytes: UnsafeRawBufferPointer, whole: Int, scale: Int) -> Bool {
    var digits = 0
    var fraction = -1
    for byte in bytes {
      if byte == UInt8(ascii: "."), fraction < 0 {
        fraction = 0
      } else if byte &- UInt8(ascii: "0") < 10 {
        if fraction < 0 { digits += 1 } else { fraction += 1 }
      } else {
        return false
      }
    }
    guard digits > 0, digits <= whole, fraction != 0, fraction <= scale else { return false }
    return bytes[0] != UInt8(ascii: "0") || digits == 1
  }

  /// Whether it is a day that every month has.
  private static func isDate(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else { return false }
    func number(_ positions: ClosedRange<Int>) -> Int? {
      var number = 0
      for position in positions {
        let digit = bytes[position] &- UInt8(ascii: "0")
        guard digit < 10 else { return nil }
        number = number * 10 + Int(digit)
      }
      return number
    }
    guard number(0...3) != nil, let month = number(5...6), let day = number(8...9) else { return false }
    return (1...12).contains(month) && (1...28).contains(day)
  }
}
