import Diagnostics
import YAMLSyntax

extension SchemaReader {
  mutating func readSeeds(_ entry: YAMLEntry) -> [SeedDeclaration] {
    guard let entries = readEntries(entry, TopLevelKey.seeds) else { return [] }
    var seeds: [SeedDeclaration] = []
    seeds.reserveCapacity(entries.count)
    for entry in entries {
      guard let model = readEntryName(entry.key, of: "a model") else { continue }
      seeds.append(SeedDeclaration(model: model, rows: readRows(entry)))
    }
    return seeds
  }

  private mutating func readRows(_ entry: YAMLEntry) -> [RowSyntax] {
    let node = entry.value
    if node.isNull { return [] }
    var rows: [RowSyntax] = []
    rows.reserveCapacity(node.count)
    switch node.kind {
    case .scalar:
      reportShape(
        node, of: entry.key, expected: "a list of rows or a mapping from labels to rows",
        explanation: "Write each row as a mapping from columns to values: `- { name: Max Butler }`.")
    case .sequence:
      for element in node.elements {
        if let row = readRow(element, label: nil, of: entry.key) { rows.append(row) }
      }
    case .mapping:
      for labeled in node.entries {
        guard let label = readEntryName(labeled.key, of: "a row") else { continue }
        guard label.value.utf8.first != UInt8(ascii: "$") else {
          report(
            .badName, at: labeled.key, "The label of a row does not begin with '$', unlike \(quoted(label.value))")
          continue
        }
        if let row = readRow(labeled.value, label: label, of: labeled.key) { rows.append(row) }
      }
    }
    return rows
  }

  private mutating func readRow(_ node: YAMLNode, label: Located<String>?, of keyNode: YAMLNode) -> RowSyntax? {
    let isItem = label == nil
    if node.isNull {
      reportNoValue(
        node, of: keyNode, isItem: isItem, explanation: "Write `{}` for a row in which every column has its default.")
      return nil
    }
    guard node.kind == .mapping else {
      reportShape(
        node, of: keyNode, isItem: isItem, expected: "a row",
        explanation: "A row is a mapping from columns to values: `{ name: Max Butler }`.")
      return nil
    }
    return RowSyntax(label: label, range: node.range, fields: readFields(node))
  }
}
