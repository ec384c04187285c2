/// Parses a dotted path: `students.name`, or a name in backticks where it holds a dot or is a word of conditions.
///
/// In backticks, two of them are one.
struct PathParser {
  /// One name of the path.
  struct Part {
    /// The name, without backticks.
    var name: String
    /// Its bytes in the text, backticks included.
    var bytes: Range<Int>
    /// Whether it was written in backticks.
    var isQuoted: Bool
  }

  /// What is wrong with a path, and where in its text.
  struct Mistake: Error {
    /// The bytes of the text.
    var bytes: Range<Int>
    /// What is wrong, to be read behind `Path 'students.'`.
    var summary: String
  }

  /// The names of the path in `text` behind its first `skipped` bytes, at least one.
  static func parse(_ text: String, skipping skipped: Int) throws(Mistake) -> [Part] {
    let bytes = Array(text.utf8)
    let dot = UInt8(ascii: ".")
    let backtick = UInt8(ascii: "`")
    var parts: [Part] = []
    var position = skipped
    while true {
      let start = position
      if position < bytes.count, bytes[position] == backtick {
        var name: [UInt8] = []
        position += 1
        while true {
          guard position < bytes.count else {
            throw Mistake(bytes: start..<bytes.count, summary: "has a backtick that is not closed")
          }
          let byte = bytes[position]
          position += 1
          if byte == backtick {
            guard position < bytes.count, bytes[position] == backtick else { break }
            position += 1
          }
          name.append(byte)
        }
        guard !name.isEmpty else { throw Mistake(bytes: start..<position, summary: "has an empty name") }
        guard position == bytes.count || bytes[position] == dot else {
          throw Mistake(bytes: position..<bytes.count, summary: "has no dot behind a name in backticks")
        }
        parts.append(Part(name: String(decoding: name, as: UTF8.self), bytes: start..<position, isQuoted: true))
      } else {
        while position < bytes.count, bytes[position] != dot { position += 1 }
        guard start < position else {
          throw Mistake(bytes: max(0, start - 1)..<min(start + 1, bytes.count), summary: "has an empty name")
        }
        parts.append(
          Part(name: String(decoding: bytes[start..<position], as: UTF8.self), bytes: start..<position, isQuoted: false)
        )
      }
      guard position < bytes.count else { return parts }
      position += 1
    }
  }
}
