/// Diagnostics as a JSON document of our own, with all that is known of each.
///
/// ```json
/// {
///   "version": 1,
///   "tool": { "name": "joinery", "version": "0.1.0" },
///   "root": "/home/anna/school",
///   "diagnostics": [
///     {
///       "identifier": "GRAPH-UNKNOWN-MODEL",
///       "severity": "error",
///       "summary": "Association 'grade' leads to model 'Grad', which does not exist; did you mean 'Grade'?",
///       "explanation": null,
///       "place": {
///         "file": "schemas/school.yaml",
///         "start": { "line": 7, "column": 14, "offset": 91 },
///         "end": { "line": 7, "column": 18, "offset": 95 }
///       },
///       "notes": [{ "message": "'Grade' is declared here", "place": … }],
///       "fixIts": [{ "summary": "Replace 'Grad' with 'Grade'", "place": …, "replacement": "Grade" }]
///     }
///   ],
///   "failure": null,
///   "exitCode": 1
/// }
/// ```
///
/// Every member is always there. A place that is nowhere in a file is `null`. Lines and columns count from 1, columns in
/// Unicode scalars; `offset` counts bytes of the file from 0; an `end` is the place behind the last character. A path is
/// counted from `root`, with `/`, or absolute where the file is not below and with `--whole-paths`. `failure` says why a run
/// came to no end.
/// `version` changes when a member changes its meaning or goes; new members may come without.
public struct JSONRenderer: Sendable {
  /// The `version` of the documents.
  public static let version = 1

  /// A renderer.
  public init() {}

  /// The document of `report`, with further `members` behind the others.
  public func render(_ report: DiagnosticReport, members: [JSONValue.Member] = []) -> String {
    var places = SourcePlaces(in: report.files)
    let document: [JSONValue.Member] = [
      .init("version", .number(Self.version)),
      .init("tool", ["name": .string(report.tool.name), "version": .string(report.tool.version)]),
      .init("root", .string(report.root)),
      .init("diagnostics", .array(report.diagnostics.map { Self.value(of: $0, in: &places) })),
      .init("failure", report.failure.map(JSONValue.string) ?? .null),
      .init("exitCode", .number(report.exitCode)),
    ]
    return JSONValue.object(document + members).text
  }

  private static func value(of diagnostic: Diagnostic, in places: inout SourcePlaces) -> JSONValue {
    [
      "identifier": .string(diagnostic.identifier.rawValue),
      "severity": .string(diagnostic.severity.rawValue),
      "summary": .string(diagnostic.summary),
      "explanation": diagnostic.explanation.map(JSONValue.string) ?? .null,
      "place": place(diagnostic.range, in: &places),
      "notes": .array(
        diagnostic.notes.map { ["message": .string($0.message), "place": place($0.range, in: &places)] }),
      "fixIts": .array(
        diagnostic.fixIts.map {
          [
            "summary": .string($0.summary), "place": place($0.range, in: &places),
            "replacement": .string($0.replacement),
          ]
        }),
    ]
  }

  private static func place(_ range: SourceRange?, in places: inout SourcePlaces) -> JSONValue {
    guard let range else { return .null }
    let place = places.place(of: range)
    return [
      "file": .string(place.path),
      "start": location(place.start, place.offsets.lowerBound),
      "end": location(place.end, place.offsets.upperBound),
    ]
  }

  private static func location(_ location: SourceLocation, _ offset: Int) -> JSONValue {
    ["line": .number(location.line), "column": .number(location.column), "offset": .number(offset)]
  }
}
