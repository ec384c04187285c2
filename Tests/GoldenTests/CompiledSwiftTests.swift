import TestSupport
import Testing

/// All Swift that is generated compiles, without a warning, in Swift 6 mode.
@Suite struct CompiledSwiftTests {
  @Test(arguments: GoldenCase.right)
  func compiles(_ golden: GoldenCase) throws {
    #expect(try SwiftModule(Compilation(golden).outputs.swift).typeCheck() == "")
  }

  @Test(arguments: ProjectSchema.all)
  func compiles(_ schema: ProjectSchema) throws {
    #expect(try SwiftModule(Compilation(try schema.text(), path: schema.path).outputs.swift).typeCheck() == "")
  }
}
