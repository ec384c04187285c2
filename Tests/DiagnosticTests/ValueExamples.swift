import TestSupport

extension DiagnosticExample {
  /// Values that their columns do not take.
  static let values = [
    DiagnosticExample(
      "VALUE-NULL",
      "database: school\nmodels: { Grade: { columns: { level: int } } }\nseeds: { Grade: [{ level: 1️⃣null1️⃣ }] }\n",
      .error("VALUE-NULL", at: 1, "Column 'level' is not nullable")),
    DiagnosticExample(
      "VALUE-TYPE",
      "database: school\nmodels: { Grade: { columns: { level: int } } }\nseeds: { Grade: [{ level: 1️⃣nine1️⃣ }] }\n",
      .error("VALUE-TYPE", at: 1, "Column 'level' takes a whole number, not 'nine'")),
    DiagnosticExample(
      "VALUE-RANGE", "database: school\nmodels: { Grade: { columns: { level: { type: tinyint, default: 1️⃣1281️⃣ } } } }\n",
      .error("VALUE-RANGE", at: 1, "Column 'level' holds numbers from -128 to 127, not 128")),
    DiagnosticExample(
      "VALUE-LENGTH",
      "database: school\nmodels: { Grade: { columns: { name: { type: string(3), default: 1️⃣nine1️⃣ } } } }\n",
      .error("VALUE-LENGTH", at: 1, "Column 'name' holds 3 characters, and 'nine' has 4")),
    DiagnosticExample(
      "VALUE-PRECISION",
      "database: school\nmodels: { Grade: { columns: { mean: { type: \"decimal(3,1)\", default: 1️⃣1.251️⃣ } } } }\n",
      .error("VALUE-PRECISION", at: 1, "Column 'mean' keeps 1 digit behind the point, and 1.25 has more")),
    DiagnosticExample(
      "VALUE-DATE",
      "database: school\nmodels: { Grade: { columns: { day: date } } }\n"
        + "queries: { grades: { from: Grade, where: { day: { gt: 1️⃣2023-02-291️⃣ } } } }\n",
      .error("VALUE-DATE", at: 1, "Column 'day' takes a date like 2024-02-29, and '2023-02-29' does not exist")),
    DiagnosticExample(
      "VALUE-CHARSET",
      "database: school\nmodels: { Grade: { columns: { name: { type: string, charset: latin1 } } } }\nseeds: { Grade: [{ name: 1️⃣Ωmega1️⃣ }] }\n",
      .error("VALUE-CHARSET", at: 1, "Column 'name' is in the character set latin1, which has no 'Ω'")),
    DiagnosticExample(
      "VALUE-MEMBER",
      "database: school\nmodels: { Grade: { columns: { kind: \"enum(day, night)\" } } }\nseeds: { Grade: [{ kind: 1️⃣nihgt1️⃣ }] }\n",
      .error("VALUE-MEMBER", at: 1, "Column 'kind' has no member 'nihgt'; did you mean 'night'?")),
  ]
}
