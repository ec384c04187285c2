import Diagnostics
import Foundation
import Generation
import TestSupport
import Testing

/// What a run demands of the files that it reads and writes.
@Suite struct FileRuleTests {
  /// The rules that are tested here.
  static let identifiers = [
    "FILE-NOT-FOUND", "FILE-SAME-STEM", "FILE-OTHER-SCHEMA", "FILE-IN-THE-WAY", "FILE-SAME-OUTPUT", "FILE-NAME",
    "FILE-NOT-CURRENT", "LINT-UNKNOWN-WARNING",
  ]

  /// Generates `schemas` in a project that holds `files`, and gives each finding as `identifier: summary`, with the
  /// project's folder left out.
  private func findings(_ schemas: [String], _ files: [String: String]) throws -> [String] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "joinery-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    var tree = FileTree(files.mapValues { Array($0.utf8) })
    tree.files["joinery.yaml"] = []
    try tree.write(to: folder)
    var outcome = Generator.Outcome()
    try Generator().generate(
      Generator.Request(
        schemas: schemas.map { folder.appending(path: $0).path }, output: folder.appending(path: "out").path),
      into: &outcome)
    return outcome.diagnostics.map {
      "\($0.identifier.rawValue): \($0.summary.replacing(folder.path + "/", with: ""))"
    }
  }

  private static let grade = "database: school\nmodels: { Grade: {} }\n"

  @Test func schemaExists() throws {
    #expect(
      try findings(["school.yaml"], [:]) == ["FILE-NOT-FOUND: There is no schema file 'school.yaml'"])
  }

  @Test func acceptedWarningsAreSilentAndExist() throws {
    let models = "models: { Grade: { hasOne: [Room] }, Room: {} }\n"
    #expect(
      try findings(["school.yaml"], ["school.yaml": "database: school\n" + models]) == [
        "GRAPH-HAS-ONE-NOT-UNIQUE: Association 'room' has one, but its key is not unique: nothing keeps a second row out"
      ])
    let accepted = "database: school\nlint: { GRAPH-HAS-ONE-NOT-UNIQUE: the importer sees to it }\n"
    #expect(try findings(["school.yaml"], ["school.yaml": accepted + models]) == [])
    let misspelt = "database: school\nlint: { GRAPH-HAS-ONE-NOT-UNIQE: oops }\nmodels: { Grade: {} }\n"
    #expect(
      try findings(["school.yaml"], ["school.yaml": misspelt]) == [
        "LINT-UNKNOWN-WARNING: No warning is called 'GRAPH-HAS-ONE-NOT-UNIQE'; did you mean 'GRAPH-HAS-ONE-NOT-UNIQUE'?"
      ])
    // What is an error stays one, and cannot be switched off.
    let error = "database: school\nlint: { GRAPH-UNKNOWN-MODEL: never mind }\nmodels: { Grade: { hasOne: [Rom] } }\n"
    #expect(
      try findings(["school.yaml"], ["school.yaml": error]) == [
        "LINT-UNKNOWN-WARNING: Only warnings can be switched off, and 'GRAPH-UNKNOWN-MODEL' is an error",
        "GRAPH-UNKNOWN-MODEL: An association of 'Grade' leads to model 'Rom', which does not exist",
      ])
  }

  @Test func schemaIsAFile() throws {
    #expect(
      try findings(["a"], ["a/school.yaml": Self.grade]) == ["FILE-NOT-FOUND: A schema is a file, and 'a' is none"])
  }

  @Test func aFileNamedTwiceIsOneSchema() throws {
    #expect(try findings(["school.yaml", "school.yaml"], ["school.yaml": Self.grade]) == [])
  }

  @Test func namesFit() throws {
    #expect(
      try findings(["...yaml"], ["...yaml": Self.grade]) == [
        "FILE-NAME: A schema file's name fills a folder: it does not begin with a full stop and has at most 200 bytes"
      ])
    let long = String(repeating: "q", count: 260)
    #expect(
      try findings(["school.yaml"], ["school.yaml": Self.grade + "queries: { \(long): { from: Grade } }\n"]) == [
        "FILE-NAME: A file's name has at most 255 bytes, and '\(long.prefix(40))…' has 264",
        "FILE-NAME: A file's name has at most 255 bytes, and 'Q\(long.prefix(39))…' has 266",
      ])
  }

  @Test func namesAreNoDevices() throws {
    let models = "models: { Con: {}, Lpt1: {}, Com0: {}, Console: {} }\nqueries: { nul: { from: Con } }\n"
    #expect(
      try findings(["aux.yaml"], ["aux.yaml": "database: school\n" + models])
        == ["aux", "aux/sql/queries/nul.sql", "aux/swift/Con.swift", "aux/swift/Lpt1.swift", "aux/swift/Nul.swift"].map
      {
        "FILE-NAME: Outputs can be checked out on every system, and on Windows 'out/\($0)' is a device"
      })
  }

  @Test func foldersOfOutputsAreNoDevices() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "joinery-\(UUID().uuidString)/aux")
    defer { try? FileManager.default.removeItem(at: folder.deletingLastPathComponent()) }
    func summaries(_ request: Generator.Request) throws -> [String] {
      var outcome = Generator.Outcome()
      try Generator().preview(request, into: &outcome)
      return outcome.diagnostics.map { "\($0.identifier.rawValue): \($0.summary)" }
    }
    for (output, device) in [("con", "con"), ("a/Prn.d/b", "a/Prn.d"), ("a/b", nil)] {
      try FileTree(["joinery.yaml": Array("output: \(output)\n".utf8), "schemas/school.yaml": Array(Self.grade.utf8)])
        .write(to: folder)
      #expect(
        try summaries(Generator.Request(folder: folder.path))
          == [device].compactMap(\.self).map {
            "FILE-NAME: Outputs can be checked out on every system, and on Windows '\($0)' is a device"
          })
    }
    // Where the project lies is no matter of the project, nor what lies outside.
    let outside = folder.deletingLastPathComponent().appending(path: "nul").path
    #expect(try summaries(Generator.Request(output: outside, folder: folder.path)) == [])
  }

  #if os(Linux)
    @Test func pathsOfSchemasAreText() throws {
      let folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
        .appending(path: "joinery-\(UUID().uuidString)")
      defer { try? FileManager.default.removeItem(at: folder) }
      try FileTree(["joinery.yaml": [], "schemas/school.yaml": Array(Self.grade.utf8)]).write(to: folder)
      func write(_ name: [UInt8]) {
        let path = Array("\(folder.path)/schemas/".utf8) + name + [0]
        let file = path.map(CChar.init(bitPattern:)).withUnsafeBufferPointer { path in
          path.baseAddress.flatMap { fopen($0, "w") }
        }
        if let file { fclose(file) }
      }
      write([0xFF] + Array(".yaml".utf8))
      write(Array("notes-".utf8) + [0xC3] + Array(".txt".utf8))
      for schemas in ["", "schemas: [schemas]\n"] {
        try Data(schemas.utf8).write(to: folder.appending(path: "joinery.yaml"))
        var outcome = Generator.Outcome()
        try Generator().generate(Generator.Request(folder: folder.path), into: &outcome)
        #expect(
          outcome.diagnostics.map { "\($0.identifier.rawValue): \($0.summary)" } == [
            "FILE-NAME: The path of a schema file is UTF-8, and 'schemas/\u{FFFD}.yaml' is not"
          ])
        #expect(outcome.summaries == [])
      }
    }
  #endif

  @Test("outputs differ on every file system", arguments: [("straße", "STRASSE"), ("σας", "ΣΑΣ")])
  func outputsDiffer(first: String, second: String) throws {
    #expect(
      try findings(
        ["school.yaml"],
        ["school.yaml": Self.grade + "queries: { \(first): { from: Grade }, \(second): { from: Grade } }\n"])
        == ["sql/queries/\(second).sql", "swift/\(second).swift"].map {
          "FILE-SAME-OUTPUT: Outputs have names of their own, also without regard to case: 'out/school/\($0)' comes twice"
        })
  }

  @Test func stemsDiffer() throws {
    #expect(
      try findings(["a/school.yaml", "b/school.yaml"], ["a/school.yaml": Self.grade, "b/school.yaml": Self.grade])
        == [
          "FILE-SAME-STEM: Schemas have names of their own: this one and 'a/school.yaml' both fill the folder 'school'"
        ])
  }

  @Test func folderHoldsOneSchema() throws {
    #expect(
      try findings(
        ["school.yaml"],
        [
          "school.yaml": Self.grade,
          "out/school/sql/drop.sql": "-- Generated by joinery from other.yaml. Do not edit.\n",
        ])
        == [
          "FILE-OTHER-SCHEMA: A folder holds the outputs of one schema: 'out/school/sql/drop.sql' was made from 'other.yaml'"
        ])
  }

  @Test func nothingIsInTheWay() throws {
    #expect(
      try findings(["school.yaml"], ["school.yaml": Self.grade, "out/school/graph.md": "# Mine\n"])
        == ["FILE-IN-THE-WAY: 'out/school/graph.md' is in the way: it is not an output of Joinery"])
  }

  @Test func outputsDiffer() throws {
    #expect(
      try findings(
        ["school.yaml"],
        ["school.yaml": "database: school\nmodels: { SchoolTypes: { columns: { day: date } } }\n"])
        == [
          "FILE-SAME-OUTPUT: Outputs have names of their own, also without regard to case: "
            + "'out/school/swift/SchoolTypes.swift' comes twice"
        ])
  }

  @Test func outputsAreCurrent() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "joinery-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileTree(["joinery.yaml": [], "schemas/school.yaml": Array(Self.grade.utf8)]).write(to: folder)
    let request = Generator.Request(folder: folder.path)
    func outdated() throws -> [String] {
      var outcome = Generator.Outcome()
      try Generator().check(request, into: &outcome)
      #expect(!outcome.hasErrors)
      #expect(outcome.outdated.isEmpty == outcome.difference.isEmpty)
      return outcome.outdated.map { finding in
        let range = finding.range.map { outcome.files[$0.file] }
        return "\(finding.identifier.rawValue) \(range?.path ?? ""):\(range?.firstLine ?? 0): \(finding.summary)"
      }
    }
    var outcome = Generator.Outcome()
    try Generator().generate(request, into: &outcome)
    #expect(try outdated() == [])
    let school = folder.appending(path: "generated/school")
    var made = try FileTree(below: school)
    made.files["sql/old.sql"] = made.files["sql/drop.sql"]
    made.files["sql/drop.sql"] = nil
    made.files["swift/Grade.swift"]? += Array("more\n".utf8)
    let lines = made.text(of: "swift/Grade.swift").split(separator: "\n", omittingEmptySubsequences: false).count
    try made.write(to: school)
    #expect(
      try outdated() == [
        "FILE-NOT-CURRENT generated/school/sql/drop.sql:1: "
          + "A generated file is there, and 'generated/school/sql/drop.sql' is not",
        "FILE-NOT-CURRENT generated/school/swift/Grade.swift:\(lines - 1): "
          + "A generated file is what its schema gives, and 'generated/school/swift/Grade.swift' is not",
        "FILE-NOT-CURRENT generated/school/sql/old.sql:1: "
          + "A generated file is one that a schema gives, and 'generated/school/sql/old.sql' is no longer one",
      ])
  }
}
