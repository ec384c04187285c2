/// Diagnostics as text for people.
///
/// ```
/// schemas/school.yaml:7:14: error: Model 'Grad' does not exist; did you mean 'Grade'? [GRAPH-UNKNOWN-MODEL]
///   7 |       grade: Grad
///     |              ^~~~
/// help: Declare it under 'models', or name one that is declared.
/// schemas/school.yaml:2:3: note: 'Grade' is declared here
///   2 |   Grade:
///     |   ^~~~~
/// fix-it: Replace 'Grad' with 'Grade'
///
/// 1 error
/// ```
///
/// The first line has the form that editors and continuous integration know from compilers; a finding without a place
/// has `joinery` instead of a path. Whatever comes from the input is shown with escapes for characters that would steer
/// a terminal.
public struct TextRenderer: Sendable {
  private let files: SourceFiles
  private let colors: Bool

  /// A renderer for findings in `files`, with ANSI colours if `colors`.
  public init(files: SourceFiles, colors: Bool = false) {
    self.files = files
    self.colors = colors
  }

  /// The text of `diagnostics`, in the order given, and of the line that counts them; empty if there are none.
  public func render(_ diagnostics: [Diagnostic]) -> String {
    guard !diagnostics.isEmpty else { return "" }
    var output = Output(files: files, colors: colors)
    for diagnostic in diagnostics { output.write(diagnostic) }
    output.writeCount(of: diagnostics)
    return output.text
  }

  /// A text in the making, with the tables of lines that it needed so far.
  private struct Output {
    /// What a piece of text is, which decides its colour (ECMA-48, select graphic rendition).
    private enum Style: String {
      case bold = "\u{1B}[1m"
      case error = "\u{1B}[1;31m"
      case warning = "\u{1B}[1;33m"
      case note = "\u{1B}[1;36m"
      case gutter = "\u{1B}[36m"
    }

    let colors: Bool
    private(set) var text = ""
    private var places: SourcePlaces

    init(files: SourceFiles, colors: Bool) {
      places = SourcePlaces(in: files)
      self.colors = colors
    }

    mutating func write(_ diagnostic: Diagnostic) {
      let style: Style = diagnostic.severity == .error ? .error : .warning
      writePlace(of: diagnostic.range, otherwise: "joinery: ")
      write("\(diagnostic.severity.rawValue):", style)
      text += " "
      write(DisplayText.escaped(diagnostic.summary), .bold)
      text += " [\(DisplayText.escaped(diagnostic.identifier.rawValue))]\n"
      writeExcerpt(of: diagnostic.range, style)
      if let explanation = diagnostic.explanation { write("help", explanation) }
      for note in diagnostic.notes {
        writePlace(of: note.range, otherwise: "")
        write("note", note.message)
        writeExcerpt(of: note.range, .note)
      }
      for fixIt in diagnostic.fixIts { write("fix-it", fixIt.summary) }
      text += "\n"
    }

    mutating func writeCount(of diagnostics: [Diagnostic]) {
      let errors = diagnostics.count { $0.severity == .error }
      let warnings = diagnostics.count - errors
      var counts: [String] = []
      if errors > 0 { counts.append("\(errors) error\(errors == 1 ? "" : "s")") }
      if warnings > 0 { counts.append("\(warnings) warning\(warnings == 1 ? "" : "s")") }
      text += counts.joined(separator: ", ") + "\n"
    }

    /// One line, `label: message`; further lines of the message are indented.
    private mutating func write(_ label: String, _ message: String) {
      write("\(label):", .note)
      for (number, line) in message.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        text += (number == 0 ? " " : "  ") + DisplayText.escaped(String(line)) + "\n"
      }
    }

    private mutating func writePlace(of range: SourceRange?, otherwise: String) {
      guard let range else {
        write(otherwise, .bold)
        return
      }
      let place = places.place(of: range)
      write("\(DisplayText.escaped(place.path)):\(place.start.line):\(place.start.column): ", .bold)
    }

    /// The source line under a gutter with its number, and the caret under the range.
    private mutating func writeExcerpt(of range: SourceRange?, _ style: Style) {
      guard let range else { return }
      let table = places.table(of: range.file)
      let excerpt = places.files[range.file].bytes.withUnsafeBufferPointer {
        SourceExcerpt(of: range, bytes: $0, table: table)
      }
      let number = String(excerpt.line)
      let padding = String(repeating: " ", count: max(0, 3 - number.utf8.count))
      write("\(padding)\(number) |", .gutter)
      text += excerpt.text.isEmpty ? "\n" : " \(excerpt.text)\n"
      write(String(repeating: " ", count: padding.utf8.count + number.utf8.count) + " |", .gutter)
      text += String(repeating: " ", count: excerpt.indentation + 1)
      write("^" + String(repeating: "~", count: excerpt.length - 1), style)
      text += "\n"
    }

    private mutating func write(_ piece: String, _ style: Style) {
      guard !piece.isEmpty else { return }
      text += colors ? style.rawValue + piece + "\u{1B}[0m" : piece
    }
  }
}
