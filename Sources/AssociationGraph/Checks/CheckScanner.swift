/// Cuts the condition of a check into the words and signs that ``CheckParser`` knows.
struct CheckScanner {
  enum Token: Equatable {
    /// A bare word in lower case: a keyword, a column, a function.
    case word(String)
    /// A name in backticks.
    case name(String)
    case number(String)
    case text(String)
    case sign(String)
  }

  private var rest: Substring.UTF8View

  /// The tokens of `text`; `nil` where it has something else.
  static func tokens(of text: String) -> [Token]? {
    var scanner = CheckScanner(rest: Substring(text).utf8)
    var tokens: [Token] = []
    while true {
      scanner.skipSpace()
      if scanner.rest.isEmpty { return tokens }
      guard let token = scanner.next() else { return nil }
      // Texts in a row are one, and a word in front of a text says what it is.
      if case .text = token, let last = tokens.last {
        switch last {
        case .text: return nil
        case .word(let word) where !["and", "or", "xor", "not", "in", "like", "between", "div", "mod"].contains(word):
          return nil
        default: break
        }
      }
      tokens.append(token)
    }
  }

  private mutating func skipSpace() {
    while let byte = rest.first, byte == 0x20 || (0x09...0x0D).contains(byte) { rest.removeFirst() }
  }

  private mutating func next() -> Token? {
    guard let byte = rest.first else { return nil }
    switch byte {
    case UInt8(ascii: "'"): return quoted(by: byte).map { .text($0) }
    case UInt8(ascii: "`"): return quoted(by: byte).map { .name($0) }
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."): return number()
    case _ where Self.isWord(byte): return .word(take { Self.isWord($0) }.lowercased())
    default: return sign()
    }
  }

  private mutating func sign() -> Token? {
    // Comments end the reading: their content may be code.
    for comment in ["--", "/*"] where rest.starts(with: comment.utf8) { return nil }
    for sign in ["<=>", "<=", ">=", "<>", "!=", "&&", "<", ">", "=", "+", "-", "*", "%", "(", ")", ",", "!"]
    where rest.starts(with: sign.utf8) {
      rest.removeFirst(sign.utf8.count)
      return .sign(sign)
    }
    return nil
  }

  /// Digits with a point and an exponent, and nothing of a name behind them.
  private mutating func number() -> Token? {
    var text = take { Self.isWord($0) || $0 == UInt8(ascii: ".") }
    if let last = text.utf8.last, last | 0x20 == UInt8(ascii: "e"), let sign = rest.first, sign == 0x2B || sign == 0x2D
    {
      rest.removeFirst()
      text += (sign == 0x2D ? "-" : "") + take { Self.isWord($0) }
    }
    return DecimalText.isFloat(text) && !text.hasSuffix(".") ? .number(text) : nil
  }

  private mutating func quoted(by quote: UInt8) -> String? {
    rest.removeFirst()
    var content: [UInt8] = []
    while let byte = rest.popFirst() {
      if byte == quote {
        guard rest.first == quote else { return String(decoding: content, as: UTF8.self) }
        rest.removeFirst()
      }
      if byte == UInt8(ascii: "\\") { return nil }
      content.append(byte)
    }
    return nil
  }

  private mutating func take(while isTaken: (UInt8) -> Bool) -> String {
    let start = rest
    while let byte = rest.first, isTaken(byte) { rest.removeFirst() }
    return String(decoding: start[start.startIndex..<rest.startIndex], as: UTF8.self)
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"), 0x80...:
      true
    default: false
    }
  }
}
