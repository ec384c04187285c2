/// Diagnostics as workflow commands, from which GitHub Actions makes annotations of lines.
///
/// ```
/// ::error title=GRAPH-UNKNOWN-MODEL,file=schemas/school.yaml,line=7,endLine=7,col=14,endColumn=17::Model 'Grad' does not…
/// ```
///
/// After "Workflow commands for GitHub Actions"; values are escaped as `@actions/core` escapes them. The end is the place
/// of the last character. A range of several lines has no columns: GitHub takes them of one line only.
public struct GitHubRenderer: Sendable {
  /// A renderer.
  public init() {}

  /// One line for each finding, and one for the failure.
  public func render(_ report: DiagnosticReport) -> String {
    var places = SourcePlaces(in: report.files)
    var text = ""
    for diagnostic in report.diagnostics {
      var properties = [("title", diagnostic.identifier.rawValue)]
      if let range = diagnostic.range { properties += Self.properties(of: range, in: &places, report) }
      text += Self.command(diagnostic.severity.rawValue, properties, Self.message(of: diagnostic, in: &places))
    }
    if let failure = report.failure {
      text += Self.command("error", [("title", report.tool.name)], DisplayText.escaped(failure))
    }
    return text
  }

  /// `text`, which ends with a line end, as it is: where a line might look like a command to the runner, between commands
  /// that keep it from reading any.
  public static func verbatim(_ text: [UInt8]) -> [UInt8] {
    let marks = [Array("::".utf8), Array("##[".utf8)]
    guard text.indices.contains(where: { start in marks.contains { text[start...].starts(with: $0) } }) else {
      return text
    }
    // A word that the text cannot know.
    let token = (0..<4).map { _ in String(UInt32.random(in: .min ... .max), radix: 36) }.joined()
    return Array("::stop-commands::\(token)\n".utf8) + text + Array("::\(token)::\n".utf8)
  }

  private static func properties(
    of range: SourceRange, in places: inout SourcePlaces, _ report: DiagnosticReport
  ) -> [(String, String)] {
    let place = places.place(of: range)
    let path = DisplayText.escaped(report.pathFromBase(of: place.path))
    let last = places.table(of: range.file).location(of: range.upper > range.lower ? range.upper - 1 : range.upper)
    var properties = [("file", path), ("line", String(place.start.line)), ("endLine", String(last.line))]
    if last.line == place.start.line {
      properties += [("col", String(place.start.column)), ("endColumn", String(last.column))]
    }
    return properties
  }

  /// What the annotation says: the summary, the explanation, notes with their places, fix-its.
  private static func message(of diagnostic: Diagnostic, in places: inout SourcePlaces) -> String {
    var lines = [diagnostic.summary]
    if let explanation = diagnostic.explanation {
      lines += explanation.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
    for note in diagnostic.notes {
      let place = note.range.map { places.place(of: $0) }
      let prefix = place.map { "\($0.path):\($0.start.line):\($0.start.column): " } ?? ""
      lines.append("\(prefix)note: \(note.message)")
    }
    lines += diagnostic.fixIts.map { "fix-it: \($0.summary)" }
    return lines.map { DisplayText.escaped($0) }.joined(separator: "\n")
  }

  private static func command(_ name: String, _ properties: [(String, String)], _ message: String) -> String {
    let list = properties.map { "\($0.0)=\(escaped($0.1, isProperty: true))" }.joined(separator: ",")
    return "::\(name) \(list)::\(escaped(message, isProperty: false))\n"
  }

  private static func escaped(_ text: String, isProperty: Bool) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      case ":" where isProperty: result += "%3A"
      case "," where isProperty: result += "%2C"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
