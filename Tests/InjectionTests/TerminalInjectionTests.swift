import Foundation
import Testing

/// Nothing that a schema, a file's name or an argument holds steers the terminal.
@Suite struct TerminalInjectionTests {
  private static let marks = "a\u{1B}[2J\u{9B}31m\u{7}\u{8}\u{202E}\u{2066}\u{200F}\u{61C}\u{2028}\u{85}\u{7F}\rb"

  /// What `joinery` prints to both streams.
  private func output(_ arguments: [String], in folder: URL) throws -> String {
    let program = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "joinery")
    let file = folder.appending(path: "output.txt")
    try Data().write(to: file)
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.standardOutput = try FileHandle(forWritingTo: file)
    process.standardError = process.standardOutput
    try process.run()
    process.waitUntilExit()
    return String(decoding: try Data(contentsOf: file), as: UTF8.self)
  }

  @Test(arguments: [
    ["generate", "\(marks).yaml"], ["generate", "\(marks).yaml", "--output", "\(marks)/\(marks)"],
    ["generate", "wrong.yaml"], ["generate", "\(marks).txt"],
    ["generate", "--output", "joinery.yaml/\(marks)", "\(marks).yaml"],
    ["explain", "q", "--schema", "\(marks).yaml"], ["explain", marks, "--schema", "\(marks).yaml"],
    ["explain", "A.`\(marks)`", "--schema", "\(marks).yaml"], ["rules", marks], ["--\(marks)"],
    ["generate", "rows.yaml"], ["generate", "absent.yaml"], ["generate", "rows.yaml", "--format", "json"],
    ["generate", "rows.yaml", "--format", "sarif"], ["generate", "rows.yaml", "--format", "github"],
  ])
  func isInert(arguments: [String]) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "joinery-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let name =
      "\""
      + Self.marks.unicodeScalars.map { "\\U" + String(0x1_0000_0000 | Int($0.value), radix: 16).dropFirst() }
      .joined() + "\""
    let schema = """
      database: hostile
      models:
        A: { columns: { \(name): { type: int, swift: { name: value } } }, comment: \(name) }
      queries:
        q: { from: A, where: { \(name): 1 }, doc: \(name) }

      """
    try Data().write(to: folder.appending(path: "joinery.yaml"))
    try Data(schema.utf8).write(to: folder.appending(path: "\(Self.marks).yaml"))
    try Data(
      (schema + "\(name): \(name)\nenums: { E: [\(name), \(name)] }\nseeds: { \(name): [{ \(name): \(name) }] }\n").utf8
    ).write(to: folder.appending(path: "wrong.yaml"))
    let rows = "seeds: { A: { $options: { file:"
    try Data((schema + "\(rows) \(name.dropLast()).csv\" } } }\n").utf8).write(to: folder.appending(path: "rows.yaml"))
    try Data((schema + "\(rows) \(name.dropLast())b.csv\" } } }\n").utf8)
      .write(to: folder.appending(path: "absent.yaml"))
    // A field too many, no number, a header that is no column.
    let field = "\"\(Self.marks)\""
    try Data("\(field),\(field)x\n\(field),1\n1,2,\(field)\n".utf8)
      .write(to: folder.appending(path: "\(Self.marks).csv"))
    let text = try output(arguments, in: folder)
    #expect(!text.isEmpty)
    let steering = text.unicodeScalars.filter { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator: scalar != "\n"
      default: false
      }
    }
    #expect(steering.isEmpty, "\(text.debugDescription)")
  }
}
