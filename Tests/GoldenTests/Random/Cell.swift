/// A value in memory, which is compared as the server compares it; NULL is a missing one.
enum Cell: Hashable, Comparable {
  /// A whole number of the units of its type.
  case number(Int)
  /// A text.
  case text(CaselessText)

  /// The text `text`.
  static func text(_ text: String) -> Cell { .text(CaselessText(text)) }
}

/// A text in which letters of either case are alike.
struct CaselessText: Hashable, Comparable {
  /// The text as it is written.
  let spelling: String
  /// The text in small letters.
  let folded: String

  init(_ spelling: String) {
    self.spelling = spelling
    folded = spelling.lowercased()
  }

  static func == (left: CaselessText, right: CaselessText) -> Bool { left.folded == right.folded }

  static func < (left: CaselessText, right: CaselessText) -> Bool { left.folded < right.folded }

  func hash(into hasher: inout Hasher) { hasher.combine(folded) }
}

/// A row by its columns.
typealias Record = [String: Cell]
