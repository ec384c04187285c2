import Diagnostics
import Parallelism
import YAMLSyntax

extension SchemaReader {
  /// So many entries are read by one thread.
  private static let partSize = 256

  /// What `read` makes of `entries`, in their order; of many, several threads read parts, each with a reader of its own. What
  /// these report is reported here, as if one had read all.
  mutating func readInParts<Value: Sendable>(
    _ entries: YAMLEntries, _ read: @Sendable (inout SchemaReader, YAMLEntry) -> Value?
  ) -> [Value] {
    var values: [Value] = []
    values.reserveCapacity(entries.count)
    guard entries.count > Self.partSize else {
      for entry in entries {
        if let value = read(&self, entry) { values.append(value) }
      }
      return values
    }
    let positions = Array(entries.indices)
    let parts = positions.indices.mapInParts(ofSize: Self.partSize) { part in
      var reader = SchemaReader()
      let entries = entries.forOneThread
      let values = positions[part].compactMap { read(&reader, entries[$0]) }
      return (values: values, diagnostics: reader.diagnostics)
    }
    for part in parts {
      values += part.values
      for diagnostic in part.diagnostics.diagnostics { report(diagnostic) }
    }
    return values
  }
}
