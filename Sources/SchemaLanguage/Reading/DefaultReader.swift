import Diagnostics
import YAMLSyntax

extension SchemaReader {
  /// `default` of a column or a foreign key: a value, or an expression in a mapping with the one key `sql`.
  mutating func readDefault(_ entry: YAMLEntry) -> DefaultDeclaration? {
    let node = entry.value
    // An explicit `null` is a default; nothing is none.
    if node.isNull, node.text.isEmpty {
      reportNoValue(node, of: entry.key, explanation: "Write `null` for a default of NULL.")
      return nil
    }
    if node.kind == .mapping, node.count == 1, let part = node.entries.first, part.key.text == DefaultKey.sql.rawValue {
      return readSQL(part.value, of: part.key).map { .expression($0) }
    }
    return .value(readValue(node))
  }
}
