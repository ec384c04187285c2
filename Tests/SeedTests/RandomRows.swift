/// Random rows of six models that refer to one another in every way, written in random order, with what their keys are to
/// name.
///
/// Every row has a code of its own, so that what the server holds can be compared with what was meant.
struct RandomRows {
  private var generator: any RandomNumberGenerator
  /// For each model, its rows as the schema writes them.
  private var rows: [String: [Row]] = [:]
  /// The code that each key of a row names: by model, key and code; a key that is not there is NULL.
  private(set) var expected: [String: [String: [String: String]]] = [:]
  /// The pairs of Student and Course.
  private(set) var enrolled: Set<[String]> = []

  private struct Row {
    let code: String
    let isLabelled: Bool
    var fields: [String]
  }

  /// The models. House and Person name one another, Person names persons, Seat has a key of two columns.
  static let models = """
    models:
      Course: { columns: { code: { type: varchar(20), unique: true } } }
      Student:
        columns: { code: { type: varchar(20), unique: true } }
        belongsTo: { house: House?, mentor: Student? }
        belongsToMany: { courses: { model: Course, through: Enrollment } }
        hasMany: { pets: Pet }
      House:
        columns: { code: { type: varchar(20), unique: true }, floor: int, side: char(1) }
        belongsTo: { owner: Person?, next: House? }
        primaryKey: [floor, side]
      Person:
        columns: { code: { type: varchar(20), unique: true } }
        belongsTo: { home: House, partner: Person? }
      Pet:
        columns: { id: { type: uuid, primaryKey: true, default: uuid }, code: { type: varchar(20), unique: true } }
        belongsTo: { student: Student, friend: Pet? }

    """

  /// The keys that name one row, with the model of that and whether each row has one.
  static let keys: [(model: String, key: String, target: String, isRequired: Bool)] = [
    ("Student", "house", "House", false), ("Student", "mentor", "Student", false), ("House", "owner", "Person", false),
    ("House", "next", "House", false), ("Person", "home", "House", true), ("Person", "partner", "Person", false),
    ("Pet", "student", "Student", true), ("Pet", "friend", "Pet", false),
  ]

  init(_ generator: any RandomNumberGenerator) {
    self.generator = generator
    for model in ["Course", "Student", "House", "Person", "Pet"] {
      for number in 0..<Int.random(in: 1...8, using: &self.generator) {
        var row = Row(code: "\(model)\(number)", isLabelled: Bool.random(using: &self.generator), fields: [])
        row.fields = ["code: \(row.code)"]
        if model == "House" {
          row.fields += ["floor: \(number)", "side: \(["L", "R"].randomElement(using: &self.generator) ?? "L")"]
        }
        rows[model, default: []].append(row)
      }
    }
    for (model, key, target, isRequired) in Self.keys { link(model, key, target, isRequired) }
    enroll()
    nestPets()
  }

  private mutating func link(_ model: String, _ key: String, _ target: String, _ isRequired: Bool) {
    for position in (rows[model] ?? []).indices {
      // Pets of a list that is nested in their student name it by that.
      guard isRequired || Int.random(in: 0..<3, using: &generator) > 0, key != "student",
        let named = rows[target]?.randomElement(using: &generator), let row = rows[model]?[position]
      else { continue }
      let field = "\(key): \(reference(to: named))"
      rows[model]?[position].fields.append(field)
      expected[model, default: [:]][key, default: [:]][row.code] = named.code
    }
  }

  private mutating func reference(to row: Row) -> String {
    row.isLabelled && Bool.random(using: &generator) ? row.code.lowercased() : "{ code: \(row.code) }"
  }

  private mutating func enroll() {
    for position in (rows["Student"] ?? []).indices {
      let courses = (rows["Course"] ?? []).filter { _ in Bool.random(using: &generator) }.shuffled(using: &generator)
      // Courses of a list are named by their labels.
      let labelled = courses.filter(\.isLabelled)
      guard !labelled.isEmpty, let student = rows["Student"]?[position] else { continue }
      let labels = labelled.map { $0.code.lowercased() }.joined(separator: ", ")
      rows["Student"]?[position].fields.append("courses: [\(labels)]")
      for course in labelled { enrolled.insert([student.code, course.code]) }
    }
  }

  /// Puts every pet under its student, or names the student in the pet.
  private mutating func nestPets() {
    var nested: [Int: [String]] = [:]
    var own: [Row] = []
    for var pet in rows["Pet"] ?? [] {
      let position = Int.random(in: (rows["Student"] ?? []).indices, using: &generator)
      guard let student = rows["Student"]?[position] else { continue }
      expected["Pet", default: [:]]["student", default: [:]][pet.code] = student.code
      // A label is given to a row that stands under its own model.
      if pet.isLabelled || Bool.random(using: &generator) {
        pet.fields.append("student: \(reference(to: student))")
        own.append(pet)
      } else {
        nested[position, default: []].append("{ \(pet.fields.shuffled(using: &generator).joined(separator: ", ")) }")
      }
    }
    rows["Pet"] = own
    for (position, pets) in nested {
      rows["Student"]?[position].fields.append("pets: [\(pets.joined(separator: ", "))]")
    }
  }

  /// The part of the schema with the rows: labelled ones of a model as a mapping, others as a list.
  mutating func seeds() -> String {
    var text = "seeds:\n"
    for (model, rows) in rows.sorted(by: { $0.key < $1.key }).shuffled(using: &generator) where !rows.isEmpty {
      text += "  \(model):\n"
      for row in rows.shuffled(using: &generator) {
        let label = row.isLabelled ? row.code.lowercased() : "plain\(row.code.lowercased())"
        text += "    \(label): { \(row.fields.shuffled(using: &generator).joined(separator: ", ")) }\n"
      }
    }
    return text
  }
}
