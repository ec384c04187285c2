import MySQLKit

/// A query in one statement: its rows, nested.
func students(inGrade grade: Int32, on database: any SQLDatabase) async throws -> [StudentsInGrade.Grade] {
  let bindings = StudentsInGrade.Parameters(grade: grade).bindings
  return StudentsInGrade.nest(try await database.rows(StudentsInGrade.sql, bindings, as: StudentsInGrade.Row.self))
}

/// A query with `strategy: batched`: `fetch` runs its statements, here all on one connection.
func courses(on database: any SQLDatabase) async throws -> [CoursesWithStudents.Course] {
  try await database.withSession { connection in
    try await connection.raw("SET time_zone = '+00:00'").run()
    return try await CoursesWithStudents.fetch { statement in
      try await connection.rows(statement.sql, statement.bindings, as: statement.row)
    }
  }
}
