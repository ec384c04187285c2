/// A set of words in small letters, written as text with white space between them.
package struct WordList: ExpressibleByStringLiteral, Sendable {
  private var words: Set<String> = []
  private var greatestLength = 0

  package init(stringLiteral text: String) { self.init(of: [text]) }

  /// The words of all `texts`.
  init(of texts: [String]) {
    // A word and the space behind it seldom have fewer letters.
    words.reserveCapacity(texts.reduce(0) { $0 + $1.utf8.count } / 6)
    for text in texts {
      for word in Self.words(of: text.utf8) {
        words.insert(word)
        greatestLength = max(greatestLength, word.utf8.count)
      }
    }
  }

  /// The words of `text`, in their order.
  ///
  /// Bytes are looked at: to find out characters costs ten times as much, which is felt at every start.
  static func words(of text: some Sequence<UInt8>) -> [String] {
    Array(text).split { $0 <= UInt8(ascii: " ") }.map { String(decoding: $0, as: UTF8.self) }
  }

  /// The words of each line of `text`.
  static func lines(of text: String) -> [[String]] {
    Array(text.utf8).split(separator: UInt8(ascii: "\n")).map { words(of: $0) }
  }

  /// Whether `word` is in the list.
  package func contains(_ word: String) -> Bool { words.contains(word) }

  /// Whether some ending of `word`, the word itself included, is in the list.
  func containsEnding(of word: String) -> Bool {
    var ending = word.utf8.suffix(greatestLength)
    while !ending.isEmpty {
      if words.contains(String(Substring(ending))) { return true }
      ending.removeFirst()
    }
    return false
  }
}
