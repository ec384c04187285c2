import Testing

/// What Sequelize 6.37.8 answered in one of the tutorial's three programs, recorded on MySQL 9.7.4.
///
/// Timestamps and the random UUIDs are left out; so is the order, which was that of the UUIDs.
struct TutorialAnswer: Sendable, CustomTestStringConvertible {
  /// The schema's stem.
  let schema: String
  /// Values for the query's parameters, as in `bindings.txt`.
  var bindings = ""
  /// The columns of the joined rows, by the names that Joinery gives them.
  let columns: [String]
  /// The joined rows.
  let rows: [[String]]
  /// The nested result, an element a line, by the names that Swift gives the properties.
  let nested: [String]

  var testDescription: String { schema }

  /// The three programs.
  static let all = [
    TutorialAnswer(
      schema: "one_to_one", columns: ["name", "gradeId", "grade.id", "grade.grade"],
      rows: [
        ["John Baker", "2", "2", "10"],
        ["Max Butler", "1", "1", "9"],
        ["Robert Gray", "2", "2", "10"],
        ["Ryan Fisher", "3", "3", "11"],
        ["Sam Lewis", "1", "1", "9"],
      ],
      nested: [
        #"{name: "John Baker", gradeID: 2, grade: {id: 2, grade: 10}}"#,
        #"{name: "Max Butler", gradeID: 1, grade: {id: 1, grade: 9}}"#,
        #"{name: "Robert Gray", gradeID: 2, grade: {id: 2, grade: 10}}"#,
        #"{name: "Ryan Fisher", gradeID: 3, grade: {id: 3, grade: 11}}"#,
        #"{name: "Sam Lewis", gradeID: 1, grade: {id: 1, grade: 9}}"#,
      ]),
    TutorialAnswer(
      schema: "one_to_many", bindings: "gradeWithStudents.grade = 9",
      columns: ["id", "grade", "students.name", "students.gradeId"],
      rows: [
        ["1", "9", "Max Butler", "1"],
        ["1", "9", "Sam Lewis", "1"],
      ],
      nested: [
        #"{id: 1, grade: 9, students: [{name: "Max Butler", gradeID: 1}, {name: "Sam Lewis", gradeID: 1}]}"#
      ]),
    TutorialAnswer(
      schema: "many_to_many",
      columns: [
        "id", "course_name", "students.id", "students.name", "students.studentCourse.id",
        "students.studentCourse.courseId", "students.studentCourse.studentId",
      ],
      rows: [
        ["1", "Science", "1", "John Baker", "1", "1", "1"],
        ["1", "Science", "2", "Max Butler", "2", "1", "2"],
        ["2", "Maths", "1", "John Baker", "5", "2", "1"],
        ["2", "Maths", "3", "Ryan Fisher", "4", "2", "3"],
        ["3", "History", "2", "Max Butler", "3", "3", "2"],
      ],
      nested: [
        #"{id: 1, courseName: "Science", students: [{id: 1, name: "John Baker", "#
          + #"studentCourse: {id: 1, courseID: 1, studentID: 1}}, {id: 2, name: "Max Butler", "#
          + #"studentCourse: {id: 2, courseID: 1, studentID: 2}}]}"#,
        #"{id: 2, courseName: "Maths", students: [{id: 1, name: "John Baker", "#
          + #"studentCourse: {id: 5, courseID: 2, studentID: 1}}, {id: 3, name: "Ryan Fisher", "#
          + #"studentCourse: {id: 4, courseID: 2, studentID: 3}}]}"#,
        #"{id: 3, courseName: "History", students: [{id: 2, name: "Max Butler", "#
          + #"studentCourse: {id: 3, courseID: 3, studentID: 2}}]}"#,
      ]),
  ]
}
