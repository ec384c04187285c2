/// What a block of a page is, by the comment on the line before it. A page has a project of its own, an empty folder at first.
///
/// | mark | the block |
/// |---|---|
/// | `from: PATH` | stands in a file of this repository, line for line |
/// | `file: PATH` | is a file of the page's project, and is written there |
/// | `insert: PATH behind LINE` | comes behind a line of such a file |
/// | `replace: PATH line LINE` | comes in the place of a line |
/// | `run` | is run by a shell in the project, and succeeds; `run: exit 1` ends so |
/// | `output` | is all that the run before it printed |
/// | `show: PATH` | stands in a file of the project, line for line |
/// | `swift` | compiles with the Swift that is generated in the project when the page ends, and with SQLKit |
enum PageMark: Equatable {
  case from(String)
  case file(String)
  case insert(String, behind: String)
  case replace(String, line: String)
  case run(status: Int32)
  case output
  case show(String)
  case swift

  /// The mark in a comment's text; `nil` where it is none of them.
  init?(_ text: String) {
    if let match = text.wholeMatch(of: /(from|file|show): (\S+)/) {
      let path = String(match.2)
      self = match.1 == "from" ? .from(path) : match.1 == "file" ? .file(path) : .show(path)
    } else if let match = text.wholeMatch(of: /insert: (\S+) behind (.+)/) {
      self = .insert(String(match.1), behind: String(match.2))
    } else if let match = text.wholeMatch(of: /replace: (\S+) line (.+)/) {
      self = .replace(String(match.1), line: String(match.2))
    } else if let match = text.wholeMatch(of: /run(?:: exit (\d+))?/) {
      self = .run(status: match.1.flatMap { Int32($0) } ?? 0)
    } else if text == "output" {
      self = .output
    } else if text == "swift" {
      self = .swift
    } else {
      return nil
    }
  }
}
