import Diagnostics
import YAMLSyntax

extension SchemaReader {
  mutating func readChecks(_ entry: YAMLEntry) -> [CheckDeclaration] {
    guard let entries = readEntries(entry, ModelKey.checks) else { return [] }
    var checks: [CheckDeclaration] = []
    for entry in entries {
      guard let name = readEntryName(entry.key, of: "a check") else { continue }
      if let check = readCheck(entry, name: name, ColumnKey.check) { checks.append(check) }
    }
    return checks
  }

  /// A condition, or a mapping with one: the value of `check` of a column or of an entry of `checks`.
  mutating func readCheck(_ entry: YAMLEntry, name: Located<String>?, _ key: ColumnKey) -> CheckDeclaration? {
    switch entry.value.kind {
    case .scalar:
      return readSQL(entry.value, of: entry.key).map { CheckDeclaration(name: name, condition: $0) }
    case .sequence:
      reportShape(entry.value, of: entry.key, key)
      return nil
    case .mapping:
      var condition: Located<String>?
      var hasCondition = false
      var isEnforced = true
      for part in entry.value.entries {
        guard let key = recognize(part, CheckKey.self) else { continue }
        switch key {
        case .sql:
          hasCondition = true
          condition = readSQL(part.value, of: part.key)
        case .enforced: isEnforced = readBoolean(part.value, of: part.key)?.value ?? true
        }
      }
      if !hasCondition { reportMissing(CheckKey.sql, at: entry.key, "A check has a condition, 'sql'") }
      return condition.map { CheckDeclaration(name: name, condition: $0, isEnforced: isEnforced) }
    }
  }
}
