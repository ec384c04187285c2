import AssociationGraph
import Foundation
import SwiftModels
import Testing

/// The whole text of what is generated for the student database and for queries of a school, as it is kept in `Golden`.
///
/// `JOINERY_RECORD=1` writes the files anew and fails the run, so that recording is never green.
@Suite struct GoldenTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")

  @Test func studentDatabase() throws { try compare(StudentDB().files, with: "student_db") }

  @Test func queriesOfASchool() throws {
    let school = SchoolDB()
    let emitter = SwiftEmitter(graph: school.graph)
    try compare(
      school.statements.indices.map { emitter.queryFile($0, statements: [school.statements[$0]]) }, with: "school_db")
  }

  private func compare(_ files: [SwiftFile], with name: String) throws {
    let folder = Self.folder.appending(path: name)
    if ProcessInfo.processInfo.environment["JOINERY_RECORD"] != nil {
      try? FileManager.default.removeItem(at: folder)
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      for file in files { try Data(file.bytes).write(to: folder.appending(path: file.name)) }
      Issue.record("The files were recorded")
      return
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == files.map(\.name).sorted())
    for file in files {
      let golden = try String(contentsOf: folder.appending(path: file.name), encoding: .utf8)
      #expect(String(decoding: file.bytes, as: UTF8.self) == golden)
    }
  }
}
