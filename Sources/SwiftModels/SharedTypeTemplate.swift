/// The source of the types that generated code may need and Foundation lacks.
///
/// Formats are those of the MySQL Reference Manual, "Date and Time Data Types", "The JSON Data Type", "The SET Type".
enum SharedTypeTemplate {
  /// DATE.
  static let localDate = #"""
    /// A day of the calendar, as DATE holds it: from 0000-00-00 to 9999-12-31. Month and day may be zero.
    public struct LocalDate: Codable, Comparable, Hashable, LosslessStringConvertible, Sendable {
      /// 0 to 9999.
      public let year: Int
      /// 1 to 12; 0 if it is not known.
      public let month: Int
      /// 1 to 31; 0 if it is not known.
      public let day: Int

      /// The day with these numbers; `nil` if one is out of its bounds.
      public init?(year: Int, month: Int, day: Int) {
        guard 0...9999 ~= year, 0...12 ~= month, 0...31 ~= day else { return nil }
        self.year = year
        self.month = month
        self.day = day
      }

      /// The day written as `2024-02-29`.
      public init?(_ description: String) {
        let text = [UInt8](description.utf8)
        guard text.count == 10, text[4] == 45, text[7] == 45 else { return nil }
        var digits: [Int] = []
        for position in [0, 1, 2, 3, 5, 6, 8, 9] {
          guard 48...57 ~= text[position] else { return nil }
          digits.append(Int(text[position]) - 48)
        }
        self.init(
          year: digits[0] * 1000 + digits[1] * 100 + digits[2] * 10 + digits[3], month: digits[4] * 10 + digits[5],
          day: digits[6] * 10 + digits[7])
      }

      public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let date = LocalDate(text) else {
          throw DecodingError.dataCorruptedError(in: container, debugDescription: "'\(text)' is not a date")
        }
        self = date
      }

      public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
      }

      /// `2024-02-29`.
      public var description: String {
        let parts = [String(10_000 + year), String(100 + month), String(100 + day)]
        return parts.map { String($0.dropFirst()) }.joined(separator: "-")
      }

      public static func < (left: LocalDate, right: LocalDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
      }
    }
    """#

  /// TIME.
  static let localTime = #"""
    /// A time of the day or a span of time, as TIME holds it: from -838:59:59 to 838:59:59, exact to the microsecond.
    public struct LocalTime: Codable, Comparable, Hashable, LosslessStringConvertible, Sendable {
      /// The whole span in microseconds, negative for a negative one.
      public let microseconds: Int64

      /// The span of so many microseconds; `nil` if TIME cannot hold it.
      public init?(microseconds: Int64) {
        guard microseconds.magnitude <= 3_020_399_000_000 else { return nil }
        self.microseconds = microseconds
      }

      /// The span of these parts, which are not negative; `nil` if one is out of its bounds.
      public init?(isNegative: Bool = false, hours: Int, minutes: Int, seconds: Int = 0, microsecond: Int = 0) {
        guard 0...838 ~= hours, 0...59 ~= minutes, 0...59 ~= seconds, 0...999_999 ~= microsecond else { return nil }
        let total = Int64(hours * 3600 + minutes * 60 + seconds) * 1_000_000 + Int64(microsecond)
        self.init(microseconds: isNegative ? -total : total)
      }

      /// The span written as `-838:59:58.999999`; the fraction may be left out.
      public init?(_ description: String) {
        var text = [UInt8](description.utf8)[...]
        let isNegative = text.first == 45
        if isNegative { text = text.dropFirst() }
        let point = text.firstIndex(of: 46) ?? text.endIndex
        let parts = text[..<point].split(separator: 58, omittingEmptySubsequences: false)
        let fraction = text[point...].dropFirst()
        guard parts.count == 3, 1...3 ~= parts[0].count, parts[1].count == 2, parts[2].count == 2,
          fraction.count <= 6, point == text.endIndex || !fraction.isEmpty
        else { return nil }
        var numbers: [Int] = []
        for part in parts + [fraction] {
          var number = 0
          for digit in part {
            guard 48...57 ~= digit else { return nil }
            number = number * 10 + Int(digit) - 48
          }
          numbers.append(number)
        }
        for _ in fraction.count..<6 { numbers[3] *= 10 }
        self.init(
          isNegative: isNegative, hours: numbers[0], minutes: numbers[1], seconds: numbers[2],
          microsecond: numbers[3])
      }

      public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let time = LocalTime(text) else {
          throw DecodingError.dataCorruptedError(in: container, debugDescription: "'\(text)' is not a time")
        }
        self = time
      }

      public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
      }

      /// Whether it is less than nothing.
      public var isNegative: Bool { microseconds < 0 }
      /// The full hours, 0 to 838.
      public var hours: Int { Int(microseconds.magnitude / 3_600_000_000) }
      /// The full minutes beyond the hours, 0 to 59.
      public var minutes: Int { Int(microseconds.magnitude / 60_000_000 % 60) }
      /// The full seconds beyond the minutes, 0 to 59.
      public var seconds: Int { Int(microseconds.magnitude / 1_000_000 % 60) }
      /// The microseconds beyond the seconds, 0 to 999,999.
      public var microsecond: Int { Int(microseconds.magnitude % 1_000_000) }

      /// `08:30:00`, or `-838:59:58.999999` with a fraction that is not zero.
      public var description: String {
        var text: String = isNegative ? "-" : ""
        if hours < 10 { text += "0" }
        text += "\(hours):\(String(100 + minutes).dropFirst()):\(String(100 + seconds).dropFirst())"
        if microsecond != 0 { text += ".\(String(1_000_000 + microsecond).dropFirst())" }
        return text
      }

      public static func < (left: LocalTime, right: LocalTime) -> Bool { left.microseconds < right.microseconds }
    }
    """#

  /// JSON.
  static let json = #"""
    /// A JSON value.
    ///
    /// It is coded as one text, as servers and drivers hand over JSON columns: `{"a":1}`. Where a decoder holds the
    /// value's parts already, they are taken as they are; so is a text that is not JSON, as the string that it is.
    public enum JSON: Codable, Hashable, Sendable {
      case null
      case bool(Bool)
      /// A whole number of up to 64 bits.
      case integer(Int64)
      /// A whole number beyond the largest `Int64`.
      case unsigned(UInt64)
      /// Any other number that a `Double` holds exactly as it is written.
      case double(Double)
      /// A number with more digits.
      case decimal(Decimal)
      case string(String)
      case array([JSON])
      case object([String: JSON])

      /// The value that `text` holds.
      public init(text: String) throws {
        self = try JSONDecoder().decode(Structure.self, from: Data(text.utf8)).value
      }

      /// The value as text, without spaces, the members of objects in the order of their names.
      public func text() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(Structure(value: self)), as: UTF8.self)
      }

      public init(from decoder: any Decoder) throws {
        if let text = try? decoder.singleValueContainer().decode(String.self) {
          self = (try? JSON(text: text)) ?? .string(text)
        } else if let structure = try? Structure(from: decoder) {
          self = structure.value
        } else {
          let data = try decoder.singleValueContainer().decode(Data.self)
          self = try JSONDecoder().decode(Structure.self, from: data).value
        }
      }

      public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text())
      }

      /// A value that is coded by its parts.
      private struct Structure: Codable {
        var value: JSON

        init(value: JSON) { self.value = value }

        init(from decoder: any Decoder) throws {
          let container = try decoder.singleValueContainer()
          if container.decodeNil() {
            value = .null
          } else if let bool = try? container.decode(Bool.self) {
            value = .bool(bool)
          } else if let number = try? container.decode(Int64.self) {
            value = .integer(number)
          } else if let number = try? container.decode(UInt64.self) {
            value = .unsigned(number)
          } else if let number = try? container.decode(Double.self) {
            let exact = try? container.decode(Decimal.self)
            value = exact.flatMap { $0 == Decimal(string: "\(number)") ? nil : .decimal($0) } ?? .double(number)
          } else if let string = try? container.decode(String.self) {
            value = .string(string)
          } else if let array = try? container.decode([Structure].self) {
            value = .array(array.map(\.value))
          } else {
            value = .object(try container.decode([String: Structure].self).mapValues(\.value))
          }
        }

        func encode(to encoder: any Encoder) throws {
          var container = encoder.singleValueContainer()
          switch value {
          case .null: try container.encodeNil()
          case .bool(let bool): try container.encode(bool)
          case .integer(let number): try container.encode(number)
          case .unsigned(let number): try container.encode(number)
          case .double(let number): try container.encode(number)
          case .decimal(let number): try container.encode(number)
          case .string(let string): try container.encode(string)
          case .array(let values): try container.encode(values.map(Structure.init(value:)))
          case .object(let members): try container.encode(members.mapValues(Structure.init(value:)))
          }
        }
      }
    }
    """#

  /// SET: the marker of its members, and the coding of a set of them.
  static let commaSeparated = #"""
    /// A member of a SET column. A `Set` of these is coded as SET is written: `a,b`, in the order of the declaration.
    public protocol SetMember: RawRepresentable<String>, CaseIterable, Codable, Hashable, Sendable {}

    /// A set that is coded as the comma-separated text of its members.
    public struct CommaSeparated<Member: SetMember>: Codable, Hashable, Sendable {
      /// The set.
      public var members: Set<Member>

      /// The coding of `members`.
      public init(_ members: Set<Member>) { self.members = members }

      public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        members = []
        for text in try container.decode(String.self).split(separator: ",") {
          guard let member = Member(rawValue: String(text)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "'\(text)' is not a member")
          }
          members.insert(member)
        }
      }

      public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(Member.allCases.filter(members.contains).map(\.rawValue).joined(separator: ","))
      }
    }
    """#

  /// SET: makes the compiler's own `Codable` conformances of rows use ``commaSeparated``.
  static let commaSeparatedCoding = #"""
    extension KeyedDecodingContainer {
      func decode<Member: Namespace.SetMember>(_ type: Set<Member>.Type, forKey key: Key) throws -> Set<Member> {
        try decode(Namespace.CommaSeparated<Member>.self, forKey: key).members
      }

      func decodeIfPresent<Member: Namespace.SetMember>(
        _ type: Set<Member>.Type, forKey key: Key
      ) throws -> Set<Member>? {
        try decodeIfPresent(Namespace.CommaSeparated<Member>.self, forKey: key)?.members
      }
    }

    extension KeyedEncodingContainer {
      mutating func encode<Member: Namespace.SetMember>(_ value: Set<Member>, forKey key: Key) throws {
        try encode(Namespace.CommaSeparated(value), forKey: key)
      }

      mutating func encodeIfPresent<Member: Namespace.SetMember>(_ value: Set<Member>?, forKey key: Key) throws {
        try encodeIfPresent(value.map { Namespace.CommaSeparated($0) }, forKey: key)
      }
    }
    """#

  /// The error of queries that have one result.
  static let resultCount = #"""
    /// That a query has another number of results than it may have.
    public struct ResultCountError: Error, Hashable, Sendable {
      /// How many it has.
      public let count: Int
    }

    """#

  /// A statement for a driver. The limit of placeholders is the server's (error 1390).
  static let statement = #"""
    /// A statement that a driver is to run.
    public struct Statement: Sendable {
      /// Runs a statement, and decodes each row of its result as the type that it names.
      public typealias Runner = @Sendable (Statement) async throws -> [any Decodable & Sendable]

      /// The text, with a `?` for each of the bindings.
      public let sql: String
      /// The values of the placeholders.
      public let bindings: [any Encodable & Sendable]
      /// What a row is decoded as.
      public let row: any (Decodable & Sendable).Type

      /// Runs a statement whose rows are of one type.
      static func rows<Row: Decodable & Sendable>(
        _ sql: String, _ bindings: [any Encodable & Sendable], as row: Row.Type, _ run: Runner
      ) async throws -> [Row] {
        guard let rows = try await run(Statement(sql: sql, bindings: bindings, row: row)) as? [Row] else {
          throw UnexpectedRows(row: row)
        }
        return rows
      }

      /// The keys in portions that a statement can take: it has at most 65,535 placeholders.
      static func portions<Key>(of keys: [Key], columns: Int) -> [[Key]] {
        let size = 32_000 / columns
        return stride(from: 0, to: keys.count, by: size).map { [Key](keys[$0..<Swift.min($0 + size, keys.count)]) }
      }
    }

    /// That the rows of a statement were not decoded as the type that it names.
    public struct UnexpectedRows: Error {
      /// The type.
      public let row: any (Decodable & Sendable).Type
    }

    """#

  /// A statement that changes rows.
  static let command = #"""
    /// A statement that a driver is to run, and that returns no rows.
    public struct Command: Sendable {
      /// The text, with a `?` for each of the bindings.
      public let sql: String
      /// The values of the placeholders.
      public let bindings: [any Encodable & Sendable]
    }

    """#
}
