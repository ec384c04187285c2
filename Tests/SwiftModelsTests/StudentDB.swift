import AssociationGraph
import SchemaLanguage
import SwiftModels

/// The student database: grades, students, courses, and who takes which course.
struct StudentDB {
  var graph: AssociationGraph
  var statements: [StatementText]

  init(access: SwiftDeclaration.Access = .public) {
    var builder = GraphBuilder(path: "schemas/student_db.yaml", namespace: "StudentDB", access: access)
    builder.graph.database.name = "student_db"
    let grade = builder.model(
      "Grade", table: "grades",
      columns: [GraphBuilder.id(), GraphBuilder.column("grade", .int)] + GraphBuilder.timestamps())
    let student = builder.model(
      "Student", table: "students", key: ["student_id"],
      columns: [
        GraphBuilder.column("student_id", .uuid, swift: "studentID", default: .uuid),
        GraphBuilder.column("name", .varchar(255)),
      ] + GraphBuilder.timestamps() + [GraphBuilder.column("gradeId", .int, swift: "gradeID", nullable: true)])
    let course = builder.model(
      "Course", table: "courses",
      columns: [GraphBuilder.id(), GraphBuilder.column("course_name", .varchar(255), swift: "courseName")]
        + GraphBuilder.timestamps())
    let enrollment = builder.model(
      "Enrollment", table: "enrollments", key: ["studentId", "courseId"],
      columns: GraphBuilder.timestamps() + [
        GraphBuilder.column("studentId", .uuid, swift: "studentID"),
        GraphBuilder.column("courseId", .int, swift: "courseID"),
      ])
    let studentGrade = builder.edge(student, ["gradeId"], grade)
    let enrollmentStudent = builder.edge(enrollment, ["studentId"], student)
    let enrollmentCourse = builder.edge(enrollment, ["courseId"], course)
    let students = builder.association("students", .hasMany, of: grade, (studentGrade, .toChild))
    let gradeOfStudent = builder.association("grade", .belongsTo, of: student, (studentGrade, .toParent))
    _ = builder.association(
      "courses", .belongsToMany, of: student, (enrollmentStudent, .toChild), (enrollmentCourse, .toParent))
    let studentsOfCourse = builder.association(
      "students", .belongsToMany, of: course, (enrollmentCourse, .toChild), (enrollmentStudent, .toParent))

    builder.query(
      "studentsWithGrade", "StudentsWithGrade", from: student,
      include: [GraphBuilder.Include(association: gradeOfStudent)])
    builder.query(
      "studentsInGrade", "StudentsInGrade", from: grade,
      include: [GraphBuilder.Include(association: students)],
      condition: .comparison(.column(ColumnTerm(source: 0, hop: 0, column: 1)), .eq, [.parameter(0)]),
      parameters: [QueryParameter(name: "grade", swiftName: "grade", type: .int, isList: false)])
    builder.query(
      "coursesWithStudents", "CoursesWithStudents", from: course,
      include: [
        GraphBuilder.Include(
          association: studentsOfCourse, junctions: [(name: "enrollment", type: "Enrollment", columns: nil)])
      ])
    graph = builder.graph
    statements = [
      StatementText(
        """
        SELECT
          `student`.`student_id` AS `student_id`,
          `student`.`name` AS `name`,
          `student`.`createdAt` AS `createdAt`,
          `student`.`updatedAt` AS `updatedAt`,
          `student`.`gradeId` AS `gradeId`,
          `grade`.`id` AS `grade.id`,
          `grade`.`grade` AS `grade.grade`,
          `grade`.`createdAt` AS `grade.createdAt`,
          `grade`.`updatedAt` AS `grade.updatedAt`
        FROM `students` AS `student`
        LEFT OUTER JOIN `grades` AS `grade` ON `grade`.`id` = `student`.`gradeId`
        ORDER BY `student`.`student_id`
        """),
      StatementText(
        """
        SELECT
          `grade`.`id` AS `id`,
          `grade`.`grade` AS `grade`,
          `grade`.`createdAt` AS `createdAt`,
          `grade`.`updatedAt` AS `updatedAt`,
          `students`.`student_id` AS `students.student_id`,
          `students`.`name` AS `students.name`,
          `students`.`createdAt` AS `students.createdAt`,
          `students`.`updatedAt` AS `students.updatedAt`,
          `students`.`gradeId` AS `students.gradeId`
        FROM `grades` AS `grade`
        LEFT OUTER JOIN `students` AS `students` ON `students`.`gradeId` = `grade`.`id`
        WHERE `grade`.`grade` = ?
        ORDER BY `grade`.`id`, `students`.`student_id`
        """, placeholders: [.parameter(0)]),
      StatementText(
        """
        SELECT
          `course`.`id` AS `id`,
          `course`.`course_name` AS `course_name`,
          `course`.`createdAt` AS `createdAt`,
          `course`.`updatedAt` AS `updatedAt`,
          `students`.`student_id` AS `students.student_id`,
          `students`.`name` AS `students.name`,
          `students`.`createdAt` AS `students.createdAt`,
          `students`.`updatedAt` AS `students.updatedAt`,
          `students`.`gradeId` AS `students.gradeId`,
          `students.enrollment`.`createdAt` AS `students.enrollment.createdAt`,
          `students.enrollment`.`updatedAt` AS `students.enrollment.updatedAt`,
          `students.enrollment`.`studentId` AS `students.enrollment.studentId`,
          `students.enrollment`.`courseId` AS `students.enrollment.courseId`
        FROM `courses` AS `course`
        LEFT OUTER JOIN (
          `enrollments` AS `students.enrollment`
          INNER JOIN `students` AS `students` ON `students`.`student_id` = `students.enrollment`.`studentId`
        ) ON `students.enrollment`.`courseId` = `course`.`id`
        ORDER BY `course`.`id`, `students`.`student_id`
        """),
    ]
  }

  /// Every file of the database.
  var files: [SwiftFile] {
    let emitter = SwiftEmitter(graph: graph)
    return graph.models.indices.map { emitter.modelFile(ID($0)) }
      + statements.indices.map { emitter.queryFile($0, statements: [statements[$0]]) }
      + [emitter.sharedTypesFile()].compactMap { $0 }
  }
}
