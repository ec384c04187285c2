/// Reads the condition of a check, with MySQL's precedence of operators.
///
/// What may mean two things on two servers is not read: a comparison of comparisons without parentheses.
struct CheckParser {
  private let tokens: [CheckScanner.Token]
  private let columns: [String: Int]
  private var position = 0
  private var depth = 0
  /// How many operators between two operands were read: each makes the expression one level deeper.
  private var operators = 0

  /// The condition `text` over `columns`, given by their names in lower case; `nil` where it cannot be read.
  static func read(_ text: String, columns: [String: Int]) -> CheckExpression? {
    guard let tokens = CheckScanner.tokens(of: text) else { return nil }
    var parser = CheckParser(tokens: tokens, columns: columns)
    guard let expression = parser.expression(), parser.position == tokens.count else { return nil }
    return expression
  }

  private init(tokens: [CheckScanner.Token], columns: [String: Int]) {
    self.tokens = tokens
    self.columns = columns
  }

  private var next: CheckScanner.Token? { position < tokens.count ? tokens[position] : nil }

  private mutating func take(_ words: String...) -> String? {
    switch next {
    case .word(let word)? where words.contains(word), .sign(let word)? where words.contains(word):
      position += 1
      return word
    default: return nil
    }
  }

  /// The deepest nesting that is read.
  private static let deepest = 100
  /// The most operators that are read: who walks over the expression may recurse, on a thread that has 512 KiB (macOS) for it.
  private static let mostOperators = 200

  /// Whether one more operator is read.
  private mutating func takesOperator() -> Bool {
    operators += 1
    return operators <= Self.mostOperators
  }

  private mutating func expression() -> CheckExpression? {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { return nil }
    return chain({ $0.exclusiveOr() }, "or") { .or($0, $1) }
  }

  private mutating func exclusiveOr() -> CheckExpression? {
    chain({ $0.conjunction() }, "xor") { .exclusiveOr($0, $1) }
  }

  private mutating func conjunction() -> CheckExpression? {
    chain({ $0.negation() }, "and", "&&") { .and($0, $1) }
  }

  /// Operands of one kind with operators of one precedence between them.
  private mutating func chain(
    _ operand: (inout CheckParser) -> CheckExpression?, _ operators: String...,
    combined: (CheckExpression, CheckExpression) -> CheckExpression
  ) -> CheckExpression? {
    guard var result = operand(&self) else { return nil }
    while let found = operators.first(where: { next == .word($0) || next == .sign($0) }) {
      _ = take(found)
      guard takesOperator(), let right = operand(&self) else { return nil }
      result = combined(result, right)
    }
    return result
  }

  private mutating func negation() -> CheckExpression? {
    var count = 0
    while take("not") != nil { count += 1 }
    guard let operand = comparison() else { return nil }
    return count == 0 ? operand : count.isMultiple(of: 2) ? .not(.not(operand)) : .not(operand)
  }

  private mutating func comparison() -> CheckExpression? {
    guard let left = predicate() else { return nil }
    if take("is") != nil {
      let isNegated = take("not") != nil
      let test: CheckExpression
      switch take("null", "unknown", "true", "false") {
      case "null"?, "unknown"?: test = .isNull(left)
      case "true"?: test = .isTruth(left, true)
      case "false"?: test = .isTruth(left, false)
      default: return nil
      }
      return isNegated ? .not(test) : test
    }
    guard let sign = take("=", "<=>", "<>", "!=", "<", "<=", ">", ">=") else { return left }
    guard let comparison = CheckExpression.Comparison(rawValue: sign == "!=" ? "<>" : sign), let right = predicate()
    else { return nil }
    return .comparison(comparison, left, right)
  }

  private mutating func predicate() -> CheckExpression? {
    guard let operand = sum() else { return nil }
    let isNegated = take("not") != nil
    let test: CheckExpression
    switch take("in", "between", "like") {
    case "in"?:
      guard take("(") != nil, let list = list() else { return nil }
      test = .isIn(operand, list)
    case "between"?:
      guard let low = sum(), take("and") != nil, let high = sum() else { return nil }
      test = .isBetween(operand, low, high)
    case "like"?:
      guard case .text(let pattern)? = next else { return nil }
      position += 1
      test = .like(operand, pattern)
    default: return isNegated ? nil : operand
    }
    return isNegated ? .not(test) : test
  }

  private mutating func sum() -> CheckExpression? {
    guard var result = product() else { return nil }
    while let sign = take("+", "-") {
      guard takesOperator(), let right = product() else { return nil }
      result = .arithmetic(sign == "+" ? .plus : .minus, result, right)
    }
    return result
  }

  private mutating func product() -> CheckExpression? {
    guard var result = factor() else { return nil }
    while let sign = take("*", "%", "mod", "div") {
      guard takesOperator(), let right = factor() else { return nil }
      result = .arithmetic(sign == "*" ? .times : sign == "div" ? .quotient : .remainder, result, right)
    }
    return result
  }

  private mutating func factor() -> CheckExpression? {
    switch take("-", "+", "!") {
    case "-"?: return nested { $0.factor() }.map { .negative($0) }
    case "+"?: return nested { $0.factor() }
    case "!"?: return nested { $0.factor() }.map { .not($0) }
    default: return primary()
    }
  }

  private mutating func nested(_ read: (inout CheckParser) -> CheckExpression?) -> CheckExpression? {
    depth += 1
    defer { depth -= 1 }
    return depth <= Self.deepest ? read(&self) : nil
  }

  private mutating func primary() -> CheckExpression? {
    guard let token = next else { return nil }
    position += 1
    switch token {
    case .number(let number): return .number(number)
    case .text(let text): return .text(text)
    case .name(let name):
      return next == .sign("(") ? nil : columns[name.lowercased()].map { .column($0) }
    case .sign("("):
      guard let inner = expression(), take(")") != nil else { return nil }
      return inner
    case .sign: return nil
    case .word("null"): return .null
    case .word("true"): return .number("1")
    case .word("false"): return .number("0")
    case .word(let word):
      guard next == .sign("(") else { return Self.keywords.contains(word) ? nil : columns[word].map { .column($0) } }
      guard let function = Self.functions[word] else { return nil }
      position += 1
      guard let arguments = list() else { return nil }
      let isRightCount =
        switch function {
        case .remainder: arguments.count == 2
        case .firstKnown: word == "coalesce" || arguments.count == 2
        default: arguments.count == 1
        }
      return isRightCount ? .call(function, arguments) : nil
    }
  }

  /// The expressions up to a closing parenthesis, one at least.
  private mutating func list() -> [CheckExpression]? {
    var list: [CheckExpression] = []
    repeat {
      guard let item = expression() else { return nil }
      list.append(item)
    } while take(",") != nil
    return take(")") != nil ? list : nil
  }

  /// The words of the grammar that stand where a column may.
  private static let keywords: Set<String> = [
    "and", "or", "xor", "not", "in", "is", "like", "between", "div", "mod", "case", "interval", "binary", "unknown",
  ]

  private static let functions: [String: CheckExpression.Function] = [
    "char_length": .characterLength, "character_length": .characterLength, "length": .byteLength,
    "octet_length": .byteLength, "lower": .lowercase, "lcase": .lowercase, "upper": .uppercase, "ucase": .uppercase,
    "trim": .trim, "ltrim": .trimStart, "rtrim": .trimEnd, "abs": .absolute, "mod": .remainder, "coalesce": .firstKnown,
    "ifnull": .firstKnown, "isnull": .isNull,
  ]
}
