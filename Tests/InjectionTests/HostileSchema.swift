import TestSupport

/// Schemas with a hostile text wherever text can stand.
enum HostileSchema {
  /// A schema whose data, defaults, comments, members and documentation are `texts`, a model for each.
  static func ofTexts(_ texts: [String]) -> String {
    var enums = ""
    var models = ""
    var seeds = ""
    var queries = ""
    for (number, text) in texts.enumerated() {
      let comment = isBasic(text) ? text : ""
      enums += "  Kind\(number): [\(quoted(member(of: text))), other]\n"
      models += """
          Text\(number):
            table: text_\(number)
            comment: \(quoted(comment))
            columns:
              body: { type: string(300), default: \(quoted(text)), comment: \(quoted(comment)) }
              kind: Kind\(number)
              json: json
            indexes: [{ columns: [kind], name: by_kind, comment: \(quoted(comment)) }]

        """
      let json = "{ \(quoted(text + "k")): [\(quoted(text))] }"
      seeds += "  Text\(number): [{ body: \(quoted(text)), kind: \(quoted(member(of: text))), json: \(json) }]\n"
      queries += """
          find\(number):
            doc: \(quoted(text))
            from: Text\(number)
            where: { body: \(quoted(text)), kind: \(quoted(member(of: text))) }

        """
    }
    return """
      database: { name: hostile, collation: utf8mb4_bin }
      defaults: { timestamps: false }
      swift: { seeds: true, layout: single }
      enums:
      \(enums)models:
      \(models)seeds:
      \(seeds)queries:
      \(queries)
      """
  }

  /// A schema whose tables, columns, indexes, keys and checks are named by `names`, two models for each.
  static func ofNames(_ names: [String]) -> String {
    var models = ""
    var queries = ""
    for (number, name) in names.enumerated() {
      let path = quoted(inBackticks(name))
      models += """
          Name\(number):
            table: \(quoted(name))
            columns:
              \(quoted(name)): { type: int, swift: { name: value } }
            indexes: [{ columns: [{ name: \(quoted(name)) }], name: \(quoted(name)) }]
            checks: { \(quoted("c" + name)): "1 > 0" }
          Child\(number):
            columns: { id: { type: int, primaryKey: true }, \(quoted(name)): { type: int, swift: { name: key } } }
            belongsTo: { name: { model: Name\(number), foreignKey: \(quoted(name)), constraint: \(quoted(name)) } }

        """
      queries += """
          find\(number):
            from: Child\(number)
            include: { name: { where: { \(path): { gt: 0 } } } }

        """
    }
    return """
      database: { name: hostile }
      defaults: { timestamps: false }
      models:
      \(models)queries:
      \(queries)
      """
  }

  /// A schema with an exclusive arc for each of `names`, one of whose keys is named so.
  static func ofArcs(_ names: [String]) -> String {
    var models = ""
    var inverses = ""
    for (number, name) in names.enumerated() {
      inverses += "      arcs\(number): { model: Arc\(number), inverse: subject, foreignKey: \(quoted(name)) }\n"
      models += """
          Arc\(number):
            table: arc_\(number)
            columns: { \(quoted(name)): { type: "int?", swift: { name: key } } }
            belongsTo: { subject: { oneOf: [First, Second], encoding: exclusiveArc } }

        """
    }
    return """
      database: hostile
      defaults: { timestamps: false }
      models:
        Second: {}
        First:
          hasMany:
      \(inverses)\(models)
      """
  }

  /// `text` as the servers can keep it as a member of an enumeration.
  static func member(of text: String) -> String {
    isBasic(text) && text.unicodeScalars.last != " " ? text : "plain"
  }

  /// Whether the servers can keep `text` in a table's definition: it has characters of the basic plane only, and no zero.
  static func isBasic(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { (1...0xFFFF).contains($0.value) }
  }

  /// `name` in backticks, those inside doubled, as SQL and the paths of a schema have it: character by character of Unicode,
  /// since one may combine with a backtick before it.
  static func inBackticks(_ name: String) -> String {
    "`"
      + name.unicodeScalars.split(separator: "`", omittingEmptySubsequences: false).map { String($0) }
      .joined(separator: "``") + "`"
  }

  /// `text` in double quotes, as YAML reads it: every character that is not of ASCII, or steers, by its number.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" || scalar == "\\" {
        result += "\\\(scalar)"
      } else if (0x20..<0x7F).contains(scalar.value) {
        result.unicodeScalars.append(scalar)
      } else {
        let digits = String(scalar.value, radix: 16)
        result += "\\U" + String(repeating: "0", count: 8 - digits.utf8.count) + digits
      }
    }
    return result + "\""
  }
}
