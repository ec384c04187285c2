import TestSupport

extension DiagnosticExample {
  /// Texts that show their mistake before any name is looked up.
  static let language = [
    DiagnosticExample(
      "LANG-UNKNOWN-KEY", "database: school\n1️⃣swfit1️⃣: { access: public }\nmodels: { Grade: {} }\n",
      .error("LANG-UNKNOWN-KEY", at: 1, "A schema has no key 'swfit'; did you mean 'swift'?")),
    DiagnosticExample(
      "LANG-MISSING-KEY", "database: school\nmodels: { Grade: {} }\nqueries: { 1️⃣grades1️⃣: { limit: 5 } }\n",
      .error("LANG-MISSING-KEY", at: 1, "Query 'grades' has no 'from'")),
    DiagnosticExample(
      "LANG-WRONG-SHAPE", "database: school\nmodels: { Grade: { columns: 1️⃣[level]1️⃣ } }\n",
      .error("LANG-WRONG-SHAPE", at: 1, "'columns' is a list, not a mapping from names to types or mappings")),
    DiagnosticExample(
      "LANG-WRONG-SHAPE",
      "database: school\nmodels: { Grade: {} }\nqueries: { q: { from: Grade, columns: { 1️⃣id1️⃣: null, n: { count: id } } } }\n",
      .error("LANG-WRONG-SHAPE", at: 1, "A mapping of 'columns' holds aggregates, and 'id' is none")),
    DiagnosticExample(
      "LANG-NO-VALUE", "database: school\nmodels: { Grade: { columns: { 1️⃣level1️⃣: } } }\n",
      .error("LANG-NO-VALUE", at: 1, "'level' has no value")),
    DiagnosticExample(
      "LANG-BAD-BOOLEAN", "database: school\nmodels: { Grade: { timestamps: 1️⃣no1️⃣ } }\n",
      .error("LANG-BAD-BOOLEAN", at: 1, "'timestamps' is true or false, not 'no'; did you mean 'false'?")),
    DiagnosticExample(
      "LANG-BAD-NUMBER", "database: school\nmodels: { Grade: { autoIncrementStart: 1️⃣01️⃣ } }\n",
      .error("LANG-BAD-NUMBER", at: 1, "'autoIncrementStart' is a whole number from 1 on, not '0'")),
    DiagnosticExample(
      "LANG-BAD-CHOICE", "database: school\ntarget: 1️⃣mysql-51️⃣\nmodels: { Grade: {} }\n",
      .error(
        "LANG-BAD-CHOICE", at: 1,
        "'target' is one of mysql-8.0, mysql-8.4, mysql-9, mariadb-10.11, mariadb-11, not 'mysql-5'; did you mean 'mysql-9'?"
      )),
    DiagnosticExample(
      "LANG-BAD-TYPE", "database: school\nmodels: { Grade: { columns: { level: int 1️⃣x1️⃣ } } }\n",
      .error("LANG-BAD-TYPE", at: 1, "Type 'int x' has 'x' behind it, which is no part of a type")),
    DiagnosticExample(
      "LANG-TYPE-COMMA", "database: school\nmodels: { Grade: { columns: { level: 1️⃣decimal(5,2)1️⃣ } } }\n",
      .error("LANG-TYPE-COMMA", at: 1, "Type 'decimal(5,2)' has a comma and is not quoted inside braces")),
    DiagnosticExample(
      "LANG-BAD-NAME", "database: school\nmodels: { 1️⃣9lives1️⃣: {}, Grade: {} }\n",
      .error(
        "LANG-BAD-NAME", at: 1, "The name of a model is letters, digits and '_' with a letter first, unlike '9lives'")),
    DiagnosticExample(
      "LANG-EMPTY-LIST", "database: school\n1️⃣models1️⃣: {}\n",
      .error("LANG-EMPTY-LIST", at: 1, "'models' has at least one model")),
    DiagnosticExample(
      "LANG-WRONG-KIND",
      "database: school\nmodels: { Grade: { hasMany: { grades: { model: Grade, 1️⃣otherKey1️⃣: a } } } }\n",
      .error("LANG-WRONG-KIND", at: 1, "'otherKey' is for belongsToMany, not for hasMany")),
    DiagnosticExample(
      "LANG-BAD-PATH",
      "database: school\nmodels: { Grade: {} }\nqueries: { grades: { from: Grade, order: [a1️⃣..1️⃣b] } }\n",
      .error("LANG-BAD-PATH", at: 1, "Path 'a..b' has an empty name")),
    DiagnosticExample(
      "LANG-CONFLICT", "database: school\nnaming: { 1️⃣underscored1️⃣: true, 2️⃣keys2️⃣: snake }\nmodels: { Grade: {} }\n",
      .error("LANG-CONFLICT", at: 2, "'keys' stands beside 'underscored: true', which decides the same", notes: [1])),
    DiagnosticExample(
      "LANG-UNKNOWN-MIXIN",
      "database: school\nmixins: { Timed: {} }\nmodels: { Grade: { uses: [1️⃣Timd1️⃣] } }\n",
      .error(
        "LANG-UNKNOWN-MIXIN", at: 1, "Model 'Grade' uses mixin 'Timd', which does not exist; did you mean 'Timed'?")),
    DiagnosticExample(
      "LANG-REPEATED-MIXIN",
      "database: school\nmixins: { Timed: {} }\nmodels: { Grade: { uses: [1️⃣Timed1️⃣, 2️⃣Timed2️⃣] } }\n",
      .error("LANG-REPEATED-MIXIN", at: 2, "Model 'Grade' uses mixin 'Timed' twice", notes: [1])),
    DiagnosticExample(
      "LANG-MIXIN-CIRCLE",
      "database: school\nmixins: { A: { uses: [1️⃣B1️⃣] }, B: { uses: [2️⃣A2️⃣] } }\nmodels: { Grade: {} }\n",
      .error("LANG-MIXIN-CIRCLE", at: 2, "Mixins use one another in no circle: 'A' uses 'B' uses 'A'", notes: [1])),
    DiagnosticExample(
      "LANG-MIXIN-COLLISION",
      """
      database: school
      mixins: { Timed: { columns: { 1️⃣at1️⃣: datetime } } }
      models: { Grade: { uses: [2️⃣Timed2️⃣], columns: { 3️⃣at3️⃣: date } } }
      """,
      .error(
        "LANG-MIXIN-COLLISION", at: 2, "Mixin 'Timed' brings column 'at', which model 'Grade' has already",
        notes: [1, 3])),
  ]
}
