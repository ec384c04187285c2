public import Diagnostics
public import YAMLSyntax

/// Reads the tree of a file that a schema imports.
///
/// `importedAt` is the place of the import that led to it. Every mistake is reported to `diagnostics` (see
/// ``LanguageRule``), and what stands beside it is read all the same.
public func readFragment(
  _ root: YAMLNode, importedAt: SourceRange, diagnostics: inout DiagnosticCollector
) -> SchemaFragment {
  var reader = SchemaReader()
  let fragment = reader.readFragment(root, importedAt: importedAt)
  diagnostics.add(contentsOf: reader.diagnostics)
  return fragment
}

extension SchemaReader {
  fileprivate mutating func readFragment(_ root: YAMLNode, importedAt: SourceRange) -> SchemaFragment {
    var fragment = SchemaFragment()
    guard root.kind == .mapping else {
      report(
        .wrongShape, at: root, "An imported file is a mapping, not \(root.kind.phrase)",
        explanation: "Write keys at the left edge, as in a schema: `models:`.",
        notes: [Diagnostic.Note("It is imported here", at: importedAt)])
      return fragment
    }
    for entry in root.entries {
      guard let key = recognize(entry, TopLevelKey.self) else { continue }
      switch key {
      case .database, .target, .naming, .defaults, .lint, .swift: reportSetting(entry.key, importedAt: importedAt)
      case .imports: fragment.imports = readNames(entry.value, of: entry.key, TopLevelKey.imports) ?? []
      case .enums: fragment.enums += readEnums(entry)
      case .mixins: fragment.mixins += readMixins(entry)
      case .models: readModels(entry, into: &fragment.models)
      case .seeds: fragment.seeds += readSeeds(entry)
      case .seedSets: fragment.seedSets += readSeedSets(entry)
      case .queries: fragment.queries += readQueries(entry)
      }
    }
    return fragment
  }

  private mutating func reportSetting(_ key: YAMLNode, importedAt: SourceRange) {
    report(
      .importedSetting, at: key, "\(quoted(key.text)) stands in the schema's own file, not in an imported one",
      explanation: """
        Take it away here: what the importing schema says holds for all of its files. A part that several schemas share \
        stands in a file of its own, which each of them imports.
        """,
      notes: [Diagnostic.Note("The file is imported here", at: importedAt)])
  }
}
