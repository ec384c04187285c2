internal import Diagnostics

/// An SQL expression of a table, read as far as rules need it: its names, functions and variables.
///
/// The lexical rules are MySQL's (Reference Manual, "Language Structure"), in a mode where `"` encloses text.
struct Expression {
  /// Where it stands.
  enum Role: Hashable {
    /// A CHECK constraint.
    case check
    /// GENERATED ALWAYS AS of the column at this position.
    case generated(Int, isStored: Bool)
    /// DEFAULT of the column at this position.
    case defaultValue(Int)
    /// A part of an index.
    case index
    /// What the partitions look at, or a bound of one of them.
    case partitioning(isBound: Bool)
  }

  /// A name that stands where a column's name may.
  struct Name: Hashable {
    let text: String
    /// Whether it stands in backticks, so that it is no keyword.
    let isQuoted: Bool
    /// Whether `=`, `<` or `>` stands beside it.
    let isCompared: Bool
  }

  let text: String
  let role: Role
  /// Whether it is of the partitions, which may call few functions and have rules of their own.
  var isOfPartitions: Bool {
    if case .partitioning = role { true } else { false }
  }
  /// Where the expression was written, as near as the graph knows.
  let declaredAt: SourceRange
  /// What holds it, for messages.
  let owner: String
  /// The names, keywords among them, without those of functions, tables, collations and types.
  private(set) var names: [Name] = []
  /// The functions that are called, in lower case.
  private(set) var functions: [String] = []
  /// Whether a user's or the system's variable is read.
  private(set) var readsVariable = false
  /// Whether it holds a query.
  private(set) var hasSubquery = false
  /// Whether it holds a comment between `/*` and `*/`.
  private(set) var hasComment = false
  /// The function that the whole expression is a call of, in lower case.
  private(set) var enclosingFunction: String?
  /// What keeps it from standing between parentheses: `a quote that is not closed`.
  private(set) var flaw: String?

  init(_ text: String, _ role: Role, at range: SourceRange, of owner: String) {
    self.text = text
    self.role = role
    self.declaredAt = range
    self.owner = owner
    read()
  }

  /// Whether the expression is nothing but a name.
  var isSingleName: Bool {
    guard names.count == 1, functions.isEmpty, let name = names.first else { return false }
    return text == name.text || text == "`\(name.text)`"
  }

  private mutating func read() {
    var scanner = ExpressionScanner(text)
    var tokens: [ExpressionScanner.Token] = []
    while let token = scanner.next() { tokens.append(token) }
    hasComment = scanner.hasComment
    enclosingFunction = Self.enclosingFunction(of: tokens)
    flaw = scanner.flaw ?? Self.flaw(ofParentheses: tokens)
    for (index, token) in tokens.enumerated() {
      let next = index + 1 < tokens.count ? tokens[index + 1] : .other(0)
      let before = index > 0 ? tokens[index - 1] : .other(0)
      switch token {
      case .variable: readsVariable = true
      case .quotedName(let name):
        if next == .other(UInt8(ascii: ".")) { continue }
        if next == .other(UInt8(ascii: "(")) {
          functions.append(name.lowercased())
        } else {
          names.append(Name(text: name, isQuoted: true, isCompared: Self.compares(before) || Self.compares(next)))
        }
      case .word(let word):
        let lower = word.lowercased()
        if lower == "select" { hasSubquery = true }
        if next == .other(UInt8(ascii: ".")) { continue }
        if next == .other(UInt8(ascii: "(")) {
          functions.append(lower)
        } else if next == .text || Self.announcesName(before) {
          // An introducer, a typed literal, or the name of a collation, character set or type.
          continue
        } else if Self.callsWithoutParentheses.contains(lower) {
          functions.append(lower)
        } else {
          names.append(Name(text: word, isQuoted: false, isCompared: Self.compares(before) || Self.compares(next)))
        }
      case .text, .other: continue
      }
    }
  }

  private static func enclosingFunction(of tokens: [ExpressionScanner.Token]) -> String? {
    guard tokens.count > 2, case .word(let function) = tokens[0], tokens[1] == .other(UInt8(ascii: "(")) else {
      return nil
    }
    var depth = 0
    for (index, token) in tokens.enumerated() {
      if token == .other(UInt8(ascii: "(")) { depth += 1 }
      if token == .other(UInt8(ascii: ")")) { depth -= 1 }
      if depth == 0, index > 0, index < tokens.count - 1 { return nil }
    }
    return function.lowercased()
  }

  private static func compares(_ token: ExpressionScanner.Token) -> Bool {
    [UInt8(ascii: "="), UInt8(ascii: "<"), UInt8(ascii: ">")].contains { token == .other($0) }
  }

  private static func flaw(ofParentheses tokens: [ExpressionScanner.Token]) -> String? {
    var depth = 0
    for token in tokens {
      switch token {
      case .other(UInt8(ascii: "(")): depth += 1
      case .other(UInt8(ascii: ")")):
        depth -= 1
        if depth < 0 { return "a parenthesis that is not opened" }
      case .other(UInt8(ascii: ";")): return "a semicolon"
      default: continue
      }
    }
    return depth > 0 ? "a parenthesis that is not closed" : nil
  }

  private static func announcesName(_ token: ExpressionScanner.Token) -> Bool {
    guard case .word(let word) = token else { return false }
    switch word.lowercased() {
    case "collate", "using", "as", "charset": return true
    default: return false
    }
  }

  private static let callsWithoutParentheses: Set<String> = [
    "current_timestamp", "current_date", "current_time", "current_user", "localtime", "localtimestamp", "utc_date",
    "utc_time", "utc_timestamp", "current_role",
  ]
}

/// Cuts an expression into words, names, texts and signs; comments are left out.
struct ExpressionScanner {
  enum Token: Equatable {
    /// A bare word: a keyword, a column, a function.
    case word(String)
    /// A name in backticks, without them.
    case quotedName(String)
    /// A literal text, or one in hexadecimal digits or bits.
    case text
    /// `@name`, `@@name`.
    case variable
    /// Any other sign, and each number as its first digit.
    case other(UInt8)
  }

  /// What is not closed at the end.
  private(set) var flaw: String?
  /// Whether a comment between `/*` and `*/` was left out.
  private(set) var hasComment = false
  private let bytes: [UInt8]
  private var position = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  /// The next token; `nil` at the end.
  mutating func next() -> Token? {
    skipSpaceAndComments()
    guard position < bytes.count else { return nil }
    let byte = bytes[position]
    switch byte {
    case UInt8(ascii: "`"): return .quotedName(quoted(by: byte))
    case UInt8(ascii: "'"), UInt8(ascii: "\""):
      _ = quoted(by: byte)
      return .text
    case UInt8(ascii: "@"):
      while position < bytes.count, bytes[position] == UInt8(ascii: "@") { position += 1 }
      skipWord()
      return .variable
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      skipNumber()
      return .other(byte)
    case _ where Self.isWord(byte):
      let start = position
      skipWord()
      return .word(String(decoding: bytes[start..<position], as: UTF8.self))
    default:
      position += 1
      return .other(byte)
    }
  }

  private mutating func skipSpaceAndComments() {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x09...0x0D: position += 1
      case UInt8(ascii: "#"): skipLine()
      case UInt8(ascii: "-") where follows("- "): skipLine()
      case UInt8(ascii: "/") where follows("*"):
        hasComment = true
        position += 2
        while position < bytes.count, !(bytes[position] == UInt8(ascii: "*") && follows("/")) { position += 1 }
        if position >= bytes.count { flaw = "a comment that is not closed" }
        position = min(position + 2, bytes.count)
      default: return
      }
    }
  }

  private func follows(_ text: String) -> Bool { bytes[(position + 1)...].starts(with: text.utf8) }

  private mutating func skipLine() {
    while position < bytes.count, bytes[position] != UInt8(ascii: "\n") { position += 1 }
    if position == bytes.count { flaw = "a comment that runs to the end of its line" }
  }

  /// The content between quotes, which count as one where they are doubled.
  private mutating func quoted(by quote: UInt8) -> String {
    var content: [UInt8] = []
    position += 1
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == UInt8(ascii: "\\"), quote != UInt8(ascii: "`") {
        position += 1
      } else if byte == quote {
        guard position < bytes.count, bytes[position] == quote else {
          return String(decoding: content, as: UTF8.self)
        }
        content.append(byte)
        position += 1
      } else {
        content.append(byte)
      }
    }
    position = min(position, bytes.count)
    flaw = "a quote that is not closed"
    return String(decoding: content, as: UTF8.self)
  }

  private mutating func skipWord() {
    while position < bytes.count, Self.isWord(bytes[position]) { position += 1 }
  }

  /// Digits, a point, an exponent with its sign, `0x…`.
  private mutating func skipNumber() {
    while position < bytes.count {
      let byte = bytes[position]
      let isSignOfExponent =
        (byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-"))
        && (bytes[position - 1] | 0x20) == UInt8(ascii: "e")
        && bytes[position...].dropFirst().first.map { (0x30...0x39).contains($0) } == true
      guard Self.isWord(byte) || byte == UInt8(ascii: ".") || isSignOfExponent else { return }
      position += 1
    }
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
