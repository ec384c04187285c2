/// A value of a result as the server sent it: NULL, or bytes.
///
/// A test writes text and NULL as literals: `[["1", nil, "Ada"]]`.
public enum ResultValue: Hashable, Sendable {
  /// NULL, which is neither the text `NULL` nor empty text.
  case null
  /// The bytes: text in UTF-8, numbers and times as text, binary columns as they are.
  case bytes([UInt8])

  /// The value as text; `nil` for NULL and for bytes that are no UTF-8.
  public var text: String? {
    if case .bytes(let bytes) = self { String(validating: bytes, as: UTF8.self) } else { nil }
  }
}

extension ResultValue: ExpressibleByStringLiteral, ExpressibleByNilLiteral {
  /// The bytes of `text` in UTF-8.
  public init(stringLiteral text: String) { self = .bytes(Array(text.utf8)) }
  /// NULL.
  public init(nilLiteral: ()) { self = .null }
}

extension ResultValue: CustomStringConvertible {
  /// `NULL`, the text in quotation marks, or the hexadecimal bytes of what is no text: `x'00FF'`.
  public var description: String {
    guard case .bytes(let bytes) = self else { return "NULL" }
    if let text { return text.debugDescription }
    return "x'\(bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined())'"
  }
}
