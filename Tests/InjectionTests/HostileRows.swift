import Foundation
import TestSupport

/// Schemas whose rows stand in files, with a hostile text wherever text can stand in such a file or its name.
struct HostileRows {
  /// The schema.
  let schema: [UInt8]
  /// The files beside it.
  let files: FileTree

  /// A compilation of them; `target` is the server.
  func compile(_ target: String = "mysql-9") -> Compilation {
    Compilation(Array("target: \(target)\n".utf8) + schema, path: "schemas/hostile.yaml", beside: files)
  }

  /// Files whose values, labels and texts for NULL are `texts`: the rows of `Text` are read as they come, those of `Label` by
  /// their labels, those of `Link` lead to these. The keys count from 1.
  static func ofTexts(_ texts: [String]) throws -> HostileRows {
    // A label is not empty.
    let labels = texts.filter { !$0.isEmpty }
    let json = try texts.map { text in
      String(decoding: try JSONEncoder().encode([text + "k": [text]]), as: UTF8.self)
    }
    let null = "\\N'; DROP TABLE hostile; -- \u{202E}"
    let schema = """
      database: { name: hostile, collation: utf8mb4_bin }
      defaults: { timestamps: false }
      swift: { seeds: true, layout: single }
      models:
        Text: { columns: { body: string(300), long: text, json: json, nothing: int? } }
        Label: { columns: { name: string(300) } }
        Link: { belongsTo: { label: Label } }
      seeds:
        Text: { $options: { file: texts.csv, nullText: \(HostileSchema.quoted(null)) } }
        Label: { $options: { file: labels.csv, label: key } }
        Link: { $options: { file: links.csv } }

      """
    return HostileRows(
      schema: Array(schema.utf8),
      files: FileTree([
        "texts.csv": csv(
          [["body", "long", "json", "nothing"]] + zip(texts, json).map { [$0, $0, $1] }, lastField: null),
        "labels.csv": csv([["key", "name"]] + labels.map { [$0, $0] }),
        "links.csv": csv([["label"]] + labels.map { [$0] }),
      ]))
  }

  /// A file whose columns are `names`, with one row of the numbers from 0.
  static func ofHeader(_ names: [String]) -> HostileRows {
    let columns = names.enumerated().map {
      "      \(HostileSchema.quoted($1)): { type: int, swift: { name: value\($0) } }\n"
    }
    let schema = """
      database: hostile
      defaults: { timestamps: false }
      swift: { seeds: true }
      models:
        Wide:
          columns:
      \(columns.joined())
      seeds: { Wide: { $options: { file: wide.csv } } }

      """
    return HostileRows(
      schema: Array(schema.utf8),
      files: FileTree(["wide.csv": csv([names, names.indices.map(String.init)])]))
  }

  /// A file of one row for each of `names`, which is the name of the file.
  static func ofFileNames(_ names: [String]) -> HostileRows {
    var models = ""
    var seeds = ""
    var files = FileTree()
    for (number, name) in names.enumerated() {
      models += "  File\(number): { columns: { value: int } }\n"
      seeds += "  File\(number): { $options: { file: \(HostileSchema.quoted(name + ".csv")) } }\n"
      files.files[name + ".csv"] = csv([["value"], [String(number)]])
    }
    let schema = """
      database: hostile
      defaults: { timestamps: false }
      swift: { seeds: true }
      models:
      \(models)seeds:
      \(seeds)
      """
    return HostileRows(schema: Array(schema.utf8), files: files)
  }

  /// The names that a file can have.
  static let fileNames = HostileText.names.filter { !$0.contains("/") }

  /// Records with every field in quotes (RFC 4180); each behind the header has the `lastField`, if there is one, without.
  private static func csv(_ records: [[String]], lastField: String? = nil) -> [UInt8] {
    var text = ""
    for (position, fields) in records.enumerated() {
      text += fields.map(field).joined(separator: ",")
      if position > 0, let lastField { text += ",\(lastField)" }
      text += "\n"
    }
    return Array(text.utf8)
  }

  /// `text` in quotes, those inside doubled: character by character, since one may combine with a quote before it.
  private static func field(_ text: String) -> String {
    var field = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" { field += "\"" }
      field.unicodeScalars.append(scalar)
    }
    return field + "\""
  }
}
