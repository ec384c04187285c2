import Foundation
import Testing

/// A page of Markdown as GitHub's own reader of Markdown, `cmark-gfm`, sees it.
struct MarkdownPage {
  /// The names of its elements, where each begins and ends; texts are left out, since those that follow each other are one.
  let elements: [String]
  /// Its texts.
  let texts: [String]

  /// Reads `page`.
  init(_ page: String) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "joinery-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(page.utf8).write(to: folder.appending(path: "page.md"))
    let output = folder.appending(path: "page.xml")
    try Data().write(to: output)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments =
      ["cmark-gfm", "-t", "xml"] + ["table", "strikethrough", "autolink", "tagfilter"].flatMap { ["-e", $0] }
      + [folder.appending(path: "page.md").path]
    process.standardOutput = try FileHandle(forWritingTo: output)
    try process.run()
    process.waitUntilExit()
    try #require(
      process.terminationStatus == 0, "The tests need cmark-gfm; Scripts/install-test-requirements installs it")
    let xml = try String(contentsOf: output, encoding: .utf8)
    elements = xml.matches(of: /<\/?([a-z_]+)/).map { String($0.1) }.filter { $0 != "text" }
    texts = xml.matches(of: /<text[^>]*>([^<]*)<\/text>/).map { String($0.1) }
  }
}
