import AssociationGraph
import SchemaLanguage
import SwiftModels
import Testing

/// What is generated compiles in Swift 6 mode with warnings as errors, with and without the stricter upcoming features.
@Suite struct CompilationTests {
  @Test(arguments: SwiftDeclaration.Access.allCases, [false, true])
  func studentDatabaseCompiles(access: SwiftDeclaration.Access, strict: Bool) throws {
    let messages = try SwiftCompiler.withFiles(StudentDB(access: access).files) { try $0.typeCheck(strict: strict) }
    #expect(messages == "")
  }

  @Test(arguments: SwiftDeclaration.Access.allCases, [false, true])
  func everyNameAndTypeCompiles(access: SwiftDeclaration.Access, strict: Bool) throws {
    let database = HostileDB(access: access, hidesLibraryTypes: true)
    let messages = try SwiftCompiler.withFiles(database.files) { try $0.typeCheck(strict: strict) }
    #expect(messages == "")
  }

  @Test(arguments: SwiftDeclaration.Access.allCases)
  func singleFileCompiles(access: SwiftDeclaration.Access) throws {
    let database = HostileDB(access: access, hidesLibraryTypes: true)
    let file = SwiftEmitter(graph: database.graph).singleFile(
      stem: "hostile", statements: database.statements.map { [$0] })
    #expect(file.name == "hostile.swift")
    let messages = try SwiftCompiler.withFiles([file]) { try $0.typeCheck(strict: true) }
    #expect(messages == "")
  }

  @Test(arguments: SwiftDeclaration.Access.allCases)
  func filesStandBesideOthersThatImportPlainly(access: SwiftDeclaration.Access) throws {
    let user = SwiftFile(name: "User.swift", bytes: Array("import Foundation\nfunc now() -> Date { Date() }\n".utf8))
    let messages = try SwiftCompiler.withFiles(StudentDB(access: access).files + [user]) {
      try $0.typeCheck(strict: false)
    }
    #expect(messages == "")
  }

  @Test func theCompilerIsAsked() throws {
    let wrong = SwiftFile(name: "Wrong.swift", bytes: Array("let x: Int = \"\"\n".utf8))
    #expect(try SwiftCompiler.withFiles([wrong]) { try $0.typeCheck(strict: true) } != "")
  }
}
