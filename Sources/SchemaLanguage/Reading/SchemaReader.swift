public import Diagnostics
public import YAMLSyntax

/// Reads the tree of a schema file as the language understands it.
///
/// Names are not looked up; ``SchemaDocument`` says what was written. `path` is the path of the file below the root,
/// `settings` are the project's, which hold where the schema says nothing.
/// Every mistake is reported to `diagnostics` (see ``LanguageRule``), and what stands beside it is read all the same: the
/// document of a file with mistakes is incomplete. `nil` if the root is no mapping or no database is named.
public func readSchema(
  _ root: YAMLNode, path: String, settings: ProjectSettings = ProjectSettings(),
  diagnostics: inout DiagnosticCollector
) -> SchemaDocument? {
  var reader = SchemaReader()
  let document = reader.readDocument(root, path: path, settings)
  diagnostics.add(contentsOf: reader.diagnostics)
  return document
}

/// The state of reading one file: what was found wrong so far, and the types that were read already.
///
/// What is read where is in extensions, one for each part of the language.
struct SchemaReader {
  /// The most mistakes that are reported for one file: aliases may repeat one a million times.
  static let largestReport = 1_000

  var diagnostics = DiagnosticCollector()
  /// Types by their texts: a schema has thousands of columns and few types.
  var types: [String: TypeSyntax] = [:]

  mutating func readDocument(_ root: YAMLNode, path: String, _ settings: ProjectSettings) -> SchemaDocument? {
    guard root.kind == .mapping else {
      report(
        .wrongShape, at: root, "A schema is a mapping, not \(root.kind.phrase)",
        explanation: "Write keys at the left edge: `database: student_db`, then `models:`.")
      return nil
    }
    // The database may stand anywhere: the document is made at the end.
    var document = SchemaDocument(path: path, database: DatabaseDeclaration(name: Located("", at: root.range)))
    document.swift = settings.swift
    var target = settings.target
    var database: DatabaseDeclaration?
    var hasDatabase = false
    var hasModels = false
    var hasImports = false
    for entry in root.entries {
      guard let key = recognize(entry, TopLevelKey.self) else { continue }
      switch key {
      case .database:
        hasDatabase = true
        database = readDatabase(entry)
      case .target: readTarget(entry, into: &target)
      case .naming: document.naming = readNaming(entry)
      case .defaults: document.defaults = readDefaults(entry)
      case .imports:
        hasImports = true
        document.imports = readNames(entry.value, of: entry.key, TopLevelKey.imports) ?? []
      case .enums: document.enums += readEnums(entry)
      case .mixins: document.mixins += readMixins(entry)
      case .models:
        hasModels = true
        readModels(entry, into: &document.models)
      case .seeds: document.seeds += readSeeds(entry)
      case .seedSets: document.seedSets += readSeedSets(entry)
      case .queries: document.queries += readQueries(entry)
      case .lint: document.acceptedWarnings = readAcceptedWarnings(entry)
      case .swift: readSwift(entry, into: &document.swift)
      }
    }
    if !hasDatabase {
      report(
        .missingKey, at: root.range.start, "A schema names its 'database'",
        explanation: "Add the database's name at the top: `database: student_db`.")
    }
    if !hasModels, !hasImports {
      report(
        .missingKey, at: root.range.start, "A schema has 'models'",
        explanation: "Add at least one model: `models:`, and under it `Student:` with its `columns`.")
    }
    guard let database else { return nil }
    document.database = database
    document.target = target.server
    document.maxAllowedPacket = target.maxAllowedPacket
    return document
  }

  /// The entries of `lint`, each with a reason.
  private mutating func readAcceptedWarnings(_ entry: YAMLEntry) -> [AcceptedWarning] {
    guard let entries = readEntries(entry, TopLevelKey.lint) else { return [] }
    return entries.compactMap { entry in
      guard let identifier = readEntryName(entry.key, of: "a warning") else { return nil }
      guard let reason = readName(entry.value, of: entry.key) else { return nil }
      return AcceptedWarning(identifier: identifier, reason: reason)
    }
  }

  /// The entries of `database`, a name or a mapping.
  private mutating func readDatabase(_ entry: YAMLEntry) -> DatabaseDeclaration? {
    switch entry.value.kind {
    case .scalar:
      return readName(entry.value, of: entry.key).map { DatabaseDeclaration(name: $0) }
    case .sequence:
      reportShape(entry.value, of: entry.key, TopLevelKey.database)
      return nil
    case .mapping:
      var name: Located<String>?
      var hasName = false
      var charset: Located<String>?
      var collation: Located<String>?
      for part in entry.value.entries {
        guard let key = recognize(part, DatabaseKey.self) else { continue }
        switch key {
        case .name:
          hasName = true
          name = readName(part.value, of: part.key)
        case .charset: charset = readName(part.value, of: part.key)
        case .collation: collation = readName(part.value, of: part.key)
        }
      }
      if !hasName { reportMissing(DatabaseKey.name, at: entry.key, "A database has a 'name'") }
      return name.map { DatabaseDeclaration(name: $0, charset: charset, collation: collation) }
    }
  }
}
