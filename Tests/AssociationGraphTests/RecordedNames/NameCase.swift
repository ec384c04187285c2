import Testing

/// A schema that names no tables and few keys, and the tables that it makes.
///
/// Its names are those that Sequelize 6.37.8 gave to the same declarations on a real server, wherever the language's table
/// of names follows it. Where it does not, a comment says why.
struct NameCase: Sendable, CustomTestStringConvertible {
  /// Which recorded declarations they are.
  let name: String
  /// What stands before `models`.
  let settings: String
  /// The entries of `models`.
  let models: String
  /// The tables, as ``TableOutline`` writes them.
  let tables: String

  var testDescription: String { name }

  /// A case; see the properties.
  init(_ name: String, settings: String = "defaults: { timestamps: false }", _ models: String, _ tables: String) {
    self.name = name
    self.settings = settings
    self.models = models
    self.tables = tables
  }

  /// The whole schema.
  var schema: String {
    let lines = models.split(separator: "\n").map { "  \($0)\n" }.joined()
    return "database: names\n\(settings)\nmodels:\n\(lines)"
  }
}
