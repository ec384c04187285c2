/// The titles of the courses of a student, in the order of the query.
public func titles(of student: StudentsWithCourses.Student) -> [String] {
  student.courses.map(\.title)
}
