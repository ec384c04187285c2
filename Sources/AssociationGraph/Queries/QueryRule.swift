public import Diagnostics

/// What queries demand, beside what each value demands (``ValueRule``).
public enum QueryRule: String, DiagnosticRule {
  /// An included association is one of the model.
  case unknownAssociation = "QUERY-UNKNOWN-ASSOCIATION"
  /// A path goes over associations that the query includes.
  case notIncluded = "QUERY-NOT-INCLUDED"
  /// An association is included once.
  case duplicateInclude = "QUERY-DUPLICATE-INCLUDE"
  /// An operator has the operand that it takes.
  case operand = "QUERY-OPERAND"
  /// A comparison with NULL is neither true nor false.
  case comparisonWithNull = "QUERY-COMPARISON-WITH-NULL"
  /// A parameter has one type.
  case parameterTypes = "QUERY-PARAMETER-TYPES"
  /// A query returns at least one column of `from`.
  case noColumns = "QUERY-NO-COLUMNS"
  /// Limited rows have a total order.
  case noTotalOrder = "QUERY-NO-TOTAL-ORDER"
  /// A condition of an include, or under `exists`, is about the columns of its own rows.
  case pathInInclude = "QUERY-PATH-IN-INCLUDE"
  /// The columns of an include are chosen in the include.
  case pathInColumns = "QUERY-PATH-IN-COLUMNS"
  /// A path goes over associations that are joined.
  case notJoined = "QUERY-NOT-JOINED"
  /// A limit for each parent is for a to-many include that is batched.
  case includeLimit = "QUERY-INCLUDE-LIMIT"
  /// `through` speaks of a junction table.
  case noJunction = "QUERY-NO-JUNCTION"
  /// Rows that are folded have a key.
  case noKey = "QUERY-NO-KEY"
  /// What is returned of a group follows from what it is grouped by.
  case grouping = "QUERY-GROUPING"
  /// An aggregate has a name of its own and a column that its function takes.
  case aggregate = "QUERY-AGGREGATE"
  /// Distinct rows are ordered by what is returned of them.
  case distinctOrder = "QUERY-DISTINCT-ORDER"
  /// A statement joins no more tables than a server can.
  case tooManyTables = "QUERY-TOO-MANY-TABLES"
  /// Conditions stand in one another no deeper than a server reads them.
  case tooDeep = "QUERY-TOO-DEEP"
  /// NULL is not different from a value.
  case nullLeftOut = "QUERY-NULL-LEFT-OUT"
  /// Rows are found by an index.
  case noIndex = "QUERY-NO-INDEX"
  /// Several to-many includes side by side multiply rows.
  case multipliesRows = "QUERY-MULTIPLIES-ROWS"
}

extension QueryRule {
  /// The rule, why it is, and what to write instead.
  public var description: RuleDescription {
    switch self {
    case .unknownAssociation:
      RuleDescription(
        "An included association is one of the model that it starts from",
        explanation: """
          `include` takes the names of associations, not of models: `students`, not `Student`. What belongs to an included \
          row is included there.
          """,
        example: """
          models:
            Grade: { hasMany: [Student] }
            Student: {}
          queries:
            grades: { from: Grade, include: [studnets] }
          """)
    case .notIncluded:
      RuleDescription(
        "A path goes over associations that the query includes",
        explanation: """
          A table that is not joined has no columns to compare or to order by. Include the association, with the few \
          columns that you want of it; to ask only whether there is such a row, write `exists`.
          """,
        example: """
          models:
            Grade: { columns: { level: int } }
            Student: { belongsTo: [Grade] }
          queries:
            students: { from: Student, order: [grade.level] }
          """)
    case .duplicateInclude:
      RuleDescription(
        "An association is included once in one place",
        explanation: "Both would fill the same property. Put conditions, columns and further includes into one entry.",
        example: """
          models:
            Grade: { hasMany: [Student] }
            Student: {}
          queries:
            grades: { from: Grade, include: [students, students] }
          """)
    case .operand:
      RuleDescription(
        "An operator has an operand that it takes, and a column that it can compare",
        explanation: """
          A pattern is for texts, a list for `in`, an order for what has one; JSON has none. The reference lists what each \
          operator takes.
          """,
        example: """
          models:
            Note: { columns: { body: json } }
          queries:
            notes: { from: Note, where: { body: { gt: 3 } } }
          """)
    case .comparisonWithNull:
      RuleDescription(
        "Nothing but `eq`, `ne` and `isNull` asks for NULL",
        severity: .warning,
        explanation: """
          In SQL a comparison with NULL is neither true nor false, so no row passes it. Take the null out of the list, and \
          ask for it beside: `or: [{ level: 9 }, { level: null }]`.
          """,
        example: """
          models:
            Grade: { columns: { level: int? }, indexes: [level] }
          queries:
            grades: { from: Grade, where: { level: { in: [9, null] } } }
          """)
    case .parameterTypes:
      RuleDescription(
        "A parameter has one type",
        explanation: """
          It is one argument of a function in Swift. Where columns of two types are compared, write a parameter for each.
          """,
        example: """
          models:
            Student: { columns: { name: string, age: int }, indexes: [name] }
          queries:
            students: { from: Student, where: { name: $value, age: $value } }
          """)
    case .noColumns:
      RuleDescription(
        "A query returns at least one column of the model that it is from",
        explanation: """
          A result without values has no rows to be told apart. Choose a column; to know only how many there are, write \
          an aggregate: `columns: { n: { count: "*" } }`.
          """,
        example: """
          models:
            Grade: { columns: { level: int } }
          queries:
            grades: { from: Grade, columns: { except: [id, level, createdAt, updatedAt] } }
          """)
    case .noTotalOrder:
      RuleDescription(
        "Rows that are limited have a total order",
        severity: .warning,
        explanation: """
          Without one the server may leave other rows each time, and pages overlap. Joinery orders by the primary key at \
          last; a model that has none needs a unique key in `order`.
          """,
        example: """
          models:
            Log: { primaryKey: none }
          queries:
            logs: { from: Log, limit: 5 }
          """)
    case .pathInInclude:
      RuleDescription(
        "A condition of an include, or under `exists`, is about the columns of its own rows",
        explanation: """
          It decides which rows are joined or looked for, before others are seen. Conditions across tables stand in the \
          `where` of the query, with paths.
          """,
        example: """
          models:
            Grade: { columns: { level: int }, hasMany: [Student] }
            Student: { belongsTo: [Grade] }
          queries:
            grades: { from: Grade, include: { students: { where: { grade.level: 9 }, include: [grade] } } }
          """)
    case .pathInColumns:
      RuleDescription(
        "The columns of an include are chosen in the include",
        explanation:
          "Each struct of the result gets its columns from one place. Write `include: { grade: { columns: [level] } }`.",
        example: """
          models:
            Grade: { columns: { level: int } }
            Student: { belongsTo: [Grade] }
          queries:
            students: { from: Student, columns: [grade.level], include: [grade] }
          """)
    case .notJoined:
      RuleDescription(
        "A path goes over associations that are joined",
        explanation: """
          A batched include is read by a statement of its own, after the rows of this one are found. Ask for such rows \
          with `exists`, or write `strategy: join` at the include.
          """,
        example: """
          models:
            Grade: { hasMany: [Student] }
            Student: { columns: { name: string } }
          queries:
            grades: { from: Grade, strategy: batched, include: [students], where: { students.name: Ada } }
          """)
    case .includeLimit:
      RuleDescription(
        "A limit for each parent is for a to-many include that is batched",
        explanation: """
          A to-one include has one row as it is; in a join, a limit would count the rows of all parents together. \
          Leave out the limit, or `strategy: join`.
          """,
        example: """
          models:
            Grade: {}
            Student: { belongsTo: [Grade] }
          queries:
            students: { from: Student, include: { grade: { limit: 1 } } }
          """)
    case .noJunction:
      RuleDescription(
        "`through` in an include speaks of the junction table of a many-to-many association",
        explanation:
          "Only between two models that are joined many to many does a third table stand. Take it away elsewhere.",
        example: """
          models:
            Grade: { hasMany: [Student] }
            Student: {}
          queries:
            grades: { from: Grade, include: { students: { through: { columns: [] } } } }
          """)
    case .noKey:
      RuleDescription(
        "Rows that have others nested in them have a primary key",
        explanation: """
          A join repeats a row for each that is nested in it, and only its key tells that it is one row. Without a key \
          that is a warning; a batch cannot find its parents at all, which is an error.
          """,
        example: """
          models:
            Log:
              primaryKey: none
              columns: { code: { type: int?, unique: true } }
              hasMany: { lines: { model: Line, sourceKey: code } }
            Line: {}
          queries:
            logs: { from: Log, include: [lines], strategy: batched }
          """)
    case .grouping:
      RuleDescription(
        "What is returned of a group follows from what it is grouped by",
        explanation: """
          A group has many rows and so many values of any other column; which one is returned would be chance. Add the \
          column to `groupBy`, or take an aggregate such as `min` of it.
          """,
        example: """
          models:
            Student: { columns: { name: string, age: int } }
          queries:
            ages: { from: Student, columns: [name, { n: { count: "*" } }], groupBy: [age] }
          """)
    case .aggregate:
      RuleDescription(
        "An aggregate has a name of its own and a column that its function takes",
        explanation:
          """
          Sums and means are of numbers; choose another column, or `min`, `max` or `count`. The name becomes a property, so \
          nothing else that is returned has it.
          """,
        example: """
          models:
            Student: { columns: { name: string } }
          queries:
            sums: { from: Student, columns: { n: { sum: name } } }
          """)
    case .distinctOrder:
      RuleDescription(
        "Rows that are distinct are ordered by what is returned of them",
        explanation: """
          One distinct row stands for several, which may differ in columns that are not returned. Return the column too, \
          or order by another.
          """,
        example: """
          models:
            Student: { columns: { name: string, age: int } }
          queries:
            names: { from: Student, columns: [name], distinct: true, order: [age] }
          """)
    case .tooManyTables:
      RuleDescription(
        "A statement joins at most 61 tables",
        explanation: """
          No server joins more (error 1116). Each include is a table, one over a junction two; read some of them with \
          `strategy: batched`. What `exists` asks for is counted by itself.
          """)
    case .tooDeep:
      RuleDescription(
        "`exists` stands in `exists` at most 60 deep",
        explanation: """
          No server reads more levels of SELECT than 63 below the first (error 1473). An association through several others \
          asks for the row at their end in one level.
          """)
    case .nullLeftOut:
      RuleDescription(
        "A condition that excludes values says what becomes of NULL",
        severity: .warning,
        explanation: """
          NULL is neither equal to a value nor different from it, so `ne`, `notIn` and `not` leave its rows out. Write \
          `age: { ne: 9, isNull: false }` if that is meant, and `or: [{ age: { ne: 9 } }, { age: null }]` if not.
          """,
        example: """
          models:
            Student: { columns: { age: int? } }
          queries:
            students: { from: Student, where: { age: { ne: 9 } } }
          """)
    case .noIndex:
      RuleDescription(
        "Rows are found, and the first of them taken, by an index",
        severity: .warning,
        explanation: """
          Without one the server reads the whole table, which is quick only as long as the table is small. Add an index \
          that begins with the columns, or accept it under `lint`.
          """,
        example: """
          models:
            Student: { columns: { name: string } }
          queries:
            students: { from: Student, where: { name: $name } }
          """)
    case .multipliesRows:
      RuleDescription(
        "At most one to-many include in a place is joined",
        severity: .warning,
        explanation: """
          Ten students and ten rooms of a grade come as a hundred rows. Write `strategy: batched` at one of them: it \
          is read by a second statement.
          """,
        example: """
          models:
            Grade: { hasMany: [Student, Room] }
            Student: {}
            Room: {}
          queries:
            grades: { from: Grade, include: [students, rooms] }
          """)
    }
  }
}
