/// Places in one file at regular distances, to turn byte offsets into lines and columns.
///
/// Lines end at LF, CR LF or CR alone, as in editors; U+0085, U+2028 and U+2029 are characters of a line. A UTF-8 byte
/// order mark at the start of the file takes no column. Building the table reads the file once; a look-up then costs a
/// binary search and some ``stride`` bytes, however many or long the lines are. The table takes about a hundredth of
/// the file's size.
public struct LineTable: Sendable {
  /// The distance of places in the table, in bytes, but for the length of a scalar.
  static let stride = 1024

  /// A place with its line and column, both from 1; it moves on by scalars and line ends.
  private struct Cursor {
    var offset: UInt32
    var line: UInt32 = 1
    var column: UInt32 = 1

    /// The bytes up to the next place; there must be some.
    func step(in bytes: UnsafeBufferPointer<UInt8>) -> (length: Int, endsLine: Bool) {
      let offset = Int(offset)
      switch bytes[offset] {
      case 0x0A: return (1, true)
      case 0x0D: return (offset + 1 < bytes.count && bytes[offset + 1] == 0x0A ? 2 : 1, true)
      default: return (UTF8Scalar.length(in: bytes, at: offset) ?? 1, false)
      }
    }

    mutating func move(_ step: (length: Int, endsLine: Bool)) {
      offset += UInt32(step.length)
      line += step.endsLine ? 1 : 0
      column = step.endsLine ? 1 : column + 1
    }
  }

  /// The number of the last line: of a whole file one more than there are line ends.
  public let lineCount: Int

  private let bytes: [UInt8]
  private let cursors: [Cursor]

  /// The table of `file`.
  public init(_ file: SourceFile) {
    bytes = file.bytes
    let hasMark = file.firstOffset == 0 && bytes.starts(with: [0xEF, 0xBB, 0xBF])
    var cursor = Cursor(offset: hasMark ? 3 : 0, line: UInt32(clamping: file.firstLine))
    var cursors = [cursor]
    bytes.withUnsafeBufferPointer { bytes in
      var next = Int(cursor.offset) + Self.stride
      while cursor.offset < bytes.count {
        cursor.move(cursor.step(in: bytes))
        if cursor.offset >= next {
          cursors.append(cursor)
          next = Int(cursor.offset) + Self.stride
        }
      }
    }
    lineCount = Int(cursor.line)
    self.cursors = cursors
  }

  /// The line and the column of the byte at `offset`, 0 to the size of the file; the end of the file is a place, too.
  ///
  /// A byte inside a scalar or a CR LF has the place of the whole.
  public func location(of offset: UInt32) -> SourceLocation {
    var cursor = cursors[max(0, firstCursor { $0.offset > offset } - 1)]
    bytes.withUnsafeBufferPointer { bytes in
      while cursor.offset < bytes.count {
        let step = cursor.step(in: bytes)
        guard Int(cursor.offset) + step.length <= offset else { break }
        cursor.move(step)
      }
    }
    return SourceLocation(line: Int(cursor.line), column: Int(cursor.column))
  }

  /// The bytes of `line`, the file's first to ``lineCount``, without the line end and without a byte order mark.
  public func bytes(ofLine line: Int) -> Range<Int> {
    var start = cursors[max(0, firstCursor { $0.line >= line } - 1)]
    let last = cursors[max(0, firstCursor { $0.line > line } - 1)]
    return bytes.withUnsafeBufferPointer { bytes in
      while start.line < line, start.offset < bytes.count { start.move(start.step(in: bytes)) }
      var end = start.offset < last.offset ? last : start
      while end.offset < bytes.count {
        let step = end.step(in: bytes)
        if step.endsLine { break }
        end.move(step)
      }
      return Int(start.offset)..<Int(end.offset)
    }
  }

  /// The index of the first place for which `predicate`, which holds from some place on, holds; else the count.
  private func firstCursor(where predicate: (Cursor) -> Bool) -> Int {
    var low = 0
    var high = cursors.count
    while low < high {
      let middle = (low + high) / 2
      if predicate(cursors[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
