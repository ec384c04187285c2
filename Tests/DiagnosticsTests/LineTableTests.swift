import Diagnostics
import Testing

@Suite struct LineTableTests {
  private func table(_ text: String) -> LineTable { table(Array(text.utf8)) }

  private func table(_ bytes: [UInt8]) -> LineTable { LineTable(SourceFile(path: "test.yaml", bytes: bytes)) }

  /// `line:column` of every byte and of the end.
  private func places(_ bytes: [UInt8]) -> [String] {
    let table = table(bytes)
    return (0...bytes.count).map { offset in
      let location = table.location(of: UInt32(offset))
      return "\(location.line):\(location.column)"
    }
  }

  @Test func endsLinesAtAllThreeLineEnds() {
    #expect(
      places(Array("a\nb\r\nc\rd".utf8)) == ["1:1", "1:2", "2:1", "2:2", "2:2", "3:1", "3:2", "4:1", "4:2"])
    #expect(table("a\nb\r\nc\rd").lineCount == 4)
    #expect(table("").lineCount == 1)
    #expect(table("a\n").lineCount == 2)
  }

  @Test func countsScalars() {
    // Ä has two bytes, the emoji four; U+2028 and U+0085 are characters like others.
    #expect(
      places(Array("Ä😀x".utf8)) == ["1:1", "1:1", "1:2", "1:2", "1:2", "1:2", "1:3", "1:4"])
    #expect(places(Array("\u{2028}a\u{85}b".utf8)).last == "1:5")
  }

  @Test func countsInvalidBytesOneByOne() {
    // A lone continuation, a sequence cut short, and an overlong form.
    #expect(places([0x80, 0x61, 0xE2, 0x82, 0x61, 0xC0, 0x80]) == (1...8).map { "1:\($0)" })
  }

  @Test func leavesOutTheByteOrderMark() {
    #expect(places([0xEF, 0xBB, 0xBF, 0x61]) == ["1:1", "1:1", "1:1", "1:1", "1:2"])
    #expect(table([0xEF, 0xBB, 0xBF, 0x61, 0x0A]).bytes(ofLine: 1) == 3..<4)
  }

  @Test func givesTheBytesOfLines() {
    let table = table("ab\r\n\r\nc\n\rd\r")
    #expect((1...table.lineCount).map { table.bytes(ofLine: $0) } == [0..<2, 4..<4, 6..<7, 8..<8, 9..<10, 11..<11])
  }

  @Test func staysExactInLongLines() {
    let text = "x: 1\n" + String(repeating: "é", count: 5_000) + "\nlast"
    let table = table(text)
    for column in [0, 1, 511, 512, 513, 1_024, 4_999] {
      #expect(table.location(of: UInt32(5 + 2 * column)) == SourceLocation(line: 2, column: column + 1))
    }
    #expect(table.location(of: 10_006) == SourceLocation(line: 3, column: 1))
    #expect(table.bytes(ofLine: 2) == 5..<10_005)
    #expect(table.bytes(ofLine: 3) == 10_006..<10_010)
    #expect(table.lineCount == 3)
  }

  @Test func agreesWithCountingFromTheStart() {
    let line = "ä\tb\r\n\r\u{2028}c😀"
    let bytes = Array(String(repeating: line, count: 400).utf8)
    let table = table(bytes)
    var (lineNumber, column) = (1, 1)
    for (index, scalar) in String(repeating: line, count: 400).unicodeScalars.enumerated() {
      let perLine = Array(line.unicodeScalars)
      let offset =
        index / perLine.count * line.utf8.count
        + perLine.prefix(index % perLine.count).reduce(0) { $0 + UTF8.width($1) }
      let isInsideLineEnd = index % perLine.count == 4
      #expect(
        table.location(of: UInt32(offset))
          == SourceLocation(line: lineNumber, column: isInsideLineEnd ? column - 1 : column))
      if scalar == "\n" || index % perLine.count == 5 {
        (lineNumber, column) = (lineNumber + 1, 1)
      } else {
        column += 1
      }
    }
    #expect(table.lineCount == lineNumber)
  }
}
