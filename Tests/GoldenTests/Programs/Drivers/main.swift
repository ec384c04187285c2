import Foundation
import MySQLKit

typealias Sample = [(name: String, value: SampleValue)]

let ada = "d5ec73e9-bf65-5f7b-bc71-51ea545801a5"
let max = "f6559e22-5279-5406-9075-597833919e54"

func grade(_ student: [SampleValue]) -> Sample {
  let columns = ["id", "grade", "fee", "open", "startedAt"]
  let ofStudent = ["student_id", "name", "role", "score", "gradeId"].map { "students.\($0)" }
  let values: [SampleValue] = [
    .integer(2), .integer(10), .decimal("12.50"), .boolean(true), .moment(2024, 2, 29, 12, 30, 5),
  ]
  return zip(columns + ofStudent, values + student).map { (name: $0, value: $1) }
}

let grades = [
  grade([.text(ada), .text("Ada"), .text("speaker"), .double(1.5), .integer(2)]),
  grade([.text(max), .text("Max"), .null, .null, .integer(2)]),
]
let emptyGrade = [grade([.null, .null, .null, .null, .null])]
let courses: [Sample] = [
  [("id", .integer(1)), ("title", .text("Science"))], [("id", .integer(2)), ("title", .text("Maths"))],
]
let courseStudents: [Sample] = [
  [
    ("id", .integer(2)), ("students.student_id", .text(ada)), ("students.name", .text("Ada")),
    ("students.enrollment.courseId", .integer(2)), ("students.enrollment.studentId", .text(ada)),
  ]
]
let student: Sample = [
  ("student_id", .text(max)), ("name", .text("Max")), ("role", .text("guest")), ("score", .double(-0.25)),
  ("isNew", .boolean(false)), ("gradeId", .null),
]
let photo: Sample = [
  ("id", .integer(7)), ("studentId", .text(ada)), ("image", .bytes([0, 255, 39])), ("day", .text("2024-02-29")),
]

let outline = Outline()

func show(_ elements: [some Any]) { for element in elements { print(outline.text(of: element)) } }

/// Answers the statements of the queries with their rows in one of the protocols, and refuses all others.
struct SampleDatabase: SQLDatabase {
  let format: MySQLData.Format

  func execute(sql query: any SQLExpression, _ onRow: @escaping @Sendable (any SQLRow) -> Void) async throws {
    var serializer = SQLSerializer()
    query.serialize(to: &serializer)
    let bindings = serializer.binds.map { "\($0)" }
    let rows: [Sample]
    switch (serializer.sql, bindings) {
    case (StudentsInGrade.sql, ["10"]): rows = grades
    case (CoursesWithStudents.sql, []): rows = courses
    case (CoursesWithStudents.studentsSQL(parents: 2), ["1", "2"]): rows = courseStudents
    case ("SET time_zone = '+00:00'", []): rows = []
    default: throw UnexpectedStatement(sql: serializer.sql, bindings: bindings)
    }
    for row in rows { onRow(MySQLRow(row.map { (name: $0.name, data: $0.value.mysql(format)) })) }
  }

  func withSession<Value: Sendable>(
    _ closure: @escaping @Sendable (any SQLDatabase) async throws -> Value
  ) async throws -> Value { try await closure(self) }
}

struct UnexpectedStatement: Error {
  let sql: String
  let bindings: [String]
}

/// What the queries make of rows that a driver decodes, and a row of a table.
func showNested(_ decoding: ([Sample]) throws -> any Rows) throws {
  show(StudentsInGrade.nest(try decoding(grades).as(StudentsInGrade.Row.self)))
  show(
    CoursesWithStudents.nest(
      try decoding(courses).as(CoursesWithStudents.Row.self),
      students: try decoding(courseStudents).as(CoursesWithStudents.StudentsRow.self)))
  show(StudentsInGrade.nest(try decoding(emptyGrade).as(StudentsInGrade.Row.self)))
  show(try decoding([student]).as(Student.self))
}

/// Rows of a driver.
protocol Rows {
  func `as`<Row: Decodable>(_ type: Row.Type) throws -> [Row]
}

struct JSONRows: Rows {
  let text: String

  init(_ rows: [Sample]) {
    let objects = rows.map { row in
      "{\(row.map { "\"\($0.name)\": \($0.value.json)" }.joined(separator: ", "))}"
    }
    text = "[\(objects.joined(separator: ", "))]"
  }

  func `as`<Row: Decodable>(_ type: Row.Type) throws -> [Row] {
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .iso8601
    return try decoder.decode([Row].self, from: Data(text.utf8))
  }
}

struct SQLRows: Rows {
  let rows: [any SQLRow]

  func `as`<Row: Decodable>(_ type: Row.Type) throws -> [Row] { try rows.map { try $0.decode(model: type) } }
}

func sqlite(_ rows: [Sample]) -> SQLRows {
  SQLRows(
    rows: rows.map { row in
      DatabaseRow(columns: Dictionary(row.map { ($0.name, $0.value.sqlite) }) { first, _ in first })
    })
}

func mysql(_ format: MySQLData.Format) -> ([Sample]) -> SQLRows {
  { rows in
    SQLRows(rows: rows.map { TextUUIDRow(row: MySQLRow($0.map { (name: $0.name, data: $0.value.mysql(format)) })) })
  }
}

for (name, format) in [("binary", MySQLData.Format.binary), ("text", .text)] {
  print("== mysql \(name)")
  try showNested(mysql(format))
  print("== example \(name)")
  show(try await students(inGrade: 10, on: SampleDatabase(format: format)))
  show(try await courses(on: SampleDatabase(format: format)))
}
print("== json")
try showNested { JSONRows($0) }
print("== json photo")
show(try JSONRows([photo]).as(Photo.self))
print("== sqlite")
try showNested(sqlite)
print("== sqlite photo")
show(try sqlite([photo]).as(Photo.self))
