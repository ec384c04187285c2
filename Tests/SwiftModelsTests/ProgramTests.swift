import SchemaLanguage
import SwiftModels
import Testing

/// Programs that use what is generated; they write each difference from what they expect, and `done`.
@Suite struct ProgramTests {
  private static let rowDecoder = "../TestSupport/Rows/RowDecoder.swift"

  @Test func rowsAreNested() throws {
    let output = try SwiftCompiler.withFiles(
      SchoolDB().files, programs: ["Programs/Nesting/main.swift", Self.rowDecoder]
    ) { try $0.runProgram() }
    #expect(output == "done\n")
  }

  @Test func valuesOfEveryTypeAreDecodedAndEncoded() throws {
    let files = HostileDB(access: .internal, hidesLibraryTypes: false).files
    let output = try SwiftCompiler.withFiles(
      files.filter { $0.name.hasSuffix("Types.swift") },
      programs: ["Programs/Values/main.swift", Self.rowDecoder]
    ) { try $0.runProgram() }
    #expect(output == "done\n")
  }
}
