import Foundation

/// Rows that a test has got from a server and written down: a line for each, the columns' names first, with a space
/// between the fields. A field is `x` and the hexadecimal digits of its bytes, or `-` for NULL.
struct RowFile {
  private let names: [String]
  private let lines: [[Substring]]

  /// The rows of `query` in `folder`.
  init(_ query: String, in folder: String) throws {
    let text = try String(contentsOfFile: "\(folder)/\(query).rows", encoding: .utf8)
    let lines = text.split(separator: "\n").map { $0.split(separator: " ") }
    names = (lines.first ?? []).map { String(decoding: Self.bytes($0) ?? [], as: UTF8.self) }
    self.lines = Array(lines.dropFirst())
  }

  /// The rows as values of `type`.
  func decode<Row: Decodable>(_ type: Row.Type) throws -> [Row] {
    try lines.map { line in
      try RowDecoder().decode(type, from: zip(names, line).map { (name: $0, value: Self.bytes($1)) })
    }
  }

  private static func bytes(_ field: Substring) -> [UInt8]? {
    if field == "-" { return nil }
    let digits = Array(field.dropFirst())
    return stride(from: 0, to: digits.count, by: 2).compactMap { UInt8(String(digits[$0...($0 + 1)]), radix: 16) }
  }
}
