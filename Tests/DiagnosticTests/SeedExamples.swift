import Foundation
import TestSupport

extension DiagnosticExample {
  private static let school = """
    database: school
    models:
      Grade: { columns: { level: { type: int, unique: true } }, hasMany: [Student] }
      Student: { columns: { 9️⃣name9️⃣: string, twice: { type: int?, generated: { as: "`id` * 2" } } }, belongsTo: [Grade] }
    seeds:

    """

  /// Rows that name what is not there, or leave out what must be.
  static let seeds = [
    DiagnosticExample(
      "SEED-UNKNOWN-FIELD", school + "  Student: [{ name: A, gradeId: 1, 1️⃣nmae1️⃣: A }]\n  Grade: [{ level: 9 }]\n",
      .error(
        "SEED-UNKNOWN-FIELD", at: 1, "Model 'Student' has no column or association 'nmae'; did you mean 'name'?")),
    DiagnosticExample(
      "SEED-MISSING-VALUE", school + "  Grade: [{ level: 9 }]\n  Student: [1️⃣{ gradeId: 1 }]\n",
      .error("SEED-MISSING-VALUE", at: 1, "A row of 'Student' needs 'name'", notes: [9])),
    DiagnosticExample(
      "SEED-GIVEN-TWICE",
      school + "  Grade: { ninth: { level: 9 } }\n  Student: [{ name: A, grade: 2️⃣ninth2️⃣, gradeId: 1️⃣51️⃣ }]\n",
      .error("SEED-GIVEN-TWICE", at: 2, "Column 'gradeId' is given twice, with two values", notes: [1])),
    DiagnosticExample(
      "SEED-GENERATED-COLUMN",
      school + "  Grade: [{ level: 9 }]\n  Student: [{ name: A, gradeId: 1, 1️⃣twice1️⃣: 2 }]\n",
      .error(
        "SEED-GENERATED-COLUMN", at: 1, "Column 'twice' is computed by the server, so a row cannot give it")),
    DiagnosticExample(
      "SEED-ZERO-KEY", school + "  Grade: [{ id: 1️⃣01️⃣, level: 9 }]\n",
      .error(
        "SEED-ZERO-KEY", at: 1, "Column 'id' is numbered by the server, which takes 0 for 'the next number'")),
    DiagnosticExample(
      "SEED-UNKNOWN-LABEL", school + "  Grade: { ninth: { level: 9 } }\n  Student: [{ name: A, grade: 1️⃣nineth1️⃣ }]\n",
      .error(
        "SEED-UNKNOWN-LABEL", at: 1, "Model 'Grade' has no row with the label 'nineth'; did you mean 'ninth'?")),
    DiagnosticExample(
      "SEED-REFERENCE", school + "  Grade: [{ level: 9 }]\n  Student: [{ name: A, grade: 1️⃣{ level: 10 }1️⃣ }]\n",
      .error("SEED-REFERENCE", at: 1, "No row of 'Grade' has these values")),
    DiagnosticExample(
      "SEED-ASSOCIATION-VALUE", school + "  Grade: [{ level: 9, students: 1️⃣max1️⃣ }]\n",
      .error("SEED-ASSOCIATION-VALUE", at: 1, "Association 'students' takes rows of 'Student'")),
    DiagnosticExample(
      "SEED-NO-PARENT", school + "  Grade: [{ level: 9 }]\n  Student: [{ name: A, gradeId: 1️⃣71️⃣ }]\n",
      .error("SEED-NO-PARENT", at: 1, "No row of 'Grade' has the key that gradeId names")),
    DiagnosticExample(
      "SEED-DUPLICATE-KEY", school + "  Grade: [{ level: 1️⃣91️⃣ }, { level: 2️⃣92️⃣ }]\n",
      .error("SEED-DUPLICATE-KEY", at: 2, "Two rows of 'Grade' have the same unique key (level)", notes: [1])),
    DiagnosticExample(
      "SEED-NO-PARTITION",
      """
      database: school
      models: { Grade: { columns: { level: int }, primaryKey: none, partition: { range: 1️⃣level1️⃣, parts: { p: 9 } } } }
      seeds: { Grade: [{ level: 8 }, { level: 2️⃣92️⃣ }] }

      """,
      .error("SEED-NO-PARTITION", at: 2, "No partition of 'Grade' takes a row with this level", notes: [1])),
    DiagnosticExample(
      "SEED-CHECK",
      """
      database: school
      models: { Pupil: { columns: { points: int }, checks: { 1️⃣positive1️⃣: points >= 0 } } }
      seeds: { Pupil: [{ points: 0 }, { points: 2️⃣-12️⃣ }] }

      """,
      .error("SEED-CHECK", at: 2, "A row of 'Pupil' breaks check 'positive'", notes: [1])),
    DiagnosticExample(
      "SEED-UNDECIDED-KEY",
      """
      database: school
      models: { Pupil: { columns: { name: { type: varchar(40), unique: true, collation: utf8mb4_swedish_ci } } } }
      seeds: { Pupil: [{ name: 1️⃣Åsa1️⃣ }, { name: Bo }, { name: 2️⃣Asa2️⃣ }, { name: bö }] }

      """,
      .warning(
        "SEED-UNDECIDED-KEY", at: 2,
        "Two rows of 'Pupil' may have the same unique key (name) under utf8mb4_swedish_ci", notes: [1])),
    DiagnosticExample(
      "SEED-UNDECIDED-KEY",
      """
      database: school
      models:
        Word: { columns: { text: { type: varchar(40), unique: true, collation: utf8mb4_0900_as_ci } } }
        Use: { columns: { word: { type: varchar(40), collation: utf8mb4_0900_as_ci } }, belongsTo: { meaning: {
          model: Word, foreignKey: word, targetKey: text } } }
      seeds: { Word: [{ text: Café }, { text: tea }], Use: [{ word: TEA }, { word: 1️⃣cafe1️⃣ }, { word: Café }] }

      """,
      .warning(
        "SEED-UNDECIDED-KEY", at: 1, "A row of 'Word' may have the key that word names under utf8mb4_0900_as_ci")),
    DiagnosticExample(
      "SEED-CIRCLE",
      """
      database: farm
      models: { Hen: { belongsTo: [Egg] }, Egg: { belongsTo: [Hen] } }
      seeds: { Hen: { 1️⃣first1️⃣: { egg: first } }, Egg: { 2️⃣first2️⃣: { hen: first } } }

      """,
      .error(
        "SEED-CIRCLE", at: 1,
        "Rows need one another in a circle of required keys: Hen 'first' → Egg 'first' → Hen 'first'", notes: [2])),
    DiagnosticExample(
      "SEED-LABEL-TWICE",
      school + "  Grade: { 1️⃣ninth1️⃣: { level: 9 } }\nseedSets: { demo: { Grade: { 2️⃣ninth2️⃣: { level: 10 } } } }\n",
      .error("SEED-LABEL-TWICE", at: 2, "Two rows of 'Grade' have the label 'ninth'", notes: [1])),
    DiagnosticExample(
      "SEED-UPSERT-KEY", school + "  Student: [{ $options: { mode: upsert, key: 1️⃣name1️⃣ } }]\n",
      .error(
        "SEED-UPSERT-KEY", at: 1, "Rows are upserted by a primary or unique key of 'Student', and 'name' is none")),
    DiagnosticExample(
      "SEED-UPSERT-KEY",
      school + "  Grade: [{ $options: { mode: upsert, key: level } }, { level: 1️⃣{ sql: \"4 + 5\" }1️⃣ }]\n",
      .error(
        "SEED-UPSERT-KEY", at: 1,
        "A row that is upserted has a value for each column of its key, and this one has none for 'level'")),
    DiagnosticExample(
      "SEED-UPSERT-KEY",
      school + "  Grade: [{ $options: { mode: upsert, key: level } }, { level: 9, students: [1️⃣{ name: A }1️⃣] }]\n",
      .error(
        "SEED-UPSERT-KEY", at: 1,
        "A row of 'Student' that comes with an upserted one has no key but the number that it would get")),
    DiagnosticExample(
      "SEED-UPSERT-OTHER-KEY",
      school + "  Grade: [{ $options: { mode: 1️⃣upsert1️⃣, key: level } }, { id: 1, level: 9 }]\n",
      .warning(
        "SEED-UPSERT-OTHER-KEY", at: 1,
        "A row of 'Grade' is upserted by any unique key, also by (id), which could catch another row")),
    DiagnosticExample(
      "SEED-TRUNCATE",
      school + "  Student: [{ name: A, grade: { level: 9 } }]\n  Grade: [1️⃣{ level: 9 }]\n"
        + "seedSets: { demo: { Grade: [{ $options: { truncateFirst: 2️⃣true2️⃣ } }] } }\n",
      .error("SEED-TRUNCATE", at: 2, "A set does not empty 'Grade', which has rows in 'seeds'", notes: [1])),
    DiagnosticExample(
      "SEED-TRUNCATE",
      """
      database: farm
      models:
        Hen: { belongsTo: [1️⃣Egg1️⃣] }
        Egg: { belongsTo: [Hen] }
      seeds: { Hen: [{ $options: { truncateFirst: true } }], Egg: [{ $options: { truncateFirst: 2️⃣true2️⃣ } }] }

      """,
      .error(
        "SEED-TRUNCATE", at: 2, "Tables that need one another cannot be emptied: 'Hen' needs 'Egg'", notes: [1])),
    DiagnosticExample(
      "SEED-TRUNCATE-REACHES",
      school.replacing("hasMany: [Student]", with: "hasMany: [1️⃣Student1️⃣]")
        + "  Grade: [{ $options: { truncateFirst: 2️⃣true2️⃣ } }]\n",
      .warning(
        "SEED-TRUNCATE-REACHES", at: 2, "'Grade' is not emptied as long as rows of 'Student' name its rows", notes: [1])
    ),
  ]
}
