import TestSupport

extension DiagnosticExample {
  private static let school = """
    database: school
    models:
      Grade: { columns: { level: int }, hasMany: [Student, Room] }
      Student: { columns: { name: string }, belongsTo: [Grade] }
      Room: {}
    queries:

    """

  /// Queries that ask for what there is not.
  static let queries = [
    DiagnosticExample(
      "QUERY-UNKNOWN-ASSOCIATION", school + "  grades: { from: Grade, include: [1️⃣studnets1️⃣] }\n",
      .error(
        "QUERY-UNKNOWN-ASSOCIATION", at: 1, "Model 'Grade' has no association 'studnets'; did you mean 'students'?")),
    DiagnosticExample(
      "QUERY-NOT-INCLUDED", school + "  students: { from: Student, order: [-1️⃣grade1️⃣.level] }\n",
      .error("QUERY-NOT-INCLUDED", at: 1, "Association 'grade' is not included by this query")),
    DiagnosticExample(
      "QUERY-DUPLICATE-INCLUDE", school + "  grades: { from: Grade, include: [students, 1️⃣students1️⃣] }\n",
      .error("QUERY-DUPLICATE-INCLUDE", at: 1, "Association 'students' is included twice in one place")),
    DiagnosticExample(
      "QUERY-COMPARISON-WITH-NULL", school + "  grades: { from: Grade, where: { level: { notIn: [1, 2️⃣null2️⃣] } } }\n",
      .warning("QUERY-COMPARISON-WITH-NULL", at: 2, "A comparison with NULL by 'notIn' is never true")),
    DiagnosticExample(
      "QUERY-OPERAND",
      "database: school\nmodels: { Note: { columns: { body: json } } }\nqueries: { notes: { from: Note, where: { body: { 1️⃣gt1️⃣: 3 } } } }\n",
      .error("QUERY-OPERAND", at: 1, "A JSON column cannot be compared, and 'body' is one")),
    DiagnosticExample(
      "QUERY-PARAMETER-TYPES",
      school + "  students: { from: Student, where: { name: 1️⃣$value1️⃣, id: 2️⃣$value2️⃣ } }\n",
      .error(
        "QUERY-PARAMETER-TYPES", at: 2, "Parameter '$value' has one type, and is compared with columns of two",
        notes: [1])),
    DiagnosticExample(
      "QUERY-NO-COLUMNS",
      school + "  rooms: { from: 1️⃣Room1️⃣, columns: { except: [id, createdAt, updatedAt, gradeId] } }\n",
      .error("QUERY-NO-COLUMNS", at: 1, "Query 'rooms' returns no column of 'Room'")),
    DiagnosticExample(
      "QUERY-NO-TOTAL-ORDER",
      "database: school\nmodels: { Log: { primaryKey: none } }\nqueries: { logs: { from: 1️⃣Log1️⃣, limit: 5 } }\n",
      .warning(
        "QUERY-NO-TOTAL-ORDER", at: 1,
        "Model 'Log' has no primary key, so which rows a limit leaves may differ each time")),
    DiagnosticExample(
      "QUERY-MULTIPLIES-ROWS", school + "  1️⃣grades1️⃣: { from: Grade, include: [students, rooms] }\n",
      .warning(
        "QUERY-MULTIPLIES-ROWS", at: 1,
        "Query 'grades' joins 'students' and 'rooms' side by side, which multiplies their rows")),
  ]
}
