import CSVSyntax
import Diagnostics
import SchemaLanguage
import TestSupport
import Testing

@testable import AssociationGraph

/// Fields whose values are known at a glance have the values that a closer look gives.
@Suite struct FieldReaderTests {
  private static let types: [ColumnType] = [
    .integer(.tiny, isUnsigned: false, zerofillWidth: nil), .integer(.small, isUnsigned: true, zerofillWidth: nil),
    .integer(.big, isUnsigned: false, zerofillWidth: nil), .integer(.big, isUnsigned: true, zerofillWidth: nil),
    .decimal(precision: 5, scale: 2, isUnsigned: false, isZerofill: false),
    .decimal(precision: 4, scale: 0, isUnsigned: true, isZerofill: false), .char(5), .varchar(5), .date,
  ]

  @Test func `a glance and a look agree`() throws {
    var generator = SeededGenerator(state: 11)
    let pieces = [
      "0", "1", "9", "12", "255", "-", "+", ".", " ", "a", "é", "e", "2024", "-02", "-29", "-30", "-00", "\t",
    ]
    var glances = 0
    for type in Self.types {
      var column = Column(
        name: "c", attribute: "c", swiftName: "c", type: type, isNullable: false, role: .declared,
        declaredAt: SourceRange(file: SourceFileID(index: 0), lower: 0, upper: 0))
      if type.holdsText { column.collation = Collation("utf8mb4_0900_ai_ci") }
      let texts = (0..<TestRun.cases(2_000)).map { _ in
        (0..<Int.random(in: 1...4, using: &generator)).map { _ in pieces.randomElement(using: &generator) ?? "" }
          .joined()
      }
      let bytes = Array(texts.joined(separator: "\n").utf8)
      let reader = try CSVReader(
        RowFile(id: SourceFileID(index: 0), path: "a.csv") {
          () throws(RowFileError) -> RowFile.Pieces in
          var rest = bytes[...]
          return { (buffer) throws(RowFileError) in
            let piece = rest.prefix(buffer.count)
            rest = rest.dropFirst(piece.count)
            buffer.copyBytes(from: piece)
            return piece.count
          }
        })
      let fields = FieldReader(column: column, enumerations: [])
      for text in texts {
        #expect(try reader.next())
        guard let glance = fields.plainValue(reader.fields[0], in: reader) else { continue }
        glances += 1
        let look = fields.read(ValueSyntax(.scalar(text, .plain), at: reader.recordRange))
        #expect(try look.get() == glance, "\(type) \(text)")
      }
    }
    #expect(glances > TestRun.cases(2_000))
  }

  @Test func `a table of keys knows what was added and when it is full`() {
    var table = KeyTable()
    var added = 0
    for hash in 0..<UInt64(KeyTable.capacity) where table.insert(hash &* 0x9E37_79B9_7F4A_7C15 &+ 2) { added += 1 }
    #expect(added == KeyTable.capacity && table.isFull)
    let isAddedToFull = table.insert(1)
    #expect(!isAddedToFull && !table.contains(1))
    let isAddedAgain = table.insert(2)
    #expect(!isAddedAgain && table.contains(2))
    table.removeAll()
    #expect(!table.contains(2) && !table.isFull)
  }

  @Test func `parts of keys fit into a table`() {
    let count = 5 * KeyTable.capacity
    let parts = KeyTable.parts(of: count)
    var sizes = Array(repeating: 0, count: Int(parts))
    var generator = SeededGenerator(state: 5)
    for _ in 0..<count / 16 { sizes[Int(KeyTable.part(of: generator.next(), among: parts))] += 16 }
    #expect(sizes.allSatisfy { $0 <= KeyTable.capacity })
  }
}
