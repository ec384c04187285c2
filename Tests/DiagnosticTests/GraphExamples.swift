import TestSupport

extension DiagnosticExample {
  /// Models, columns and associations that do not fit together.
  static let graph = [
    DiagnosticExample(
      "GRAPH-UNKNOWN-MODEL", "database: school\nmodels: { Grade: {}, Student: { belongsTo: { grade: 1️⃣Grad1️⃣ } } }\n",
      .error(
        "GRAPH-UNKNOWN-MODEL", at: 1,
        "Association 'grade' leads to model 'Grad', which does not exist; did you mean 'Grade'?")),
    DiagnosticExample(
      "GRAPH-UNKNOWN-COLUMN", "database: school\nmodels: { Grade: { columns: { level: int }, indexes: [1️⃣levle1️⃣] } }\n",
      .error("GRAPH-UNKNOWN-COLUMN", at: 1, "Model 'Grade' has no column 'levle'; did you mean 'level'?")),
    DiagnosticExample(
      "GRAPH-UNKNOWN-TYPE",
      "database: school\nenums: { Status: [a] }\nmodels: { Grade: { columns: { level: 1️⃣Statsu1️⃣ } } }\n",
      .error(
        "GRAPH-UNKNOWN-TYPE", at: 1,
        "Type 'Statsu' is neither one of the language nor an enumeration; did you mean 'Status'?")),
    DiagnosticExample(
      "GRAPH-TYPE-ARGUMENTS", "database: school\nmodels: { Grade: { columns: { level: 1️⃣datetime(7)1️⃣ } } }\n",
      .error("GRAPH-TYPE-ARGUMENTS", at: 1, "Type 'datetime' has one argument, a number from 0 to 6")),
    DiagnosticExample(
      "GRAPH-UNKNOWN-CHARSET", "database: school\nmodels: { Grade: { charset: 1️⃣utf8mb51️⃣ } }\n",
      .error(
        "GRAPH-UNKNOWN-CHARSET", at: 1,
        "Character set 'utf8mb5' is none of the target 'mysql-8.4'; did you mean 'utf8mb3'?")),
    // Also in defaults that no model takes.
    DiagnosticExample(
      "GRAPH-UNKNOWN-TYPE",
      "database: school\ndefaults: { id: 1️⃣number1️⃣, timestamps: false }\nmodels: { Grade: { primaryKey: none, columns: { a: int } } }\n",
      .error("GRAPH-UNKNOWN-TYPE", at: 1, "Type 'number' is neither one of the language nor an enumeration")),
    DiagnosticExample(
      "GRAPH-ATTRIBUTE-FOR-TYPE",
      "database: school\ndefaults: { timestamps: { type: 1️⃣int1️⃣ } }\nmodels: { Grade: { timestamps: false } }\n",
      .error("GRAPH-ATTRIBUTE-FOR-TYPE", at: 1, "Timestamps have the type datetime or timestamp, not 'int'")),
    DiagnosticExample(
      "GRAPH-UNKNOWN-COLLATION",
      "database: school\ndefaults: { collation: 1️⃣x1️⃣ }\nmodels: { Grade: { collation: utf8mb4_bin } }\n",
      .error("GRAPH-UNKNOWN-COLLATION", at: 1, "Collation 'x' is none of the target 'mysql-8.4'")),
    DiagnosticExample(
      "GRAPH-UNKNOWN-COLLATION",
      "database: school\nmodels: { Grade: { charset: 1️⃣latin11️⃣, collation: 2️⃣utf8mb4_bin2️⃣ } }\n",
      .error(
        "GRAPH-UNKNOWN-COLLATION", at: 2, "Collation 'utf8mb4_bin' does not belong to character set 'latin1'",
        notes: [1])),
    DiagnosticExample(
      "GRAPH-ATTRIBUTE-FOR-TYPE",
      "database: school\nmodels: { Grade: { columns: { level: { type: int, charset: 1️⃣latin11️⃣ } } } }\n",
      .error("GRAPH-ATTRIBUTE-FOR-TYPE", at: 1, "Column 'level' has no character set: its type holds no text")),
    DiagnosticExample(
      "GRAPH-PRIMARY-KEY", "database: school\nmodels: { Grade: { columns: { 1️⃣level1️⃣: int? }, primaryKey: [level] } }\n",
      .error("GRAPH-PRIMARY-KEY", at: 1, "Column 'level' is part of the primary key, so it cannot be nullable")),
    DiagnosticExample(
      "GRAPH-DUPLICATE-ASSOCIATION",
      "database: school\nmodels: { Grade: { belongsTo: { 1️⃣top1️⃣: Grade? }, hasMany: { 2️⃣top2️⃣: Grade } } }\n",
      .error("GRAPH-DUPLICATE-ASSOCIATION", at: 2, "Model 'Grade' has two associations 'top'", notes: [1])),
    DiagnosticExample(
      "GRAPH-INVERSE",
      "database: school\nmodels: { Grade: { hasMany: { students: { model: Student, inverse: 1️⃣grad1️⃣ } } }, "
        + "Student: { belongsTo: [Grade] } }\n",
      .error("GRAPH-INVERSE", at: 1, "Model 'Student' has no association 'grad'; did you mean 'grade'?")),
    DiagnosticExample(
      "GRAPH-POLYMORPHIC",
      "database: blog\nmodels: { Post: {}, Remark: { belongsTo: { on: { oneOf: [1️⃣Post1️⃣, 2️⃣Post2️⃣] } } } }\n",
      .error("GRAPH-POLYMORPHIC", at: 2, "Association 'on' leads to 'Post' twice", notes: [1])),
    DiagnosticExample(
      "GRAPH-KEY-WIDTH",
      "database: school\nmodels: { Grade: {}, Student: { belongsTo: { grade: { model: Grade, foreignKey: 1️⃣[a, b]1️⃣ } } } }\n",
      .error(
        "GRAPH-KEY-WIDTH", at: 1, "The foreign key has 2 columns, the key of 'Grade' that it references has 1 column")),
    DiagnosticExample(
      "GRAPH-NO-REFERENCED-KEY",
      "database: school\nmodels: { Grade: { primaryKey: none }, Student: { belongsTo: [1️⃣Grade1️⃣] } }\n",
      .error("GRAPH-NO-REFERENCED-KEY", at: 1, "Association 'grade' references model 'Grade', which has no primary key")
    ),
    DiagnosticExample(
      "GRAPH-REFERENCED-KEY-NOT-UNIQUE",
      "database: school\nmodels: { Grade: { columns: { level: int } }, "
        + "Student: { belongsTo: { 1️⃣grade1️⃣: { model: Grade, targetKey: level } } } }\n",
      .error(
        "GRAPH-REFERENCED-KEY-NOT-UNIQUE", at: 1,
        "A foreign key references a unique key, and column 'level' of 'Grade' is none")),
    DiagnosticExample(
      "GRAPH-DISAGREEMENT",
      "database: school\nmodels: { Grade: { hasMany: { students: { model: Student, onDelete: 1️⃣cascade1️⃣ } } }, "
        + "Student: { belongsTo: { grade: { model: Grade, onDelete: 2️⃣restrict2️⃣ } } } }\n",
      .error("GRAPH-DISAGREEMENT", at: 2, "The two ends of this key disagree on onDelete", notes: [1])),
    DiagnosticExample(
      "GRAPH-DECLARED-KEY-OPTION",
      "database: school\nmodels: { Grade: {}, Student: { columns: { 1️⃣gradeId1️⃣: int }, "
        + "belongsTo: { grade: { model: Grade, foreignKey: { comment: 2️⃣Where2️⃣ } } } } }\n",
      .error(
        "GRAPH-DECLARED-KEY-OPTION", at: 2,
        "Option 'comment' belongs to column 'gradeId', which model 'Student' declares itself", notes: [1])),
    DiagnosticExample(
      "GRAPH-SET-NULL-ON-REQUIRED",
      "database: school\nmodels: { Grade: {}, Student: { belongsTo: { 1️⃣grade1️⃣: { model: Grade, onDelete: 2️⃣setNull2️⃣ } } } }\n",
      .error(
        "GRAPH-SET-NULL-ON-REQUIRED", at: 2,
        "onDelete: setNull needs a nullable key, and that of 'grade' is required", notes: [1])),
    DiagnosticExample(
      "GRAPH-KEY-CIRCLE",
      "database: school\nmodels: { A: { primaryKey: [bAId], belongsTo: [1️⃣B1️⃣] }, B: { primaryKey: [aId], "
        + "belongsTo: { a: { model: A, foreignKey: aId } } } }\n",
      .error("GRAPH-KEY-CIRCLE", at: 1, "Column 'bAId' of 'A' references itself through other keys, so it has no type")),
    DiagnosticExample(
      "GRAPH-JUNCTION-NEAR-MISS",
      "database: school\nmodels: { Student: { belongsToMany: { courses: { model: Course, through: 1️⃣Enrolment1️⃣ } } }, "
        + "Course: {}, Enrollment: {} }\n",
      .error(
        "GRAPH-JUNCTION-NEAR-MISS", at: 1,
        "Junction model 'Enrolment' is new, and 'Enrollment' is a letter away; did you mean 'Enrollment'?")),
    DiagnosticExample(
      "GRAPH-CHAIN",
      "database: school\nmodels: { Grade: { hasMany: { students: Student, friends: { through: [students, 1️⃣freinds1️⃣] } } }, "
        + "Student: { hasMany: { friends: Student } } }\n",
      .error("GRAPH-CHAIN", at: 1, "Model 'Student' has no association 'freinds'; did you mean 'friends'?")),
    DiagnosticExample(
      "GRAPH-TWO-KEYS",
      "database: school\nmodels: { Person: { hasMany: { 1️⃣mail1️⃣: Message } }, Message: { belongsTo: { 2️⃣sender2️⃣: Person } } }\n",
      .warning(
        "GRAPH-TWO-KEYS", at: 1, "Association 'mail' is no other end of 'sender', but a foreign key of its own",
        notes: [2])),
    DiagnosticExample(
      "GRAPH-HAS-ONE-NOT-UNIQUE", "database: school\nmodels: { Grade: { hasOne: { 1️⃣room1️⃣: Room } }, Room: {} }\n",
      .warning(
        "GRAPH-HAS-ONE-NOT-UNIQUE", at: 1,
        "Association 'room' has one, but its key is not unique: nothing keeps a second row out")),
    DiagnosticExample(
      "GRAPH-PAIR-IS-KEY",
      "database: school\nmodels: { A: { belongsToMany: { bs: { model: B, through: AB, unique: 1️⃣false1️⃣ } } }, B: {} }\n",
      .warning(
        "GRAPH-PAIR-IS-KEY", at: 1, "The pair is the primary key of 'AB', so it is unique whatever is written here")),
    DiagnosticExample(
      "GRAPH-PARTITION-VALUE",
      "database: school\nmodels: { Grade: { partition: { range: id, parts: { p: 1️⃣nine1️⃣ } } } }\n",
      .error(
        "GRAPH-PARTITION-VALUE", at: 1,
        "A bound of partition 'p' is a whole number or max, since an expression gives one")),
    DiagnosticExample(
      "GRAPH-NAME-COLLISION", "database: school\nmodels: { 1️⃣Grade1️⃣: {}, 2️⃣Class2️⃣: { table: grades } }\n",
      .error(
        "GRAPH-NAME-COLLISION", at: 2,
        "Tables have names of their own, also without regard to case; that of table 'grades' of model 'Class' is taken",
        notes: [1])),
  ]
}
