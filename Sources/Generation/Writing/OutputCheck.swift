internal import SystemPackage

/// Compares output folders with what their schemas give.
enum OutputCheck {
  /// A unified diff from what is on the disk to what the schema gives; empty if they are the same.
  static func difference(_ output: SchemaOutput, stale: [FilePath]) throws(DiskError) -> String {
    var result = ""
    for file in output.plan.files {
      let path = output.path(of: file)
      let shown = "\(output.shownFolder)/\(file.path)"
      if try FileComparison.isSame(file, at: path) { continue }
      let old = try FileSystem.read(path)
      let new = try file.render()
      result += UnifiedDiff(from: old, to: new, path: shown).text
    }
    for path in stale {
      var relative = path
      _ = relative.removePrefix(output.folder)
      let shown = "\(output.shownFolder)/\(relative.components.map(\.string).joined(separator: "/"))"
      result += UnifiedDiff(from: try FileSystem.read(path), to: nil, path: shown).text
    }
    return result
  }
}
