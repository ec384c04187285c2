import SchemaLanguage

/// What there is to be tried of the language of queries, as ``QueryText`` counts it.
enum QueryFeatures {
  /// Every key, behind the title of its section of the reference.
  static var keys: [String] {
    let sections = [
      "Queries", "Aggregates", "Includes", "Junctions of includes", "Column selections", "Conditions", "Operators",
    ]
    var title = ""
    var keys: [String] = []
    for line in languageReference().split(separator: "\n") {
      if line.hasPrefix("## ") { title = String(line.dropFirst(3)) }
      guard sections.contains(title), line.hasPrefix("| `"), let key = line.split(separator: "`").dropFirst().first
      else {
        continue
      }
      keys.append("\(title).\(key)")
    }
    return keys
  }

  /// Forms of what the keys mean.
  static var forms: [String] {
    let whole: [RandomAssociation.Form] = [.typeAndId, .arc]
    return RandomAssociation.Form.allCases.flatMap { ["include of \($0)", "exists over \($0)"] }
      + whole.flatMap { ["include of every \($0)", "include of every \($0), required", "exists over every \($0)"] }
      + RandomType.allCases.map { "a parameter of type \($0)" }
      + ResultCount.allCases.map { "result: \($0)" }
      + [
        "a parameter of rows", "an empty list", "a list of text", "a list of integer", "NULL in a list",
        "NULL in a parameter", "NULL among the values",
      ]
  }
}
