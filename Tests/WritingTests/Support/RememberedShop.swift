import Diagnostics
import Foundation
import Generation

/// A project with a schema, an import and a file of rows, and a folder in which runs remember.
final class RememberedShop {
  /// How a run went.
  enum Result: Equatable {
    /// The outputs were made, and this was said.
    case made(String)
    /// No output was made, and this was said.
    case remembered(String)
    /// These errors were found.
    case failed([String])

    /// Whether no output was made.
    var isRemembered: Bool {
      if case .remembered = self { true } else { false }
    }
  }

  private let temporary = TemporaryFolder()

  /// The project's folder.
  var folder: URL { temporary.url.appending(path: "project") }
  /// The folder in which runs remember.
  var cache: URL { folder.appending(path: "cache") }
  /// All that was generated.
  var outputs: [Snapshot] {
    get throws { try ["generated", "elsewhere"].map { try Snapshot(of: folder.appending(path: $0)) } }
  }

  /// A project of which nothing is generated.
  init() throws {
    try write("", "joinery.yaml")
    try write("models: { Part: { columns: { size: integer, weight: double } } }", "schemas/parts.yaml")
    try write("name\nRed\n", "schemas/rows.csv")
    try write(
      """
      database: shop
      imports: [parts.yaml]
      models:
        Colour: { columns: { name: string } }
      seeds:
        Colour: { $options: { file: rows.csv } }
      """, "schemas/shop.yaml")
  }

  /// Writes a file of the project.
  func write(_ text: String, _ path: String) throws {
    let url = folder.appending(path: path)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  /// The text of a file of the project.
  func read(_ path: String) throws -> String { try String(contentsOf: folder.appending(path: path), encoding: .utf8) }

  /// Changes the text of a file of the project.
  func edit(_ path: String, _ change: (String) -> String) throws { try write(change(read(path)), path) }

  /// Removes a file of the project.
  func remove(_ path: String) throws { try FileManager.default.removeItem(at: folder.appending(path: path)) }

  /// Runs a request, changed by `change`.
  func generate(remembers: Bool = true, _ change: (inout Generator.Request) -> Void = { _ in }) throws -> Result {
    let (outcome, progress) = try run(remembers, change)
    if outcome.hasErrors { return .failed(outcome.diagnostics.map(\.identifier.rawValue)) }
    let text = outcome.summaries.joined(separator: "\n")
    // The files that are made are counted.
    return progress.hasSuffix("files") ? .made(text) : .remembered(text)
  }

  /// What a run warns of.
  func warnings() throws -> [String] { try run(true) { _ in }.outcome.diagnostics.map(\.identifier.rawValue) }

  private func run(
    _ remembers: Bool, _ change: (inout Generator.Request) -> Void
  ) throws -> (outcome: Generator.Outcome, progress: String) {
    var request = Generator.Request(folder: folder.path)
    if remembers { request.cacheFolder = cache.path }
    change(&request)
    let progress = RunProgress()
    var outcome = Generator.Outcome()
    try Generator(progress: progress).generate(request, into: &outcome)
    return (outcome, progress.summary)
  }
}
