public import Diagnostics

extension SchemaDocument {
  /// The document with the content of the files that it imports in front of its own.
  ///
  /// `fragments` are those files, each once, in the order in which their content is to come. A name that is declared in two
  /// files, and a label that a model's rows have in two, is reported with both places; the first one counts. `imports` of
  /// the result is empty.
  public func importing(
    _ fragments: [SchemaFragment], diagnostics: inout DiagnosticCollector
  ) -> SchemaDocument {
    var document = self
    document.imports = []
    // YAML lets no name stand twice in one file.
    if !fragments.isEmpty {
      var names = DeclaredNames()
      document.enums = names.unique(fragments.lazy.map(\.enums), enums, "Enumeration", \.name)
      document.mixins = names.unique(fragments.lazy.map(\.mixins), mixins, "Mixin", \.name)
      document.models = names.unique(fragments.lazy.map(\.models), models, "Model", \.name)
      document.queries = names.unique(fragments.lazy.map(\.queries), queries, "Query", \.name)
      document.seeds = fragments.flatMap(\.seeds) + seeds
      names.checkLabels(of: document.seeds)
      document.seedSets = Self.joined(fragments.flatMap(\.seedSets) + seedSets)
      for set in document.seedSets { names.checkLabels(of: set.seeds) }
      diagnostics.add(contentsOf: names.diagnostics)
    }
    if document.models.isEmpty, let first = imports.first {
      diagnostics.error(
        LanguageRule.missingKey, at: first.range, "A schema has 'models', and none of its files has any",
        explanation: "Add at least one model: `models:`, and under it `Student:` with its `columns`.")
    }
    return document
  }

  /// The sets, those of one name as one, in the order in which the names come first.
  private static func joined(_ sets: [SeedSetDeclaration]) -> [SeedSetDeclaration] {
    var positions: [String: Int] = [:]
    var joined: [SeedSetDeclaration] = []
    for set in sets {
      if let position = positions[set.name.value] {
        joined[position].seeds += set.seeds
      } else {
        positions[set.name.value] = joined.count
        joined.append(set)
      }
    }
    return joined
  }
}

/// Finds the names that two files of a schema declare.
private struct DeclaredNames {
  private(set) var diagnostics = DiagnosticCollector()

  /// The declarations of all files, the first of each name.
  mutating func unique<Declaration>(
    _ imported: some Sequence<[Declaration]>, _ own: [Declaration], _ kind: String,
    _ name: KeyPath<Declaration, Located<String>>
  ) -> [Declaration] {
    var firsts: [String: SourceRange] = [:]
    var all: [Declaration] = []
    for declaration in [imported.flatMap { $0 }, own].joined() {
      let name = declaration[keyPath: name]
      if let first = firsts[name.value] {
        report(name, "\(kind) '\(name.value)'", first: first)
      } else {
        firsts[name.value] = name.range
        all.append(declaration)
      }
    }
    return all
  }

  /// Checks that no two rows of a model have one label.
  mutating func checkLabels(of seeds: [SeedDeclaration]) {
    var firsts: [String: [String: SourceRange]] = [:]
    for seed in seeds {
      for case let label? in seed.rows.lazy.map(\.label) {
        if let first = firsts[seed.model.value, default: [:]][label.value] {
          report(label, "Row '\(label.value)' of model '\(seed.model.value)'", first: first)
        } else {
          firsts[seed.model.value, default: [:]][label.value] = label.range
        }
      }
    }
  }

  private mutating func report(_ name: Located<String>, _ subject: String, first: SourceRange) {
    diagnostics.error(
      LanguageRule.declaredTwice, at: name.range, "\(subject) is declared in two files",
      explanation: "Give one of the two another name, or take it away.",
      notes: [Diagnostic.Note("The other one is here", at: first)])
  }
}
