import Diagnostics
import YAMLSyntax

extension SchemaReader {
  /// `timestamps` of a model or of `defaults`.
  mutating func readTimestamps(_ entry: YAMLEntry) -> TimestampsDeclaration? {
    switch entry.value.kind {
    case .scalar:
      return readBoolean(entry.value, of: entry.key).map {
        TimestampsDeclaration(range: entry.key.range, isEnabled: $0.value)
      }
    case .sequence:
      reportShape(entry.value, of: entry.key, ModelKey.timestamps)
      return nil
    case .mapping:
      var timestamps = TimestampsDeclaration(range: entry.key.range, isEnabled: true)
      var parts = entry.value.entries.makeIterator()
      while let part = parts.next() {
        guard let key = recognize(part, TimestampsKey.self) else { continue }
        switch key {
        case .createdAt: timestamps.createdAt = readTimestampColumn(part)
        case .updatedAt: timestamps.updatedAt = readTimestampColumn(part)
        case .type: timestamps.type = readType(part, rest: &parts)
        }
      }
      return timestamps
    }
  }

  private mutating func readTimestampColumn(_ entry: YAMLEntry) -> TimestampColumn {
    guard let value = readBooleanOrName(entry) else { return .standard }
    return switch value.value {
    case .boolean(let isThere): isThere ? .standard : .none
    case .name(let name): .named(Located(name, at: value.range))
    }
  }
}
