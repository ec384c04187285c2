public import Diagnostics
public import YAMLSyntax

/// Reads the tree of a `joinery.yaml`.
///
/// Every mistake is reported to `diagnostics` (see ``LanguageRule``), and what stands beside it is read all the same. Paths
/// are not followed.
public func readProjectSettings(_ root: YAMLNode, diagnostics: inout DiagnosticCollector) -> ProjectSettings {
  var reader = SchemaReader()
  let settings = reader.readProjectSettings(root)
  diagnostics.add(contentsOf: reader.diagnostics)
  return settings
}

extension SchemaReader {
  fileprivate mutating func readProjectSettings(_ root: YAMLNode) -> ProjectSettings {
    var settings = ProjectSettings()
    // Nothing but comments.
    if root.isNull { return settings }
    guard root.kind == .mapping else {
      report(
        .wrongShape, at: root, "'joinery.yaml' is a mapping, not \(root.kind.phrase)",
        explanation: "Write keys at the left edge, as in `output: Database`, or nothing at all.")
      return settings
    }
    for entry in root.entries {
      guard let key = recognize(entry, ProjectKey.self) else { continue }
      switch key {
      case .schemas: settings.schemas = readNameOrNames(entry, ProjectKey.schemas)
      case .output: settings.output = readName(entry.value, of: entry.key, expected: .path)
      case .target: readTarget(entry, into: &settings.target)
      case .access: readAccess(entry, into: &settings.swift)
      case .layout: readLayout(entry, into: &settings.swift)
      case .seeds: readSeedsOfSwift(entry, into: &settings.swift)
      }
    }
    return settings
  }
}
