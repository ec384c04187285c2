/// The reference page of the language, `Documentation/reference.md`, made from the tables of keys.
public func languageReference() -> String {
  var page = LanguageReference()
  page.appendIntroduction()
  for keys in schemaKeys {
    page.append(keys)
    if let topic = ReferenceTopic.behind(keys) { page.append(topic) }
  }
  return page.text
}

/// The text of the reference page, as it grows.
private struct LanguageReference {
  private(set) var text = ""

  mutating func appendIntroduction() {
    append("# Schema language")
    append(
      """
      Every key of the language, its value, what holds without it, and an example. This page is made from the tables that \
      the compiler reads schemas by; a test compares it, and writes it anew with `JOINERY_RECORD=1`.
      """)
    append(ReferenceTopic.rules)
    append("## Contents")
    var contents: [String] = []
    for keys in schemaKeys {
      contents.append("- [\(keys.section.title)](#\(keys.section.anchor))")
      if let topic = ReferenceTopic.behind(keys) { contents.append("- [\(topic.title)](#\(topic.anchor))") }
    }
    append(contents.joined(separator: "\n"))
  }

  mutating func append(_ topic: ReferenceTopic) {
    append("## \(topic.title)")
    append(topic.introduction)
    if !topic.table.isEmpty { appendTable(topic.table) }
    appendCode(topic.example)
  }

  mutating func append<Key: SchemaKey>(_ keys: Key.Type) {
    append("## \(keys.section.title)")
    append(keys.section.introduction)
    appendCode(keys.section.example)
    let hasKinds = keys == AssociationKey.self
    // Operators have no defaults: none of them need be there.
    let hasDefaults = keys != ComparisonOperator.self && keys != ConditionKey.self
    var rows = [
      ["key"] + (hasKinds ? ["for"] : []) + ["value"] + (hasDefaults ? ["default"] : []) + ["meaning", "example"]
    ]
    for key in keys.allCases {
      let description = key.description
      var row = ["`\(key.rawValue)`"]
      if hasKinds, let key = key as? AssociationKey {
        row.append(key.kinds == AssociationKind.allCases ? "all" : key.kinds.map(\.rawValue).joined(separator: ", "))
      }
      row.append(description.shape.phrase(.page))
      if hasDefaults { row.append(description.standard ?? "**required**") }
      row.append(description.summary)
      row.append(codeSpan(description.example))
      rows.append(row)
    }
    appendTable(rows)
  }

  /// `code` in backticks; in two where it holds one itself (CommonMark 0.31, 6.1).
  private func codeSpan(_ code: String) -> String { code.contains("`") ? "`` \(code) ``" : "`\(code)`" }

  /// A table whose first row is its heading.
  private mutating func appendTable(_ rows: [[String]]) {
    var lines = rows.map { row in
      "| " + row.map { $0.split(separator: "|").joined(separator: "\\|") }.joined(separator: " | ") + " |"
    }
    lines.insert("|" + String(repeating: "---|", count: rows[0].count), at: 1)
    append(lines.joined(separator: "\n"))
  }

  private mutating func appendCode(_ code: String) {
    if !code.isEmpty { append("```yaml\n\(code)\n```") }
  }

  private mutating func append(_ paragraph: String) {
    if !text.isEmpty { text += "\n" }
    text += paragraph + "\n"
  }
}
