import TestSupport
import Testing

/// What a schema's author writes stays data in Swift: the compiler reads it, and it comes back as it was.
@Suite struct SwiftInjectionTests {
  private func compile(_ schema: String) throws -> FileTree {
    let compilation = Compilation(Array(schema.utf8), path: "schemas/hostile.yaml")
    try #require(compilation.graph != nil, "\(compilation.diagnostics)")
    return compilation.outputs
  }

  private static let hex =
    "func hex(_ text: String) -> String { text.utf8.map { String($0, radix: 16) }.joined(separator: \" \") }\n"

  private func hex(_ text: String) -> String { text.utf8.map { String($0, radix: 16) }.joined(separator: " ") }

  @Test("texts stay texts") func texts() throws {
    let texts = HostileText.texts
    let files = try compile(HostileSchema.ofTexts(texts))
    var sources = files.swift
    var program = Self.hex
    var expected = ""
    for (number, text) in texts.enumerated() {
      program += "print(hex(Text\(number).seeds[0].body), hex(Text\(number).seeds[0].kind.rawValue))\n"
      expected += "\(hex(text)) \(hex(HostileSchema.member(of: text)))\n"
    }
    sources.files["main.swift"] = Array(program.utf8)
    #expect(try SwiftModule(sources).withProgram { try $0.run(with: FileTree()) } == expected)
  }

  @Test("names stay names") func names() throws {
    let names = HostileText.names
    let files = try compile(HostileSchema.ofNames(names))
    var sources = files.swift
    var program = Self.hex
    var expected = ""
    for (number, name) in names.enumerated() {
      program += "print(hex(Name\(number).CodingKeys.value.rawValue), hex(Find\(number).sql))\n"
      // The statement of the file is the one that the program has, but for the semicolon and the end of the line.
      let lines = files.text(of: "sql/queries/find\(number).sql").split(
        separator: "\n", omittingEmptySubsequences: false)
      let statement = lines.drop { $0.hasPrefix("--") || $0.isEmpty }.joined(separator: "\n").dropLast(2)
      expected += "\(hex(name)) \(hex(String(statement)))\n"
    }
    sources.files["main.swift"] = Array(program.utf8)
    #expect(try SwiftModule(sources).withProgram { try $0.run(with: FileTree()) } == expected)
  }

  @Test("no character in a Swift file or a page reorders or hides what is read", arguments: [true, false])
  func shows(isTexts: Bool) throws {
    let files = try compile(
      isTexts ? HostileSchema.ofTexts(HostileText.texts) : HostileSchema.ofNames(HostileText.names))
    for (path, bytes) in files.files where !path.hasPrefix("sql/") {
      let hidden = String(decoding: bytes, as: UTF8.self).unicodeScalars.filter(\.isHidden)
      #expect(hidden.isEmpty, "\(path)")
    }
  }
}
