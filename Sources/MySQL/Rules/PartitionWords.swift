internal import AssociationGraph

/// An expression of partitions, read for the few words and signs that may stand in it (Reference Manual, "Partitioning
/// Limitations Relating to Functions"; measured on MySQL 9.7 and MariaDB 10.11).
struct PartitionWords {
  /// A column with the function that takes it.
  struct Argument {
    let column: String
    /// The function, in lower case, `extract day` for one of its units; `nil` for the column in a sum.
    let function: String?

    /// What takes the column, for messages.
    var taker: String { function.map { "an argument of '\($0)'" } ?? "a sum" }

    /// The types that belong here; `nil` if `type` is one of them.
    func wantedType(insteadOf type: ColumnType) -> String? {
      if let function, PartitionWords.ofDates.contains(function) {
        switch type {
        case .date, .datetime: return nil
        default: return "the type date or datetime"
        }
      }
      if let function, PartitionWords.ofTimes.contains(function) {
        switch type {
        case .time, .datetime: return nil
        default: return "the type time or datetime"
        }
      }
      if function == "unix_timestamp" {
        if case .timestamp = type { return nil }
        return "the type timestamp"
      }
      if let function, function.hasPrefix("extract ") {
        if case .datetime = type { return nil }
        return "the type datetime"
      }
      switch type {
      case .integer, .boolean, .bit, .year, .date, .time, .datetime: return nil
      case .decimal where function == "floor" || function == "ceil" || function == "ceiling": return nil
      default: return "a whole number"
      }
    }
  }

  /// The columns that may stand as arguments, in their order.
  private(set) var arguments: [Argument] = []
  private let expression: Expression
  private var tokens: [ExpressionScanner.Token] = []

  init(_ expression: Expression) {
    self.expression = expression
    var scanner = ExpressionScanner(expression.text)
    while let token = scanner.next() { tokens.append(token) }
    readArguments()
  }

  /// The first word or sign that cannot stand in an expression of partitions.
  func firstRefused(on table: CheckedTable) -> String? {
    if let function = expression.functions.first(where: { !Self.functions.contains($0) }) { return function }
    if expression.hasSubquery { return "select" }
    for token in tokens {
      switch token {
      case .variable: return "@"
      case .other(let byte) where !Self.signs.contains(byte): return String(UnicodeScalar(byte))
      case .word(let word):
        guard table.isReserved(word), !expression.functions.contains(word.lowercased()),
          !Self.words.contains(word.lowercased())
        else { continue }
        return word
      case .quotedName, .text, .other: continue
      }
    }
    return nil
  }

  private mutating func readArguments() {
    // The functions whose parentheses are open, `nil` for plain ones.
    var open: [String?] = []
    var unit = ""
    let divides = tokens.contains { token in
      if case .word(let word) = token { word.lowercased() == "div" } else { false }
    }
    for (index, token) in tokens.enumerated() {
      let next = index + 1 < tokens.count ? tokens[index + 1] : .other(0)
      switch token {
      case .other(UInt8(ascii: "(")):
        var function: String?
        if index > 0, case .word(let word) = tokens[index - 1], Self.functions.contains(word.lowercased()) {
          function = word.lowercased()
        }
        open.append(function)
      case .other(UInt8(ascii: ")")): _ = open.popLast()
      case .word(let word) where next != .other(UInt8(ascii: "(")) && next != .other(UInt8(ascii: ".")):
        if open.last == "extract", unit.isEmpty {
          unit = word.lowercased()
        } else {
          addArgument(word, of: open.last ?? nil, &unit, divides)
        }
      case .quotedName(let name) where next != .other(UInt8(ascii: ".")):
        addArgument(name, of: open.last ?? nil, &unit, divides)
      default: continue
      }
    }
  }

  private mutating func addArgument(_ name: String, of function: String?, _ unit: inout String, _ divides: Bool) {
    // Another type may be divided to a whole number.
    if function == nil, divides { return }
    guard function == "extract" else {
      arguments.append(Argument(column: name, function: function))
      return
    }
    if name.lowercased() == "from" { return }
    arguments.append(Argument(column: name, function: Self.extraction[unit] ?? "extract \(unit)"))
    unit = ""
  }

  /// The functions that partitions may call.
  static let functions = ofDates.union(ofTimes).union([
    "abs", "ceil", "ceiling", "extract", "floor", "mod", "unix_timestamp",
  ])

  private static let ofDates: Set<String> = [
    "datediff", "day", "dayofmonth", "dayofweek", "dayofyear", "month", "quarter", "to_days", "to_seconds", "weekday",
    "year", "yearweek",
  ]
  private static let ofTimes: Set<String> = ["hour", "microsecond", "minute", "second", "time_to_sec"]

  /// Units of `extract` with the function that gives the same.
  private static let extraction = [
    "year": "year", "quarter": "quarter", "month": "month", "day": "day", "year_month": "month", "hour": "hour",
    "minute": "minute", "second": "second", "microsecond": "microsecond",
  ]

  /// Reserved words that may stand beside names.
  private static let words: Set<String> = [
    "div", "mod", "from", "year_month", "day_hour", "day_minute", "day_second", "day_microsecond", "hour_minute",
    "hour_second", "hour_microsecond", "minute_second", "minute_microsecond", "second_microsecond",
  ]

  private static let signs = Set("()+-*%,.0123456789".utf8)
}
