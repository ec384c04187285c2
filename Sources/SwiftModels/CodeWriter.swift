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

  // A line's parts are parameters of their own: an array of them would take as long as the line.

  /// Writes the parts as one line.
  mutating func line(
    _ a: String, _ b: String = "", _ c: String = "", _ d: String = "", _ e: String = "", _ f: String = "",
    _ g: String = "", _ h: String = "", _ i: String = "", _ j: String = ""
  ) {
    indent()
    append(a, b, c, d, e, f, g, h, i, j)
    endLine()
  }

  /// Writes the parts and `{`; what follows is one level deeper.
  mutating func open(
    _ a: String, _ b: String = "", _ c: String = "", _ d: String = "", _ e: String = "", _ f: String = "",
    _ g: String = "", _ h: String = "", _ i: String = "", _ j: String = ""
  ) {
    indent()
    append(a, b, c, d, e, f, g, h, i, j)
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

  /// Writes an empty line of a doc comment.
  mutating func documentation() { line("///") }

  /// Writes the parts as a line of a doc comment.
  mutating func documentation(
    _ a: String, _ b: String = "", _ c: String = "", _ d: String = "", _ e: String = "", _ f: String = "",
    _ g: String = "", _ h: String = "", _ i: String = "", _ j: String = ""
  ) {
    indent()
    append("/// ")
    append(a, b, c, d, e, f, g, h, i, j)
    endLine()
  }

  /// Writes `head`, so many items between commas, and `tail`: on one line if it fits, else an item a line. `item` writes the
  /// item at a position, and may be asked for it twice.
  mutating func list(_ head: String, count: Int, _ tail: String, item: (Int, inout CodeWriter) -> Void) {
    list(head, count: count, tail, space: "", item: item)
  }

  /// Writes `head`, `items` between commas, and `tail`: on one line if it fits, else an item a line.
  mutating func list(_ head: String, _ items: [String], _ tail: String) {
    list(head, count: items.count, tail) { position, writer in writer.append(items[position]) }
  }

  /// Writes `keyword` (`if`, `guard`), so many conditions and `tail` (`{`, `else {`): on one line if it fits, else a
  /// condition a line. `item` is as in ``list(_:count:_:item:)``. For a `tail` that opens a block, ``indentBlock()`` has to
  /// follow.
  mutating func conditions(_ keyword: String, count: Int, _ tail: String, item: (Int, inout CodeWriter) -> Void) {
    list(keyword, count: count, tail, space: " ", item: item)
  }

  /// Writes `keyword`, `conditions` and `tail` in the same way.
  mutating func conditions(_ keyword: String, _ conditions: [String], _ tail: String) {
    self.conditions(keyword, count: conditions.count, tail) { position, writer in writer.append(conditions[position]) }
  }

  /// Writes a list, on one line with `space` around the items.
  private mutating func list(
    _ head: String, count: Int, _ tail: String, space: String, item: (Int, inout CodeWriter) -> Void
  ) {
    let start = bytes.count
    indent()
    append(head)
    append(space)
    var position = 0
    while position < count, bytes.count - start <= Self.lineLength {
      if position > 0 { append(", ") }
      item(position, &self)
      position += 1
    }
    append(space)
    append(tail)
    if bytes.count - start <= Self.lineLength || count == 0 {
      endLine()
      return
    }
    bytes.removeLast(bytes.count - start)
    line(head)
    level += 1
    for position in 0..<count {
      indent()
      item(position, &self)
      if position + 1 < count { append(",") }
      endLine()
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

  /// Writes `text` in front of what was written.
  mutating func insertAtStart(_ text: CodeWriter) { bytes.insert(contentsOf: text.bytes, at: 0) }

  /// Appends the parts to the line that is being written.
  mutating func append(
    _ a: String, _ b: String, _ c: String = "", _ d: String = "", _ e: String = "", _ f: String = "",
    _ g: String = "", _ h: String = "", _ i: String = "", _ j: String = ""
  ) {
    if !a.isEmpty { append(a) }
    if !b.isEmpty { append(b) }
    if !c.isEmpty { append(c) }
    if !d.isEmpty { append(d) }
    if !e.isEmpty { append(e) }
    if !f.isEmpty { append(f) }
    if !g.isEmpty { append(g) }
    if !h.isEmpty { append(h) }
    if !i.isEmpty { append(i) }
    if !j.isEmpty { append(j) }
  }

  /// Appends `text` to the line that is being written.
  mutating func append(_ text: String) {
    // Faster than to append the view of the bytes, by a fifth.
    var text = text
    text.withUTF8 { bytes.append(contentsOf: $0) }
  }

  private mutating func endLine() { bytes.append(UInt8(ascii: "\n")) }
}
