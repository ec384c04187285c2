public import YAMLSyntax

/// Whether a file is a fragment: a mapping without `database`, which is a part of other schemas and no schema by itself.
///
/// A file with a misspelt `database` is no fragment, so that somebody reads it and reports the mistake.
public func isFragment(_ root: YAMLNode) -> Bool {
  root.kind == .mapping
    && !root.entries.contains { entry in
      let name = entry.key.text
      return (TopLevelKey.named[name] ?? TopLevelKey.meant(by: name)) == .database
    }
}
