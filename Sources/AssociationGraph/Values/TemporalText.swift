/// Reads dates and times and writes them as the server does, in UTC.
enum TemporalText {
  enum Result {
    /// The text in the server's notation, and how many digits of a second it has (zeros at the end do not count).
    case valid(String, fractionDigits: Int)
    /// Not the form of a date or time.
    case malformed(String)
    /// The form of one that does not exist: 30 February.
    case impossible(String)
  }

  /// `2024-02-29`.
  static func date(_ text: String) -> Result {
    var scanner = Scanner(text)
    guard let day = scanner.day(), scanner.isAtEnd else { return .malformed(text) }
    return day.exists ? .valid(day.text, fractionDigits: 0) : .impossible(text)
  }

  /// `12:30:00`, `-838:59:59.5`: a duration.
  static func time(_ text: String) -> Result {
    var scanner = Scanner(text)
    let sign = scanner.take("-") ? "-" : ""
    guard let hours = scanner.number(2...3), scanner.take(":"), let minutes = scanner.number(2...2) else {
      return .malformed(text)
    }
    var seconds = 0
    var fraction = ""
    if scanner.take(":") {
      guard let read = scanner.number(2...2) else { return .malformed(text) }
      seconds = read
      if scanner.take(".") {
        guard let digits = scanner.digits(1...6) else { return .malformed(text) }
        fraction = digits
      }
    }
    guard scanner.isAtEnd else { return .malformed(text) }
    guard hours <= 838, minutes < 60, seconds < 60 else { return .impossible(text) }
    let shown = sign + pad(hours, 2) + ":" + pad(minutes, 2) + ":" + pad(seconds, 2)
    return .valid(shown + (fraction.isEmpty ? "" : "." + fraction), fractionDigits: significant(fraction))
  }

  /// `2024-02-29 12:30:00.5`, with `T` or a space, and with an offset, which is undone: the result is in UTC.
  static func datetime(_ text: String) -> Result {
    var scanner = Scanner(text)
    guard var day = scanner.day() else { return .malformed(text) }
    var minuteOfDay = 0
    var seconds = 0
    var fraction = ""
    if !scanner.isAtEnd {
      guard scanner.take("T") || scanner.take(" ") || scanner.take("t"), let hours = scanner.number(2...2),
        scanner.take(":"), let minutes = scanner.number(2...2)
      else { return .malformed(text) }
      if scanner.take(":") {
        guard let read = scanner.number(2...2) else { return .malformed(text) }
        seconds = read
        if scanner.take(".") {
          guard let digits = scanner.digits(1...6) else { return .malformed(text) }
          fraction = digits
        }
      }
      guard hours < 24, minutes < 60, seconds < 60 else { return .impossible(text) }
      minuteOfDay = hours * 60 + minutes
    }
    guard day.exists else { return .impossible(text) }
    _ = scanner.take(" ")
    if !scanner.take("Z"), !scanner.take("z"), !scanner.isAtEnd {
      let isEast = scanner.take("+")
      guard isEast || scanner.take("-"), let hours = scanner.number(2...2) else { return .malformed(text) }
      _ = scanner.take(":")
      guard let minutes = scanner.number(2...2) else { return .malformed(text) }
      guard hours < 15, minutes < 60 else { return .impossible(text) }
      minuteOfDay += (isEast ? -1 : 1) * (hours * 60 + minutes)
      if minuteOfDay < 0 {
        minuteOfDay += 1440
        day = day.previous
      } else if minuteOfDay >= 1440 {
        minuteOfDay -= 1440
        day = day.next
      }
    }
    guard scanner.isAtEnd, day.exists else { return .malformed(text) }
    let clock = pad(minuteOfDay / 60, 2) + ":" + pad(minuteOfDay % 60, 2) + ":" + pad(seconds, 2)
    return .valid(
      day.text + " " + clock + (fraction.isEmpty ? "" : "." + fraction), fractionDigits: significant(fraction))
  }

  private static func significant(_ fraction: String) -> Int {
    DecimalText("0." + (fraction.isEmpty ? "0" : fraction))?.significantFraction.count ?? 0
  }

  fileprivate static func pad(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

/// A day of the proleptic Gregorian calendar.
private struct Day {
  var year: Int
  var month: Int
  var day: Int

  var exists: Bool { (1...12).contains(month) && (1...max(length, 1)).contains(day) && (0...9999).contains(year) }

  var text: String { TemporalText.pad(year, 4) + "-" + TemporalText.pad(month, 2) + "-" + TemporalText.pad(day, 2) }

  private var length: Int {
    switch month {
    case 2: year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  var next: Day {
    if day < length { return Day(year: year, month: month, day: day + 1) }
    return month < 12 ? Day(year: year, month: month + 1, day: 1) : Day(year: year + 1, month: 1, day: 1)
  }

  var previous: Day {
    if day > 1 { return Day(year: year, month: month, day: day - 1) }
    var last = month > 1 ? Day(year: year, month: month - 1, day: 1) : Day(year: year - 1, month: 12, day: 1)
    last.day = last.length
    return last
  }
}

/// Takes digits and signs from the front of a text.
private struct Scanner {
  private var rest: Substring.UTF8View

  init(_ text: String) { rest = Substring(text).utf8 }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard let first = rest.first, UInt32(first) == character.value else { return false }
    rest = rest.dropFirst()
    return true
  }

  mutating func digits(_ count: ClosedRange<Int>) -> String? {
    let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard count.contains(digits.count) else { return nil }
    rest = rest.dropFirst(digits.count)
    return String(Substring(digits))
  }

  mutating func number(_ count: ClosedRange<Int>) -> Int? { digits(count).flatMap { Int($0) } }

  mutating func day() -> Day? {
    guard let year = number(4...4), take("-"), let month = number(1...2), take("-"), let day = number(1...2) else {
      return nil
    }
    return Day(year: year, month: month, day: day)
  }
}
