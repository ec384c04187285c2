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

  /// Includes in one another, from a student to its grade and back; the last is marked if a server cannot
  /// join it.
  private static func path(of count: Int) -> String {
    var text = "{}"
    for number in stride(from: count, to: 0, by: -1) {
      let name = number % 2 == 1 ? "grade" : "students"
      let mark = number == count && count > 60 ? "1️⃣" : ""
      text = number == 1 ? "\(name): \(text)" : "{ include: { \(mark)\(name)\(mark): \(text) } }"
    }
    return text
  }

  /// A model whose rows have parents, and an association to the last of so many.
  private static func nodes(through count: Int) -> String {
    let steps = Array(repeating: "parent", count: count).joined(separator: ", ")
    return """
      database: school
      models:
        Node: { belongsTo: { parent: Node? }, hasOne: { far: { model: Node, through: [\(steps)] } } }
      queries:

      """
  }

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
      school + "  students: { from: Student, where: { gradeId: 1️⃣$value1️⃣, name: 2️⃣$value2️⃣ } }\n",
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
      "QUERY-NO-TOTAL-ORDER",
      """
      database: school
      models: { Grade: { hasMany: [Log] }, Log: { primaryKey: none } }
      queries: { logs: { from: Grade, include: { 1️⃣logs1️⃣: { limit: 5 } } } }

      """,
      .warning(
        "QUERY-NO-TOTAL-ORDER", at: 1,
        "Model 'Log' has no primary key, so which rows a limit leaves may differ each time")),
    DiagnosticExample(
      "QUERY-TOO-MANY-TABLES",
      school + "  students: { from: Student, include: { \(path(of: 61)) } }\n"
        + "  fits: { from: Student, include: { \(path(of: 60)) } }\n",
      .error("QUERY-TOO-MANY-TABLES", at: 1, "A statement joins at most 61 tables, and 'grade' makes 62 of them")),
    DiagnosticExample(
      "QUERY-TOO-MANY-TABLES",
      nodes(through: 62) + "  nodes: { from: Node, where: { exists: { 1️⃣far1️⃣: {} } } }\n",
      .error("QUERY-TOO-MANY-TABLES", at: 1, "A condition joins at most 61 tables, and 'far' makes 62 of them")),
    DiagnosticExample(
      "QUERY-TOO-DEEP",
      nodes(through: 1) + "  nodes: { from: Node, where: "
        + String(repeating: "{ exists: { parent: ", count: 60) + "{ exists: { 1️⃣parent1️⃣: { exists: { parent: {} } } } }"
        + String(repeating: " } }", count: 60) + " }\n",
      .error("QUERY-TOO-DEEP", at: 1, "'exists' stands in 'exists' at most 60 deep")),
    DiagnosticExample(
      "QUERY-PATH-IN-INCLUDE",
      school + "  grades: { from: Grade, include: { students: { where: { 1️⃣grade.level1️⃣: 9 }, include: [grade] } } }\n",
      .error(
        "QUERY-PATH-IN-INCLUDE", at: 1,
        "A condition of an include is about the include's own columns, unlike 'grade.level'")),
    DiagnosticExample(
      "QUERY-PATH-IN-INCLUDE",
      school + "  grades: { from: Grade, where: { exists: { students: { 1️⃣grade.level1️⃣: 9 } } } }\n",
      .error(
        "QUERY-PATH-IN-INCLUDE", at: 1,
        "A condition under 'exists' is about the columns of the rows that are looked for, unlike 'grade.level'")),
    DiagnosticExample(
      "QUERY-PATH-IN-COLUMNS", school + "  students: { from: Student, columns: [1️⃣grade.level1️⃣], include: [grade] }\n",
      .error("QUERY-PATH-IN-COLUMNS", at: 1, "Columns of an include are chosen there, unlike 'grade.level'")),
    DiagnosticExample(
      "QUERY-NOT-JOINED",
      school + "  grades: { from: Grade, strategy: batched, include: [students], where: { 1️⃣students1️⃣.name: x } }\n",
      .error("QUERY-NOT-JOINED", at: 1, "Association 'students' is batched, so its columns are in another statement")),
    DiagnosticExample(
      "QUERY-INCLUDE-LIMIT",
      school + "  students: { from: Student, include: { 1️⃣grade1️⃣: { limit: 1 } } }\n"
        + "  grades: { from: Grade, include: { 2️⃣rooms2️⃣: { limit: 1, strategy: join } } }\n",
      .error(
        "QUERY-INCLUDE-LIMIT", at: 1, "A limit counts rows of a to-many include, and 'grade' leads to one row"),
      .error(
        "QUERY-INCLUDE-LIMIT", at: 2,
        "A limit for each parent needs a statement of its own, and 'rooms' is to be joined")),
    DiagnosticExample(
      "QUERY-NO-JUNCTION",
      school + "  grades: { from: Grade, include: { students: { 1️⃣through1️⃣: { columns: [] } } } }\n",
      .error("QUERY-NO-JUNCTION", at: 1, "Association 'students' has no junction table, which 'through' speaks of")),
    DiagnosticExample(
      "QUERY-NO-KEY",
      """
      database: school
      models:
        Log: { primaryKey: none, columns: { code: { type: int?, unique: true } }, hasMany: { lines: { model: Line, sourceKey: code } } }
        Line: {}
      queries:
        joined: { from: 1️⃣Log1️⃣, include: [lines] }
        batched: { from: 2️⃣Log2️⃣, include: [lines], strategy: batched }

      """,
      .warning(
        "QUERY-NO-KEY", at: 1,
        "Rows of 'Log' have no key, so a row that 'lines' repeats is several in the nested result"),
      .error("QUERY-NO-KEY", at: 2, "Rows of 'Log' have no key by which a batch of 'lines' could find them")),
    DiagnosticExample(
      "QUERY-GROUPING",
      school + "  a: { from: Student, columns: [1️⃣name1️⃣, { n: { count: \"*\" } }], groupBy: [gradeId] }\n"
        + "  b: { from: Student, columns: [2️⃣name2️⃣, { n: { count: \"*\" } }] }\n"
        + "  c: { from: Student, columns: { n: { count: \"*\" } }, having: { 3️⃣name3️⃣: x } }\n"
        + "  d: { from: Student, columns: { n: { count: \"*\" } }, include: { 4️⃣grade4️⃣: { columns: [level] } } }\n",
      .error(
        "QUERY-GROUPING", at: 1,
        "A group has several values of 'name': it neither is grouped by nor follows from 'gradeId'"),
      .error("QUERY-GROUPING", at: 2, "Beside aggregates stand the columns of groupBy, and 'name' is none of them"),
      .error("QUERY-GROUPING", at: 3, "Beside aggregates stand the columns of groupBy, and 'name' is none of them"),
      .error("QUERY-GROUPING", at: 4, "A query with groups returns no rows of 'grade'")),
    DiagnosticExample(
      "QUERY-AGGREGATE",
      school + "  a: { from: Student, columns: { n: { 1️⃣sum1️⃣: name } } }\n"
        + "  b: { from: Student, columns: { 2️⃣name2️⃣: { max: id } }, groupBy: [name] }\n",
      .error("QUERY-AGGREGATE", at: 1, "Function 'sum' takes no column of the type of 'name'"),
      .error("QUERY-AGGREGATE", at: 2, "Two things that a query returns are called 'name'")),
    DiagnosticExample(
      "QUERY-DISTINCT-ORDER",
      school + "  names: { from: Student, columns: [name], distinct: true, order: [1️⃣gradeId1️⃣] }\n",
      .error(
        "QUERY-DISTINCT-ORDER", at: 1,
        "Rows that are distinct are ordered by what is returned of them, unlike 'gradeId'")),
    DiagnosticExample(
      "QUERY-NO-INDEX",
      """
      database: school
      models:
        Note: { columns: { a: int, b: int, c: int, day: date, text: text }, indexes: [{ columns: [c, a] }], belongsTo: [Note?] }
      queries:
        1️⃣one1️⃣: { from: Note, where: { a: $a } }
        2️⃣two2️⃣: { from: Note, where: { day: { gte: $day }, a: 1, b: { in: [1, 2] } } }
        key: { from: Note, where: { id: 1, a: 2 } }
        first: { from: Note, where: { c: 1, a: 2 } }
        foreign: { from: Note, where: { noteId: 1 } }
        other: { from: Note, where: { or: [{ a: 1 }, { b: 1 }], text: x } }
        included: { from: Note, include: { 3️⃣note3️⃣: { where: { a: 1 } } } }
        path: { from: Note, include: { note: { where: { c: 1 } } }, where: { a: 1 } }
        4️⃣joined4️⃣: { from: Note, include: [note], where: { note.b: 1 } }
        optional: { from: Note, include: { note: { where: { a: 1 }, required: false } } }
        sorted: { from: Note, order: [-5️⃣day5️⃣], limit: 10 }
        sortedByTwo: { from: Note, order: [6️⃣a6️⃣, -b], limit: 10 }
        byKey: { from: Note, order: [-id], limit: 10 }
        byIndex: { from: Note, order: [c, a], limit: 10 }
        againstIndex: { from: Note, order: [-7️⃣c7️⃣, -a], limit: 10 }
        againstIndexToTheEnd: { from: Note, order: [-c, -a, -id], limit: 10 }
        all: { from: Note, order: [-day] }

      """,
      .warning("QUERY-NO-INDEX", at: 1, "Query 'one' finds rows of 'Note' by 'a', and no index begins with it"),
      .warning(
        "QUERY-NO-INDEX", at: 2,
        "Query 'two' finds rows of 'Note' by 'a' and 'b' and 'day', and no index begins with one of them"),
      .warning("QUERY-NO-INDEX", at: 3, "Query 'included' finds rows of 'Note' by 'a', and no index begins with it"),
      .warning("QUERY-NO-INDEX", at: 4, "Query 'joined' finds rows of 'Note' by 'b', and no index begins with it"),
      .warning(
        "QUERY-NO-INDEX", at: 5, "Query 'sorted' takes the first rows of 'Note' by '-day', and no index has this order"),
      .warning(
        "QUERY-NO-INDEX", at: 6,
        "Query 'sortedByTwo' takes the first rows of 'Note' by 'a' and '-b', and no index has this order"),
      .warning(
        "QUERY-NO-INDEX", at: 7,
        "Query 'againstIndex' takes the first rows of 'Note' by '-c' and '-a', and no index has this order")),
    DiagnosticExample(
      "QUERY-NULL-LEFT-OUT",
      """
      database: school
      models: { Note: { columns: { a: int?, b: int? } } }
      queries:
        plain: { from: Note, where: { a: { 1️⃣ne1️⃣: 3 }, b: { 2️⃣notIn2️⃣: $list } } }
        negated: { from: Note, where: { not: { 3️⃣a3️⃣: 3 } } }
        meant: { from: Note, where: { a: { ne: 3, isNull: false }, or: [{ b: { ne: 1, isNull: false } }] } }
        wanted: { from: Note, where: { or: [{ a: { ne: 3 } }, { a: null }, { b: { ne: 1 } }, { b: { isNull: true } }] } }
        otherColumn: { from: Note, where: { or: [{ a: { 4️⃣ne4️⃣: 3 } }, { b: null }] } }
        notAnotherWay: { from: Note, where: { or: [{ a: { 5️⃣ne5️⃣: 3 } }, { a: { isNull: false } }] } }
        noRow: { from: Note, where: { a: { 6️⃣ne6️⃣: 3, isNull: true } } }
        exact: { from: Note, where: { a: { notIn: [] }, b: { ne: null } } }

      """,
      .warning("QUERY-NULL-LEFT-OUT", at: 1, "Rows whose 'a' is NULL are left out by 'ne'"),
      .warning("QUERY-NULL-LEFT-OUT", at: 2, "Rows whose 'b' is NULL are left out by 'notIn'"),
      .warning("QUERY-NULL-LEFT-OUT", at: 3, "Rows whose 'a' is NULL are left out by 'not'"),
      .warning("QUERY-NULL-LEFT-OUT", at: 4, "Rows whose 'a' is NULL are left out by 'ne'"),
      .warning("QUERY-NULL-LEFT-OUT", at: 5, "Rows whose 'a' is NULL are left out by 'ne'"),
      .warning("QUERY-NULL-LEFT-OUT", at: 6, "Rows whose 'a' is NULL are left out by 'ne'")),
    DiagnosticExample(
      "QUERY-MULTIPLIES-ROWS", school + "  1️⃣grades1️⃣: { from: Grade, include: [students, rooms] }\n",
      .warning(
        "QUERY-MULTIPLIES-ROWS", at: 1,
        "Query 'grades' joins 'students' and 'rooms' side by side, which multiplies their rows")),
  ]
}
