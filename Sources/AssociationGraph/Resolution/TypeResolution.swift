import Diagnostics
import SchemaLanguage

extension GraphResolver {
  /// The type that `syntax` writes; `nil` with a diagnostic if there is none such.
  mutating func columnType(_ syntax: Located<TypeSyntax>, of model: ID<Model>, column: Located<String>) -> ColumnType? {
    var reader = TypeReader(syntax: syntax.value)
    if let shared = sharedEnumerations[syntax.value.name], syntax.value.arguments == nil {
      return .enumeration(shared)
    }
    let type: ColumnType?
    switch syntax.value.name {
    case "enum", "set":
      guard let members = reader.members(), !members.isEmpty else {
        report(
          syntax, "Type '\(syntax.value.name)' needs its members",
          "Write them in parentheses: \(syntax.value.name)(a, b).")
        return nil
      }
      let id = addEnumeration(
        members: members, swiftName: graph[model].swiftName + Words(of: column.value).upperCamelCase, isShared: false,
        declaredAt: column.range)
      type = syntax.value.name == "enum" ? .enumeration(id) : .set(id)
    default:
      guard let read = reader.type() else {
        reportUnknown(
          GraphRule.unknownType, "Type '\(syntax.value.name)' is neither one of the language nor an enumeration",
          Located(syntax.value.name, at: syntax.range),
          candidates: TypeName.allCases.map(\.rawValue) + sharedEnumerations.keys.sorted())
        return nil
      }
      type = read
    }
    if let problem = reader.problem {
      report(syntax, problem.summary, problem.explanation)
      return nil
    }
    return type
  }

  private mutating func report(_ syntax: Located<TypeSyntax>, _ summary: String, _ explanation: String?) {
    diagnostics.error(GraphRule.typeArguments, at: syntax.range, summary, explanation: explanation)
  }
}

/// Reads the arguments and attributes of one ``TypeSyntax``; keeps the first thing that the type cannot have.
private struct TypeReader {
  let syntax: TypeSyntax
  private(set) var problem: (summary: String, explanation: String?)?

  init(syntax: TypeSyntax) { self.syntax = syntax }

  mutating func type() -> ColumnType? {
    switch TypeName(rawValue: syntax.name) {
    case nil, .enum, .set: nil
    case .tinyint: integer(.tiny)
    case .smallint: integer(.small)
    case .mediumint: integer(.medium)
    case .int, .integer: integer(.regular)
    case .bigint: integer(.big)
    case .boolean, .bool: plain(.boolean)
    case .decimal, .numeric, .dec, .fixed: decimal()
    case .float: float()
    case .double, .doublePrecision, .real:
      .double(digits: floatDigits(), isUnsigned: isUnsigned, isZerofill: syntax.isZerofill)
    case .bit: .bit(number(1...64, otherwise: 1))
    case .date: plain(.date)
    case .time: .time(fraction: number(0...6, otherwise: 0))
    case .datetime: .datetime(fraction: number(0...6, otherwise: 0))
    case .timestamp: .timestamp(fraction: number(0...6, otherwise: 0))
    case .year: year()
    case .char, .character: .char(number(0...255, otherwise: 1))
    case .varchar: .varchar(number(0...65_535, otherwise: nil))
    case .string: .varchar(number(0...65_535, otherwise: 255))
    case .tinytext: plain(.text(.tiny))
    case .text: plain(.text(.regular))
    case .mediumtext: plain(.text(.medium))
    case .longtext: plain(.text(.long))
    case .binary: .binary(number(0...255, otherwise: 1))
    case .varbinary: .varbinary(number(0...65_535, otherwise: nil))
    case .tinyblob: plain(.blob(.tiny))
    case .blob: plain(.blob(.regular))
    case .mediumblob: plain(.blob(.medium))
    case .longblob: plain(.blob(.long))
    case .uuid: plain(.uuid)
    case .json: plain(.json)
    case .vector: .vector(number(1...16_383, otherwise: 2048))
    case .geometrycollection: geometry(.geomcollection)
    case .geometry, .point, .linestring, .polygon, .multipoint, .multilinestring, .multipolygon, .geomcollection:
      ColumnType.GeometryKind(rawValue: syntax.name).map { geometry($0) }
    }
  }

  /// The members of `enum(…)` or `set(…)`: numbers are texts there.
  mutating func members() -> [String]? {
    refuseAttributes()
    return syntax.arguments?.map { argument in
      switch argument {
      case .number(let number): String(number)
      case .text(let text): text
      }
    }
  }

  private var isUnsigned: Bool { syntax.isUnsigned || syntax.isZerofill }

  private mutating func integer(_ width: ColumnType.IntegerWidth) -> ColumnType {
    let digits = number(0...255, otherwise: 0, allowsAttributes: true)
    if width == .tiny, digits == 1, !isUnsigned { return .boolean }
    guard syntax.isZerofill else { return .integer(width, isUnsigned: isUnsigned, zerofillWidth: nil) }
    let standard =
      switch width {
      case .tiny: 3
      case .small: 5
      case .medium: 8
      case .regular: 10
      case .big: 20
      }
    return .integer(width, isUnsigned: true, zerofillWidth: digits == 0 ? standard : digits)
  }

  private mutating func decimal() -> ColumnType {
    let numbers = numbers(atMost: 2)
    return .decimal(
      precision: numbers.first ?? 10, scale: numbers.count > 1 ? numbers[1] : 0, isUnsigned: isUnsigned,
      isZerofill: syntax.isZerofill)
  }

  private mutating func float() -> ColumnType {
    let numbers = numbers(atMost: 2)
    // FLOAT(p) names a precision in bits: up to 24 is FLOAT, up to 53 DOUBLE.
    if numbers.count == 1, numbers[0] > 24 {
      if numbers[0] > 53 { note("Type 'float(p)' has at most 53 bits", "Write double.") }
      return .double(digits: nil, isUnsigned: isUnsigned, isZerofill: syntax.isZerofill)
    }
    let digits = numbers.count == 2 ? FloatDigits(precision: numbers[0], scale: numbers[1]) : nil
    return .float(digits: digits, isUnsigned: isUnsigned, isZerofill: syntax.isZerofill)
  }

  private mutating func floatDigits() -> FloatDigits? {
    let numbers = numbers(atMost: 2)
    if numbers.count == 1 { note("Type 'double' has no single argument", "Write double, or double(M,D).") }
    return numbers.count == 2 ? FloatDigits(precision: numbers[0], scale: numbers[1]) : nil
  }

  private mutating func year() -> ColumnType {
    _ = number(4...4, otherwise: 4)
    return .year
  }

  private mutating func geometry(_ kind: ColumnType.GeometryKind) -> ColumnType {
    if syntax.arguments != nil { note("Type '\(syntax.name)' has no arguments", nil) }
    if isUnsigned { note("Type '\(syntax.name)' cannot be unsigned", nil) }
    return .geometry(kind, srid: syntax.srid)
  }

  private mutating func plain(_ type: ColumnType) -> ColumnType {
    if syntax.arguments != nil {
      note("Type '\(syntax.name)' has no arguments", "Write \(syntax.name) alone.")
    }
    refuseAttributes()
    return type
  }

  /// The one argument, within `range`; `otherwise` where there is none (`nil`: it must be there).
  private mutating func number(
    _ range: ClosedRange<UInt64>, otherwise: Int?, allowsAttributes: Bool = false
  ) -> Int {
    if !allowsAttributes { refuseAttributes() }
    guard let arguments = syntax.arguments else {
      guard let otherwise else {
        note(
          "Type '\(syntax.name)' needs a length",
          "Write \(syntax.name)(n), n from \(range.lowerBound) to \(range.upperBound).")
        return 1
      }
      return otherwise
    }
    guard arguments.count == 1, case .number(let number) = arguments[0], range.contains(number) else {
      note(
        range.count == 1
          ? "Type '\(syntax.name)' has no argument but \(range.lowerBound)"
          : "Type '\(syntax.name)' has one argument, a number from \(range.lowerBound) to \(range.upperBound)", nil)
      return Int(range.lowerBound)
    }
    return Int(number)
  }

  private mutating func numbers(atMost count: Int) -> [Int] {
    if syntax.srid != nil { note("Type '\(syntax.name)' has no srid", "Only spatial types have one.") }
    let arguments = syntax.arguments ?? []
    let numbers = arguments.compactMap { argument -> Int? in
      guard case .number(let number) = argument, number <= 255 else { return nil }
      return Int(number)
    }
    if numbers.count != arguments.count || arguments.count > count || syntax.arguments?.isEmpty == true {
      note("Type '\(syntax.name)' has at most \(count) arguments, numbers up to 255", nil)
      return []
    }
    return numbers
  }

  private mutating func refuseAttributes() {
    if isUnsigned {
      note("Type '\(syntax.name)' cannot be unsigned or zerofill", "Only numbers can.")
    }
    if syntax.srid != nil { note("Type '\(syntax.name)' has no srid", "Only spatial types have one.") }
  }

  private mutating func note(_ summary: String, _ explanation: String?) {
    if problem == nil { problem = (summary, explanation) }
  }
}
