/// Diagnostics in the Static Analysis Results Interchange Format, version 2.1.0 (OASIS), which code scanning services and
/// editors read.
///
/// Paths are relative URIs below `ROOT`: the repository where it is known, else the folder of the report. Columns count
/// Unicode code points. A finding's summary and explanation are its message, its notes are related locations, its fix-its
/// are fixes, the likeliest first.
public struct SARIFRenderer: Sendable {
  private let describe: @Sendable (DiagnosticIdentifier) -> RuleDescription?

  /// A renderer that knows of each rule what `describe` tells.
  public init(describe: @escaping @Sendable (DiagnosticIdentifier) -> RuleDescription?) { self.describe = describe }

  /// The log of `report`, with `remarks` of the run beside its findings.
  public func render(_ report: DiagnosticReport, remarks: [String] = []) -> String {
    var log = Log(report)
    let results = report.diagnostics.map { log.result(of: $0) }
    let notifications =
      remarks.map { Self.notification($0, "note") } + (report.failure.map { [Self.notification($0, "error")] } ?? [])
    let root: JSONValue = ["uri": .string(Log.uri(ofAbsolute: report.base))]
    let document: JSONValue = [
      "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
      "version": "2.1.0",
      "runs": [
        [
          "tool": [
            "driver": [
              "name": .string(report.tool.name), "semanticVersion": .string(report.tool.version),
              "rules": .array(log.rules.map(descriptor)),
            ]
          ],
          "invocations": [
            [
              "executionSuccessful": .boolean(report.failure == nil), "exitCode": .number(report.exitCode),
              "toolExecutionNotifications": notifications.isEmpty ? nil : .array(notifications),
              "workingDirectory": root,
            ]
          ],
          "originalUriBaseIds": ["ROOT": root],
          "artifacts": .array(log.artifacts.map { ["location": $0] }),
          "columnKind": "unicodeCodePoints",
          "results": .array(results),
        ]
      ],
    ]
    return document.text
  }

  private static func notification(_ message: String, _ level: String) -> JSONValue {
    ["level": .string(level), "message": ["text": .string(message)]]
  }

  private func descriptor(of rule: Log.Rule) -> JSONValue {
    let description = describe(rule.identifier)
    return [
      "id": .string(rule.identifier.rawValue),
      "shortDescription": description.map { ["text": .string("\($0.sentence).")] },
      "fullDescription": description.map { ["text": .string($0.explanation)] },
      "help": description.map { ["text": .string($0.text(of: rule.identifier))] },
      "defaultConfiguration": ["level": .string(rule.severity.rawValue)],
    ]
  }

  /// A log in the making, with the rules and files that occurred so far.
  private struct Log {
    /// A rule, with the weight of its first finding.
    struct Rule {
      let identifier: DiagnosticIdentifier
      let severity: Diagnostic.Severity
    }

    private(set) var rules: [Rule] = []
    /// The `artifactLocation` of each file that was named.
    private(set) var artifacts: [JSONValue] = []
    private var positionOfRule: [DiagnosticIdentifier: Int] = [:]
    private var positionOfPath: [String: Int] = [:]
    private let report: DiagnosticReport
    private var places: SourcePlaces

    init(_ report: DiagnosticReport) {
      self.report = report
      places = SourcePlaces(in: report.files)
    }

    mutating func result(of diagnostic: Diagnostic) -> JSONValue {
      let rule = positionOfRule[diagnostic.identifier] ?? rules.count
      if rule == rules.count {
        rules.append(Rule(identifier: diagnostic.identifier, severity: diagnostic.severity))
        positionOfRule[diagnostic.identifier] = rule
      }
      let message = [diagnostic.summary, diagnostic.explanation].compactMap(\.self).joined(separator: "\n\n")
      let location = diagnostic.range.map { range -> JSONValue in ["physicalLocation": physicalLocation(of: range)] }
      let notes = diagnostic.notes.enumerated().map { position, note -> JSONValue in
        [
          "id": .number(position + 1),
          "message": ["text": .string(note.message)],
          "physicalLocation": note.range.map { physicalLocation(of: $0) },
        ]
      }
      let fixes = diagnostic.fixIts.map { fixIt -> JSONValue in
        let place = places.place(of: fixIt.range)
        return [
          "description": ["text": .string(fixIt.summary)],
          "artifactChanges": [
            [
              "artifactLocation": artifact(place.path),
              "replacements": [
                ["deletedRegion": Self.region(of: place), "insertedContent": ["text": .string(fixIt.replacement)]]
              ],
            ]
          ],
        ]
      }
      return [
        "ruleId": .string(diagnostic.identifier.rawValue),
        "ruleIndex": .number(rule),
        "level": .string(diagnostic.severity.rawValue),
        "message": ["text": .string(message)],
        "locations": location.map { [$0] },
        "relatedLocations": notes.isEmpty ? nil : .array(notes),
        "fixes": fixes.isEmpty ? nil : .array(fixes),
      ]
    }

    private mutating func physicalLocation(of range: SourceRange) -> JSONValue {
      let place = places.place(of: range)
      return ["artifactLocation": artifact(place.path), "region": Self.region(of: place)]
    }

    private static func region(of place: SourcePlace) -> JSONValue {
      [
        "startLine": .number(place.start.line), "startColumn": .number(place.start.column),
        "endLine": .number(place.end.line), "endColumn": .number(place.end.column),
      ]
    }

    /// The location of a file, with its position among the artifacts.
    private mutating func artifact(_ file: String) -> JSONValue {
      let path = report.pathFromBase(of: file)
      let position = positionOfPath[path] ?? artifacts.count
      let isAbsolute = path.utf8.first == UInt8(ascii: "/")
      let uri = JSONValue.string(isAbsolute ? Self.uri(ofAbsolute: path) : Self.encoded(path))
      if position == artifacts.count {
        artifacts.append(["uri": uri, "uriBaseId": isAbsolute ? nil : "ROOT"])
        positionOfPath[path] = position
      }
      return ["uri": uri, "uriBaseId": isAbsolute ? nil : "ROOT", "index": .number(position)]
    }

    static func uri(ofAbsolute path: String) -> String { "file://" + encoded(path) }

    /// A path with `/` between its components as one of RFC 3986: but for unreserved characters all is percent-encoded.
    private static func encoded(_ path: String) -> String {
      var result = ""
      for byte in path.utf8 {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
          UInt8(ascii: "~"), UInt8(ascii: "/"):
          result.unicodeScalars.append(Unicode.Scalar(byte))
        default:
          let digits = String(byte, radix: 16, uppercase: true)
          result += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
        }
      }
      return result
    }
  }
}
