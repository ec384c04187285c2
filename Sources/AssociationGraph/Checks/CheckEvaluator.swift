/// Computes the condition of a check for rows, as both servers do.
///
/// It knows three-valued logic, whole and decimal numbers, texts as far as their collation is known, dates. Of all else it says
/// that it does not know.
struct CheckEvaluator {
  /// A value while a condition is computed.
  fileprivate enum Operand {
    case null
    /// A number, and whether it is of an unsigned integer type, whose differences are refused below 0.
    case number(ExactNumber, isUnsigned: Bool)
    case double(Double)
    case year(Int)
    /// A text with the collation of its column; literals have none.
    case text(String, Collation?)
    /// A date, or a date and time, in a form in which the text's order is that of time.
    case moment(String, isDate: Bool)
    case unknown

    static func truth(_ value: Bool?) -> Operand {
      value.map { .number(ExactNumber($0 ? 1 : 0), isUnsigned: false) } ?? .unknown
    }

    var isNull: Bool { if case .null = self { true } else { false } }
    var isUnknown: Bool { if case .unknown = self { true } else { false } }

    /// Whether it is no number beyond 64 bits with a sign: a list of such and others is compared as if all had none.
    var isOfOneRange: Bool { if case .number(let number, _) = self { number.isInRange } else { true } }

    /// Whether it counts as true: `nil` for NULL and for what is not known.
    var truth: Bool? {
      switch self {
      case .number(let number, _): !number.isZero
      case .double(let number): number != 0
      case .null, .year, .text, .moment, .unknown: nil
      }
    }
  }

  /// The check.
  let check: Check
  /// The positions of the columns that it names, in order.
  let columns: [Int]
  private let expression: CheckExpression
  let model: Model

  /// `nil` for a check that is not enforced or cannot be computed here.
  init?(_ check: Check, of model: Model) {
    let names = Dictionary(
      model.columns.enumerated().map { ($1.name.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
    guard check.isEnforced, let expression = CheckParser.read(check.condition, columns: names) else { return nil }
    self.check = check
    self.expression = expression
    self.model = model
    columns = expression.columns
  }

  /// Whether the server surely refuses a row with these values, one for each column; ``Value/serverDefault`` is a value that
  /// is not known.
  func isBroken(by values: (Int) -> Value) -> Bool { evaluate(expression, values).truth == false }

  private func evaluate(_ expression: CheckExpression, _ values: (Int) -> Value) -> Operand {
    func operand(_ expression: CheckExpression) -> Operand { evaluate(expression, values) }
    switch expression {
    case .null: return .null
    case .number(let text):
      if let number = ExactNumber(text) { return .number(number, isUnsigned: false) }
      return DecimalText(text) == nil ? Double(text).map { .double($0) } ?? .unknown : .unknown
    case .text(let text): return .text(text, nil)
    case .column(let position): return self.operand(values(position), model.columns[position])
    case .negative(let inner):
      switch operand(inner) {
      case .null: return .null
      case .number(let number, _) where number.negative.isInRange: return .number(number.negative, isUnsigned: false)
      case .double(let number): return .double(-number)
      default: return .unknown
      }
    case .not(let inner):
      let inner = operand(inner)
      return inner.isNull ? .null : .truth(inner.truth.map { !$0 })
    case .and(let left, let right): return conjunction(operand(left), operand(right), dominant: false)
    case .or(let left, let right): return conjunction(operand(left), operand(right), dominant: true)
    case .exclusiveOr(let left, let right):
      let (left, right) = (operand(left), operand(right))
      if left.isUnknown || right.isUnknown { return .unknown }
      if left.isNull || right.isNull { return .null }
      guard let first = left.truth, let second = right.truth else { return .unknown }
      return .truth(first != second)
    case .isNull(let inner): return isNull(operand(inner))
    case .isTruth(let inner, let wanted):
      let inner = operand(inner)
      return inner.isNull ? .truth(false) : .truth(inner.truth.map { $0 == wanted })
    case .comparison(let comparison, let left, let right): return compare(comparison, operand(left), operand(right))
    case .isIn(let inner, let list):
      let operands = ([inner] + list).map(operand)
      guard operands.allSatisfy(\.isOfOneRange) else { return .unknown }
      return operands.dropFirst().reduce(.truth(false)) { result, item in
        conjunction(result, compare(.equal, operands[0], item), dominant: true)
      }
    case .isBetween(let inner, let low, let high):
      let (inner, low, high) = (operand(inner), operand(low), operand(high))
      guard inner.isOfOneRange, low.isOfOneRange, high.isOfOneRange else { return .unknown }
      return conjunction(
        compare(.greaterOrEqual, inner, low), compare(.lessOrEqual, inner, high), dominant: false)
    case .like(let inner, let pattern): return like(operand(inner), pattern)
    case .arithmetic(let arithmetic, let left, let right): return compute(arithmetic, operand(left), operand(right))
    case .call(let function, let arguments): return call(function, arguments.map(operand))
    }
  }

  /// AND, whose `dominant` is false, or OR, whose is true.
  private func conjunction(_ left: Operand, _ right: Operand, dominant: Bool) -> Operand {
    if left.truth == dominant || right.truth == dominant { return .truth(dominant) }
    if left.isNull, right.isNull || right.truth != nil { return .null }
    if right.isNull, left.truth != nil { return .null }
    return left.truth == nil || right.truth == nil ? .unknown : .truth(!dominant)
  }

  private func isNull(_ operand: Operand) -> Operand { operand.isUnknown ? .unknown : .truth(operand.isNull) }

  // MARK: Values

  private func operand(_ value: Value, _ column: Column) -> Operand {
    // A text of bytes is counted and compared in bytes.
    if value != .null, column.collation?.charset == "binary" { return .unknown }
    switch (value, column.type) {
    case (.null, _): return .null
    case (.number(let text), .integer(_, let isUnsigned, _)):
      return ExactNumber(text).map { .number($0, isUnsigned: isUnsigned) } ?? .unknown
    case (.number(let text), .decimal), (.number(let text), .boolean):
      return ExactNumber(text).map { .number($0, isUnsigned: false) } ?? .unknown
    case (.number(let text), .double(nil, _, _)): return Double(text).map { .double($0) } ?? .unknown
    case (.number(let text), .float(nil, _, _)):
      // A number that FLOAT rounds is near others, and the servers differ on what is equal to it.
      guard let number = Double(text), Double(Float(number)) == number else { return .unknown }
      return .double(number)
    case (.number(let text), .year): return Int(text).map { .year($0) } ?? .unknown
    case (.text(let text), .char):
      var scalars = text.unicodeScalars[...]
      while scalars.last == " " { scalars.removeLast() }
      return .text(String(scalars), column.collation)
    case (.text(let text), .varchar), (.text(let text), .text), (.text(let text), .uuid),
      (.text(let text), .enumeration), (.text(let text), .set):
      return .text(text, column.collation)
    case (.text(let text), .date): return moment(text, isDate: true)
    case (.text(let text), .datetime): return moment(text, isDate: false)
    default: return .unknown
    }
  }

  /// The moment that `text` writes in the server's own form: `2024-02-29`, `2024-02-29 12:30:00.5`.
  private func moment(_ text: String, isDate: Bool) -> Operand {
    let result = isDate ? TemporalText.date(text) : TemporalText.datetime(text)
    guard case .valid(let shown, _) = result, shown == text, text.utf8.count == 10 || !isDate,
      text.utf8.count != 10 || isDate
    else { return .unknown }
    let whole = isDate ? text + " 00:00:00" : text
    let fraction = whole.utf8.count > 19 ? whole.dropFirst(20) : ""
    return .moment(
      whole.prefix(19) + "." + fraction + String(repeating: "0", count: max(0, 6 - fraction.count)), isDate: isDate)
  }

  // MARK: Comparisons

  private func compare(_ comparison: CheckExpression.Comparison, _ left: Operand, _ right: Operand) -> Operand {
    if comparison == .equalOrBothNull {
      if left.isUnknown || right.isUnknown { return .unknown }
      if left.isNull || right.isNull { return .truth(left.isNull && right.isNull) }
      return compare(.equal, left, right)
    }
    if left.isNull || right.isNull { return .null }
    if case .text(let first, let firstCollation) = left, case .text(let second, let secondCollation) = right {
      guard comparison == .equal || comparison == .notEqual,
        let isEqual = areEqual(first, firstCollation, second, secondCollation)
      else { return .unknown }
      return .truth(isEqual == (comparison == .equal))
    }
    guard let order = order(left, right) else { return .unknown }
    switch comparison {
    case .equal, .equalOrBothNull: return .truth(order == 0)
    case .notEqual: return .truth(order != 0)
    case .less: return .truth(order < 0)
    case .lessOrEqual: return .truth(order <= 0)
    case .greater: return .truth(order > 0)
    case .greaterOrEqual: return .truth(order >= 0)
    }
  }

  /// The order of two values that are no texts; `nil` where it is not known.
  private func order(_ left: Operand, _ right: Operand) -> Int? {
    switch (left, right) {
    case (.number(let left, _), .number(let right, _)): left.compared(to: right)
    case (.double(let left), .double(let right)): order(left, right)
    case (.double(let left), .number(let right, _)): right.double.map { order(left, $0) }
    case (.number(let left, _), .double(let right)): left.double.map { order($0, right) }
    case (.year(let left), .year(let right)): order(left, right)
    // Numbers of two digits are years of this or the last century there.
    case (.year(let left), .number(let right, _)): isYear(right) ? ExactNumber(left).compared(to: right) : nil
    case (.number(let left, _), .year(let right)): isYear(left) ? left.compared(to: ExactNumber(right)) : nil
    case (.moment(let left, _), .moment(let right, _)): order(left, right)
    case (.moment(_, let isDate), .text(let literal, nil)):
      if case .moment = moment(literal, isDate: isDate) { order(left, moment(literal, isDate: isDate)) } else { nil }
    case (.text, .moment): order(right, left).map { -$0 }
    default: nil
    }
  }

  private func order<Compared: Comparable>(_ left: Compared, _ right: Compared) -> Int {
    left < right ? -1 : left > right ? 1 : 0
  }

  private func isYear(_ number: ExactNumber) -> Bool {
    number.isWhole && number.digits >= 1901 && number.digits <= 2155
  }

  /// Whether two texts are equal, one of which has a collation; `nil` where that is not known.
  private func areEqual(_ left: String, _ leftCollation: Collation?, _ right: String, _ rightCollation: Collation?)
    -> Bool?
  {
    guard let collation = leftCollation ?? rightCollation else { return nil }
    if let leftCollation, let rightCollation {
      guard leftCollation == rightCollation else { return nil }
    } else if collation.charset != "utf8mb4" {
      // A literal beyond the character set makes the server compare in another one.
      guard left.utf8.allSatisfy({ $0 < 0x80 }), right.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
    }
    return TextComparison(collation).areEqual(left, right)
  }

  /// LIKE for visible ASCII, character by character: `%` any number of them, `_` one. The escape character depends on the
  /// `sql_mode` and has been left out.
  private func like(_ operand: Operand, _ pattern: String) -> Operand {
    guard case .text(let content, let collation?) = operand else { return operand.isNull ? .null : .unknown }
    let comparison = TextComparison(collation)
    let pattern = Array(pattern.utf8)
    let text = Array(content.utf8)
    guard (text + pattern).allSatisfy({ (0x20..<0x7F).contains($0) }), text.count <= 4096 else { return .unknown }
    // The positions of the pattern that can be reached with the text so far.
    var reached = closure([0], pattern)
    for byte in text {
      var following: Set<Int> = []
      for position in reached where position < pattern.count {
        switch pattern[position] {
        case UInt8(ascii: "%"): following.insert(position)
        case UInt8(ascii: "_"): following.insert(position + 1)
        case let wanted:
          if wanted == byte {
            following.insert(position + 1)
          } else {
            // No letter behind the signs: spaces at the end do not count in a comparison, and do in LIKE.
            let isEqual = comparison.areEqual(String(Unicode.Scalar(wanted)) + ".", String(Unicode.Scalar(byte)) + ".")
            guard let isEqual else { return .unknown }
            if isEqual { following.insert(position + 1) }
          }
        }
      }
      reached = closure(following, pattern)
    }
    return .truth(reached.contains(pattern.count))
  }

  /// `positions` with those behind a `%`, which may stand for nothing.
  private func closure(_ positions: Set<Int>, _ pattern: [UInt8]) -> Set<Int> {
    var closed = positions
    for var position in positions {
      while position < pattern.count, pattern[position] == UInt8(ascii: "%") {
        position += 1
        closed.insert(position)
      }
    }
    return closed
  }

  // MARK: Arithmetic and functions

  private func compute(_ arithmetic: CheckExpression.Arithmetic, _ left: Operand, _ right: Operand) -> Operand {
    guard case .number(let first, let isFirstUnsigned) = left, case .number(let second, let isSecondUnsigned) = right
    else { return left.isNull && !right.isUnknown || right.isNull && !left.isUnknown ? .null : .unknown }
    let result: ExactNumber?
    switch arithmetic {
    case .plus: result = first.plus(second)
    case .minus: result = first.minus(second)
    case .times: result = first.times(second)
    case .remainder: result = first.divided(by: second, isRemainder: true)
    case .quotient: result = first.divided(by: second, isRemainder: false)
    }
    let isUnsigned = isFirstUnsigned || isSecondUnsigned
    // The server refuses to compute what does not fit.
    guard let result, result.isInRange, !(isUnsigned && result.digits < 0) else { return .unknown }
    return .number(result, isUnsigned: isUnsigned)
  }

  private func call(_ function: CheckExpression.Function, _ arguments: [Operand]) -> Operand {
    switch (function, arguments[0]) {
    case (.isNull, let operand): return isNull(operand)
    case (.remainder, _): return compute(.remainder, arguments[0], arguments[1])
    case (.firstKnown, _): return firstKnown(arguments)
    case (_, .null): return .null
    case (.absolute, .number(let number, let isUnsigned)): return .number(number.absolute, isUnsigned: isUnsigned)
    case (.characterLength, .text(let text, _?)):
      return .number(ExactNumber(text.unicodeScalars.count), isUnsigned: false)
    case (.byteLength, .text(let text, let collation?)):
      let isOfUnicode = collation.charset == "utf8mb4" || collation.charset == "utf8mb3"
      guard
        isOfUnicode
          || text.utf8.allSatisfy({ $0 < 0x80 }) && !["ucs2", "utf16", "utf16le", "utf32"].contains(collation.charset)
      else { return .unknown }
      return .number(ExactNumber(text.utf8.count), isUnsigned: false)
    case (.lowercase, .text(let text, let collation?)):
      return arguments[0].isPlain ? .text(text.lowercased(), collation) : .unknown
    case (.uppercase, .text(let text, let collation?)):
      return arguments[0].isPlain ? .text(text.uppercased(), collation) : .unknown
    case (.trim, .text(let text, let collation?)):
      return .text(trimmed(text, atStart: true, atEnd: true), collation)
    case (.trimStart, .text(let text, let collation?)):
      return .text(trimmed(text, atStart: true, atEnd: false), collation)
    case (.trimEnd, .text(let text, let collation?)):
      return .text(trimmed(text, atStart: false, atEnd: true), collation)
    default: return .unknown
    }
  }

  /// COALESCE of numbers, or of texts with one collation: others are changed to a common type.
  private func firstKnown(_ arguments: [Operand]) -> Operand {
    let known = arguments.filter { !$0.isNull }
    guard let first = known.first else { return .null }
    let collations = Set(
      known.compactMap { operand -> Collation? in if case .text(_, let collation) = operand { collation } else { nil } }
    )
    let areNumbers = known.allSatisfy { if case .number = $0 { true } else { false } }
    let areTexts = known.allSatisfy { if case .text = $0 { true } else { false } }
    if areNumbers { return first }
    guard areTexts, collations.count == 1, case .text(let text, _) = first else { return .unknown }
    let operand = Operand.text(text, collations.first)
    return operand.isPlain ? operand : .unknown
  }

  private func trimmed(_ text: String, atStart: Bool, atEnd: Bool) -> String {
    var scalars = text.unicodeScalars[...]
    while atStart, scalars.first == " " { scalars.removeFirst() }
    while atEnd, scalars.last == " " { scalars.removeLast() }
    return String(scalars)
  }
}

extension CheckEvaluator.Operand {
  /// Whether it is a text of ASCII whose letters have the case of ASCII: of others the servers' tables decide.
  fileprivate var isPlain: Bool {
    guard case .text(let text, let collation?) = self else { return false }
    return text.utf8.allSatisfy { $0 < 0x80 } && !collation.name.contains("turkish") && !collation.name.contains("_tr_")
  }
}
