// Decodes and encodes every type of column with the files of `HostileDB`. Writes each difference from what is expected.
import Foundation

func expect<Value: Equatable>(_ actual: Value, _ expected: Value, line: Int = #line) {
  if actual != expected { print("line \(line):\n  \(actual)\nis not\n  \(expected)") }
}

typealias LocalDate = HostileDB.LocalDate
typealias LocalTime = HostileDB.LocalTime
typealias JSON = HostileDB.JSON

// A row as the server sends it.
let texts: [(String, String)] = [
  ("c0", "1"), ("c1", "-12345678901234567890.123456789012345678"), ("c2", "1.5"), ("c3", "1e300"),
  ("c4", "18446744073709551615"), ("c5", "2024-02-29"), ("c6", "-838:59:58.999999"), ("c7", "2024-02-29 12:30:00.5"),
  ("c8", "1969-12-31 23:59:59"), ("c9", "2155"), ("c10", "a"), ("c11", ""), ("c12", "ß"), ("c13", "\u{1}"), ("c14", ""),
  ("c15", "ab"), ("c16", "d5ec73e9-bf65-5f7b-bc71-51ea545801a5"), ("c17", #"{"b": [1, null], "a": 0.5}"#),
  ("c18", "it's \"\\(x)\""), ("c19", "c,a"), ("c20", "b"), ("c21", ""), ("c22", "p"), ("c23", "v"), ("c24", "-128"),
  ("c25", "255"), ("c26", "-32768"), ("c27", "65535"), ("c28", "-8388608"), ("c29", "16777215"),
  ("c30", "-2147483648"), ("c31", "4294967295"), ("c32", "-9223372036854775808"), ("c33", "18446744073709551615"),
]
var columns: [(String, String?)] = [("id", "1"), ("we`ird \"name\"\n\u{202E}", "9")]
for (name, text) in texts {
  columns.append((name, text))
  columns.append(("n" + name.dropFirst(), nil))
}
let row = try RowDecoder().decode(AllTypes.self, from: columns)
expect(row.c0, true)
expect(row.c1, Decimal(string: "-12345678901234567890.123456789012345678"))
expect(row.c2, 1.5)
expect(row.c3, 1e300)
expect(row.c4, .max)
expect(row.c5, LocalDate(year: 2024, month: 2, day: 29))
expect(row.c6, LocalTime(isNegative: true, hours: 838, minutes: 59, seconds: 58, microsecond: 999_999))
expect(row.c7, Date(timeIntervalSince1970: 1_709_209_800.5))
expect(row.c8, Date(timeIntervalSince1970: -1))
expect(row.c9, 2155)
expect([row.c10, row.c11, row.c12], ["a", "", "ß"])
expect(
  [row.c13, row.c14, row.c15, row.c22, row.c23], [Data([1]), Data(), Data("ab".utf8), Data("p".utf8), Data("v".utf8)])
expect(row.c16, UUID(uuidString: "D5EC73E9-BF65-5F7B-BC71-51EA545801A5"))
expect(row.c17, .object(["a": .double(0.5), "b": .array([.integer(1), .null])]))
expect(row.c18, .itsX)
expect(row.c19, [.a, .c])
expect(row.c20, .b)
expect(row.c21, [])
expect(row.c24, .min)
expect(row.c25, .max)
expect(row.c26, .min)
expect(row.c27, .max)
expect(row.c28, -8_388_608)
expect(row.c29, 16_777_215)
expect(row.c30, .min)
expect(row.c31, .max)
expect(row.c32, .min)
expect(row.c33, .max)
expect(row.weird, 9)
expect(row.n19, nil)
expect(row.n17, nil)

// What is encoded is decoded again.
let encoder = JSONEncoder()
encoder.outputFormatting = .sortedKeys
expect(try JSONDecoder().decode(AllTypes.self, from: try encoder.encode(row)), row)
var full = row
full.n5 = full.c5
full.n17 = .string("x")
full.n19 = [.a, .bB, .c]
expect(try JSONDecoder().decode(AllTypes.self, from: try encoder.encode(full)), full)
struct Parts: Decodable, Equatable {
  var c5: String
  var c6: String
  var c17: String
  var n17: String?
  var c19: String
  var n19: String?
  var n21: String?
}
expect(
  try JSONDecoder().decode(Parts.self, from: try encoder.encode(full)),
  Parts(
    c5: "2024-02-29", c6: "-838:59:58.999999", c17: #"{"a":0.5,"b":[1,null]}"#, n17: #""x""#, c19: "c,a",
    n19: "c,B b,a", n21: nil))

// Dates: all that DATE holds, and nothing else.
for text in ["0000-00-00", "2024-00-00", "9999-12-31", "0001-02-03"] { expect(LocalDate(text)?.description, text) }
for text in ["", "2024-2-29", "2024-02-29 ", "2024-13-01", "2024-01-32", "+024-01-01", "2024/01/01", "２０２４-01-01"] {
  expect(LocalDate(text), nil)
}
expect(LocalDate(year: 10_000, month: 1, day: 1), nil)
expect(LocalDate(year: -1, month: 1, day: 1), nil)
expect(
  ["2024-01-02", "2023-12-31", "2024-01-01"].compactMap(LocalDate.init).sorted().map(\.description),
  ["2023-12-31", "2024-01-01", "2024-01-02"])

// Times: all that TIME holds, and nothing else.
for text in ["00:00:00", "-00:00:00.500000", "838:59:59", "-838:59:59", "100:00:01.000001", "08:05:09"] {
  expect(LocalTime(text)?.description, text)
}
expect(LocalTime("1:02:03.5")?.description, "01:02:03.500000")
expect(LocalTime("-00:00:00.5")?.microseconds, -500_000)
expect(LocalTime("-00:00:00")?.description, "00:00:00")
for text in [
  "", "-", "00:00", "839:00:00", "00:60:00", "00:00:60", "00:00:00.", "00:00:00.0000001", "1:2:3", "0001:00:00",
  "--1:00:00", "00:00:+1",
] {
  expect(LocalTime(text), nil)
}
expect(LocalTime(microseconds: .min), nil)
expect(LocalTime(microseconds: 3_020_399_000_001), nil)
expect(LocalTime(hours: .max, minutes: 0), nil)
expect(LocalTime("-10:20:30.000040").map { [$0.hours, $0.minutes, $0.seconds, $0.microsecond] }, [10, 20, 30, 40])
expect(
  ["01:00:00", "-02:00:00", "00:00:00"].compactMap(LocalTime.init).sorted().map(\.description),
  ["-02:00:00", "00:00:00", "01:00:00"])

// JSON: numbers keep their value, texts keep theirs.
for (text, value) in [
  ("null", .null), ("true", .bool(true)), ("1", .integer(1)), ("-9223372036854775808", .integer(.min)),
  ("18446744073709551615", .unsigned(.max)), ("0.1", .double(0.1)), ("1e+300", .double(1e300)),
  ("12345678901234567890.125", .decimal(Decimal(string: "12345678901234567890.125") ?? 0)),
  (#""a\"\n\u0001/é""#, .string("a\"\n\u{1}/é")),
  ("[]", .array([])), ("{}", .object([:])),
  (#"{"a":{"b":["1",1]}}"#, .object(["a": .object(["b": .array([.string("1"), .integer(1)])])])),
] as [(String, JSON)] {
  expect(try JSON(text: text), value)
  expect(try JSON(text: value.text()), value)
  expect(try JSONDecoder().decode([JSON].self, from: try encoder.encode([value])), [value])
}
expect(try JSON.object(["b": .integer(1), "a": .string("/")]).text(), #"{"a":"/","b":1}"#)
// Where a driver has read the text already, its parts are taken; a text that is no JSON is itself.
expect(
  try JSONDecoder().decode([JSON].self, from: Data(#"[{"a":"1"},["1"],1.5,null,true,"plain text","{\"a\":1}"]"#.utf8)),
  [
    .object(["a": .string("1")]), .array([.string("1")]), .double(1.5), .null, .bool(true), .string("plain text"),
    .object(["a": .integer(1)]),
  ])

// Sets as parameters; unknown members.
expect(
  String(decoding: try encoder.encode([HostileDB.CommaSeparated<AllTypesFeature>([.a, .bB])]), as: UTF8.self),
  #"["B b,a"]"#)
for change in [("c19", "c,x"), ("c18", "Active"), ("c5", "2024-02-30x"), ("c6", "25"), ("c25", "256")] {
  do {
    _ = try RowDecoder().decode(AllTypes.self, from: columns.map { $0.0 == change.0 ? change : $0 })
    print("\(change) was decoded")
  } catch is DecodingError {}
}
print("done")
