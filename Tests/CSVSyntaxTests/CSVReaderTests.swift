import CSVSyntax
import Diagnostics
import TestSupport
import Testing

/// The records of CSV files, however the file comes in pieces.
@Suite struct CSVReaderTests {
  /// Reads `text` in pieces of `size` bytes: each record's fields, quoted ones in `«»`, and what is wrong in the end.
  private func records(_ text: String, size: Int = 1) throws -> [[String]] {
    let file = RowFile(id: SourceFileID(index: 0), path: "a.csv") {
      () throws(RowFileError) -> RowFile.Pieces in
      var rest = Array(text.utf8)[...]
      return { (buffer) throws(RowFileError) in
        let piece = rest.prefix(min(size, buffer.count))
        rest = rest.dropFirst(piece.count)
        buffer.copyBytes(from: piece)
        return piece.count
      }
    }
    let reader = try CSVReader(file)
    var records: [[String]] = []
    while try reader.next() {
      records.append(
        reader.fields.map { field in
          let text = reader.text(of: field) ?? "?"
          return field.isQuoted ? "«\(text)»" : text
        })
    }
    if let problem = reader.problem { records.append(["\(problem.kind) \(problem.range.lower)"]) }
    return records
  }

  @Test func `fields, quotes and line ends`() throws {
    for size in [1, 2, 3, 7, 1000] {
      #expect(try records("a,b\n1,2\n", size: size) == [["a", "b"], ["1", "2"]])
      #expect(try records("a,b\r\n,\r\n", size: size) == [["a", "b"], ["", ""]])
      #expect(try records("a\rb", size: size) == [["a"], ["b"]])
      #expect(try records("\u{FEFF}a,\"b \"\"c\"\", \r\nd\"", size: size) == [["a", "«b \"c\", \r\nd»"]])
      #expect(try records("\"\",\n\n,", size: size) == [["«»", ""], [""], ["", ""]])
      #expect(try records("", size: size) == [])
      #expect(try records("\u{FEFF}", size: size) == [])
      #expect(try records("é🎉,é", size: size) == [["é🎉", "é"]])
    }
  }

  @Test func `mistakes in the form`() throws {
    for size in [1, 2, 1000] {
      #expect(try records("a\nb,\"c\n", size: size) == [["a"], ["openQuote 4"]])
      #expect(try records("a\nb\"c\nd", size: size) == [["a"], ["bareQuote 3"]])
      #expect(try records("\"a\" ,b", size: size) == [["textBehindQuote 3"]])
    }
  }

  @Test func `records that were written are read`() throws {
    var generator = SeededGenerator(state: 3)
    let pieces = ["a", "bc", ",", "\"", "\n", "\r\n", "\r", "é", "🎉", " "]
    for _ in 0..<TestRun.cases(200) {
      let rows = (0..<Int.random(in: 1...5, using: &generator)).map { _ in
        (0..<Int.random(in: 1...4, using: &generator)).map { _ in
          (0..<Int.random(in: 0...5, using: &generator)).map { _ in pieces.randomElement(using: &generator) ?? "" }
            .joined()
        }
      }
      var text = ""
      for row in rows {
        text += row.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ",")
        text += ["\n", "\r\n", "\r"].randomElement(using: &generator) ?? "\n"
      }
      let size = Int.random(in: 1...20, using: &generator)
      #expect(try records(text, size: size) == rows.map { $0.map { "«\($0)»" } }, "\(text)")
    }
  }

  @Test func `a record may be longer than what is read at once`() throws {
    let long = String(repeating: "x", count: 1 << 20)
    #expect(try records("a,\"\(long)\"\nb,c\n", size: 1 << 16) == [["a", "«\(long)»"], ["b", "c"]])
  }
}
