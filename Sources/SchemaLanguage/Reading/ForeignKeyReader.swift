import Diagnostics
import YAMLSyntax

extension SchemaReader {
  /// `foreignKey` or `otherKey`: a name, a list of names or a mapping.
  mutating func readForeignKey(_ entry: YAMLEntry, _ key: AssociationKey) -> ForeignKeyDeclaration? {
    var foreignKey = ForeignKeyDeclaration(range: entry.value.range)
    guard entry.value.kind == .mapping else {
      foreignKey.columns = readNameOrNames(entry, key)
      return foreignKey.columns == nil ? nil : foreignKey
    }
    for part in entry.value.entries {
      guard let key = recognize(part, ForeignKeyKey.self) else { continue }
      switch key {
      case .name: foreignKey.columns = readNameOrNames(part, key)
      case .nullable: foreignKey.isNullable = readBoolean(part.value, of: part.key)
      case .unique: foreignKey.isUnique = readBoolean(part.value, of: part.key)
      case .default: foreignKey.defaultValue = readDefault(part)
      case .comment: foreignKey.comment = readText(part.value, of: part.key)
      }
    }
    return foreignKey
  }
}
