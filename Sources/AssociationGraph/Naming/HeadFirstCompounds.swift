/// Compounds of several words that take the ending at their first: `mother_in_law` → `mothers_in_law`.
enum HeadFirstCompounds {
  /// One kind of compound.
  struct Compound: Sendable {
    /// The head in the singular; `nil` if any word may be it.
    let head: String?
    /// The words behind the head.
    let tail: [String]
  }

  /// The compounds whose last word is `word`.
  static func endingIn(_ word: String) -> [Compound] { compoundsByLastWord[word] ?? [] }

  private static let compoundsByLastWord: [String: [Compound]] = {
    var compounds: [String: [Compound]] = [:]
    for words in WordList.lines(of: text) {
      guard let head = words.first, let last = words.last else { continue }
      compounds[last, default: []].append(Compound(head: head == "*" ? nil : head, tail: Array(words.dropFirst())))
    }
    return compounds
  }()

  /// A compound a line; `*` stands for any head.
  private static let text = """
    * at arms
    * at large
    * in chief
    * in law
    attorney general
    consul general
    hanger on
    looker on
    passer by
    runner up
    secretary general
    """
}
