import Foundation
import TestSupport
import Testing

/// The rows of drivers, each in its own shape, decode as the generated types and nest to the same result; the example of
/// the README for MySQLKit does what it says.
@Suite struct DriverRowTests {
  private static let schema = """
    database: student_db
    defaults: { timestamps: false }
    models:
      Grade:
        columns: { grade: integer, fee: "decimal(6,2)", open: boolean, startedAt: datetime }
        indexes: [grade]
        hasMany: { students: Student }
      Student:
        columns:
          student_id: { type: uuid, primaryKey: true, default: uuid }
          name: string
          role: enum(speaker, guest)?
          score: double?
          isNew: boolean
        belongsTo: { grade: Grade? }
        belongsToMany: { courses: { model: Course, through: Enrollment, foreignKey: studentId } }
      Course:
        columns: { title: string }
        belongsToMany: { students: { model: Student, through: Enrollment } }
      Photo:
        columns: { image: varbinary(16), day: date }
        belongsTo: { student: { model: Student, foreignKey: studentId } }
    queries:
      studentsInGrade: { from: Grade, where: { grade: $grade }, include: { students: { columns: { except: [isNew] } } } }
      coursesWithStudents:
        from: Course
        strategy: batched
        include: { students: { columns: [name] } }

    """

  private static let grades = """
    {id: 2, grade: 10, fee: 12.5, open: true, startedAt: 2024-02-29T12:30:05.000Z, students: [\
    {studentID: D5EC73E9-BF65-5F7B-BC71-51EA545801A5, name: "Ada", role: "speaker", score: 1.5, gradeID: 2}, \
    {studentID: F6559E22-5279-5406-9075-597833919E54, name: "Max", role: null, score: null, gradeID: 2}]}

    """
  private static let courses = """
    {id: 1, title: "Science", students: []}
    {id: 2, title: "Maths", students: [{studentID: D5EC73E9-BF65-5F7B-BC71-51EA545801A5, name: "Ada", enrollment: \
    {studentID: D5EC73E9-BF65-5F7B-BC71-51EA545801A5, courseID: 2}}]}

    """
  private static let emptyGrade = """
    {id: 2, grade: 10, fee: 12.5, open: true, startedAt: 2024-02-29T12:30:05.000Z, students: []}

    """
  private static let student = """
    {studentID: F6559E22-5279-5406-9075-597833919E54, name: "Max", role: "guest", score: -0.25, isNew: false, gradeID: null}

    """
  private static let photo = """
    {id: 7, image: 0x00FF27, day: 2024-02-29, studentID: D5EC73E9-BF65-5F7B-BC71-51EA545801A5}

    """

  @Test func decodesTheRowsOfEveryDriver() throws {
    let compilation = Compilation(Array(Self.schema.utf8), path: "schemas/student_db.yaml")
    #expect(compilation.diagnostics == "")
    let programs = Repository.root.appending(path: "Tests/GoldenTests/Programs")
    let drivers = try FileTree(below: programs.appending(path: "Drivers"))
    var module = SwiftModule(compilation.outputs.swift)
    for (path, bytes) in drivers.files where !path.contains("/") { module.sources.files[path] = bytes }
    module.sources.files["Outline.swift"] = Array(try Data(contentsOf: programs.appending(path: "Outline.swift")))
    module.imports["MySQLKit"] = try FileTree(below: programs.appending(path: "Drivers/MySQLKit"))
    let output = try module.withProgram { try $0.run(with: FileTree()) }
    let nested = Self.grades + Self.courses + Self.emptyGrade + Self.student
    #expect(
      output == """
        == mysql binary
        \(nested)== example binary
        \(Self.grades)\(Self.courses)== mysql text
        \(nested)== example text
        \(Self.grades)\(Self.courses)== json
        \(nested)== json photo
        \(Self.photo)== sqlite
        \(nested)== sqlite photo
        \(Self.photo)
        """)
  }
}
