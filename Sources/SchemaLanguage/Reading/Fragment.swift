public import YAMLSyntax

/// Whether a file is a fragment: a mapping without `database`, which is a part of other schemas and no schema by itself.
public func isFragment(_ root: YAMLNode) -> Bool {
  root.kind == .mapping && !root.entries.contains { $0.key.text == TopLevelKey.database.rawValue }
}
