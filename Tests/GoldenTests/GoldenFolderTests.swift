import TestSupport
import Testing

/// The folders of `Tests/Goldens` hold what their schemas give, byte for byte. `JOINERY_RECORD=1` writes them anew.
@Suite struct GoldenFolderTests {
  @Test(arguments: GoldenCase.right)
  func outputs(of golden: GoldenCase) throws {
    let compilation = Compilation(golden)
    try #require(compilation.graph != nil, "\(compilation.diagnostics)")
    try golden.expect(compilation.outputs, isIn: "expected")
    try golden.expect(compilation.diagnostics.isEmpty ? nil : compilation.diagnostics, isIn: "warnings.txt")
    #expect(try golden.text(of: "errors.txt") == nil, "A schema that is right has no errors.txt")
  }

  @Test(arguments: GoldenCase.wrong)
  func errors(of golden: GoldenCase) throws {
    let compilation = Compilation(golden)
    #expect(compilation.graph == nil, "The schema has no error")
    try golden.expect(compilation.diagnostics, isIn: "errors.txt")
  }

  @Test func caseHasAComment() {
    for golden in GoldenCase.all {
      #expect(golden.schema.starts(with: Array("# ".utf8)), "\(golden.name) does not say what it is about")
    }
  }
}
