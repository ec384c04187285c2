import Foundation
import MySQLKit

/// A value of a row, to be given in the shape in which each driver has it.
enum SampleValue {
  case boolean(Bool)
  case integer(Int32)
  case decimal(String)
  case double(Double)
  case text(String)
  /// Year, month, day, hour, minute, second in UTC.
  case moment(Int, Int, Int, Int, Int, Int)
  case bytes([UInt8])
  case null

  /// As MySQL sends it: as text, or as the binary protocol has it.
  func mysql(_ format: MySQLData.Format) -> MySQLData {
    let isText = format == .text
    return switch self {
    case .boolean(let value):
      MySQLData(type: .tiny, format: format, buffer: isText ? [value ? 49 : 48] : [value ? 1 : 0])
    case .integer(let value):
      MySQLData(
        type: .long, format: format,
        buffer: isText ? Array("\(value)".utf8) : withUnsafeBytes(of: value.littleEndian, Array.init))
    case .decimal(let text): MySQLData(type: .newdecimal, format: format, buffer: Array(text.utf8))
    case .double(let value):
      MySQLData(
        type: .double, format: format,
        buffer: isText ? Array("\(value)".utf8) : withUnsafeBytes(of: value.bitPattern.littleEndian, Array.init))
    case .text(let text): MySQLData(type: .string, format: format, buffer: Array(text.utf8))
    case .moment(let year, let month, let day, let hour, let minute, let second):
      MySQLData(
        type: .datetime, format: format,
        buffer: isText
          ? Array(momentText(" ", "").utf8)
          : [UInt8(year & 255), UInt8(year >> 8)] + [month, day, hour, minute, second].map { UInt8($0) })
    case .bytes(let bytes): MySQLData(type: .string, format: format, buffer: bytes)
    case .null: MySQLData(type: .string, format: format, buffer: nil)
    }
  }

  /// As JSON has it, with moments in ISO 8601 and bytes in Base64.
  var json: String {
    switch self {
    case .boolean(let value): "\(value)"
    case .integer(let value): "\(value)"
    case .decimal(let text): text
    case .double(let value): "\(value)"
    case .text(let text): "\"\(text)\""
    case .moment: "\"\(momentText("T", "Z"))\""
    case .bytes(let bytes): "\"\(Data(bytes).base64EncodedString())\""
    case .null: "null"
    }
  }

  /// As SQLite has it: whole numbers of 64 bits, moments and decimals as text.
  var sqlite: DatabaseValue {
    switch self {
    case .boolean(let value): .int64(value ? 1 : 0)
    case .integer(let value): .int64(Int64(value))
    case .decimal(let text): .string(text)
    case .double(let value): .double(value)
    case .text(let text):
      UUID(uuidString: text).map { .blob(withUnsafeBytes(of: $0.uuid) { Data($0) }) } ?? .string(text)
    case .moment: .string(momentText(" ", ".000"))
    case .bytes(let bytes): .blob(Data(bytes))
    case .null: .null
    }
  }

  private func momentText(_ separator: String, _ end: String) -> String {
    guard case .moment(let year, let month, let day, let hour, let minute, let second) = self else { return "" }
    return String(
      format: "%04d-%02d-%02d%@%02d:%02d:%02d%@", year, month, day, separator, hour, minute, second, end)
  }
}
