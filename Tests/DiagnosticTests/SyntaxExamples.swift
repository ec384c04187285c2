import TestSupport

extension DiagnosticExample {
  /// Texts that are no YAML, or more of it than is read.
  static let syntax = [
    DiagnosticExample(
      "YAML-SYNTAX", "database: school\nmodels: 1️⃣{1️⃣ Grade: {}\n",
      .error("YAML-SYNTAX", at: 1, "Bracket '{' is not closed")),
    DiagnosticExample(
      "YAML-ENCODING", "database: 1️⃣\u{7}1️⃣school\nmodels: { Grade: {} }\n",
      .error("YAML-ENCODING", at: 1, "Character U+0007 is not allowed in YAML")),
    DiagnosticExample(
      "YAML-DUPLICATE-KEY", "database: school\nmodels: { 1️⃣Grade1️⃣: {}, 2️⃣Grade2️⃣: {} }\n",
      .error("YAML-DUPLICATE-KEY", at: 2, "Key 'Grade' stands twice in one mapping", notes: [1])),
    DiagnosticExample(
      "YAML-SEVERAL-DOCUMENTS", "database: school\nmodels: { Grade: {} }\n1️⃣---1️⃣\ndatabase: other\n",
      .error("YAML-SEVERAL-DOCUMENTS", at: 1, "A file holds one document, and a second one starts here")),
    DiagnosticExample(
      "YAML-UNDEFINED-ALIAS", "database: school\nmodels: { Grade: 1️⃣*grade1️⃣ }\n",
      .error("YAML-UNDEFINED-ALIAS", at: 1, "Alias 'grade' has no anchor above it")),
    DiagnosticExample(
      "YAML-RECURSIVE-ALIAS", "database: school\nmodels: &models 1️⃣{ Grade: 2️⃣*models2️⃣ }\n",
      .error("YAML-RECURSIVE-ALIAS", at: 2, "Alias 'models' stands inside the value that it repeats", notes: [1])),
    DiagnosticExample(
      "YAML-KEY-NOT-SCALAR", "database: school\nmodels: { Grade: {}, 1️⃣[a]1️⃣ : {} }\n",
      .error("YAML-KEY-NOT-SCALAR", at: 1, "A key must be a single value, not a list or a mapping")),
    DiagnosticExample(
      "YAML-MERGE", "database: school\nmodels: { Grade: { <<: [1️⃣a1️⃣] } }\n",
      .error("YAML-MERGE", at: 1, "The value of '<<' must be a mapping or a list of mappings")),
    DiagnosticExample(
      "YAML-TOO-DEEP",
      "database: school\nmodels: " + String(repeating: "[", count: 199) + "1️⃣[1️⃣]"
        + String(repeating: "]", count: 199),
      .error("YAML-TOO-DEEP", at: 1, "Values are nested in more than 200 levels")),
    DiagnosticExample(
      "YAML-TOO-LARGE", String(repeating: "%A\n", count: 20) + "1️⃣%A1️⃣\n---\ndatabase: school\nmodels: { Grade: {} }\n",
      .error("YAML-TOO-LARGE", at: 1, "File has more than 20 lines with '%'")),
    DiagnosticExample(
      "YAML-ALIAS-EXPANSION", aliasExpansion,
      .error("YAML-ALIAS-EXPANSION", at: 1, "Aliases repeat more than 1,000,000 values in all")),
    DiagnosticExample(
      "YAML-UNKNOWN-TAG", "database: 1️⃣!!seq1️⃣ school\nmodels: { Grade: {} }\n",
      .error("YAML-UNKNOWN-TAG", at: 1, "Tag '!!seq' cannot stand at a scalar")),
  ]

  /// Levels of ten aliases each, which repeat 11, 111, 1,111, 11,111 and 111,111 values; the eighth alias to the last of
  /// them is one too many.
  private static let aliasExpansion: String = {
    var text = "a: &a [x, x, x, x, x, x, x, x, x, x]\n"
    for (name, lower) in zip("bcde", "abcd") {
      text += "\(name): &\(name) [" + Array(repeating: "*\(lower)", count: 10).joined(separator: ", ") + "]\n"
    }
    return text + "f: [" + String(repeating: "*e, ", count: 7) + "1️⃣*e1️⃣]\n"
  }()
}
