/// A model of a random schema: lines that can be left out one by one, so that a failing schema can be made smaller.
struct RandomModel: Sendable {
  /// Under which key of the model a part stands.
  enum Section: String, CaseIterable, Sendable {
    /// A key of the model itself.
    case option = ""
    case columns, belongsTo, hasOne, hasMany, belongsToMany, indexes, checks
  }

  /// One line: a column, an association, an index, an option.
  struct Part: Sendable {
    let section: Section
    /// What it begins with; the options follow, then `end`.
    var start: String
    /// What may be left out of it.
    var options: [String] = []
    var end = ""
    /// The other model that it names.
    var target: String?

    /// The line's text.
    var text: String { ([start] + options).joined(separator: ", ") + end }
  }

  let name: String
  var parts: [Part]

  /// The models that it names.
  var targets: Set<String> { Set(parts.compactMap(\.target)) }

  /// The entry of `models`.
  var text: String {
    var lines = ["  \(name):"]
    for section in Section.allCases {
      let own = parts.filter { $0.section == section }
      if own.isEmpty { continue }
      if section != .option { lines.append("    \(section.rawValue):") }
      let indent = section == .option ? "    " : section == .indexes ? "      - " : "      "
      lines += own.map { indent + $0.text }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
