public import Diagnostics
public import Testing

/// One finding as a test expects it.
public struct ExpectedDiagnostic: Sendable {
  fileprivate let identifier: String
  fileprivate let severity: Diagnostic.Severity
  fileprivate let mark: Int?
  fileprivate let summary: String
  fileprivate let notes: [Int?]

  /// The error `summary` of the rule `identifier` at the `mark` of a ``MarkedText``, or at no place, with notes at the
  /// marks `notes`. A mark that stands once is compared with the start of the range, one that stands twice with both
  /// ends.
  public static func error(
    _ identifier: String, at mark: Int?, _ summary: String, notes: [Int?] = []
  ) -> ExpectedDiagnostic {
    ExpectedDiagnostic(identifier: identifier, severity: .error, mark: mark, summary: summary, notes: notes)
  }

  /// The warning `summary`; see ``error(_:at:_:notes:)``.
  public static func warning(
    _ identifier: String, at mark: Int?, _ summary: String, notes: [Int?] = []
  ) -> ExpectedDiagnostic {
    ExpectedDiagnostic(identifier: identifier, severity: .warning, mark: mark, summary: summary, notes: notes)
  }
}

/// Records an issue unless `diagnostics` are just the `expected` ones, in this order, with their ranges in `marked`.
public func expectDiagnostics(
  _ diagnostics: [Diagnostic], _ expected: [ExpectedDiagnostic], in marked: MarkedText,
  sourceLocation: Testing.SourceLocation = #_sourceLocation
) {
  /// One line for each finding. A place is shown by the mark that is expected there, if that is right, else by its
  /// bytes.
  func lines(_ identifier: String, _ severity: Diagnostic.Severity, _ summary: String, _ places: [String]) -> String {
    "\(severity.rawValue): \(summary) [\(identifier)] at \(places.joined(separator: ", noting "))"
  }
  func place(of range: SourceRange?, expecting mark: Int?) -> String {
    guard let range else { return "no place" }
    let bytes = Int(range.lower)..<Int(range.upper)
    if let mark, let markedBytes = marked.ranges[mark] {
      let isPlace = marked.places.contains(mark)
      if isPlace ? markedBytes.lowerBound == bytes.lowerBound : markedBytes == bytes { return "mark \(mark)" }
    }
    return "bytes \(bytes)"
  }
  let actualLines = diagnostics.enumerated().map { position, diagnostic in
    let wanted = position < expected.count ? expected[position] : nil
    let notes = diagnostic.notes.enumerated().map { number, note in
      let marks = wanted?.notes ?? []
      return place(of: note.range, expecting: number < marks.count ? marks[number] : nil)
    }
    return lines(
      diagnostic.identifier.rawValue, diagnostic.severity, diagnostic.summary,
      [place(of: diagnostic.range, expecting: wanted?.mark)] + notes)
  }
  let expectedLines = expected.map { wanted in
    lines(
      wanted.identifier, wanted.severity, wanted.summary,
      ([wanted.mark] + wanted.notes).map { $0.map { "mark \($0)" } ?? "no place" })
  }
  #expect(actualLines == expectedLines, sourceLocation: sourceLocation)
}
