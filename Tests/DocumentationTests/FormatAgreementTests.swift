import Foundation
import TestSupport
import Testing

/// Every format tells the same findings at the same places.
@Suite struct FormatAgreementTests {
  /// What all formats tell of a finding.
  private struct Finding: Hashable, CustomStringConvertible {
    var identifier: String
    var severity: String
    var file = ""
    var line = 0
    /// 0 where GitHub's format has none: a range of several lines.
    var column = 0

    var description: String { "\(file):\(line):\(column): \(severity): \(identifier)" }
  }

  private static let cases = GoldenCase.all.filter { golden in
    golden.isWrong || FileManager.default.fileExists(atPath: golden.folder.appending(path: "warnings.txt").path)
  }

  @Test(arguments: cases)
  func tellsTheSame(_ golden: GoldenCase) throws {
    let project = try project(golden)
    func run(_ format: String) throws -> JoineryTool.Result { try self.run(golden, format, in: project) }
    let told = try findings(inJSON: run("json").output)
    #expect(!told.isEmpty)
    #expect(try findings(inText: run("text").errors) == told)
    #expect(try findings(inSARIF: run("sarif").output) == told)
    let github = try findings(inGitHub: run("github").output)
    #expect(github.count == told.count)
    for (annotation, finding) in zip(github, told) {
      #expect(annotation == finding || annotation.column == 0 && annotation.line == finding.line, "\(finding)")
    }
  }

  @Test(arguments: ["json", "sarif"])
  func followsItsSchema(_ format: String) throws {
    let documents = try Self.cases.map { try run($0, format, in: project($0)).output }
    #expect(try JSONSchema.report(format).mistakes(in: documents) == [])
    // A schema that takes everything would find nothing.
    #expect(
      try JSONSchema.report(format).mistakes(in: documents.map { $0.replacing("\"error\"", with: "\"mistake\"") }) != []
    )
  }

  /// The schema of `golden` with the files beside it, as a project of its own.
  private func project(_ golden: GoldenCase) throws -> TemporaryFolder {
    let project = try TemporaryFolder()
    var tree = FileTree(["joinery.yaml": [], golden.path: golden.schema])
    for (path, bytes) in golden.files.files { tree.files["schemas/\(path)"] = bytes }
    try tree.write(to: project.url)
    return project
  }

  private func run(_ golden: GoldenCase, _ format: String, in project: TemporaryFolder) throws -> JoineryTool.Result {
    let result = try JoineryTool.run(["generate", "--dry-run", golden.path, "--format", format], in: project.url)
    #expect(result.status == (golden.isWrong ? 1 : 0))
    return result
  }

  private func findings(inText text: String) throws -> [Finding] {
    text.split(separator: "\n").compactMap { line in
      if let match = line.wholeMatch(of: /(\S.*?):(\d+):(\d+): (error|warning): .* \[([A-Z0-9-]+)\]/) {
        return Finding(
          identifier: String(match.5), severity: String(match.4), file: String(match.1), line: Int(match.2) ?? 0,
          column: Int(match.3) ?? 0)
      }
      guard let match = line.wholeMatch(of: /joinery: (error|warning): .* \[([A-Z0-9-]+)\]/) else { return nil }
      return Finding(identifier: String(match.2), severity: String(match.1))
    }
  }

  private func findings(inJSON text: String) throws -> [Finding] {
    struct Report: Decodable {
      struct Diagnostic: Decodable {
        struct Place: Decodable {
          struct Location: Decodable {
            var line: Int
            var column: Int
          }
          var file: String
          var start: Location
        }
        var identifier: String
        var severity: String
        var place: Place?
      }
      var diagnostics: [Diagnostic]
    }
    return try JSONDecoder().decode(Report.self, from: Data(text.utf8)).diagnostics.map {
      Finding(
        identifier: $0.identifier, severity: $0.severity, file: $0.place?.file ?? "", line: $0.place?.start.line ?? 0,
        column: $0.place?.start.column ?? 0)
    }
  }

  private func findings(inSARIF text: String) throws -> [Finding] {
    struct Log: Decodable {
      struct Run: Decodable {
        struct Result: Decodable {
          struct Location: Decodable {
            struct Physical: Decodable {
              struct Artifact: Decodable {
                var uri: String
                var index: Int
              }
              struct Region: Decodable {
                var startLine: Int
                var startColumn: Int
              }
              var artifactLocation: Artifact
              var region: Region
            }
            var physicalLocation: Physical
          }
          var ruleId: String
          var ruleIndex: Int
          var level: String
          var locations: [Location]?
        }
        struct Tool: Decodable {
          struct Driver: Decodable {
            struct Rule: Decodable { var id: String }
            var rules: [Rule]
          }
          var driver: Driver
        }
        struct Artifact: Decodable {
          struct Location: Decodable { var uri: String }
          var location: Location
        }
        var tool: Tool
        var artifacts: [Artifact]
        var results: [Result]
      }
      var runs: [Run]
    }
    let run = try #require(try JSONDecoder().decode(Log.self, from: Data(text.utf8)).runs.first)
    return run.results.map { result in
      #expect(run.tool.driver.rules[result.ruleIndex].id == result.ruleId)
      guard let location = result.locations?.first?.physicalLocation else {
        return Finding(identifier: result.ruleId, severity: result.level)
      }
      #expect(run.artifacts[location.artifactLocation.index].location.uri == location.artifactLocation.uri)
      return Finding(
        identifier: result.ruleId, severity: result.level, file: location.artifactLocation.uri,
        line: location.region.startLine, column: location.region.startColumn)
    }
  }

  private func findings(inGitHub text: String) throws -> [Finding] {
    text.split(separator: "\n").compactMap { line in
      guard let match = line.wholeMatch(of: /::(error|warning) ([^:]*)::.*/) else { return nil }
      var properties: [String: String] = [:]
      for property in match.2.split(separator: ",") {
        let parts = property.split(separator: "=", maxSplits: 1)
        properties[String(parts[0])] = String(parts[1])
      }
      return Finding(
        identifier: properties["title"] ?? "", severity: String(match.1), file: properties["file"] ?? "",
        line: Int(properties["line"] ?? "") ?? 0, column: Int(properties["col"] ?? "") ?? 0)
    }
  }
}
