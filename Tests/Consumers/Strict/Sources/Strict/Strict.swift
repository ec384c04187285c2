import Foundation
import Records
import Screens

/// Decodes rows of both modules, and prints what they hold.
@main
@MainActor
struct Strict {
  static func main() async throws {
    print(Student.seeds.map { "\($0.name) \($0.born?.description ?? "")" })

    let rows = """
      [
        {
          "id": "B7F2B1F0-6C7B-4F0E-9C8B-0A3C3B9D5A11", "name": "Ann", "status": "active", "createdAt": 0, "updatedAt": 0,
          "courses.id": 1, "courses.title": "Maths", "courses.createdAt": 0, "courses.updatedAt": 0,
          "courses.enrollment.grade": 1.3, "courses.enrollment.since": 0, "courses.enrollment.createdAt": 0,
          "courses.enrollment.updatedAt": 0, "courses.enrollment.studentId": "B7F2B1F0-6C7B-4F0E-9C8B-0A3C3B9D5A11",
          "courses.enrollment.courseId": 1
        }
      ]
      """
    for student in StudentsWithCourses.nest(
      try JSONDecoder().decode([StudentsWithCourses.Row].self, from: Data(rows.utf8)))
    {
      print(student.name, titles(of: student))
    }
    print(StudentsWithCourses.Parameters(statuses: [.active]).bindings)

    let settings = """
      [{ "key": "theme", "value": { "name": "dark" }, "changed": 0, "createdAt": 0, "updatedAt": 0 }]
      """
    let screen = SettingsScreen()
    for setting in try JSONDecoder().decode([UISetting].self, from: Data(settings.utf8)) { screen.show(setting) }
    print(screen.settings.map { "\($0.key): \($0.value)" })
  }
}
