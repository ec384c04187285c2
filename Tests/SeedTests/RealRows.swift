import Foundation
import TestSupport

/// The tables of a real database with all of their rows, below `Tests/Corpus`.
struct RealRows: Sendable {
  /// `sakila` or `chinook`.
  let name: String
  /// The rows of each table as the server is to give them back, `nil` for NULL.
  let tables: [String: (columns: [String], rows: [[String?]])]
  private let models: [String: String]
  private let schema: String

  /// Reads the files.
  init(_ name: String) throws {
    self.name = name
    let corpus = Repository.root.appending(path: "Tests/Corpus")
    schema = try String(contentsOf: corpus.appending(path: "\(name)/schema.yaml"), encoding: .utf8)
    var tables: [String: (columns: [String], rows: [[String?]])] = [:]
    for file in try FileManager.default.contentsOfDirectory(atPath: corpus.appending(path: "rows/\(name)").path) {
      let records = Self.records(in: try Data(contentsOf: corpus.appending(path: "rows/\(name)/\(file)")))
      tables[String(file.dropLast(4))] = (records[0].compactMap { $0 }, Array(records.dropFirst()))
    }
    self.tables = tables
    var models: [String: String] = [:]
    var model = ""
    for line in schema.split(separator: "\n") {
      if line.hasPrefix("  "), !line.hasPrefix("   "), line.hasSuffix(":") {
        model = String(line.dropFirst(2).dropLast())
      }
      if line.hasPrefix("    table: ") { models[String(line.dropFirst(11))] = model }
    }
    self.models = models
  }

  /// Writes a project with the schema for `server`, changed, and the rows. The files of `labelled` tables have their labels in
  /// these columns, so that their rows may name one another in a circle.
  func write(
    to folder: URL, for server: TestServer, changing changes: [(String, String)] = [], labelled: [String: String] = [:],
    only: Set<String>? = nil
  ) throws {
    var text = schema
    if server == .mariadb {
      text = text.replacing("target: mysql-9", with: "target: mariadb-10.11")
        .replacing("utf8mb4_0900_ai_ci", with: "utf8mb4_general_ci")
    }
    for (old, new) in changes { text = text.replacing(old, with: new, maxReplacements: 1) }
    text += "seeds:\n"
    for (table, model) in models.sorted(by: { $0.value < $1.value }) where only?.contains(table) ?? true {
      let label = labelled[table].map { "label: \($0), " } ?? ""
      text += "  \(model): [{ $options: { file: rows/\(table).csv, \(label)nullText: \"\\\\N\" } }]\n"
    }
    let schemas = folder.appending(path: "schemas")
    try FileManager.default.createDirectory(at: schemas, withIntermediateDirectories: true)
    try Data().write(to: folder.appending(path: "joinery.yaml"))
    try text.write(to: schemas.appending(path: "\(name).yaml"), atomically: true, encoding: .utf8)
    try FileManager.default.copyItem(
      at: Repository.root.appending(path: "Tests/Corpus/rows/\(name)"), to: schemas.appending(path: "rows"))
  }

  /// The records of a CSV file (RFC 4180), `\N` as `nil`.
  private static func records(in data: Data) -> [[String?]] {
    var records: [[String?]] = []
    var record: [String?] = []
    var field: [UInt8] = []
    var isQuoted = false
    var isClosed = false
    func end(_ field: inout [UInt8]) -> String? {
      defer { field = [] }
      isClosed = false
      let text = String(decoding: field, as: UTF8.self)
      return text == "\\N" ? nil : text
    }
    for byte in data where byte != UInt8(ascii: "\r") || isQuoted {
      switch byte {
      case UInt8(ascii: "\""):
        // A doubled one ends and begins: it is put back in.
        if !isQuoted, isClosed { field.append(byte) }
        isClosed = isQuoted
        isQuoted.toggle()
      case UInt8(ascii: ",") where !isQuoted: record.append(end(&field))
      case UInt8(ascii: "\n") where !isQuoted:
        record.append(end(&field))
        records.append(record)
        record = []
      default: field.append(byte)
      }
    }
    return records
  }
}
