import AssociationGraph
import Diagnostics
import SchemaLanguage

/// Writes the values of rows as Swift expressions of the types that their properties have.
struct ValueLiterals {
  let names: SwiftNames
  let model: ID<Model>
  /// Whether the time of loading is needed, as `now`.
  private(set) var usesNow = false
  /// Whether a type of Foundation was named.
  private(set) var usesFoundation = false
  /// For each column whether its property has a type of the author's, of which no value is known.
  private let hasAuthorType: [Bool]

  init(names: SwiftNames, model: ID<Model>) {
    self.names = names
    self.model = model
    hasAuthorType = names.graph[model].columns.indices.map { Self.hasAuthorType($0, of: model, names) }
  }

  /// Whether the property of a column, or the key that its type is taken from, has a type of the author's.
  private static func hasAuthorType(_ column: Int, of model: ID<Model>, _ names: SwiftNames) -> Bool {
    var place = (model: model, column: column)
    for _ in names.graph.models.indices {
      if names.graph[place.model].columns[place.column].swiftType != nil { return true }
      let edges = names.foreignKeys(of: names.graph[place.model])[place.column]
      guard let parent = names.keyedModel(of: place.column, in: place.model, foreignKeys: edges),
        let key = names.identities[parent.index].singleColumn
      else { return false }
      place = (parent, key)
    }
    return false
  }

  /// The literals of a row, one for each column; `nil` if the server alone knows one of them.
  mutating func literals(of row: [Value]) -> [String]? {
    let before = self
    var literals: [String] = []
    for (position, value) in row.enumerated() {
      let column = names.graph[model].columns[position]
      guard let literal = literal(value, column, hasAuthorType: hasAuthorType[position]) else {
        self = before
        return nil
      }
      literals.append(literal)
    }
    return literals
  }

  private mutating func literal(_ value: Value, _ column: Column, hasAuthorType: Bool) -> String? {
    if column.generation != nil { return nil }
    switch value {
    case .null: return column.isNullable ? "nil" : nil
    case .expression, .lookup: return nil
    case .serverDefault:
      switch column.defaultValue {
      case .value(let value)?: return literal(value, column, hasAuthorType: hasAuthorType)
      case .now? where !hasAuthorType:
        usesNow = true
        usesFoundation = true
        return "now"
      case .now?, .uuid?, .expression?, nil: return nil
      }
    case .number, .text, .bytes: return hasAuthorType ? nil : known(value, column.type)
    }
  }

  private mutating func known(_ value: Value, _ type: ColumnType) -> String? {
    switch (type, value) {
    case (.integer, .number(let number)), (.year, .number(let number)), (.bit, .number(let number)): return number
    case (.boolean, .number(let number)): return number == "0" ? "false" : "true"
    case (.decimal(let precision, let scale, _, _), .number(let number)):
      return precision > 38 ? StringLiteral.quoted(padded(number, scale: scale)) : decimal(number)
    case (.float, .number(let number)): return Float(number)?.description
    case (.double, .number(let number)): return Double(number)?.description
    case (.date, .text(let text)): return "\(SwiftIdentifier.spelled(names.namespace)).LocalDate(\"\(text)\")!"
    case (.time, .text(let text)): return "\(SwiftIdentifier.spelled(names.namespace)).LocalTime(\"\(text)\")!"
    case (.datetime, .text(let text)), (.timestamp, .text(let text)): return moment(text)
    case (.char, .text(let text)), (.varchar, .text(let text)), (.text, .text(let text)):
      return StringLiteral.quoted(text)
    case (.uuid, .text(let text)): return uuid(text)
    case (.json, .text(let text)):
      guard names.graph.swift.jsonType == nil else { return nil }
      return JSONField(text, at: names.graph[model].declaredAt).value.map { json($0) }
    case (.enumeration(let id), .text(let text)): return member(text, of: id)
    case (.set(let id), .text(let text)):
      let members = text.unicodeScalars.split(separator: ",").compactMap { member(String($0), of: id) }
      return "[\(members.joined(separator: ", "))]"
    case (.binary, .bytes(let bytes)), (.varbinary, .bytes(let bytes)), (.blob, .bytes(let bytes)):
      usesFoundation = true
      return "\(names.library[.data])([\(bytes.map(hexadecimal).joined(separator: ", "))])"
    default: return nil
    }
  }

  /// A number with as many digits behind the point as its column has, as a server writes it.
  private func padded(_ number: String, scale: Int) -> String {
    let digits = number.split(separator: ".").dropFirst().first?.utf8.count ?? 0
    guard digits < scale else { return number }
    return number + (digits == 0 ? "." : "") + String(repeating: "0", count: scale - digits)
  }

  private func hexadecimal(_ byte: UInt8) -> String {
    "0x" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
  }

  private func member(_ text: String, of id: ID<Enumeration>) -> String? {
    let enumeration = names.graph[id]
    return enumeration.members.firstIndex(of: text).map {
      ".\(SwiftIdentifier.member(SwiftNames.property(enumeration.swiftCases[$0])))"
    }
  }

  /// A decimal number of at most 38 digits, put together of whole numbers that a literal holds exactly.
  private mutating func decimal(_ number: String) -> String {
    usesFoundation = true
    let type = names.library[.decimal]
    let isNegative = number.hasPrefix("-")
    let parts = number.drop { $0 == "-" }.split(separator: ".")
    let scale = parts.count > 1 ? parts[1].count : 0
    let digits = String(parts.joined().drop { $0 == "0" })
    if digits.isEmpty { return "0" }
    var rest = digits[...]
    var significand = ""
    while !rest.isEmpty {
      let head = rest.prefix(rest.count % 18 == 0 ? 18 : rest.count % 18)
      rest = rest.dropFirst(head.count)
      let piece = String(UInt64(head) ?? 0)
      significand =
        significand.isEmpty ? "\(type)(\(piece))" : "(\(significand) * 1_000_000_000_000_000_000 + \(type)(\(piece)))"
    }
    if scale == 0 { return isNegative ? "-\(significand)" : significand }
    return "\(type)(sign: .\(isNegative ? "minus" : "plus"), exponent: -\(scale), significand: \(significand))"
  }

  /// A date and time in UTC, `2024-02-29 12:30:00.5`, as seconds since 1970.
  private mutating func moment(_ text: String) -> String? {
    usesFoundation = true
    let fields = text.split { !$0.isASCII || !$0.isNumber }
    guard fields.count >= 6, let year = Int(fields[0]), let month = Int(fields[1]), let day = Int(fields[2]),
      let hour = Int(fields[3]), let minute = Int(fields[4]), let second = Int(fields[5])
    else { return nil }
    // Days from civil: years begin in March, so that the leap day comes last (H. Hinnant, "chrono-Compatible Low-Level
    // Date Algorithms").
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    let days = era * 146_097 + dayOfEra - 719_468
    let seconds = days * 86_400 + hour * 3600 + minute * 60 + second
    guard fields.count == 7, fields[6].contains(where: { $0 != "0" }) else {
      return "\(names.library[.date])(timeIntervalSince1970: \(seconds))"
    }
    let fraction = (String(fields[6]) + "000000").prefix(6)
    return "\(names.library[.date])(timeIntervalSince1970: \(seconds) + 0.\(fraction))"
  }

  private mutating func uuid(_ text: String) -> String {
    usesFoundation = true
    let digits = Array(text.utf8.filter { $0 != UInt8(ascii: "-") })
    let bytes = stride(from: 0, to: digits.count - 1, by: 2).map {
      "0x" + String(decoding: digits[$0...$0 + 1], as: UTF8.self).uppercased()
    }
    return "\(names.library[.uuid])(uuid: (\(bytes.joined(separator: ", "))))"
  }

  private mutating func json(_ syntax: ValueSyntax) -> String {
    switch syntax.content {
    case .null: return ".null"
    case .scalar(let text, .plain):
      if text == "true" || text == "false" { return ".bool(\(text))" }
      if Int64(text) != nil { return ".integer(\(text))" }
      if UInt64(text) != nil { return ".unsigned(\(text))" }
      let digits = text.utf8.count { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      if digits <= 15 || text.utf8.contains(where: { $0 | 0x20 == UInt8(ascii: "e") }) {
        return ".double(\(Double(text)?.description ?? text))"
      }
      return ".decimal(\(decimal(text)))"
    case .scalar(let text, _): return ".string(\(StringLiteral.quoted(text)))"
    case .list(let items):
      var literals: [String] = []
      for item in items { literals.append(json(item)) }
      return ".array([\(literals.joined(separator: ", "))])"
    case .mapping(let fields):
      if fields.isEmpty { return ".object([:])" }
      var literals: [String] = []
      for field in fields { literals.append("\(StringLiteral.quoted(field.name.value)): \(json(field.value))") }
      return ".object([\(literals.joined(separator: ", "))])"
    }
  }
}
