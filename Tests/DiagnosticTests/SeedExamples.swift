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
      "SEED-CIRCLE",
      """
      database: farm
      models: { Hen: { belongsTo: [Egg] }, Egg: { belongsTo: [Hen] } }
      seeds: { Hen: { 1️⃣first1️⃣: { egg: first } }, Egg: { 2️⃣first2️⃣: { hen: first } } }

      """,
      .error(
        "SEED-CIRCLE", at: 1,
        "Rows need one another in a circle of required keys: Hen 'first' → Egg 'first' → Hen 'first'", notes: [2])),
  ]
}
