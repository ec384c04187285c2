import Diagnostics
import YAMLSyntax

extension SchemaReader {
  mutating func readMixins(_ entry: YAMLEntry) -> [MixinDeclaration] {
    guard let entries = readEntries(entry, TopLevelKey.mixins) else { return [] }
    var mixins: [MixinDeclaration] = []
    mixins.reserveCapacity(entries.count)
    for entry in entries {
      if let mixin = readMixin(entry) { mixins.append(mixin) }
    }
    return mixins
  }

  private mutating func readMixin(_ entry: YAMLEntry) -> MixinDeclaration? {
    guard let name = readEntryName(entry.key, of: "a mixin") else { return nil }
    var mixin = MixinDeclaration(name: name)
    if entry.value.isNull { return mixin }
    guard entry.value.kind == .mapping else {
      reportShape(
        entry.value, of: entry.key, expected: "a mapping",
        explanation: "Columns stand under `columns:` in a mixin, as in a model.")
      return mixin
    }
    for part in entry.value.entries {
      guard let key = recognize(part, MixinKey.self) else { continue }
      switch key {
      case .uses: mixin.uses = readNames(part.value, of: part.key, MixinKey.uses) ?? []
      case .columns: mixin.columns += readColumns(part)
      case .belongsTo: readAssociations(part, ModelKey.belongsTo, .belongsTo, into: &mixin.associations)
      case .hasOne: readAssociations(part, ModelKey.hasOne, .hasOne, into: &mixin.associations)
      case .hasMany: readAssociations(part, ModelKey.hasMany, .hasMany, into: &mixin.associations)
      case .belongsToMany: readAssociations(part, ModelKey.belongsToMany, .belongsToMany, into: &mixin.associations)
      case .indexes: mixin.indexes += readIndexes(part)
      case .checks: mixin.checks += readChecks(part)
      }
    }
    return mixin
  }
}
