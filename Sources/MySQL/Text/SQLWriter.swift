internal import AssociationGraph
internal import SchemaLanguage

/// Writes SQL into a byte buffer: the one place that quotes names and literals.
struct SQLWriter {
  private(set) var bytes: [UInt8] = []
  let target: Target
  /// Whether something was written that a server reads differently under another `sql_mode`: a backslash, a double quote
  /// or `||`.
  private(set) var dependsOnMode = false
  /// Whether a literal holds something beyond ASCII, which a client's character set may change.
  private(set) var holdsUnicode = false

  init(target: Target) { self.target = target }

  /// The buffer as text.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Appends what another writer has written.
  mutating func append(_ other: SQLWriter) {
    bytes.append(contentsOf: other.bytes)
    dependsOnMode = dependsOnMode || other.dependsOnMode
    holdsUnicode = holdsUnicode || other.holdsUnicode
  }

  /// Gives what was written to `take` and forgets it.
  mutating func give(to take: ([UInt8]) throws -> Void) rethrows {
    if !bytes.isEmpty { try take(bytes) }
    removeAll()
  }

  /// Forgets what was written.
  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  mutating func write(_ text: String) {
    // Faster than to append the view of the bytes, by a fifth.
    var text = text
    text.withUTF8 { bytes.append(contentsOf: $0) }
  }

  /// Ends the line and indents the next one by so many spaces.
  mutating func newLine(_ indentation: Int) {
    bytes.append(UInt8(ascii: "\n"))
    for _ in 0..<indentation { bytes.append(UInt8(ascii: " ")) }
  }

  mutating func write(_ scalar: Unicode.Scalar) { bytes.append(UInt8(truncatingIfNeeded: scalar.value)) }

  /// A name in backticks, those inside doubled.
  mutating func name(_ name: String) {
    bytes.append(UInt8(ascii: "`"))
    var name = name
    name.withUTF8 { name in
      if name.allSatisfy({ $0 != UInt8(ascii: "`") && $0 < 0x80 }) {
        bytes.append(contentsOf: name)
        return
      }
      for byte in name {
        if byte == UInt8(ascii: "`") { bytes.append(byte) }
        if byte >= 0x80 { holdsUnicode = true }
        bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "`"))
  }

  /// A name in the partitions of a table: on MySQL without backticks where the server prints none.
  mutating func nameOfPartitions(_ name: String) {
    let isPlain = name.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"):
        true
      default: false
      }
    }
    // What begins with a digit may read as a number.
    let beginsWithDigit = name.utf8.first.map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? true
    if target.isMariaDB || !isPlain || beginsWithDigit || Keywords.contains(name)
      || ReservedWords(of: target).contains(name)
    {
      self.name(name)
    } else {
      write(name)
    }
  }

  /// An expression as the schema has it.
  mutating func expression(_ text: String) {
    var before: UInt8 = 0
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "|") && before == byte {
        dependsOnMode = true
      }
      if byte >= 0x80 { holdsUnicode = true }
      before = byte
    }
    write(text)
  }

  /// A text literal of DDL, escaped as SHOW CREATE TABLE escapes it.
  mutating func tableLiteral(_ text: String) {
    write("'")
    for byte in text.utf8 {
      switch byte {
      case 0: escape("0")
      case UInt8(ascii: "\n"): escape("n")
      case UInt8(ascii: "\r"): escape("r")
      case UInt8(ascii: "\\"): escape("\\")
      case UInt8(ascii: "'"): write("''")
      default:
        if byte >= 0x80 { holdsUnicode = true }
        bytes.append(byte)
      }
    }
    write("'")
  }

  private mutating func escape(_ scalar: Unicode.Scalar) {
    dependsOnMode = true
    write("\\")
    write(scalar)
  }

  /// A text literal of rows and queries, the same in every `sql_mode` and for every character set of the client: in
  /// hexadecimal digits where it holds a backslash or a character that does not show, with an introducer where it is not
  /// ASCII.
  mutating func rowLiteral(_ text: String) {
    if writePlainLiteral(text) { return }
    let isASCII = text.utf8.allSatisfy { $0 < 0x80 }
    if text.unicodeScalars.contains(where: Self.needsDigits) {
      write("_utf8mb4 ")
      hexadecimal(text.utf8)
      return
    }
    if !isASCII { write("_utf8mb4") }
    write("'")
    for byte in text.utf8 {
      if byte == UInt8(ascii: "'") { bytes.append(byte) }
      bytes.append(byte)
    }
    write("'")
  }

  /// Writes a literal of characters that are the same for everyone, as nearly all texts are; `false` for another text.
  private mutating func writePlainLiteral(_ text: String) -> Bool {
    let start = bytes.count
    bytes.append(UInt8(ascii: "'"))
    write(text)
    let isPlain = bytes[(start + 1)...].allSatisfy { byte in
      byte >= 0x20 && byte < 0x7F && byte != UInt8(ascii: "'") && byte != UInt8(ascii: "\\")
    }
    guard isPlain else {
      bytes.removeSubrange(start...)
      return false
    }
    bytes.append(UInt8(ascii: "'"))
    return true
  }

  /// Whether a character cannot stand in a literal: the modes disagree on it, a client may change it, or it makes the line
  /// look like another one (bidirectional marks: "Trojan Source", CVE-2021-42574).
  private static func needsDigits(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case 0..<0x20, 0x5C, 0x7F..<0xA0: true
    case 0x61C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }

  /// `X'…'`.
  mutating func hexadecimal(_ content: some Sequence<UInt8>) {
    write("X'")
    for byte in content {
      bytes.append(Self.digit(byte >> 4))
      bytes.append(Self.digit(byte & 15))
    }
    write("'")
  }

  /// `0x…`, as SHOW CREATE TABLE prints binary defaults; in an expression with small letters.
  mutating func prefixedHexadecimal(_ content: [UInt8], isLowerCase: Bool = false) {
    write("0x")
    for byte in content {
      for digit in [byte >> 4, byte & 15] { bytes.append(Self.digit(digit) | (isLowerCase ? 0x20 : 0)) }
    }
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
  }

  /// A value of a row or a condition.
  mutating func value(_ value: Value) {
    switch value {
    case .null: write("NULL")
    case .serverDefault: write("DEFAULT")
    case .number(let number): write(number)
    case .text(let text): rowLiteral(text)
    case .bytes(let content): hexadecimal(content)
    case .expression(let expression): write(expression)
    // Rows alone have such values, and ``SeedWriter`` writes them.
    case .lookup: write("NULL")
    }
  }

  /// Text for a comment that runs to the end of its line: line ends and control characters become spaces.
  mutating func comment(_ text: String) {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) {
      write(text)
      return
    }
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator: write(" ")
      default: bytes.append(contentsOf: String(scalar).utf8)
      }
    }
  }

  /// The first line of every file.
  mutating func header(of graph: AssociationGraph) {
    write("-- Generated by joinery from ")
    comment(graph.schemaPath)
    write(". Do not edit.\n")
  }
}
