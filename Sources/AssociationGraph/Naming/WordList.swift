/// A set of words in small letters, written as text with white space between them.
struct WordList: ExpressibleByStringLiteral, Sendable {
  private let words: Set<String>
  private let greatestLength: Int

  init(stringLiteral text: String) {
    self.init(Set(text.split(whereSeparator: \.isWhitespace).map(String.init)))
  }

  /// The words of all `lists`.
  init(_ lists: [WordList]) {
    self.init(lists.reduce(into: []) { $0.formUnion($1.words) })
  }

  private init(_ words: Set<String>) {
    self.words = words
    greatestLength = words.lazy.map(\.utf8.count).max() ?? 0
  }

  /// Whether `word` is in the list.
  func contains(_ word: String) -> Bool { words.contains(word) }

  /// Whether some ending of `word`, the word itself included, is in the list.
  func containsEnding(of word: String) -> Bool {
    word.suffix(greatestLength).indices.contains { words.contains(String(word[$0...])) }
  }
}
