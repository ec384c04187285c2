public import Diagnostics

/// Reads the records of a file of comma-separated values, one at a time (RFC 4180).
///
/// Fields stand between commas; one in double quotes may hold commas, line ends and, doubled, double quotes. A record ends at
/// LF, CR LF or CR outside of quotes, or at the end of the file. A UTF-8 byte order mark at the start of the file is passed
/// over. The reader holds one record and what it has read ahead: 256 KiB, or as much as the longest record takes.
public final class CSVReader {
  /// One field of the record that was read last; its bytes stand in the reader's buffer until the next is read.
  public struct Field: Sendable {
    /// The first byte of the content, an offset into the buffer.
    let lower: Int
    /// Behind the last byte of the content.
    let upper: Int
    /// Whether it stood in quotes.
    public let isQuoted: Bool
    /// Whether a doubled quote stands for one.
    let hasDoubledQuotes: Bool

    /// Whether nothing stands in it.
    public var isEmpty: Bool { lower == upper }
  }

  /// The longest record that is read, in bytes: 64 MiB.
  public static let longestRecord = 64 << 20

  /// The fields of the record that was read last, at least one.
  public private(set) var fields: [Field] = []
  /// What is wrong with the record that was to be read; the file is not read on.
  public private(set) var problem: CSVProblem?

  private let file: RowFile
  private let pieces: RowFile.Pieces
  private var buffer: UnsafeMutableRawBufferPointer
  /// The offset of the buffer's first byte in the file.
  private var base = 0
  /// Where the next record begins, and where what was read ends.
  private var start = 0
  private var end = 0
  private var isAtEnd = false
  private var recordStart = 0

  /// Opens `file` and begins in front of its first record.
  public init(_ file: RowFile) throws(RowFileError) {
    self.file = file
    pieces = try file.open()
    buffer = .allocate(byteCount: 256 << 10, alignment: 16)
    while end < 3, !isAtEnd { try fill() }
    if end >= 3, buffer[0] == 0xEF, buffer[1] == 0xBB, buffer[2] == 0xBF { start = 3 }
  }

  deinit { buffer.deallocate() }

  /// Reads the next record into ``fields``; `false` at the end of the file and where there is a ``problem``.
  public func next() throws(RowFileError) -> Bool {
    guard problem == nil else { return false }
    while true {
      switch scan() {
      case .record: return true
      case .end, .problem: return false
      case .more:
        guard end - start < Self.longestRecord else {
          problem = CSVProblem(kind: .tooLong, range: range(start..<start))
          return false
        }
        try fill()
      }
    }
  }

  /// The bytes of a field, of which `body` must not keep the pointer; two quotes in it are still two.
  @inline(__always)
  public func withBytes<Value>(of field: Field, _ body: (UnsafeRawBufferPointer) -> Value) -> Value {
    body(UnsafeRawBufferPointer(rebasing: buffer[field.lower..<field.upper]))
  }

  /// The text of a field; `nil` where it is no UTF-8.
  public func text(of field: Field) -> String? {
    withBytes(of: field) { bytes in
      guard field.hasDoubledQuotes else { return String(validating: bytes, as: UTF8.self) }
      var content: [UInt8] = []
      content.reserveCapacity(bytes.count)
      var isSecond = false
      for byte in bytes {
        isSecond = byte == UInt8(ascii: "\"") && !isSecond
        if !isSecond || byte != UInt8(ascii: "\"") { content.append(byte) }
      }
      return String(validating: content, as: UTF8.self)
    }
  }

  /// Whether the bytes of a field are its text: nothing in it is doubled.
  @inline(__always)
  public func isVerbatim(_ field: Field) -> Bool { !field.hasDoubledQuotes }

  /// Where a field stands in the file, with its quotes.
  public func range(of field: Field) -> SourceRange {
    let quote = field.isQuoted ? 1 : 0
    return range(field.lower - quote..<field.upper + quote)
  }

  /// How many bytes the record that was read last has, with what ends it.
  public var recordSize: Int { start - recordStart }

  /// Where the record that was read last begins.
  public var recordRange: SourceRange { range(recordStart..<recordStart) }

  // MARK: Scanning

  private enum Step { case record, end, problem, more }

  private func range(_ bytes: Range<Int>) -> SourceRange {
    SourceRange(
      file: file.id, lower: UInt32(clamping: base + bytes.lowerBound), upper: UInt32(clamping: base + bytes.upperBound))
  }

  /// Makes room behind what was read and reads on.
  private func fill() throws(RowFileError) {
    if start > 0 {
      buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[start..<end]))
      base += start
      end -= start
      start = 0
    }
    if end == buffer.count {
      let larger = UnsafeMutableRawBufferPointer.allocate(byteCount: buffer.count * 2, alignment: 16)
      larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[..<end]))
      buffer.deallocate()
      buffer = larger
    }
    let count = try pieces(UnsafeMutableRawBufferPointer(rebasing: buffer[end...]))
    if count == 0 { isAtEnd = true }
    end += count
  }

  /// Takes the next record from the buffer; `.more` where it goes on behind what was read.
  private func scan() -> Step {
    fields.removeAll(keepingCapacity: true)
    let bytes = UnsafeRawBufferPointer(buffer)
    var position = start
    if position == end { return isAtEnd ? .end : .more }
    while true {
      let isQuoted = position < end && bytes[position] == UInt8(ascii: "\"")
      let lower = isQuoted ? position + 1 : position
      var upper = lower
      var hasDoubledQuotes = false
      if isQuoted {
        while true {
          while upper < end, bytes[upper] != UInt8(ascii: "\"") { upper += 1 }
          if upper == end {
            guard isAtEnd else { return .more }
            problem = CSVProblem(kind: .openQuote, range: range(position..<position + 1))
            return .problem
          }
          if upper + 1 == end, !isAtEnd { return .more }
          guard upper + 1 < end, bytes[upper + 1] == UInt8(ascii: "\"") else { break }
          hasDoubledQuotes = true
          upper += 2
        }
        position = upper + 1
      } else {
        scanning: while upper < end {
          switch bytes[upper] {
          case UInt8(ascii: ","), 0x0A, 0x0D: break scanning
          case UInt8(ascii: "\""):
            problem = CSVProblem(kind: .bareQuote, range: range(upper..<upper + 1))
            return .problem
          default: upper += 1
          }
        }
        position = upper
      }
      if position == end, !isAtEnd { return .more }
      fields.append(Field(lower: lower, upper: upper, isQuoted: isQuoted, hasDoubledQuotes: hasDoubledQuotes))
      guard position < end else {
        finish(at: position)
        return .record
      }
      switch bytes[position] {
      case UInt8(ascii: ","): position += 1
      case 0x0A:
        finish(at: position + 1)
        return .record
      case 0x0D:
        if position + 1 == end, !isAtEnd { return .more }
        finish(at: position + 1 < end && bytes[position + 1] == 0x0A ? position + 2 : position + 1)
        return .record
      default:
        problem = CSVProblem(kind: .textBehindQuote, range: range(position..<position + 1))
        return .problem
      }
      // The last field may end the file.
      if position == end, !isAtEnd { return .more }
    }
  }

  private func finish(at position: Int) {
    recordStart = start
    start = position
  }
}
