import SchemaLanguage

/// Changes schemas so that most of them stay schemas: it takes, moves and doubles blocks of lines (a line and those that are
/// indented deeper), and puts words of the language in the place of others.
struct SchemaMutator {
  /// The words and the examples of the reference page of the language.
  private static let vocabulary: [[UInt8]] = {
    var words: Set<String> = [
      "null", "~", "0", "-1", "4294967296", "18446744073709551616", "''", "\"\\u0000\"", "*a", "&a",
    ]
    for (number, span) in languageReference().split(separator: "`", omittingEmptySubsequences: false).enumerated()
    where number % 2 == 1 && span.utf8.count < 100 {
      words.insert(String(span))
      for word in span.split(whereSeparator: { " ,:{}[]()\n".contains($0) }) { words.insert(String(word)) }
    }
    return words.sorted().map { Array($0.utf8) }
  }()

  private var state: UInt64

  /// A mutator that always makes the same of the same.
  init(seed: UInt32) { state = UInt64(seed) }

  /// Whether something happens that does so in one of `count` cases.
  mutating func happens(oneIn count: Int) -> Bool { random(count) == 0 }

  /// One to three changes of a schema.
  mutating func mutate(_ bytes: [UInt8]) -> [UInt8] {
    var lines = Self.lines(bytes)
    for _ in 0...random(3) {
      switch random(6) {
      case 0: lines.removeSubrange(block(of: lines))
      case 1: insert(Array(lines[block(of: lines)]), into: &lines)
      case 2:
        let range = block(of: lines)
        let moved = Array(lines[range])
        lines.removeSubrange(range)
        insert(moved, into: &lines)
      case 3: insert([word()], into: &lines)
      default: replaceWord(in: &lines)
      }
    }
    return Array(lines.joined(separator: [UInt8(ascii: "\n")]))
  }

  /// The first schema with a block of the second.
  mutating func cross(_ first: [UInt8], _ second: [UInt8]) -> [UInt8] {
    var lines = Self.lines(first)
    let others = Self.lines(second)
    insert(Array(others[block(of: others)]), into: &lines)
    return Array(lines.joined(separator: [UInt8(ascii: "\n")]))
  }

  // MARK: Lines

  private static func lines(_ bytes: [UInt8]) -> [[UInt8]] {
    bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { Array($0) }
  }

  private static func indentation(_ line: [UInt8]) -> Int { line.prefix { $0 == UInt8(ascii: " ") }.count }

  /// A random line and those behind it that are indented deeper.
  private mutating func block(of lines: [[UInt8]]) -> Range<Int> {
    guard !lines.isEmpty else { return 0..<0 }
    let start = random(lines.count)
    let level = Self.indentation(lines[start])
    let end = lines[(start + 1)...].firstIndex { Self.indentation($0) <= level } ?? lines.count
    return start..<end
  }

  /// Puts a block in front of a random line, indented as that.
  private mutating func insert(_ block: [[UInt8]], into lines: inout [[UInt8]]) {
    let position = random(lines.count + 1)
    let level = position < lines.count ? Self.indentation(lines[position]) : 0
    let own = block.first.map { Self.indentation($0) } ?? 0
    let indented = block.map { line in
      [UInt8](repeating: UInt8(ascii: " "), count: max(0, Self.indentation(line) - own + level))
        + line.drop { $0 == UInt8(ascii: " ") }
    }
    lines.insert(contentsOf: indented, at: position)
  }

  /// Puts a word of the language, or another one of the schema, in the place of a word.
  private mutating func replaceWord(in lines: inout [[UInt8]]) {
    guard !lines.isEmpty else { return }
    let position = random(lines.count)
    let old = words(in: lines[position])
    guard !old.isEmpty else { return }
    let other = lines[random(lines.count)]
    let others = words(in: other)
    let new = others.isEmpty || happens(oneIn: 2) ? word() : Array(other[others[random(others.count)]])
    lines[position].replaceSubrange(old[random(old.count)], with: new)
  }

  private func words(in line: [UInt8]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start: Int?
    for (position, byte) in line.enumerated() {
      let isEnd = " ,:{}[]()'\"".utf8.contains(byte)
      if isEnd, let first = start {
        ranges.append(first..<position)
        start = nil
      } else if !isEnd, start == nil {
        start = position
      }
    }
    if let start { ranges.append(start..<line.count) }
    return ranges
  }

  private mutating func word() -> [UInt8] { Self.vocabulary[random(Self.vocabulary.count)] }

  /// A number below `bound` (SplitMix64).
  private mutating func random(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((value ^ (value >> 31)) % UInt64(bound))
  }
}
