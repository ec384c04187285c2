/// Collects lines of Swift source as bytes, indented by two spaces a level.
struct CodeWriter {
  /// The longest line that a list of arguments or conditions may fill, in bytes.
  static let lineLength = 120

  /// What was written.
  private(set) var bytes: [UInt8]
  /// Levels of indentation of the next line.
  private var level = 0
  /// Whether a type of Foundation was named.
  var usesFoundation = false
  /// Whether a type was named that the schema's author wrote.
  var usesAuthorTypes = false

  /// Nothing, with room for so many bytes.
  init(capacity: Int = 0) {
    bytes = []
    bytes.reserveCapacity(capacity)
  }

  /// Writes `parts` as one line.
  mutating func line(_ parts: String...) {
    indent()
    for part in parts { append(part) }
    endLine()
  }

  /// Writes `parts` and `{`; what follows is one level deeper.
  mutating func open(_ parts: String...) {
    indent()
    for part in parts { append(part) }
    append(" {")
    endLine()
    level += 1
  }

  /// Ends the level that ``open(_:)`` began.
  mutating func close() {
    level -= 1
    line("}")
  }

  /// Writes `} else {`.
  mutating func otherwise() {
    level -= 1
    line("} else {")
    level += 1
  }

  /// Writes an empty line.
  mutating func blank() { endLine() }

  /// Writes a line of a doc comment.
  mutating func documentation(_ parts: String...) {
    indent()
    append(parts.isEmpty ? "///" : "/// ")
    for part in parts { append(part) }
    endLine()
  }

  /// Writes `head`, `items` between commas, and `tail`: on one line if it fits, else an item a line.
  mutating func list(_ head: String, _ items: [String], _ tail: String) {
    let start = bytes.count
    indent()
    append(head)
    for (position, item) in items.enumerated() {
      if position > 0 { append(", ") }
      append(item)
    }
    append(tail)
    if bytes.count - start <= Self.lineLength || items.isEmpty {
      endLine()
      return
    }
    bytes.removeSubrange(start...)
    line(head)
    level += 1
    for (position, item) in items.enumerated() { line(item, position + 1 < items.count ? "," : "") }
    level -= 1
    line(tail)
  }

  /// Writes `keyword` (`if`, `guard`), `conditions` and `tail` (`{`, `else {`): on one line if it fits, else a
  /// condition a line. For a `tail` that opens a block, ``indentBlock()`` has to follow.
  mutating func conditions(_ keyword: String, _ conditions: [String], _ tail: String) {
    let start = bytes.count
    indent()
    append(keyword)
    for (position, condition) in conditions.enumerated() {
      append(position > 0 ? ", " : " ")
      append(condition)
    }
    append(" ")
    append(tail)
    if bytes.count - start <= Self.lineLength {
      endLine()
      return
    }
    bytes.removeSubrange(start...)
    line(keyword)
    level += 1
    for (position, condition) in conditions.enumerated() {
      line(condition, position + 1 < conditions.count ? "," : "")
    }
    level -= 1
    line(tail)
  }

  /// What follows is one level deeper, until ``close()`` or ``outdentBlock()``.
  mutating func indentBlock() { level += 1 }

  /// Ends a level that has no closing brace.
  mutating func outdentBlock() { level -= 1 }

  /// Writes finished text as it is, each of its lines indented.
  mutating func lines(_ text: [UInt8]) {
    var start = text.startIndex
    while start < text.endIndex {
      let end = text[start...].firstIndex(of: UInt8(ascii: "\n")) ?? text.endIndex
      if end > start {
        indent()
        bytes.append(contentsOf: text[start..<end])
      }
      endLine()
      start = end + 1
    }
  }

  private mutating func indent() {
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * level))
  }

  /// Appends what another writer has written.
  mutating func append(_ other: CodeWriter) { bytes.append(contentsOf: other.bytes) }

  private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  private mutating func endLine() { bytes.append(UInt8(ascii: "\n")) }
}
